"""The options of a record and which of them is right, in the ways that lists of questions say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ...cards.patterns import lazy
from .field_names import bare, is_wrong_option, option_label, value_of

LEAD = lazy(r"\s*\(?(?P<letter>[A-Ha-h])[).:]\s+(?=\S)")
LETTERS = lazy(r"\(?([A-Ha-h])[).:]?")
SEVERAL = lazy(r"\s*(?:[,;|&/+]|\band\b)\s*")
PARTED = lazy(r"[|\n]|;(?=\s)")
"""What stands between options in one field."""
TEXTS = ("html", "text", "option", "answer", "value", "content", "label", "title", "choice", "answertext")
FLAGS = (
    *("correct", "iscorrect", "right", "isright", "istrue", "isanswer", "correctanswer"),
    *("richtig", "istrichtig", "korrekt", "correcte", "estcorrecte", "vrai", "correcta", "correcto", "escorrecta"),
    *("corretta", "corretto", "correta", "juist", "poprawna", "правильный", "верный", "верно", "正解", "正确", "정답"),
)
YES = ("true", "yes", "1", "x", "y")


@dataclass(frozen=True, slots=True)
class Choice:
    """Options to choose from."""

    texts: Sequence[str]
    labels: Sequence[str]
    """What each is called: a letter or a number."""
    flagged: Sequence[int] = ()
    """Places of those that say themselves that they are right."""
    feedback: Sequence[str] = ()
    """What is said to each when it is chosen."""
    fields: frozenset[str] = frozenset()
    """The names of the fields that they were in."""


def plain(value: object) -> str:
    """A value that is said in words or figures; empty for any other."""
    if isinstance(value, bool):
        return "True" if value else "False"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (str, int, float)):
        return str(value).strip()
    if isinstance(value, Mapping):
        found = [plain(one) for name, one in value.items() if bare(str(name)) in TEXTS and not isinstance(one, Mapping)]
        return next(filter(None, found), "")
    return ""


def options_of(record: Mapping[str, object]) -> Choice | None:
    """The options of a record; None where it has none."""
    name, value = value_of(record, "options")
    if isinstance(value, Mapping) and len(value) > 1:
        texts = [plain(one) for one in value.values()]
        return _without_leads(Choice(texts, [str(one) for one in value], fields=frozenset([name])))
    if isinstance(value, str) and len(parts := [one.strip() for one in PARTED.split(value) if one.strip()]) > 1:
        return _without_leads(Choice(parts, (), fields=frozenset([name])))
    if isinstance(value, (list, tuple)) and len(value) > 1:
        flagged = [number for number, one in enumerate(value) if _is_flagged(one)]
        feedback = [plain(value_of(one, "explanation")[1]) if isinstance(one, Mapping) else "" for one in value]
        texts = [plain(one) for one in value]
        return _without_leads(Choice(texts, (), flagged, feedback, frozenset([name])))
    labelled = {key: label for key in record if (label := option_label(key)) and plain(record[key])}
    if len(labelled) > 1 and len(set(labelled.values())) == len(labelled):
        texts = [plain(record[key]) for key in labelled]
        return _without_leads(Choice(texts, list(labelled.values()), fields=frozenset(labelled)))
    wrong_name, wrong = value_of(record, "wrong")
    if isinstance(wrong, (list, tuple)):
        return _beside_wrong(record, [*map(plain, wrong)], [wrong_name])
    names = [name for name in record if is_wrong_option(name)]
    return _beside_wrong(record, [text for name in names if (text := plain(record[name]))], names)


def _beside_wrong(record: Mapping[str, object], wrong: Sequence[str], names: Sequence[str]) -> Choice | None:
    """The right options of a record with the wrong ones; None where it lacks either."""
    name, right = value_of(record, "right")
    if not wrong or right is None or isinstance(right, Mapping):
        return None
    rights = [plain(one) for one in (right if isinstance(right, (list, tuple)) else [right])]
    texts = sorted([*rights, *wrong], key=str.casefold)  # else the right one were always the first
    return Choice(texts, (), [texts.index(one) for one in rights], fields=frozenset([*names, name]))


def _is_flagged(option: object) -> bool:
    if not isinstance(option, Mapping):
        return False
    return any(bare(str(name)) in FLAGS and str(one).casefold() in YES for name, one in option.items())


def _without_leads(choice: Choice) -> Choice:
    """The options without `A)` before them, where all are counted in this way."""
    found = [LEAD.match(text) for text in choice.texts]
    letters = [one["letter"].upper() for one in found if one]
    if letters != [chr(65 + number) for number in range(len(choice.texts))]:
        return choice
    texts = [text[one.end() :] for text, one in zip(choice.texts, found, strict=True) if one]
    return replace(choice, texts=texts, labels=choice.labels or letters)


def right_of(value: object, choice: Choice, counts_from: int) -> list[int]:
    """The places of the right options, from 0; empty where the value does not name them."""
    if value is None:
        return list(choice.flagged)
    if isinstance(value, (list, tuple)):
        if len(value) == len(choice.texts) and all(isinstance(one, bool) for one in value):
            return [number for number, one in enumerate(value) if one]
        found = [_place(one, choice, counts_from) for one in value]
        return _all(found)
    place = _place(value, choice, counts_from)
    if place is not None:
        return [place]
    if isinstance(value, str):
        return _all([_place(one, choice, counts_from) for one in SEVERAL.split(value.strip()) if one])
    return []


def _all(places: Iterable[int | None]) -> list[int]:
    found = list(places)
    return sorted({one for one in found if one is not None}) if found and None not in found else []


def _place(value: object, choice: Choice, counts_from: int) -> int | None:
    """The place of one option by its text, letter, or number."""
    said = plain(value)
    texts = [_same(text) for text in choice.texts]
    for one in (said, LEAD.sub("", said, count=1)):
        if _same(one) in texts and not (isinstance(value, int) and not isinstance(value, bool)):
            return texts.index(_same(one))
    labels = [label.casefold() for label in choice.labels]
    label = option_label(said) or said.casefold()  # `Option B`, as the column is called
    if label in labels:
        return labels.index(label)
    if said.isdecimal():
        place = int(said) - counts_from
        return place if 0 <= place < len(texts) else None
    letter = LETTERS.fullmatch(said) or LEAD.match(said)
    if letter:
        place = ord(letter[1].upper()) - 65
        return place if place < len(texts) else None
    return None


def _same(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".")


def first_number(records: Iterable[Mapping[str, object]], usual: int) -> tuple[int, bool]:
    """By which number the right option of these records is counted first, and whether they leave no doubt of it."""
    is_zero = is_one = is_used = False
    for record in records:
        choice = options_of(record)
        name, value = value_of(record, "right")
        if choice and bare(name).endswith(("index", "indices", "idx")):
            return 0, True
        numbers = [value] if isinstance(value, (int, str)) else value if isinstance(value, (list, tuple)) else []
        for one in numbers:
            said = plain(one)
            if (
                not choice
                or isinstance(one, bool)
                or not said.isdecimal()
                or said in choice.texts
                or said in choice.labels
            ):
                continue
            is_used = True
            is_zero |= int(said) == 0
            is_one |= int(said) == len(choice.texts)
    if is_zero != is_one:
        return (0 if is_zero else 1), True
    return usual, not is_used

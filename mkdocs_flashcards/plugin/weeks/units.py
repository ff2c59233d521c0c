"""What courses count instead of weeks, in all languages of the table of words, and the advice to set it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from ...cards.patterns import lazy
from ...extension.translations import Translations, languages, load_translations
from .patterns import UNSPACED, unit_pattern
from .week import clean

KINDS = ("lecture", "module", "unit", "chapter")
OTHER_FORMS = {
    "lecture": "lec|lect|lesson|vorlesungen|hoorcollege|colleges|лекции|лекції|wykłady|přednášky|lezioni|clases|aulas|"
    "lección|föreläsningar|διαλέξεις|محاضرة|سخنرانی|講義|講座|강의|讲座",
    "module": "mod|модули|модулі|módulos|moduli|moduły|moduler|وحدة|ماژول",
    "unit": "unidades|einheiten|lerneinheit|unités|eenheden|jednostki|jednotky|разделы|enheter|وحدة|단원",
    "chapter": "chap|capítulos|capitoli|chapitres|hoofdstukken|rozdziały|kapitoly|главы|розділи|فصل",
}
"""Plurals, forms without an article, and what file names are often shortened to."""
SHORT_FORMS = {"lec": "lecture", "lect": "lecture", "mod": "module", "chap": "chapter"}
COUNTERS = ("차시", "회차", "주차")
"""Like the words of one sign in Chinese, Japanese and Korean, these stand behind their number."""
BEGINS = lazy(r"0*(\d{1,3})(?![^\W_])")
NAMED = lazy(r"([^\W\d_]{3,})[\s._-]{0,2}0*(\d{1,3})(?![^\W_])")


def template(unit: str, words: Translations) -> str:
    """The label of a unit, with `{n}` for its number, in the site's language if we know the word."""
    if not unit:
        return words["week"]
    for kind in KINDS:
        label = words["unit_" + kind]
        if unit.casefold() in (kind, _word_of(label)):
            return label
    if unit in COUNTERS or (len(unit) == 1 and UNSPACED.fullmatch(unit)):
        return {"ko": f"{{n}}{unit}", "ja": f"第{{n}}{unit}"}.get(words.language, f"第 {{n}} {unit}")
    return f"{unit[:1].upper()}{unit[1:]} {{n}}"


@cache
def words_for(kind: str) -> frozenset[str]:
    """The words for one kind of unit in every language, also as they are typed without accents."""
    labels = (load_translations(language)["unit_" + kind] for language in languages())
    bare = {_word_of(label) for label in labels}
    bare.update(OTHER_FORMS[kind].split("|"))
    return frozenset(bare | {_without_accents(word) for word in bare})


def synonyms(units: Sequence[str]) -> list[str]:
    """The site's own words for what it counts, and all that mean the same."""
    known = (words_for(kind) for kind in KINDS if any(unit.casefold() in words_for(kind) for unit in units))
    more = set().union(*known, map(_without_accents, units))
    return [*units, *sorted(more - {unit.casefold() for unit in units})]


def guess(paths: Iterable[str], titles: Iterable[str]) -> str:
    """What a course seems to count, by names such as `lecture-3.md` or titles such as Lecture 3; empty for nothing."""
    return _guess_by_paths(paths) or _guess_by_titles(list(titles))


def _guess_by_paths(paths: Iterable[str]) -> str:
    seen: dict[str, set[str]] = {}
    for path in paths:
        for found in NAMED.finditer(clean(path.rpartition(".")[0]).casefold()):
            seen.setdefault(found[1], set()).add(found[2])
        for folder, name in pairwise(path.split("/")):
            if (number := BEGINS.match(name)) and (word := _counted_in(clean(folder).casefold())):
                seen.setdefault(word, set()).add(number[1])
    counts = Counter({word: len(numbers) for word, numbers in seen.items()})
    word, count = counts.most_common(1)[0] if counts else ("", 0)
    return SHORT_FORMS.get(word, word) if count > 1 else ""


@cache
def _counted_in(folder: str) -> str:
    """What the numbered notes of a folder are, by its name: chapters in `chapters`; empty for a name that is no unit.

    Only known words count here: every other folder has notes with numbers, too.
    """
    for kind in KINDS:
        known = words_for(kind)
        if not unit_pattern(sorted(known)).fullmatch(f"{folder} 1"):
            continue
        singulars = [folder.removesuffix(plural) for plural in ("es", "s", "en", "n")]
        return next((word for word in singulars if word != folder and word in known), folder)
    return ""


def _guess_by_titles(titles: Sequence[str]) -> str:
    """In titles only known words count: Python 2 and Python 3 are no units."""
    found: dict[str, set[str]] = {}
    for kind in KINDS:
        pattern = unit_pattern(sorted(words_for(kind)))
        for title in map(clean, titles):
            if match := pattern.search(title):
                word = max((word for word in words_for(kind) if word in match[0].casefold()), key=len, default=kind)
                found.setdefault(word, set()).add(re.sub(r"\D", "", match[0]) or match[0])
    word, numbers = max(found.items(), key=lambda item: len(item[1]), default=("", set[str]()))
    return SHORT_FORMS.get(word, word) if len(numbers) > 1 else ""


def counted(number: int, unit: str) -> str:
    """A number of units, for the log: `1 week`, `2 lectures`. Words without an English plural stay unchanged."""
    word = unit or "week"
    if number == 1 or not (word.isascii() and word[-1].isalpha()):
        return f"{number} {word}"
    if word.endswith(("s", "x", "ch", "sh")):
        return f"{number} {word}es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{number} {word[:-1]}ies"
    return f"{number} {word}s"


def advice(unit: str, paths: Iterable[str], titles: Iterable[str]) -> str:
    """The advice for an author whose notes name no week, or none of what the course counts."""
    counts = unit or "week"
    found = f"No page names a {counts}, so all cards are reviewed together."
    if not unit and (guessed := guess(paths, titles)):
        return f"{found} This course seems to count something else: set `unit: {guessed}` below `flashcards:`."
    named = f"{found} Name files or folders {counts}-1, {counts}-2, …, or write `week: 1` at the top of a page."
    return named if unit else f"{named} If the course counts lectures, for example, set `unit: lecture`."


def _word_of(label: str) -> str:
    """The word in a label such as `Lecture {n}` or `第{n}章`."""
    return re.sub(r"第|\.|-ke|ke-|\{n\}", "", label).strip().casefold()


def _without_accents(word: str) -> str:
    """A Latin word without its accents; other scripts stay as they are."""
    parts = unicodedata.normalize("NFD", word)
    plain = "".join(char for char in parts if not unicodedata.combining(char))
    return plain.replace("ł", "l") if plain.replace("ł", "l").isascii() else word

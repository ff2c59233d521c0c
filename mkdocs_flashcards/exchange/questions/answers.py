"""What an answer says first: a letter, a verdict, or the answer itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...cards.patterns import lazy
from . import vocabulary
from .letters import LetterReader, after_words
from .options import Option, same
from .vocabulary import folded, is_dense

DELIMITERS = lazy(r"(?:[*_`~]*[ \t]*[)）\].:：,，;；、。!–—-]+[*_`~]*)*[ \t]*")
TICK = lazy(r"\s*[-*+][ \t]+\[(?P<tick>[ xX]?)\][ \t]+(?P<text>\S.*)")
LETTER = lazy(r"[*_]{0,2}\(?\w[).:][*_]{0,2}[ \t]+")
SPOKEN = lazy(r"[(（]?(?<![\w+#$/-])[A-Za-zА-Яа-яΑ-Ω](?![\w+#'’/-])[)）]?")
RIGHT_SIGN = "[✅✔☑✓🟢]"
RIGHT = lazy(RIGHT_SIGN + r"|[(（\[*_]\s*(?:correct|right)\s*[)）\]*_!]", re.I)
VERDICT_END = lazy(r"[*_]{0,3}(?:[.,:;!。，：；！]|[ \t]*[–—-]|[ \t]*[(（]|[ \t]*(?:\n|$)|[ \t]+)")


@dataclass(frozen=True, slots=True)
class Named:
    """The options that an answer names as right, and what it says beside that."""

    right: tuple[int, ...]
    rest: str


def named_options(answer: str, options: Sequence[Option], *, by_place: bool) -> Named | None:
    """The right ones of the options: by letter, by a mark, or word by word; None where the answer does not say."""
    if found := _by_ticks(answer, options):
        return found
    labels = [option.label for option in options]
    if by_place:
        letters = [chr(65 + number) for number in range(len(options))]
        return (_by_letter(answer, letters, options) if labels[0] else None) or (
            _by_text(answer, options) or (_by_letter(answer, labels, options, numbers=True) if labels[0] else None)
        )
    return _by_letter(answer, labels, options) or _by_mark(answer, labels) or _by_text(answer, options)


def _by_ticks(answer: str, options: Sequence[Option]) -> Named | None:
    """The options that are ticked in an answer that repeats them as a task list."""
    texts = [same(option.text.split("\n")[0]) for option in options]
    lines, right, number = answer.strip().split("\n"), set[int](), 0
    for number, line in enumerate([*lines, ""]):  # noqa: B007 (where the list ends)
        found = TICK.match(line)
        if not found:
            break
        said = {same(found["text"]), same(LETTER.sub("", found["text"]))} & {*texts}
        if not said:
            return None
        if found["tick"].strip():
            right.add(texts.index(said.pop()))
    return Named(tuple(sorted(right)), "\n".join(lines[number:]).strip()) if right else None


def _by_letter(answer: str, labels: Sequence[str], options: Sequence[Option], *, numbers: bool = False) -> Named | None:
    text = answer.strip()
    reader = LetterReader(text, labels, numbers=numbers)
    if not reader.read():
        return None
    right = tuple(sorted(reader.found))
    if not reader.led and not reader.alone and _answers_parts(text, labels, right):
        return None
    after = after_words(text, reader.at)
    if after > reader.at:
        end = DELIMITERS.match(text, after)
        assert end
        sentence_ends = bool(end[0].strip()) or not text[after:].strip() or text[after] == "\n"
        return Named(right, text[end.end() :].strip() if sentence_ends else text)
    return Named(right, _rest(text, reader.at, [options[number] for number in right]))


def _answers_parts(text: str, labels: Sequence[str], right: tuple[int, ...]) -> bool:
    """Whether an answer goes through the letters one by one: they are parts of the question then, not options."""
    if right != (0,) or len(labels) < 2:
        return False
    second = re.escape(labels[1])
    return re.search(rf"(?:^|\n)\s*(?:[-*+]\s+)?[*_(（]*{second}[)）.:]|[(（]{second}[)）]", text, re.I) is not None


def _rest(text: str, at: int, right: Sequence[Option]) -> str:
    """What an answer says after its letters, without the text of the option that it repeats."""
    closing = DELIMITERS.match(text, at)
    assert closing
    rest = text[closing.end() :]
    emphasis = next((mark for mark in ("**", "__") if text[:at].count(mark) % 2 and mark not in closing[0]), "")
    line, newline, below = rest.partition("\n")
    inside, mark, outside = line.partition(emphasis) if emphasis else (line, "", "")
    for option in right:
        first = option.text.split("\n")[0]
        if same(inside) and same(inside) == same(first):
            return (_without_delimiter(outside) + newline + below).strip()
        if not emphasis and (cut := _repeats(inside, first)):
            return (_without_delimiter(inside[cut:]) + newline + below).strip()
    if mark and inside.strip():
        return f"{emphasis}{inside.strip()}{mark}{outside}{newline}{below}".strip()
    return f"{inside}{outside}{newline}{below}".strip()


def _without_delimiter(text: str) -> str:
    found = DELIMITERS.match(text)
    return text[found.end() :] if found else text


def _repeats(line: str, option: str) -> int:
    """Where a line goes on that begins with the text of an option; 0 where it does not."""
    for found in re.finditer(r"[*_`]*(?:[.:;,!]|\s[-–—]|$)[*_`]*", line):
        if same(line[: found.end()]) == same(option) and same(option):
            return found.end()
    return 0


def _by_mark(answer: str, labels: Sequence[str]) -> Named | None:
    """The options that an answer lists again with a mark at the right ones."""
    marked, seen = [], []
    for line in answer.split("\n"):
        start = re.match(r"\s*(?:[-*+]\s+)?[✅❌✔✗☑️\s]*[*_]*[(（]?(\w+)[)）.:]", line)
        if start and start[1] in labels:
            seen.append(start[1])
            if RIGHT.search(line):
                marked.append(labels.index(start[1]))
    return Named(tuple(marked), answer.strip()) if seen == list(labels) and marked else None


def _by_text(answer: str, options: Sequence[Option]) -> Named | None:
    """The options that an answer repeats word by word, one in a line."""
    texts = [same(option.text.split("\n")[0]) for option in options]
    lines = answer.strip().split("\n")
    right: list[int] = []
    for number, line in enumerate(lines):
        bare = same(re.sub(r"^\s*(?:[-*+]|\d+[.)])\s+(?:\[[xX]\]\s+)?", "", line))
        if not bare:
            continue
        if bare not in texts or texts.index(bare) in right:
            rest = "\n".join(lines[number:]).strip()
            if right:
                return Named(tuple(sorted(right)), rest)
            cut = next((n for n, text in enumerate(texts) if len(text) > 2 and _repeats(line, options[n].text)), None)
            if cut is None:
                return None
            rest = _without_delimiter(line[_repeats(line, options[cut].text) :])
            return Named((cut,), "\n".join([rest, *lines[number + 1 :]]).strip())
        right.append(texts.index(bare))
    return Named(tuple(sorted(right)), "") if right else None


def speaks_of_letters(text: str, options: Sequence[Option]) -> bool:
    """Whether an explanation names options by their letters."""
    labels = {option.label.casefold() or chr(97 + number) for number, option in enumerate(options)}
    labels |= {chr(97 + number) for number in range(len(options))}
    for found in SPOKEN.finditer(text):
        letter = found[0].strip("()（）")
        bracketed = len(found[0]) > 1 and found[0][-1] in ")）"
        if letter.casefold() not in labels or not (letter.isupper() or bracketed):
            continue
        article = (
            letter == "A"
            and not re.search(r"\w[ \t]+$", text[max(found.start() - 2, 0) : found.start()])  # it begins no sentence
            and re.match(r"\s+[a-z]", text[found.end() :])
            and not after_words(text, found.end()) > found.end()
        )
        if not article:
            return True
    return False


def verdict(text: str) -> tuple[bool, int] | None:
    """Whether a text begins with a word for true or false in any language, and where it goes on."""
    start = len(text) - len(text.lstrip("*_ \t\n"))
    for length in range(min(12, len(text) - start), 0, -1):
        word = folded(text[start : start + length])
        end = start + length
        if word in vocabulary.verdicts() and VERDICT_END.match(text, end):
            return vocabulary.verdicts()[word], end
    return None


def says_verdicts(question: str) -> bool:
    """Whether a question asks for a verdict: it names both words of a language, or their letters in English."""
    if re.search(r"(?<!\w)T\s?/\s?F(?!\w)", question):
        return True
    spaced = " " + " ".join(re.findall(r"[^\W_]+", folded(question))) + " "
    for yes, no in vocabulary.pairs_of_verdicts():
        if (f" {yes} " in spaced and f" {no} " in spaced) or (is_dense(yes[0]) and yes in spaced and no in spaced):
            return True
    return False

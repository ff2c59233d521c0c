"""Blocks of mkdocs-quiz and mkdocs-mcq in a note: `<quiz>` … `</quiz>`, and code blocks whose language is `mcq`.

Up to version 1.0, mkdocs-quiz had `<?quiz?>` … `<?/quiz?>`, with a line `answer: …` for each answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import dedent

from ...cards.patterns import lazy
from ...cards.spans import find_spans

OPENING = lazy(r"(?P<prefix>[ \t>]*)<(?P<old>\?)?quiz\b[^>\n]*>(?P<rest>.*)$", re.I)
CLOSING = lazy(r"(?P<rest>.*?)<(?:/quiz\s*|\?/quiz\?)>[ \t]*$", re.I)
OLD_FIELD = lazy(r"[ \t]*(?P<name>question|answer|answer-correct|content)[ \t]*:[ \t]*(?P<value>.*)$", re.I)
EMPTY = lazy(r"<(?P<tag>\w+)>\s*</(?P=tag)>")
FENCE = lazy(r"(?P<prefix>[ \t>]*)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`\n]*)$")
MCQ = lazy(r"\{?[ \t]*\.?mcq\b.*", re.I)


@dataclass(frozen=True, slots=True)
class Quiz:
    """A block of a quiz: lines `start` to `end` of the note, counted from 0."""

    start: int
    end: int
    prefix: str
    """What stands before each of its lines: indent, or marks of a quote."""
    body: str
    is_mcq: bool
    is_closed: bool = True


def find_quizzes(lines: Sequence[str]) -> Iterator[Quiz]:
    """The blocks of quizzes in a note. Those in code, or in a comment, are examples."""
    if not any("<quiz" in line.lower() or "<?quiz" in line.lower() or "mcq" in line for line in lines):
        return
    text = "\n".join(lines)
    spans = [span for span in find_spans(text) if span.kind in ("fenced", "raw", "code")]
    hidden = {
        line for span in spans for line in range(text.count("\n", 0, span.start), text.count("\n", 0, span.end) + 1)
    }
    number, fence = 0, ""
    while number < len(lines):
        found = FENCE.match(lines[number])
        if found and not fence and MCQ.fullmatch(found["info"].strip()):
            yield (quiz := _mcq(lines, number, found))
            number = quiz.end
            continue
        if found and (not fence or (found["fence"].startswith(fence) and not found["info"].strip())):
            fence = "" if fence else found["fence"]
        opening = OPENING.match(lines[number]) if not fence and number not in hidden else None
        if opening:
            yield (quiz := _quiz(lines, number, opening))
            number = quiz.end
            continue
        number += 1


def _mcq(lines: Sequence[str], start: int, opening: re.Match[str]) -> Quiz:
    """A block of code to its end: a bare fence that stands no deeper and closes no block inside."""
    prefix, fence, inner = opening["prefix"], opening["fence"], ""
    for number in range(start + 1, len(lines)):
        found = FENCE.match(lines[number])
        if not found or len(found["prefix"]) > len(prefix) + 1:
            continue
        if inner and found["fence"].startswith(inner[0] * 3) and not found["info"].strip():
            inner = ""
        elif found["info"].strip():
            inner = found["fence"]
        elif found["fence"].startswith(fence):
            return Quiz(start, number + 1, prefix, _body(lines[start + 1 : number], prefix), True)
    return Quiz(start, start + 1, prefix, "", True, is_closed=False)


def _quiz(lines: Sequence[str], start: int, opening: re.Match[str]) -> Quiz:
    prefix = opening["prefix"]
    body = [opening["rest"]]
    for number in range(start, len(lines)):
        line = opening["rest"] if number == start else lines[number]
        if closing := CLOSING.match(line):
            body = [closing["rest"]] if number == start else [*body, _without(closing["rest"], prefix)]
            text = dedent("\n".join(body)).strip("\n")
            return Quiz(start, number + 1, prefix, _of_old(text) if opening["old"] else text, False)
        if number > start:
            if OPENING.match(line):
                break
            body.append(_without(line, prefix))
    return Quiz(start, start + 1, prefix, "", False, is_closed=False)


def _of_old(body: str) -> str:
    """The body of a quiz as it is written today, from what it was written like before."""
    question, answers, content = list[str](), list[str](), list[str]()
    below = question
    for line in body.split("\n"):
        found = OLD_FIELD.match(line) if below is not content else None
        if not found:
            below.append(line if below is not answers else f"    {line}".rstrip())
        elif found["name"].lower().startswith("answer"):
            below = answers
            answers.append(f"- [{'x' if '-' in found['name'] else ' '}] {found['value']}")
        else:
            below = content if found["name"].lower() == "content" else question
            below.append(found["value"])
    parts = ("\n".join(part).strip("\n") for part in (question, answers, content))
    return EMPTY.sub("", "\n\n".join(parts)).strip()


def _body(lines: Sequence[str], prefix: str) -> str:
    return dedent("\n".join(_without(line, prefix) for line in lines)).strip("\n")


def _without(line: str, prefix: str) -> str:
    """A line without what stands before all lines of its block."""
    if line.startswith(prefix):
        return line[len(prefix) :]
    return line.removeprefix(prefix.rstrip())

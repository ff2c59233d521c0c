"""From a question and an answer as they stand in a note to the two sides of a card."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...cards.patterns import lazy
from ..block import ImportedCard
from .answers import named_options, says_verdicts, speaks_of_letters, verdict
from .labels import has_question_mark, label_end, read_title, without_label
from .letters import ONLY_NUMBERS
from .obsidian_tags import without_card_tags
from .options import Options, find_options, task_list
from .vocabulary import consume, folded

LEAD = lazy(
    r"\s*(?:#{1,6}[ \t]+)?(?P<open>[*_]{0,3})(?P<title>[^\n:：*_]{1,40}?)(?P<close>[*_]{0,3})\s*[:：]"
    r"(?P<after>[*_]{0,3})[ \t]*(?P<rest>.*)",
    re.S,
)
WRAPPED = lazy(
    r"\s*(?:<p>\s*\n(?P<p>(?:(?!</?p>).)*)</p>|<(?P<list>[uo]l)>\s*<li>(?P<item>[^<*_`\[\n]*)</li>\s*</(?P=list)>)\s*",
    re.I | re.S,
)
HEADING = lazy(r"\s*<(?P<tag>h[1-6]|p|b|strong)>(?P<text>[^<\n]*)</(?P=tag)>", re.I)
CHOICES = lazy(
    r"\s*\n[*_]{0,3}(?:(?:answer\s)?choices|options|optionen|antwortmöglichkeiten|choix|propositions|opciones|opzioni|"
    r"opções|alternativas|opties|варианты(?:\sответа)?|选项|選択肢)[*_]{0,3}\s?[:：][*_]{0,3}\s*\Z",
    re.I,
)
"""What announces options that stand there no more."""
END_BREAKS = lazy(r"(?:\s*<br\s*/?>)+\s*\Z", re.I)
BREAKS = lazy(r"\A(?:\s*<br\s*/?>)+\s*", re.I)
SEVERAL = lazy(r"1[.)][ \t](?:(?!\n[ \t]{0,3}1[.)][ \t]).)*?\n[ \t]{0,3}2[.)][ \t]", re.S)
"""A question that is a numbered list."""
LETTER_Q = lazy(r"(?<!\w)Q(?![a-z])", re.I)
LETTER_A = lazy(r"[*_]{0,3}A\d{0,3}(?:[*_]{1,3}[:.]|[:.][*_]{1,3}|:)[ \t]+(?=\S)")
"""What stands before an answer whose question has a Q before it."""
OPTION = lazy(r"^\(?[bB][).:]", re.M)
LETTER = lazy(r"(?P<open>\s*[*_]{0,3})(?P<letter>[TF])(?![\w'’])")
RULES = lazy(r"(?:\s*(?:-{3,}|\*{3,}|_{3,})[ \t]*(?:\n|$))+")
ITEM = lazy(r"\s*(?:[-*+]|\d+[.)])\s")
PAREN_OR_WORD = lazy(r"[ \t]*(?=[(（\w])")


@dataclass(frozen=True, slots=True)
class Sides:
    """The question and the answer of a card, and what is doubtful about them."""

    question: str
    answer: str
    doubts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    """Those of Obsidian that stood beside one that says that it is a card."""


def sides(question: Sequence[str], answer: Sequence[str]) -> Sides:
    """The two sides of a card, in the form that makes it a choice or a verdict where it is one."""
    asked, tags = without_card_tags("\n".join(question).strip("\n"))
    made = _sides(asked, answer)
    return replace(made, tags=tuple(dict.fromkeys(tags))) if tags else made


def _sides(whole: str, answer: Sequence[str]) -> Sides:
    text = END_BREAKS.sub("", whole if SEVERAL.match(whole) else without_label(whole).strip("\n"))
    said = without_lead(_without_elements("\n".join(answer).strip("\n")))
    if LETTER_Q.search(whole[: label_end(whole)]) and (letter := LETTER_A.match(said)):
        said = said[letter.end() :]
    options = find_options(text)
    if options and (made := _ticked(options, said) or _choice(options, said)):
        return made
    if says_verdicts(text) and (judged := _judged(LETTER.sub(_verdict_of, said, count=1))):
        return Sides(text, judged)
    listed = options and not options.by_place and not options.inline
    if options and listed and len(options.options) > 2 and not _are_parts(options):
        return Sides(text, said, ("the answer does not clearly say which option is right",))
    return Sides(text, said)


def with_options(card: ImportedCard) -> ImportedCard:
    """The card of another program as a choice, where its question has options by letters and its answer names one."""
    if card.name != "flashcard" or not OPTION.search(card.question) or card.reverse:
        return card
    made = sides(card.question.split("\n"), card.answer.split("\n"))
    is_choice = made.answer.startswith("- [") and not card.answer.startswith("- [")
    return replace(card, question=made.question, answer=made.answer) if is_choice else card


def without_lead(answer: str) -> str:
    """The answer without `Answer:` before it."""
    found = LEAD.match(answer)
    if not found or read_title(found["title"]).kind != "answer" or not found["rest"].strip():
        return answer
    rest = found["rest"].strip("\n")
    if found["open"] and not found["close"] and not found["after"]:  # all of the line stands in emphasis
        first, newline, below = rest.partition("\n")
        return f"{first.replace(found['open'], '', 1)}{newline}{below}"
    return rest


def _without_elements(answer: str) -> str:
    """The answer without an element around all of it, or around its first line, that only makes a paragraph of it."""
    if not answer.lstrip().startswith("<"):
        return answer
    answer = BREAKS.sub("", answer)
    if whole := WRAPPED.fullmatch(answer):
        return _without_elements((whole["p"] or whole["item"]).strip("\n"))
    if (first := HEADING.match(answer)) and read_title(first["text"].partition(":")[0]).kind == "answer":
        return f"{first['text']}{answer[first.end() :]}"
    return answer


def _choice(options: Options, answer: str) -> Sides | None:
    stem = CHOICES.sub("", options.stem)
    named = named_options(answer, options.options, by_place=options.by_place)
    if not named or not stem.strip():
        return None
    rest = RULES.sub("", named.rest, count=1) if RULES.match(named.rest) else named.rest
    verdicts = [verdict(option.text) for option in options.options]
    if len(verdicts) == 2 and all(verdicts) and len(named.right) == 1:
        word = options.options[named.right[0]].text.strip().rstrip(".")
        return Sides(stem, f"{word}\n\n{rest}".strip())
    if ITEM.match(rest):  # a list right below the options would be more options
        rest = answer if not ITEM.match(answer) else f"{_letters(options, named.right)}\n\n{rest}"
    tasks = task_list(options.options, named.right, labels=speaks_of_letters(rest, options.options))
    by_number = options.options[0].label.isdigit() and ONLY_NUMBERS.match(answer.strip())
    doubts = ("is the number in the answer that of an option?",) if by_number else ()
    return Sides(stem, f"{tasks}\n\n{rest}".strip(), doubts)


def _ticked(options: Options, answer: str) -> Sides | None:
    """A question whose options are ticked where they stand; what is folded away explains them."""
    right = [number for number, option in enumerate(options.options) if option.ticked]
    if not right or not options.stem.strip():
        return None
    named = named_options(answer, options.options, by_place=options.by_place)
    rest = named.rest if named and list(named.right) == right else answer
    rest = f"{_letters(options, right)}\n\n{rest}" if ITEM.match(rest) else rest
    tasks = task_list(options.options, right, labels=speaks_of_letters(rest, options.options))
    return Sides(options.stem, f"{tasks}\n\n{rest}".strip())


def _verdict_of(found: re.Match[str]) -> str:
    return f"{found['open']}{'True' if found['letter'] == 'T' else 'False'}"


def _letters(options: Options, right: Sequence[int]) -> str:
    return ", ".join(options.options[number].lead or chr(65 + number) for number in right)


def _are_parts(options: Options) -> bool:
    """Whether the options are the parts of a question rather than answers to choose from."""
    return any(has_question_mark(option.text) for option in options.options)


def _judged(answer: str) -> str | None:
    """An answer that begins with its verdict, in the form that a card takes for one."""
    found = verdict(answer)
    if not found:
        start = consume(folded(answer), ("around_letter",))[1]
        words = answer[start:]
        found = verdict(words) if len(folded(answer)) == len(answer) and start else None
        if not found:
            return None
        answer = words[:1].upper() + words[1:]
    end = found[1]
    rest = answer[end:]
    marks = len(rest) - len(rest.lstrip("*_"))
    joint = PAREN_OR_WORD.match(rest, marks)
    if joint and joint.end() < len(rest) and "\n" not in joint[0]:
        return f"{answer[: end + marks]} – {rest[joint.end() :]}"
    return answer

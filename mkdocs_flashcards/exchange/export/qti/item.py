"""One question in QTI 2.1: which answers are right, what is asked, and how answers are judged."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping, Sequence
from html import escape

from .. import sides
from ..model import ExportedCard, with_blanks
from ..text import as_text
from .body import Body, Room

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
MATCH_CORRECT = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"
LONGEST_TITLE = 80
CHOSEN = "RESPONSE"
FEEDBACK, EXPLANATION = "FEEDBACK", "EXPLANATION"


def judges_itself(card: ExportedCard) -> bool:
    """Whether a program can tell right answers to a card from wrong ones."""
    if card.blanks:
        return not card.answer and all(blank.typed and blank.place in ("prose", "code") for blank in card.blanks)
    return card.kind in ("true-false", "choice", "ordering")


def item_of(card: ExportedCard, name: str, place_of: Callable[[str], str]) -> bytes:
    """The file of a question. `place_of` gives the place of a picture in the package."""
    title = " ".join(as_text(sides.question(card)).split())
    if len(title) > LONGEST_TITLE:
        title = f"{title[: LONGEST_TITLE - 1]}…"
    named = {"xmlns": NAMESPACE, "identifier": name, "title": title or name, "label": card.week}
    item = etree.Element("assessmentItem", named | {"adaptive": "false", "timeDependent": "false"})
    explanation = card.answer if card.kind == "true-false" else card.explanation
    blanks = _answers(card)
    options = _options(card)
    for response, answers in blanks.items():
        _declare_text(item, response, answers, is_exact=card.blanks[int(response.rpartition("_")[2]) - 1].exact)
    if options:
        _declare_choice(item, card)
    _declare_outcome(item, "SCORE", "float", "0")
    if explanation:
        _declare_outcome(item, FEEDBACK, "identifier")
    body = Body(place_of, lambda place: etree.Element("textEntryInteraction", {"responseIdentifier": _response(place)}))
    _ask(etree.SubElement(item, "itemBody"), card, options, body)
    _judge(item, list(blanks), has_feedback=bool(explanation))
    if explanation:
        shown = {"outcomeIdentifier": FEEDBACK, "showHide": "show", "identifier": EXPLANATION}
        body.fill(etree.SubElement(item, "modalFeedback", shown), explanation, Room.ALL)
    file: bytes = etree.tostring(item, encoding="utf-8", xml_declaration=True)
    return file + b"\n"


def _response(place: int) -> str:
    return f"{CHOSEN}_{place}"


def _answers(card: ExportedCard) -> dict[str, list[str]]:
    """What may be typed into each blank, by the name of its response."""
    html: dict[int, str] = {}
    with_blanks(card.question, html.setdefault)
    return {_response(place): [as_text(html[place]), *card.blanks[place - 1].others] for place in sorted(html)}


def _options(card: ExportedCard) -> Sequence[tuple[str, str]]:
    """What is chosen from, or put into order: name and HTML, in the order in which it is shown."""
    if card.kind == "true-false":
        return [("true", escape(card.labels.true)), ("false", escape(card.labels.false))]
    if card.kind == "ordering":
        return [(f"item-{place}", card.items[place - 1]) for place in card.mixed]
    return [(f"option-{place}", choice.html) for place, choice in enumerate(card.choices, 1)]


def _declare_choice(item: etree.Element, card: ExportedCard) -> None:
    """The right options, or the items in their order."""
    if card.kind == "true-false":
        right, cardinality = ["true" if card.verdict else "false"], "single"
    elif card.kind == "ordering":
        right, cardinality = [f"item-{place}" for place in range(1, len(card.items) + 1)], "ordered"
    else:
        right = [f"option-{place}" for place, choice in enumerate(card.choices, 1) if choice.is_right]
        cardinality = "single" if len(right) == 1 else "multiple"
    said = {"identifier": CHOSEN, "cardinality": cardinality, "baseType": "identifier"}
    correct = etree.SubElement(etree.SubElement(item, "responseDeclaration", said), "correctResponse")
    for name in right:
        etree.SubElement(correct, "value").text = name


def _declare_text(item: etree.Element, response: str, answers: Sequence[str], *, is_exact: bool) -> None:
    said = {"identifier": response, "cardinality": "single", "baseType": "string"}
    declared = etree.SubElement(item, "responseDeclaration", said)
    etree.SubElement(etree.SubElement(declared, "correctResponse"), "value").text = answers[0]
    mapping = etree.SubElement(declared, "mapping", {"defaultValue": "0"})
    for answer in dict.fromkeys(answers):
        entry = {"mapKey": answer, "mappedValue": "1", "caseSensitive": "true" if is_exact else "false"}
        etree.SubElement(mapping, "mapEntry", entry)


def _declare_outcome(item: etree.Element, name: str, kind: str, default: str = "") -> None:
    said = {"identifier": name, "cardinality": "single", "baseType": kind}
    declared = etree.SubElement(item, "outcomeDeclaration", said)
    if default:
        etree.SubElement(etree.SubElement(declared, "defaultValue"), "value").text = default


def _ask(parent: etree.Element, card: ExportedCard, options: Sequence[tuple[str, str]], body: Body) -> None:
    if not options:
        body.fill(parent, with_blanks(card.question, lambda place, _: f'<input value="{place}">'), Room.BLOCKS)
        return
    body.fill(parent, sides.question(card), Room.BLOCKS)
    name, said = ("orderInteraction", {}) if card.kind == "ordering" else ("choiceInteraction", _most(card))
    said = {"responseIdentifier": CHOSEN, "shuffle": "false", **said}
    interaction = etree.SubElement(parent, name, said)
    for option, html in options:
        body.fill(etree.SubElement(interaction, "simpleChoice", {"identifier": option}), html, Room.ALL)


def _most(card: ExportedCard) -> Mapping[str, str]:
    """How many options can be chosen; 0 is any number."""
    return {"maxChoices": "0" if sum(choice.is_right for choice in card.choices) > 1 else "1"}


def _judge(item: etree.Element, blanks: Sequence[str], *, has_feedback: bool) -> None:
    """A point for what is right, of blanks for each; then the explanation."""
    if not blanks and not has_feedback:
        etree.SubElement(item, "responseProcessing", {"template": MATCH_CORRECT})
        return
    processing = etree.SubElement(item, "responseProcessing")
    if blanks:
        total = etree.SubElement(etree.SubElement(processing, "setOutcomeValue", {"identifier": "SCORE"}), "sum")
        for response in blanks:
            etree.SubElement(total, "mapResponse", {"identifier": response})
    else:
        right = etree.SubElement(etree.SubElement(processing, "responseCondition"), "responseIf")
        match = etree.SubElement(right, "match")
        etree.SubElement(match, "variable", {"identifier": CHOSEN})
        etree.SubElement(match, "correct", {"identifier": CHOSEN})
        _set(right, "SCORE", "float", "1")
    if has_feedback:
        _set(processing, FEEDBACK, "identifier", EXPLANATION)


def _set(parent: etree.Element, outcome: str, kind: str, value: str) -> None:
    setting = etree.SubElement(parent, "setOutcomeValue", {"identifier": outcome})
    etree.SubElement(setting, "baseValue", {"baseType": kind}).text = value

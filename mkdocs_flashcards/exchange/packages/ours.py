"""Notes that our own packages brought to Anki, back as the cards that they were."""

from __future__ import annotations

import re
from dataclasses import replace

from ...cards import Cloze, Scan, parse
from ...cards.identity import card_id
from ...cards.patterns import lazy
from ..block import ImportedCard, block
from .collection import Note
from .draft import Draft, NoCard
from .rows import Row

CARD_FIELDS = {"Question", "Options", "Answer", "Reverse", "Id"}
CLOZE_FIELDS = {"Text", "Hint", "Explanation", "Id"}
NAME = "MkDocs Flashcards"
OPTION = lazy(r"(<li(?:\s[^>]*)?>)\s*(?P<box>[☐☑])\s*")
SUMMARY = lazy(r"<summary>.*?</summary>", re.S)
LABEL = lazy(r"^<p>[^<:：]{0,40}\s?[:：]\s*(?P<text>.*)</p>$", re.S)
COLUMN = lazy(r"\s*<p><i>(?P<text>(?:(?!</?p>).)*)</i></p>", re.S)
"""What stands above a row of a table of cards. Without it a row is the card that it was."""
BLANK = lazy(r"\{\{c1::((?:(?!\{\{|\}\}|::|==).)+?)\}\}", re.S)


def is_ours(note: Note) -> bool:
    """Whether a package of ours brought the note, however its type is called since."""
    if not note.type or not note.type.name.startswith(NAME):
        return False
    return set(note.fields) >= (CLOZE_FIELDS if note.type.is_cloze else CARD_FIELDS)


def id_of(note: Note) -> str:
    """The id of its card."""
    return note.fields["Id"].strip()


def card(draft: Draft) -> ImportedCard:
    """The card of a note of ours. Raises ValueError where nothing is left of it."""
    fields = draft.note.fields
    assert draft.note.type
    made = _cloze(draft) if draft.note.type.is_cloze else _flashcard(draft)
    if not made.question or (made.name == "flashcard" and not made.answer):
        raise NoCard("no question or no answer that a note can show")
    label = LABEL.match(fields.get("Source", "").strip())
    source = draft.markdown(label["text"]) if label else ""
    hint = draft.markdown(SUMMARY.sub("", fields.get("Hint", "")))
    return replace(made, source=source, hint=hint)


def row(draft: Draft, made: ImportedCard) -> Row | None:
    """The row that a card was in a table with an id; None for all others."""
    fields = draft.note.fields
    heads = [COLUMN.match(fields.get(name, "")) for name in ("Question", "Answer")]
    if "~" not in id_of(draft.note) or not all(heads):
        return None
    question, answer = (draft.markdown(head["text"]) for head in heads if head)
    return Row((question, answer), id_of(draft.note), made)


def _flashcard(draft: Draft) -> ImportedCard:
    fields = draft.note.fields
    answer, options = fields["Answer"].strip(), fields["Options"].strip()
    is_order = options.startswith("<ul") and answer.startswith("<ol")
    if options and answer.startswith("<ul"):
        answer = OPTION.sub(
            lambda item: f'{item[1]}<input type="checkbox"{" checked" * (item["box"] == "☑")}> ', answer
        )
    question = draft.markdown(fields["Question"])
    bare = draft.markdown(COLUMN.sub("", fields["Question"], 1))
    if bare != question and card_id("flashcard", bare) == id_of(draft.note).rpartition("~")[2]:
        question, answer = bare, COLUMN.sub("", answer, 1)
    parts = [draft.markdown(answer), draft.markdown(fields.get("Explanation", ""))]
    return ImportedCard(
        question,
        "\n\n".join(filter(None, parts)),
        reverse=bool(fields["Reverse"].strip()),
        order=is_order,
    )


def _cloze(draft: Draft) -> ImportedCard:
    text = draft.markdown(draft.note.fields["Text"], is_cloze=True)
    explanation = draft.markdown(draft.note.fields["Explanation"])
    numbered = ImportedCard(text, explanation, "cloze")
    plain = replace(numbered, question=BLANK.sub(r"==\1==", text))
    before, after = _read(numbered), _read(plain)
    same = before and after and [one.answer for one in before.blanks] == [one.answer for one in after.blanks]
    return plain if same else numbered


def _read(one: ImportedCard) -> Cloze | None:
    fences = Scan(block(one)).fences
    result = parse(fences[0]) if len(fences) == 1 else None
    return result.card if result and not result.mistakes and isinstance(result.card, Cloze) else None


def with_id(one: ImportedCard, name: str) -> ImportedCard:
    """The card with its id, unless that is the one it has by its question."""
    fences = Scan(block(one)).fences
    found = parse(fences[0]).card if len(fences) == 1 else None
    return one if found and getattr(found, "id", "") == name else replace(one, id=name)

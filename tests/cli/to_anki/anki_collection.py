"""What Anki makes of a package, and what a student sees of it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.notes import Note
from anki_course import note, package


def bring_in(anki: Collection, content: bytes) -> Any:
    """Import a package as students do, with Anki's own settings; returns what its log says."""
    Path("cards.apkg").write_bytes(content)
    request = ImportAnkiPackageRequest(
        package_path=str(Path("cards.apkg").resolve()), options=ImportAnkiPackageOptions()
    )
    log = anki.import_anki_package(request).log
    anki.models._clear_cache()
    return log


def imported(anki: Collection, text: str, **changed: int) -> Any:
    note(text)
    return bring_in(anki, package(changed=changed))


def only_note(anki: Collection) -> Note:
    (number,) = anki.find_notes("")
    return anki.get_note(number)


def sides(anki: Collection) -> list[tuple[str, str]]:
    """What each card of a collection shows, without style."""
    shown = []
    for number in sorted(anki.find_cards(""), key=lambda one: (anki.get_card(one).due, anki.get_card(one).ord)):
        output = anki.get_card(number).render_output()
        shown.append((output.question_text, output.answer_text))
    return shown


def as_reader_sees(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def answer_first_card(anki: Collection) -> None:
    """Answer a card as a student, so that it has a schedule."""
    anki.decks.select(anki.decks.id("My course"))
    card = anki.sched.getCard()
    assert card
    card.start_timer()
    anki.sched.answerCard(card, 4)

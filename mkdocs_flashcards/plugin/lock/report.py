"""What a build says of cards that are gone since the lock file was written."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path

from ...cards import Card
from ...extension.card_registry import CardRegistry
from ..weeks.units import counted
from .compare import CardNow, compare, count_edited, gone_message
from .file import NAME, Lock, LockProblem, read_lock

log = logging.getLogger("mkdocs.plugins.flashcards")

ANKI = "anki"
BROKEN = (
    " Until then, packages for Anki use the course's current name, and edited cards do not reach students who "
    "have it already."
)
MISSING = (
    "an edited card does not reach students who have imported an earlier package into Anki. "
    "`mkdocs-flashcards pin --lock` writes it."
)
STALE = "the change will not reach students who have imported the cards into Anki."


def lock_beside(settings_file: str | None, exports: Sequence[str]) -> Lock | None:
    """The lock file beside mkdocs.yml. One that cannot be used is a warning."""
    if not settings_file:
        return None
    try:
        lock = read_lock(Path(settings_file).parent)
        if not lock and ANKI in exports:
            log.info("There is no %s, so %s", NAME, MISSING)
        return lock
    except LockProblem as problem:
        log.warning("%s%s", problem, BROKEN if ANKI in exports else "")
        return None


def report_changes(lock: Lock, registry: CardRegistry, docs_folder: str, exports: Sequence[str]) -> None:
    """Warn of cards that seem to be reworded, and say which are gone, once all notes are rendered.

    Cards that are missing in a page with a mistake are not counted: they may be the block with the mistake. For
    packages of Anki, say how many cards have changed without the lock file knowing of it.
    """
    notes = _cards_now(lock, registry, docs_folder)
    told = compare(lock, notes)
    if ANKI in exports and (edited := count_edited(lock, notes)):
        cards = f"{counted(edited, 'card')} {'has' if edited == 1 else 'have'}"
        log.info("%s changed since %s was written. Run `mkdocs-flashcards pin --lock`, or %s", cards, NAME, STALE)
    mistaken = registry.pages_with_mistakes()
    for one in told.reworded:
        path = f"{docs_folder}{one.note}"
        log.warning("%s:%s: %s", path, one.now.line, one.message(path))
    for note, ids in told.gone.items():
        if f"{docs_folder}{note}" not in mistaken:
            log.info("%s%s: %s", docs_folder, note, gone_message(ids))


def _cards_now(lock: Lock, registry: CardRegistry, docs_folder: str) -> Mapping[str, Sequence[CardNow]]:
    """The cards of each note. Lines are looked up only where one is missing, for that takes time."""
    by_page = registry.cards_by_page()
    alive = {card.id for cards in by_page.values() for card in cards}
    found: dict[str, list[CardNow]] = {}
    for path, cards in by_page.items():
        note = path.removeprefix(docs_folder)
        is_missed = any(card.id not in alive for card in lock.notes.get(note, ()))
        now = [CardNow(_line(registry, card) if is_missed else 0, card) for card in cards]
        found[note] = sorted(now, key=lambda one: one.line)
    return found


def _line(registry: CardRegistry, card: Card) -> int:
    """The line of a card in its note; 0 where it is included from elsewhere."""
    seen = registry.find(card.id)
    return seen[1].line or 0 if seen and not seen[1].included else 0

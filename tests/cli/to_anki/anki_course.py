"""A course as a package for Anki."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mkdocs_flashcards.course import export_course, read_course
from mkdocs_flashcards.exchange.export.anki import as_package, note_types

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf50000003"
    "8201014f1b7f0d0000000049454e44ae426082"
)
SETTINGS = "site_name: My course\nsite_url: https://example.org/c/\nplugins: [flashcards]\n"
LATER = note_types.CHANGED + 1000


def note(text: str, path: str = "week-1/a.md") -> None:
    file = Path("docs", path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def package(*paths: str, changed: dict[str, int] | None = None) -> bytes:
    course = export_course(read_course(None, [Path(one) for one in paths]), print, takes_media=True)
    return as_package(replace(course, changed=changed or {}))


SUN = "```cloze\nThe ==Sun== shines.\n```\n"
CARD = "```flashcard id=x tags=a\nWhy?\n---\n{}\n```\n"

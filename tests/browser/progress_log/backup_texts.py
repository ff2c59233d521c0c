"""Files of a backup as they are saved, and as they are read."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from ..logs import grade, line, undo

Modules = Callable[..., Any]
EVENTS = [grade(1, 0, 3), grade(2, 0, 1, "größe.α-1_b~2", name="bbb"), undo(3, grade(1, 0, 3)), grade(4, 3, 0)]
RECORDS = [f"{event['name']} {line(event)}" for event in EVENTS]
READ = "({ readBackup }, texts) => texts.map(readBackup)"


def saved(events: Any = RECORDS, **changes: Any) -> str:
    """A file as the page writes it."""
    return json.dumps(
        {"format": "mkdocs-flashcards", "version": 1, "events": events, "unread": [], **changes}, indent=1
    )


def read(modules: Modules, text: str) -> dict[str, Any]:
    (found,) = modules("progress/storage/backup-file", READ, [text])
    return dict(found)

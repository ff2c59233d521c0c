"""Cards as lines of text, which Anki, spreadsheets and most flash card programs read."""

from __future__ import annotations

import csv
import io

from . import sides
from .model import ExportedCourse
from .names import deck_of, guid_of, tag_of

HEAD = (
    "#separator:tab\n#html:true\n#columns:guid\tdeck\ttags\tfront\tback\n"
    "#guid column:1\n#deck column:2\n#tags column:3\n"
)


def as_tsv(course: ExportedCourse) -> str:
    """A line for each card: what it is known by, deck, tags, front and back as HTML, below lines that tell Anki so."""
    out = io.StringIO()
    out.write(HEAD)
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    for card in course.cards:
        names = guid_of(course.key, card.id, "text"), deck_of(course.name, card.week), " ".join(map(tag_of, card.tags))
        writer.writerow([*names, sides.front(card), sides.back(card)])
    return out.getvalue()

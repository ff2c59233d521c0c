"""Courses of a few cards, for a session of each."""

from __future__ import annotations

from .. import samples
from ..courses import recalls

THREE = {"week-1/notes": recalls("one", "two", "three")}
FIVE = {"week-1/notes": recalls("a", "b", "c", "d", "e")}
KINDS = {"week-1/notes": samples.RECALL + samples.LIST + samples.TRUE_FALSE + samples.RADIO + samples.CLOZE}
MANY = {"week-1/notes": recalls(*(f"m{n}" for n in range(43)))}
BREAK = "Enough for today?"

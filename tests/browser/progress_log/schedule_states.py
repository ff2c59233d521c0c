"""The states of cards after some events, as the scheduler has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..logs import DAY, Event

Modules = Callable[..., Any]
PLAN = {"retention": 0.9, "exam": None}
STATES = """({ Schedule, Log }, cases) => cases.map(({ events, lists, added, today, plan, cards }) => {
  let log = events;
  if (lists) {
    log = new Log();
    for (const [name, lines] of lists) log.read(name, lines.join("\\n"));
    if (log.unread.length) throw new Error(log.unread[0]);
  }
  const schedule = new Schedule(log, today, plan);
  // Some states are asked for before the rest is added, so that none can be left from before.
  for (const card of cards) if (card.length % 2) schedule.state(card);
  for (const event of added ?? []) schedule.add(event);
  return cards.map((card) => schedule.state(card) ?? null);
})"""


def state(modules: Modules, *events: Event, today: int = 100, card: str = "docker", **plan: Any) -> Any:
    """The state on a day that is counted from the first of the log."""
    case = {"events": events, "today": DAY + today, "plan": {**PLAN, **plan}, "cards": [card]}
    return modules("progress/log progress/schedule", STATES, [case])[0][0]

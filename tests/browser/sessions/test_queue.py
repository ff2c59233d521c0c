"""What a session asks, and in what order: each rule on its own, and whole sessions at random."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby, pairwise
from typing import Any

import pytest

from ..logs import DAY, Event, grade, undo

Modules = Callable[..., Any]
# Mulberry: the same order for the same seed.
RANDOM = """const seeded = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};"""
BEGIN = f"""{RANDOM}
const begin = ({{ Schedule, Queue }}, {{ events, items, today, newLeft, mode, seed }}) => {{
  const schedule = new Schedule(events, today, {{ retention: 0.9, exam: null }});
  return new Queue({{ items, schedule, today, newLeft, mode, random: seeded(seed) }});
}};"""


def item(name: str, group: str = "note") -> dict[str, str]:
    return {"item": name, "cardId": name.partition("~")[0], "group": group}


def session(
    items: list[dict[str, str]],
    events: list[Event] | None = None,
    *,
    today: int = 10,
    new: int = 100,
    mode: str = "due",
    seed: int = 1,
) -> dict[str, Any]:
    return {"items": items, "events": events or [], "today": DAY + today, "newLeft": new, "mode": mode, "seed": seed}


def order(modules: Modules, *arguments: Any, **options: Any) -> list[str]:
    """What is asked when everything is remembered."""
    script = f"""(modules, value) => {{ {BEGIN}
      const queue = begin(modules, value);
      const asked = [];
      while (queue.current) {{ asked.push(queue.current); queue.graded(3); }}
      return asked; }}"""
    found: list[str] = modules("progress/schedule session/select session/queue", script, session(*arguments, **options))
    return found


def played(modules: Modules, acts: str, *arguments: Any, **options: Any) -> list[dict[str, Any]]:
    """What the queue says before the first act and after each: 1 to 4 are grades, s skips, u takes back."""
    script = f"""(modules, [acts, value]) => {{ {BEGIN}
      const queue = begin(modules, value);
      const say = (undone = null) =>
        ({{ current: queue.current ?? null, next: queue.next ?? null, left: queue.left, undone }});
      const said = [say()];
      for (const act of acts) {{
        if (act === "s") said.push(say(queue.skip()));
        else if (act === "u") said.push(say(queue.undo() ?? null));
        else said.push(say(queue.graded(Number(act))));
      }}
      return said; }}"""
    value = [list(acts), session(*arguments, **options)]
    found: list[dict[str, Any]] = modules("progress/schedule session/select session/queue", script, value)
    return found


def count(modules: Modules, *arguments: Any, **options: Any) -> tuple[int, int]:
    script = """({ Schedule, countDue }, { items, events, today, newLeft }) => {
      const schedule = new Schedule(events, today, { retention: 0.9, exam: null });
      return countDue(items, schedule, today, newLeft); }"""
    found = modules("progress/schedule session/select session/queue", script, session(*arguments, **options))
    return found["due"], found["fresh"]


FIVE = [item(name) for name in "abcde"]


def known(card: str, n: int, day: int = 0) -> Event:
    """Due two days after its only grade."""
    return grade(n, day, 3, card)


def test_an_empty_queue(modules: Modules) -> None:
    nothing = {"current": None, "next": None, "left": 0, "undone": None}
    assert played(modules, "3su", []) == [nothing] * 4


def test_what_is_due_and_what_is_new(modules: Modules) -> None:
    events = [known("c", 1), known("e", 2), known("a", 3, day=9)]
    assert set(order(modules, FIVE, events)) == {"c", "e", "b", "d"}  # a was asked yesterday
    assert count(modules, FIVE, events) == (2, 2)


@pytest.mark.parametrize(("due", "new"), [(30, 10), (10, 30), (20, 20), (40, 1), (1, 40), (100, 20)])
def test_new_cards_are_spread_evenly_among_the_due_ones(modules: Modules, due: int, new: int) -> None:
    """Whoever stops early has had their share of both."""
    items = [item(f"{sort}{n}", f"note{n % 4}") for sort, size in (("due", due), ("new", new)) for n in range(size)]
    events = [known(f"due{n}", n + 1) for n in range(due)]
    for seed in range(4):
        asked = order(modules, items, events, seed=seed)
        assert len(asked) == due + new
        for stop in range(1, len(asked) + 1):
            share = sum(name.startswith("new") for name in asked[:stop])
            assert abs(share - stop * new / (due + new)) <= 2
        groups = [name.lstrip("duenw") for name in asked]
        assert sum(int(one) % 4 == int(other) % 4 for one, other in pairwise(groups)) <= 2


def test_due_cards_come_at_random(modules: Modules) -> None:
    """Neither the longest overdue nor the best known first: both cost recall when a student stops early."""
    items = [item(f"card{n}") for n in range(30)]
    events = [known(f"card{n}", n + 1, day=-n) for n in range(30)]
    places = [order(modules, items, events, seed=seed).index("card0") for seed in range(12)]
    assert min(places) < 10 < max(places)


def test_no_more_new_ones_than_are_left_for_today_and_the_first_of_the_course(modules: Modules) -> None:
    events = [known("b", 1)]
    assert set(order(modules, FIVE, events, new=2)) == {"b", "a", "c"}
    assert order(modules, FIVE, events, new=0) == ["b"]
    assert order(modules, FIVE, events, new=-3) == ["b"]
    assert count(modules, FIVE, events, new=2) == (1, 2)


def test_the_order_follows_the_chance_alone(modules: Modules) -> None:
    items = [item(f"card{n}", f"note{n % 7}") for n in range(60)]
    assert order(modules, items) == order(modules, items)
    orders = {tuple(order(modules, items, seed=seed)) for seed in range(10)}
    assert len(orders) == 10
    assert len({asked[0] for asked in orders}) > 3


@pytest.mark.parametrize("sizes", [(10, 10, 10), (1, 1, 30), (20, 5, 2, 1), (3, 50), (4,), (1, 1), (2, 2, 2, 2, 2, 2)])
def test_notes_are_mixed(modules: Modules, sizes: tuple[int, ...]) -> None:
    """Two of one note follow one another only where the others cannot be enough to part them."""
    items = [item(f"{group}-{n}", str(group)) for group, size in enumerate(sizes) for n in range(size)]
    for seed in range(8):
        asked = order(modules, items, seed=seed)
        assert sorted(asked) == sorted(one["item"] for one in items)
        groups = [name.split("-")[0] for name in asked]
        runs = [len(list(run)) for _, run in groupby(groups)]
        last = groups[-1]
        # Once only one note is left there is nothing to mix it with.
        tail = runs.pop()
        assert all(run == 1 for run in runs)
        assert tail == 1 or sizes[int(last)] == max(sizes)


def test_each_note_is_spread_over_the_whole_session(modules: Modules) -> None:
    items = [item(f"{group}-{n}", group) for group, size in (("a", 40), ("b", 20), ("c", 10)) for n in range(size)]
    asked = order(modules, items)
    for group, size in (("a", 40), ("b", 20), ("c", 10)):
        in_first_half = sum(name.startswith(group) for name in asked[:35])
        assert size * 0.3 <= in_first_half <= size * 0.7


def test_of_a_cards_items_one_a_session(modules: Modules) -> None:
    items = [item("a~1"), item("a~2"), item("a~r"), item("b"), item("b~r")]
    assert sorted(order(modules, items)) == ["a~1", "b"]
    assert count(modules, items) == (0, 2)
    # What is due comes before what is new, and what waits longest first.
    assert sorted(order(modules, items, [known("a~r", 1)])) == ["a~r", "b"]
    assert sorted(order(modules, items, [known("a~r", 1), known("a~2", 2, day=-3)])) == ["a~2", "b"]


def test_none_of_a_card_that_was_asked_today(modules: Modules) -> None:
    items = [item("a~1"), item("a~2"), item("a~3")]
    assert order(modules, items, [known("a~2", 1, day=10)]) == []
    assert count(modules, items, [known("a~2", 1, day=10)]) == (0, 0)
    assert order(modules, items, [known("a~2", 1, day=9)]) == ["a~1"]
    taken_back = [known("a~2", 1, day=10), undo(2, known("a~2", 1, day=10))]
    assert order(modules, items, taken_back) == ["a~1"]


def test_what_was_forgotten_today_is_still_asked_and_its_siblings_are_not(modules: Modules) -> None:
    items = [item("a~1"), item("a~2")]
    forgotten = [known("a~1", 1), grade(2, 10, 1, "a~2")]
    assert order(modules, items, forgotten) == ["a~2"]
    # After a practice of everything both may be.
    both = [grade(1, 10, 1, "a~1"), grade(2, 10, 3, "a~2")]
    assert order(modules, items, both) == ["a~1"]


def test_practising_everything(modules: Modules) -> None:
    items = [item("a~1"), item("a~2"), item("b"), item("c")]
    events = [known("b", 1, day=10), known("a~1", 2, day=9)]
    assert sorted(order(modules, items, events, mode="all", new=0)) == ["a~1", "a~2", "b", "c"]


def test_only_what_was_missed(modules: Modules) -> None:
    items = [item(name) for name in ("today", "remembered", "before", "known", "new", "long-ago")]
    events = [
        grade(1, 10, 1, "today"),
        grade(2, 10, 1, "remembered"),
        grade(3, 10, 3, "remembered"),
        grade(4, 7, 1, "before"),
        grade(5, 10, 3, "known"),
        grade(6, 2, 1, "long-ago"),
        grade(7, 2, 3, "long-ago"),
    ]
    assert sorted(order(modules, items, events, mode="missed")) == ["before", "remembered", "today"]
    siblings = [item("a~1"), item("a~2")]
    missed = [grade(1, 8, 1, "a~1"), grade(2, 7, 1, "a~2")]
    assert order(modules, siblings, missed, mode="missed") == ["a~2"]


def test_a_forgotten_card_comes_back_after_others_until_it_is_remembered(modules: Modules) -> None:
    items = [item(f"card{n}") for n in range(20)]
    said = played(modules, "1" + "3" * 6 + "1" + "3" * 6 + "3", items)
    first = said[0]["current"]
    asked = [one["current"] for one in said]
    assert [n for n, name in enumerate(asked) if name == first] == [0, 7, 14]
    assert said[-1]["left"] == 7
    assert said[1]["left"] == 20


def test_it_comes_back_before_the_end(modules: Modules) -> None:
    said = played(modules, "1333", FIVE[:3])
    asked = [one["current"] for one in said]
    assert asked[3] == asked[0]
    assert asked[4] is None
    # And at once where nothing else is left.
    alone = played(modules, "1123", FIVE[:1])
    assert [one["current"] for one in alone] == ["a", "a", "a", None, None]


def test_several_forgotten_cards_keep_their_order(modules: Modules) -> None:
    items = [item(f"card{n}") for n in range(12)]
    asked = [one["current"] for one in played(modules, "111" + "3" * 12, items)]
    first = asked[:3]
    again = [name for name in asked[3:] if name in first]
    assert again == first
    assert all(asked[3:].index(name) >= 3 for name in first)


def test_what_is_skipped_is_not_asked_again_in_this_session(modules: Modules) -> None:
    said = played(modules, "s13333", FIVE[:3])
    skipped = said[0]["current"]
    assert skipped not in [one["current"] for one in said[1:]]
    assert (said[1]["left"], said[-1]["left"]) == (2, 0)


def test_the_next_one_is_known(modules: Modules) -> None:
    said = played(modules, "333", FIVE[:3])
    for before, after in pairwise(said[:3]):
        assert before["next"] == after["current"]
    assert said[2]["next"] is None


def test_undo_goes_back_step_by_step(modules: Modules) -> None:
    acts = "31s1341s2"
    forward = played(modules, acts, [item(f"card{n}", str(n % 3)) for n in range(9)])
    both = played(modules, acts + "u" * (len(acts) + 2), [item(f"card{n}", str(n % 3)) for n in range(9)])
    back = both[len(acts) :]
    for before, after in zip(reversed(forward), back, strict=False):
        assert {**before, "undone": None} == {**after, "undone": None}
    assert [one["undone"] for one in back[1 : len(acts) + 1]] == [one["current"] for one in forward[-2::-1]]
    assert [one["undone"] for one in both[-2:]] == [None, None]


def test_after_an_undo_the_session_goes_on_as_if_nothing_had_been(modules: Modules) -> None:
    items = [item(f"card{n}", str(n % 3)) for n in range(12)]
    plain = played(modules, "313331", items)
    taken_back = played(modules, "31u1333s1uu1", items)
    assert {**taken_back[-1], "undone": None} == {**plain[-1], "undone": None}


def test_a_reload_goes_on_where_it_was(modules: Modules) -> None:
    """Everything follows from the log: what was remembered is gone, what was forgotten is still asked."""
    events = [known(card, n) for n, card in enumerate("abcde")]
    graded = [grade(10, 10, 3, "b"), grade(11, 10, 1, "d")]
    assert sorted(order(modules, FIVE, [*events, *graded])) == ["a", "c", "d", "e"]


def test_ten_thousand_cards_in_one_session(modules: Modules) -> None:
    """Each is looked up once when the queue is made, and never again however long the session is."""
    script = f"""(modules, value) => {{ {BEGIN}
      let looked = 0;
      class Schedule extends modules.Schedule {{ state(item) {{ looked++; return super.state(item); }} }}
      const queue = begin({{ ...modules, Schedule }}, value);
      const made = looked;
      let asked = 0;
      for (; queue.current; asked++) queue.graded(asked % 5 === 4 ? 1 : 3);
      return [asked, made, looked - made]; }}"""
    items = [item(f"card{n}", f"note{n // 50}") for n in range(10000)]
    asked, made, later = modules("progress/schedule session/select session/queue", script, session(items, new=10000))
    assert asked == 12499
    assert made == len(items)
    assert later == 0

"""What becomes of restored events in the store: lists of their own, beside those of other devices, tabs and courses."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from ..logs import CARDS, DAY, NAMES, Event, grade, identity, line, random_log, union
from .backup_texts import EVENTS, RECORDS, read, saved

Modules = Callable[..., Any]
NEW_IN = "({ newEvents }, [events, there]) => newEvents(events, there)"


def test_only_what_is_not_there_is_new(modules: Modules) -> None:
    assert modules("progress/storage/backup-file", NEW_IN, [EVENTS, EVENTS]) == []
    assert modules("progress/storage/backup-file", NEW_IN, [[*EVENTS, *EVENTS], EVENTS[:2]]) == EVENTS[2:]
    assert modules("progress/storage/backup-file", NEW_IN, [[], EVENTS]) == []


def test_of_two_events_of_one_identity_the_same_one_stands_everywhere(modules: Modules) -> None:
    lower, higher = grade(1, 0, 1), grade(1, 0, 3)
    assert modules("progress/storage/backup-file", NEW_IN, [[lower], [higher]]) == [lower]
    assert modules("progress/storage/backup-file", NEW_IN, [[higher], [lower]]) == []


# Storage that is only a map, so that one page can be several devices.
DEVICE = """const device = (lists = {}) => {
  const methods = {
    getItem(key) { return Object.hasOwn(this, key) ? this[key] : null; },
    setItem(key, text) { this[key] = text; },
  };
  return Object.assign(Object.create(methods), lists);
};
const load = ({ Store }, name, storage) => new Store("/", name, () => storage);
const states = ({ Schedule, logOf }, store, today, cards) => {
  const schedule = new Schedule(logOf(store), today, { retention: 0.9, exam: null });
  return cards.map((card) => schedule.state(card) ?? null);
};
const restored = ({ readBackup, newEvents, writeFile, logOf }, from, to) => {
  const fresh = newEvents(readBackup(writeFile(from.records())).events, logOf(to).events());
  to.restore(fresh);
  return fresh.length;
};"""
ALL = "progress/storage/store progress/log progress/storage/backup-file progress/event progress/schedule"


@pytest.mark.parametrize("forged", [False, True], ids=["honest", "forged"])
def test_devices_that_exchange_files_agree_and_lose_nothing(modules: Modules, forged: bool) -> None:
    """A to B and back, or the other way round; the same file a second time changes nothing."""
    chance = Random("devices")
    cases = []
    for _ in range(60):
        events = random_log(chance, forged=forged)
        a = [event for event in events if chance.random() < 0.6]
        b = [event for event in events if event not in a or chance.random() < 0.3]
        cases.append([as_lists(a), as_lists(b), DAY + chance.choice((0, 20, 200))])
    script = f"""(modules, [cases, cards]) => {{ {DEVICE}
      return cases.map(([a, b, today]) => {{
        const run = (first, second) => {{
          const before = JSON.stringify([first, second]);
          const [x, y] = [load(modules, "x", first), load(modules, "y", second)];
          restored(modules, x, y);
          restored(modules, y, x);
          const again = restored(modules, x, y) + restored(modules, y, x);
          const kept = JSON.parse(before).every((lists, n) =>
            Object.entries(lists).every(([key, text]) => [first, second][n][key] === text));
          const later = [load(modules, "z", first), load(modules, "z", second)];
          return {{ again, kept, states: later.map((store) => states(modules, store, today, cards)),
            events: later.map(modules.logOf).map((log) => log.inOrder().map((row) => log.event(row))) }};
        }};
        return [run(device(a), device(b)), run(device(b), device(a))];
      }}); }}"""
    for (a, b, _), runs in zip(cases, modules(ALL, script, [cases, CARDS]), strict=True):
        there = union(event_of(key, one) for lists in (a, b) for key, text in lists.items() for one in text.split("\n"))
        for run in runs:
            assert run["again"] == 0
            assert run["kept"]
            assert run["states"][0] == run["states"][1] == runs[0]["states"][0]
            for events in run["events"]:
                assert {identity(event): line(event) for event in events} == {
                    key: line(event) for key, event in there.items()
                }


def as_lists(events: list[Event]) -> dict[str, str]:
    found = {f"flashcards:1:/:{name}": [line(one) for one in events if one["name"] == name] for name in NAMES}
    return {key: "\n".join(lines) for key, lines in found.items() if lines}


def event_of(key: str, text: str) -> Event:
    n, card, time, day, what = text.split(" ")
    event = {"name": key.split(":")[3], "n": int(n), "card": card, "time": int(time, 36), "day": int(day)}
    if not what.startswith("-"):
        return {**event, "grade": int(what)}
    name, number = what[1:].split(".")
    return {**event, "undo": {"name": name, "n": int(number)}}


def test_restored_events_have_a_list_of_their_own(modules: Modules) -> None:
    script = f"""(modules, [first, second]) => {{ {DEVICE}
      const storage = device();
      const store = load(modules, "now", storage);
      store.add("docker", {{ grade: 3 }}, new Date(0));
      store.restore(first);
      store.restore(second);
      const next = load(modules, "next", storage);
      const log = modules.logOf(next);
      return [storage, modules.logOf(store).size, log.events(), log.unread, store.problem]; }}"""
    stored, own, events, unread, problem = modules(ALL, script, [EVENTS[:2], EVENTS[2:]])
    assert set(stored) == {"flashcards:1:/:now", "flashcards:1:/:+now"}
    assert stored["flashcards:1:/:+now"].split("\n") == RECORDS
    assert (own, len(events), problem) == (5, 5, "")
    assert events[1:] == EVENTS or events[:4] == EVENTS
    assert unread == []


def test_a_file_cannot_speak_for_the_page_that_reads_it(modules: Modules) -> None:
    """It would take the numbers of the events that are still to come."""
    script = f"""(modules, forged) => {{ {DEVICE}
      const storage = device();
      const store = load(modules, "aaa", storage);
      store.restore(forged);
      const event = store.add("docker", {{ grade: 3 }}, new Date(0));
      store.save();
      return [modules.logOf(store).events(), event]; }}"""
    events, event = modules(ALL, script, EVENTS)
    assert events == [event, *[one for one in EVENTS if one["name"] != "aaa"]]


def test_a_grade_does_not_write_the_restored_list_again(modules: Modules) -> None:
    script = f"""(modules, events) => {{ {DEVICE}
      const storage = device();
      const written = [];
      const store = load(modules, "now", storage);
      Object.defineProperty(storage, "setItem", {{ value(key, text) {{ written.push(key); this[key] = text; }} }});
      store.restore(events);
      store.add("docker", {{ grade: 3 }}, new Date(0));
      store.save();
      return written; }}"""
    own, restored = "flashcards:1:/:now", "flashcards:1:/:+now"
    assert modules(ALL, script, EVENTS) == [restored, own]


def test_what_did_not_fit_is_made_up_for(modules: Modules) -> None:
    script = f"""async (modules, events) => {{ {DEVICE}
      const storage = device();
      let full = true;
      Object.defineProperty(storage, "setItem", {{ value(key, text) {{
        if (full && key.includes("+")) throw new DOMException("", "QuotaExceededError");
        this[key] = text; }} }});
      const store = load(modules, "now", storage);
      store.database.put = async () => false;
      await store.restore(events);
      const problems = [store.problem];
      const inMemory = modules.logOf(store).size;
      await store.save();
      problems.push(store.problem);
      full = false;
      await store.save();
      problems.push(store.problem);
      return [problems, inMemory, modules.logOf(load(modules, "next", storage)).size]; }}"""
    assert modules(ALL, script, EVENTS) == [["full", "full", ""], 4, 4]


def test_bad_records_of_any_list_are_set_aside_with_its_name(modules: Modules) -> None:
    lists = {
        "flashcards:1:/:aaa": f"{line(EVENTS[0])}\n<b>\n\n9 docker",
        "flashcards:1:/:+bbb": f"{RECORDS[1]}\n{line(EVENTS[0])}\naaa",
        "flashcards:1:/:UPPER": line(EVENTS[0]),
        "flashcards:1:/:+": "",
    }
    script = f"""(modules, lists) => {{ {DEVICE}
      const store = load(modules, "now", device(lists));
      const log = modules.logOf(store);
      return [log.unread, log.inOrder().map((row) => log.event(row))]; }}"""
    unread, events = modules(ALL, script, lists)
    assert events == EVENTS[:2]
    assert unread == [
        "aaa <b>",
        "aaa 9 docker",
        f"+bbb {line(EVENTS[0])}",
        "+bbb aaa",
        f"UPPER {line(EVENTS[0])}",
    ]


def test_thousands_of_lists(modules: Modules) -> None:
    script = f"""(modules, count) => {{ {DEVICE}
      const lists = {{}};
      for (let n = 0; n < count; n++) lists["flashcards:1:/:a" + n] = "1 card" + n + " " + n.toString(36) + " 0 3";
      const store = load(modules, "now", device({{ ...lists, other: "x", "flashcards:settings:/": "{{}}" }}));
      const log = modules.logOf(store);
      return [store.records().length, log.size, log.inOrder().every((row, n) => log.time[row] === n)]; }}"""
    assert modules(ALL, script, 5000) == [5000, 5000, True]


def test_another_courses_lists_are_left_alone(modules: Modules) -> None:
    """Also those of a course whose name begins with this one's."""
    lists = {"flashcards:1:a:xxx": line(EVENTS[0]), "flashcards:1:a:b:xxx": line(EVENTS[3])}
    script = f"""({{ Store, logOf }}, lists) => {{ {DEVICE}
      const storage = device(lists);
      const logs = ["a", "a:b"].map((scope) => logOf(new Store(scope, "now", () => storage)));
      return logs.map((log) => [log.n, log.unread]); }}"""
    assert modules(ALL, script, lists) == [[[1], []], [[4], []]]


def test_another_tab_is_heard(modules: Modules) -> None:
    text = f"{line(EVENTS[0])}\nbroken\n{line(EVENTS[3])}"
    script = f"""(modules, text) => {{ {DEVICE}
      const {{ heard }} = modules;
      const store = load(modules, "now", device());
      const keys = ["flashcards:1:/:aaa", "flashcards:1:/:now", "flashcards:1:/:+now", "flashcards:1:/x:aaa", null];
      const counts = keys.map((key) => heard(store, {{ key, newValue: text }}).length);
      const [key] = keys;
      return [counts, heard(store, {{ key, newValue: text }}), heard(store, {{ key, newValue: null }})];
    }}"""
    heard, events, removed = modules(f"{ALL} progress/storage/reconcile", script, text)
    assert heard == [2, 0, 0, 0, 0]
    assert events == [EVENTS[0], EVENTS[3]]
    assert removed == []


@pytest.mark.parametrize(("works", "problem"), [(True, ""), (False, "refused")])
def test_storage_that_cannot_be_read_is_told_before_the_first_grade(
    modules: Modules, works: bool, problem: str
) -> None:
    script = """async ({ Store, logOf, reconcile }, works) => {
      const store = new Store("/nowhere", "now", () => { throw new DOMException("", "SecurityError"); });
      if (!works) store.database.use = async () => false;
      const { size } = logOf(store);
      await reconcile(store);
      return [size, store.problem]; }"""
    assert modules(f"{ALL} progress/storage/reconcile", script, works) == [0, problem]


def test_a_day_that_is_not_that_of_its_time_is_no_event(modules: Modules) -> None:
    """It would count today, and come after all that will ever be graded."""
    late = "evil 1 docker zzzzzzz 20000 1"
    found = read(modules, saved([*RECORDS, late]))
    assert found == {"events": EVENTS, "unread": [late], "problem": ""}
    script = f"""(modules, text) => {{ {DEVICE}
      const store = load(modules, "now", device({{ "flashcards:1:/:evil": text }}));
      return [modules.logOf(store).size, modules.logOf(store).unread.length]; }}"""
    assert modules(ALL, script, late.removeprefix("evil ")) == [0, 1]

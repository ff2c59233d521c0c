"""Files that bring progress back: our own, broken ones, hostile ones and huge ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from ..logs import DAY, base36
from .backup_texts import EVENTS, READ, RECORDS, read, saved

Modules = Callable[..., Any]


def test_a_file_that_was_saved_is_read_whole(modules: Modules) -> None:
    script = """({ writeFile, writeRecord, readBackup }, events) =>
      readBackup(writeFile([...events.map(writeRecord), "aaa broken"]))"""
    found = modules("progress/event progress/storage/backup-file", script, EVENTS)
    assert found == {"events": EVENTS, "unread": ["aaa broken"], "problem": ""}
    assert read(modules, "\ufeff" + saved())["events"] == EVENTS
    assert read(modules, json.dumps(json.loads(saved())))["events"] == EVENTS


FOREIGN = [
    "",
    " ",
    "flashcards",
    "\x89PNG\r\n\x1a\n",
    "<!doctype html><title>404</title>",
    "[]",
    "null",
    "3",
    '"mkdocs-flashcards"',
    "{}",
    '{"format": "other", "version": 1, "events": []}',
    '{"format": ["mkdocs-flashcards"], "version": 1, "events": []}',
    '{"__proto__": {"format": "mkdocs-flashcards", "version": 1, "events": []}}',
    saved(version="1"),
    saved(version=0),
    saved(version=1.5),
    saved(version=None),
    saved(version=-1),
    saved(events=None),
    saved(events={"length": 3}),
    saved(events="docker"),
    "[" * 100000,
    '{"a":' * 100000,
]


@pytest.mark.parametrize("text", FOREIGN, ids=range(len(FOREIGN)))
def test_a_file_that_is_not_ours(modules: Modules, text: str) -> None:
    assert read(modules, text) == {"events": [], "unread": [], "problem": "foreign"}


@pytest.mark.parametrize("text", [saved(version=2), saved(version=99, events={"new": 1}), saved(version=2)[:-5]])
def test_a_file_of_a_newer_version(modules: Modules, text: str) -> None:
    assert read(modules, text) == {"events": [], "unread": [], "problem": "newer"}


def test_a_file_that_was_cut_off_anywhere(modules: Modules) -> None:
    """Whatever is whole in it counts, and it is said that the rest is missing."""
    text = saved()
    ends = range(len(text))
    for end, found in zip(
        ends, modules("progress/storage/backup-file", READ, [text[:end] for end in ends]), strict=True
    ):
        begun = '"events": [' in text[:end]
        assert found["problem"] == ("cut" if begun else "foreign")
        whole = [record for record in RECORDS if json.dumps(record) in text[:end]]
        assert found["events"] == EVENTS[: len(whole)]
        assert found["unread"] == []


def test_a_cut_file_whose_records_are_strange(modules: Modules) -> None:
    text = saved([RECORDS[0], 'aaa "\\"quoted\\', "<b>", RECORDS[1]])[:-20]
    found = read(modules, text)
    assert (found["events"], found["problem"]) == (EVENTS[:2], "cut")
    assert found["unread"] == ['aaa "\\"quoted\\', "<b>"]
    assert read(modules, saved()[:60] + '"' * 50000)["events"] == []


HOSTILE: list[Any] = [
    "aaa 1 <img/src=x/onerror=alert(1)> towd2x 20780 3",
    'aaa 1 x"onload="alert(1) towd2x 20780 3',
    "aaa 1 a&lt;b towd2x 20780 3",
    "__proto__ 1 docker towd2x 20780 3",
    "constructor.prototype 1 docker towd2x 20780 3",
    "+aaa 1 docker towd2x 20780 3",
    "aaa:bbb 1 docker towd2x 20780 3",
    "aaa 1 docker towd2x 20780 5",
    "aaa 1 docker towd2x 20780 -1",
    "aaa 1 docker towd2x 20780 NaN",
    "aaa 1 docker towd2x 9999999 3",
    "aaa 1 docker towd2x 1e5 3",
    "aaa 1 docker zzzzzzzzz 20780 3",
    "aaa 1 docker -1 20780 3",
    "aaa 0 docker towd2x 20780 3",
    "aaa 9999999999 docker towd2x 20780 3",
    "aaa 1 docker towd2x 20780 -__proto__.1",
    "aaa 1 docker towd2x 20780 -aaa.0",
    f"aaa 1 {'x' * 201} towd2x 20780 3",
    f"{'a' * 33} 1 docker towd2x 20780 3",
    "aaa 1 docker towd2x 20780 3\naaa 2 docker towd2x 20780 3",
    "aaa 1 docker\u2028x towd2x 20780 3",
    "aaa  1 docker towd2x 20780 3",
    "aaa 1 docker towd2x 20780 3 ",
    "",
    " ",
    None,
    True,
    20780,
    [],
    ["aaa 1 docker towd2x 20780 3"],
    {"name": "aaa", "n": 1, "card": "docker", "time": 1, "day": 1, "grade": 3},
    {"__proto__": {"grade": 3}, "toJSON": 1},
]


def test_a_hostile_record_costs_itself_alone(modules: Modules) -> None:
    records = [part for one in HOSTILE for part in (one, RECORDS[0])]
    found = read(modules, saved(records))
    assert found["problem"] == ""
    assert found["events"] == [EVENTS[0]] * len(HOSTILE)
    wanted = [one if isinstance(one, str) else json.dumps(one, separators=(",", ":")) for one in HOSTILE]
    assert found["unread"] == wanted


def test_names_of_objects_are_cards_and_nothing_more(modules: Modules) -> None:
    cards = ["__proto__", "constructor", "toString", "hasOwnProperty"]
    records = [f"aaa {n} {card} towd2x {DAY} 1" for n, card in enumerate(cards, 1)]
    script = """({ readBackup, Schedule }, [text, cards, today]) => {
      const schedule = new Schedule(readBackup(text).events, today, { retention: 0.9, exam: null });
      const states = [...cards, "valueOf", "prototype"].map((card) => schedule.state(card)?.grade ?? null);
      return [states, Object.keys(Object.prototype), {}.grade ?? null]; }"""
    found = modules("progress/storage/backup-file progress/schedule", script, [saved(records), cards, DAY])
    assert found == [[1, 1, 1, 1, None, None], [], None]


def test_days_at_the_edge_of_what_can_be_written_do_no_harm(modules: Modules) -> None:
    days = (-1, 0, DAY, 999999)
    records = [
        f"aaa {n} docker {base36(time)} {day} 3"
        for n, (day, time) in enumerate(
            ((day, max(day * 86400 + hour, 0)) for day in days for hour in (0, 9, 99999)), 1
        )
    ]
    script = """({ readBackup, Schedule }, [text, days]) => days.map((today) => {
      const schedule = new Schedule(readBackup(text).events, today, { retention: 0.9, exam: today + 5 });
      const { memory, due, reviews } = schedule.state("docker");
      return [reviews, due, memory.stability, memory.difficulty]; })"""
    found = modules("progress/storage/backup-file progress/schedule", script, [saved(records), days])
    assert [reviews for reviews, *_ in found] == [5, 6, 9, 12]  # on the first day, also what is over in the west
    assert all(isinstance(due, int) and 0.001 <= s <= 36500 and 1 <= d <= 10 for _, due, s, d in found)


def test_records_nested_without_end(modules: Modules) -> None:
    nested = "[" * 50000 + "]" * 50000
    text = saved(["DEEP", RECORDS[0]]).replace('"DEEP"', nested)
    found = read(modules, text)
    # A browser that cannot follow it takes the file for a broken one.
    assert found["problem"] in ("", "cut")
    assert found["events"] == EVENTS[:1]


def test_half_a_million_records(modules: Modules) -> None:
    script = """({ readBackup, Schedule }, today) => {
      const records = Array.from({ length: 500000 }, (_, n) => "a" + (n % 9) + " " + (500000 - n) + " b 0 1 3");
      const { events, problem } = readBackup(
        JSON.stringify({ format: "mkdocs-flashcards", version: 1, events: records }));
      const schedule = new Schedule(events, today, { retention: 0.9, exam: null });
      return [events.length, problem, schedule.state("b").reviews]; }"""
    assert modules("progress/storage/backup-file progress/schedule", script, DAY) == [500000, "", 500000]


def test_a_huge_file_is_not_even_read(modules: Modules) -> None:
    script = """async ({ openBackup }) => {
      const file = { size: 20000001, text() { throw new Error("was read"); } };
      return openBackup(file); }"""
    assert modules("progress/storage/backup-file", script) == {"events": [], "unread": [], "problem": "huge"}


def test_a_file_that_cannot_be_read(modules: Modules) -> None:
    script = """async ({ openBackup }) =>
      openBackup({ size: 5, text: () => Promise.reject(new DOMException("", "NotReadableError")) })"""
    assert modules("progress/storage/backup-file", script)["problem"] == "unreadable"


def test_a_file_is_read_as_a_file(modules: Modules) -> None:
    script = "async ({ openBackup }, text) => openBackup(new File([text], 'flashcards.json'))"
    assert modules("progress/storage/backup-file", script, saved())["events"] == EVENTS
    assert modules("progress/storage/backup-file", script, "\ud83d")["problem"] == "foreign"

"""Typed answers, by a table of pairs in the languages of the sites: right, almost, wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .. import samples

TABLE = Path(__file__).parents[2] / "data" / "typed-answers.txt"
JUDGED = """({ checkAnswer }, [pairs, exact, language]) =>
  pairs.map(([, expected, typed]) => checkAnswer(typed, [expected], exact, language).verdict)"""


def tables() -> Iterator[tuple[str, list[list[str]]]]:
    """Each heading with its rows."""
    for block in TABLE.read_text(encoding="utf-8").split("\n[")[1:]:
        heading, _, rows = block.partition("]")
        pairs = [[_text(cell) for cell in row.split(" | ")] for row in rows.split("\n") if row.strip()]
        yield heading, pairs


def _text(cell: str) -> str:
    """A cell with its `\\u` escapes read; the letters of other scripts stay."""
    return cell.encode("ascii", "backslashreplace").decode("unicode-escape")


TABLES = dict(tables())


@pytest.mark.parametrize("heading", TABLES)
def test_the_table_of_typed_answers(modules: Callable[..., Any], heading: str) -> None:
    language, _, code = heading.partition(" ")
    pairs = TABLES[heading]
    judged = modules("card/typed-answer/check-answer", JUDGED, [pairs, bool(code), language])
    wrongly = [(pair, verdict) for pair, verdict in zip(pairs, judged, strict=True) if pair[0] != verdict]
    assert wrongly == []


def test_the_table_is_large_enough_and_names_each_verdict() -> None:
    rows = [row for rows in TABLES.values() for row in rows]
    assert len(rows) >= 200
    assert len({heading.partition(" ")[0] for heading in TABLES}) >= 12
    assert {verdict for verdict, _, _ in rows} == {"right", "almost", "wrong"}
    assert all(len(row) == 3 for row in rows)


@pytest.mark.parametrize("heading", TABLES)
def test_an_answer_is_right_as_it_stands(modules: Callable[..., Any], heading: str) -> None:
    language, _, code = heading.partition(" ")
    same = [["right", expected, expected] for _, expected, _ in TABLES[heading]]
    assert set(modules("card/typed-answer/check-answer", JUDGED, [same, bool(code), language])) == {"right"}


def test_what_checks_is_loaded_once_someone_types(show: Callable[..., Page]) -> None:
    page = show(samples.CLOZE)
    loaded = page.evaluate("() => performance.getEntriesByType('resource').map(({ name }) => name)")
    assert not any("flashcards-check" in name for name in loaded)
    with page.expect_response("**/flashcards-check.js"):
        page.locator(".flash-blank input").first.press_sequentially("o")


def test_a_student_decides_where_what_checks_cannot_be_loaded(show: Callable[..., Page], page: Page) -> None:
    page.route("**/flashcards-check.js", lambda route: route.fulfill(body=""))
    show(samples.CODE)
    page.locator(".flash-blank input").fill("sum")
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".flash-typed")).to_contain_text("sum")
    page.get_by_role("button", name="Remembered").click()
    expect(page.locator(".flash-status")).to_have_text("Noted: remembered.")

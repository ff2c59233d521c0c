"""What is wider than a card scrolls inside it, also for those who have only a keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from ..axe import violations
from ..courses import Course, Student

Courses = Callable[..., Course]

LONG = "averyveryverylongnamethatdoesnotbreakanywhere = anotherveryverylongname(withanargument, andanother)"
TABLE = """| one | two | three | four | five | six | seven | eight |
| --- | --- | --- | --- | --- | --- | --- | --- |
| alpha | beta | gamma | delta | epsilon | zeta | eta | theta |
"""
NOTES = {
    "week-1/note": f"""# Note

```flashcard id=wide
What does this say?

```python
{LONG}
```

{TABLE}
---
This:

```python
{LONG}
```
```

```flashcard id=narrow
What does this say?

```python
short
```
---
Nothing.
```
"""
}
# Themes differ in which of the two scrolls.
THEMES = {"the block": "", "what is in it": '<link rel="stylesheet" href="/course/inner.css">'}


@pytest.fixture
def course(courses: Courses, request: pytest.FixtureRequest) -> Course:
    made = courses(NOTES, head=THEMES[request.param])
    (made.site.folder / "inner.css").write_text("pre > code { display: block; overflow: auto; }", encoding="utf-8")
    return made


def assert_reached_by_keyboard(page: Page, areas: Locator) -> None:
    """Each of these scrolls by an arrow key once it has the focus, and the focus comes to it by the tabulator."""
    for area in areas.all():
        reached = page.locator("[tabindex='0']:focus")
        for _ in range(40):
            page.keyboard.press("Tab")
            if area.evaluate("(area) => area.contains(document.activeElement)"):
                break
        expect(reached).to_have_count(1)
        page.keyboard.press("ArrowRight")
        page.wait_for_function("() => document.activeElement.scrollLeft > 0")


@pytest.mark.parametrize("course", THEMES, indirect=True)
@pytest.mark.parametrize("at", ["week-1/note/", "review/week-1/"])
def test_what_is_too_wide_is_reached_by_keyboard(course: Course, page: Page, at: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(course.http(at))
    wide = page.locator("flash-card[data-card=wide]")
    assert_reached_by_keyboard(page, wide.locator(".flash-question :is(pre, table)"))
    wide.locator("details").evaluate("(details) => { details.open = true; }")
    assert_reached_by_keyboard(page, wide.locator(".flash-reveal pre"))
    assert violations(page) == []
    expect(page.locator("[data-card=narrow] [tabindex='0']")).to_have_count(0)


def test_a_wide_formula_is_reached_too(show: Callable[..., Page]) -> None:
    page = show(f'```flashcard id=wide\nWhich one?\n---\n<div class="arithmatex">{LONG}</div>\n```\n')
    # As Material and a typesetter have it.
    page.locator(".arithmatex").evaluate(
        "(formula) => { Object.assign(formula.style, { overflow: 'auto', whiteSpace: 'nowrap' }); }"
    )
    page.set_viewport_size({"width": 320, "height": 640})
    page.get_by_role("button", name="Show answer").click()
    assert_reached_by_keyboard(page, page.locator(".arithmatex"))


@pytest.mark.parametrize("course", THEMES, indirect=True)
def test_what_has_room_is_no_stop_of_the_tabulator(course: Course, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(course.http("week-1/note/"))
    stops = page.locator("flash-card [tabindex='0']")
    expect(stops).to_have_count(2)
    page.set_viewport_size({"width": 1600, "height": 640})
    expect(stops).to_have_count(0)


@pytest.mark.parametrize("course", THEMES, indirect=True)
def test_in_a_session_too(course: Course, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(course.http("review/week-1/"))
    student = Student(page)
    student.begin()
    if student.asked() != "wide":
        student.answer()
    expect(student.card).to_have_attribute("data-card", "wide")
    assert_reached_by_keyboard(page, student.card.locator(".flash-question :is(pre, table)"))
    assert violations(page) == []

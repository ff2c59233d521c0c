"""What a student does with items to put into order."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

RIGHT = ["1", "2", "3", "4"]
LONG = """
```flashcard id=order order=yes
Which comes first?
---
1. One that is written with rather many words, so that it takes several lines on a narrow screen

    ```python
    for number in range(1, 11): print("a line of code that is too long for any narrow screen", number)
    ```

2. Two
    - nested
3. ![Three](/favicon.ico) <b>bold</b>
```
"""


def items_of(page: Page | Locator) -> Locator:
    return page.locator("[data-kind=ordering] .flash-options > li")


def places(page: Page | Locator) -> list[str]:
    """The places to which the items belong, in the order in which they stand."""
    return [str(item.get_attribute("data-place")) for item in items_of(page).all()]


def sort(page: Page) -> None:
    """Put the items into order by their buttons."""
    for place in RIGHT:
        item = page.locator(f".flash-options > [data-place='{place}']")
        while places(page).index(place) >= int(place):
            item.get_by_role("button", name="Move up:").click()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def grip(page: Page, n: int) -> tuple[float, float]:
    box = items_of(page).nth(n).locator(".flash-grip").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

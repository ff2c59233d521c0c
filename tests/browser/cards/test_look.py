"""How it looks, as far as a test can tell: contrast, names and roles, print, small screens, right to left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from .. import samples
from ..axe import violations
from ..conftest import Site, wait_for_widgets
from ..looks import PALETTES

Show = Callable[..., Page]

ARABIC = """
```flashcard id=recall hint="فكر"
ما هي عاصمة مصر؟
---
القاهرة
```

```cloze id=cloze
عاصمة مصر هي ==القاهرة== وعاصمة العراق هي ==بغداد==.
```

```flashcard id=radio
أي مدينة؟
---
- [x] القاهرة
- [ ] باريس
```
"""
WIDE = """
```flashcard
What does this say?

    averyveryverylongnamethatdoesnotbreakanywhere = anotherveryverylongname(withanargument, andanother)

---
| one | two | three | four | five | six | seven | eight |
| --- | --- | --- | --- | --- | --- | --- | --- |
| alpha | beta | gamma | delta | epsilon | zeta | eta | theta |

averyveryverylongwordthatdoesnotbreakanywherebutmustnotmakethepagescrollsideways
```
"""


def answer_all(page: Page) -> None:
    """Each card in another state."""
    page.locator("#card-recall").get_by_role("button", name="Show answer").click()
    page.locator("#card-list").get_by_role("button", name="Show next").click()
    page.locator("#card-tf").get_by_role("button", name="False").click()
    for name in ("radio", "checkbox"):
        page.locator(f"#card-{name} .flash-pick").first.check()
        page.locator(f"#card-{name}").get_by_role("button", name="Check").click()
    page.locator("#card-order").get_by_role("button", name="Check").click()
    typed = {"cloze": ("optimising", "satisfcing"), "code": ("sun",), "numbers": ("rotterdam", "Spain")}
    for name, words in typed.items():
        for n, word in enumerate(words):
            page.locator(f"#card-{name} input").nth(n).fill(word)
        page.locator(f"#card-{name}").get_by_role("button", name="Check").click()
    page.locator("#card-math").get_by_role("button", name="Show answer").click()
    first = page.locator(".flash-short").first
    first.get_by_role("button", name="Show answer").click()
    first.get_by_role("button", name="Remembered").click()


@pytest.mark.parametrize("palette", PALETTES)
def test_axe_finds_nothing_before_and_after_answering(show: Show, palette: str) -> None:
    page = show(samples.ALL, head=PALETTES[palette])
    assert violations(page) == []
    answer_all(page)
    assert violations(page) == []


@pytest.mark.parametrize("palette", PALETTES)
def test_axe_finds_nothing_without_script(page: Page, site: Site, palette: str) -> None:
    page.goto(site.http(site.write(samples.ALL, script=False, head=PALETTES[palette])))
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    assert violations(page) == []


def test_print_shows_the_answers_and_no_buttons(show: Show) -> None:
    page = show(samples.KINDS)
    page.emulate_media(media="print")
    expect(page.locator(".flash-reveal").filter(visible=True)).to_have_count(12)
    expect(page.get_by_text("Think of shipping.")).to_be_visible()
    expect(page.locator(".flash-actions").filter(visible=True)).to_have_count(0)
    assert page.locator("#card-recall .flash-reveal").evaluate("(element) => element.checkVisibility()")
    page.emulate_media(media="screen")
    expect(page.locator(".flash-reveal").filter(visible=True)).to_have_count(0)


def test_a_list_half_shown_prints_whole(show: Show) -> None:
    page = show(samples.LIST)
    page.get_by_role("button", name="Show next").click()
    page.emulate_media(media="print")
    expect(page.locator(".flash-items > li").filter(visible=True)).to_have_count(3)
    expect(page.get_by_text("usual mistake")).to_be_visible()


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_320_pixels_are_enough(show: Show, page: Page, direction: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    show(samples.ALL + WIDE, html=f'lang="en" dir="{direction}"')
    answer_all(page)
    page.locator("flash-card").last.get_by_role("button", name="Show answer").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_right_to_left(show: Show) -> None:
    page = show(ARABIC, html='lang="ar" dir="rtl"')
    pick, text = (page.locator(f"#card-radio {part}").first.bounding_box() for part in (".flash-pick", ".flash-text"))
    assert pick
    assert text
    assert pick["x"] > text["x"] + text["width"] / 2
    page.get_by_label("Blank 1").fill("القاهره")
    page.get_by_label("Blank 2").fill("بغداد")
    page.locator("#card-cloze").get_by_role("button", name="Check").click()
    expect(page.locator(".flash-result")).to_have_text("Almost. You decide.")


def test_a_blank_grows_with_what_is_typed(show: Show) -> None:
    page = show(samples.CLOZE)
    blank = page.get_by_label("Blank 1")
    narrow = blank.bounding_box()
    blank.fill("a rather long answer that was typed")
    wide = blank.bounding_box()
    assert narrow
    assert wide
    assert wide["width"] > narrow["width"] * 2
    assert wide["height"] == narrow["height"]


@pytest.mark.parametrize(("motion", "seconds"), [("reduce", "0s"), ("no-preference", "0.125s")])
def test_reduced_motion(show: Show, page: Page, motion: str, seconds: str) -> None:
    page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
    show(samples.RECALL)
    found = page.locator(".flash-main").evaluate("(button) => getComputedStyle(button).transitionDuration")
    assert found.split(",")[0] == seconds


def test_fingers_find_the_buttons(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(site.http(site.write(samples.KINDS)))
    wait_for_widgets(page)
    small = page.evaluate(
        "[...document.querySelectorAll('.flash-button, .flash-option, .flash-hint > summary')]"
        ".filter((element) => element.getBoundingClientRect().height < 44).map((element) => element.className)"
    )
    assert small == []
    context.close()


def test_forced_colours_keep_the_verdicts_apart(show: Show, page: Page) -> None:
    page.emulate_media(forced_colors="active")
    show(samples.RADIO)
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Check").click()
    signs = page.locator(".flash-options:not(.flash-solution) .flash-verdict").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one, '::before').content)"
    )
    assert len(set(signs)) == 2


def test_forced_colours_keep_the_frames_of_what_was_chosen_and_what_was_right(show: Show, page: Page) -> None:
    page.emulate_media(forced_colors="active")
    show(samples.RADIO)
    page.locator(".flash-options [data-right=no] .flash-pick").first.check()
    page.get_by_role("button", name="Check").click()
    options = page.locator(".flash-options:not(.flash-solution) > li")
    frames = options.evaluate_all(
        "(all) => Object.fromEntries(all.map((one) => [one.dataset.verdict ?? one.dataset.right,"
        " getComputedStyle(one).outline.includes('none') ? '' : getComputedStyle(one).outlineStyle]))"
    )
    assert frames == {"wrong": "solid", "right": "dashed", "no": ""}


def test_a_card_in_a_quotation_is_as_readable_as_any(site: Site, show: Show) -> None:
    """Material writes quotations in a grey that our own, fainter words and marks would fall below."""
    (site.folder / "quotation.css").write_text(
        ":root { --md-default-fg-color: #000000de; color: #000000de; } blockquote { color: #0000008a; }",
        encoding="utf-8",
    )
    quoted = "\n".join(f"> {line}".rstrip() for line in samples.ALL.strip().split("\n"))
    page = show(quoted, head='<link rel="stylesheet" href="quotation.css">')
    assert page.locator("blockquote flash-card").count() > 3
    assert not violations(page)
    answer_all(page)
    assert not violations(page)

"""What a theme or a script of the site has attached to a card works in a session too, and afterwards in the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .. import samples
from ..courses import Student, recall
from .hands import by_mouse

Review = Callable[..., Student]

FORMULAS = """
```cloze id=formulas
{{c1::Euler}} found ${{c2::e^{i\\pi}::power}} = -1$ and {{c2::more}}.
```
"""
BLOCKS = """
```cloze id=blocks
Two ways: {{c1::

- one
- two

}} and {{c2::a third}}.
```
"""
ALL = {
    "week-1/notes": samples.KINDS.replace("id=recall", "id=recall reverse=yes") + FORMULAS + BLOCKS,
    "week-1/other": recall("again", "reverse=yes") + samples.SET,
}
# Each element with its attributes, whose order means nothing, and with what is in it.
LIST = """[...document.querySelectorAll(".flash-list *")].map(({ localName, attributes, childNodes }) => [
  localName,
  ...[...attributes].map(({ name, value }) => name + "=" + value).sort(),
  ...[...childNodes].map(({ nodeName, data }) => nodeName + data),
].join()).join("\\n")"""

# Neither of them survives being copied.
ATTACH = """() => {
  for (const paragraph of document.querySelectorAll(".flash-list p:not(.flash-from)")) {
    const drawn = document.createElement("span");
    drawn.className = "drawn";
    drawn.style.display = "inline-block";
    drawn.attachShadow({ mode: "closed" }).innerHTML = "<svg width=40 height=40></svg>";
    const pressed = document.createElement("button");
    pressed.className = "pressed";
    pressed.textContent = "0";
    pressed.addEventListener("click", () => pressed.textContent++);
    paragraph.append(drawn, pressed);
  }
}"""


def go_all_the_way(student: Student) -> None:
    while student.has_more():
        kind = student.card.get_attribute("data-kind")
        if kind in ("ordering", "choice", "cloze", "true-false"):
            student.press("Show answer")
        elif kind == "list":
            student.press("Show next")
            student.press("Show all")
        else:
            student.press("Show answer")
        student.press("Forgot" if len(student.grades()) % 3 else "Remembered")


def test_what_a_script_has_attached_lives(review: Review, page: Page) -> None:
    student = review({"week-1/notes": recall("one", "reverse=yes")})
    page.evaluate(ATTACH)
    page.evaluate("location.hash = 'review-all'")
    for _ in range(2):
        expect(student.card).to_be_visible()
        student.press("Show answer")
        for part in ("question", "reveal"):
            drawn = student.card.locator(f".flash-{part} .drawn")
            assert (drawn.bounding_box() or {})["height"] >= 40
            counter = student.card.locator(f".flash-{part} .pressed")
            before = int(counter.inner_text())
            counter.click()
            expect(counter).to_have_text(str(before + 1))
        student.press("Remembered")
    student.press("Back to the overview")
    for counter in page.locator(".flash-list .pressed").all():
        assert counter.text_content() == "2"


@pytest.mark.parametrize("way", ["end", "button", "back", "address", "opened", "again"])
def test_every_card_is_back_in_its_place_as_it_was(review: Review, page: Page, way: str) -> None:
    # Any card of all may come first, and not each has an answer that is shown.
    student = review({"week-1/notes": recall("one") + recall("two")} if way == "opened" else ALL)
    page.evaluate(ATTACH)
    page.evaluate("window.cards = [...document.querySelectorAll('.flash-list flash-card, .drawn')]")
    before = page.evaluate(LIST)
    page.evaluate("location.hash = 'review-all'")
    expect(student.card).to_be_visible()
    if way == "end":
        go_all_the_way(student)
        student.press("Back to the overview")
    elif way == "back":
        page.go_back()
    elif way == "address":
        page.evaluate("location.hash = ''")
    elif way == "again":
        page.evaluate("location.hash = 'review'")
        expect(student.card).to_be_visible()
        student.press("Leave")
    else:
        if way == "opened":
            student.press("Show answer")
        student.press("Leave")
    expect(student.session).to_have_count(0)
    assert page.evaluate(LIST) == before
    assert page.evaluate("window.cards.every((card) => card.closest('.flash-list'))")


def test_what_is_drawn_while_a_card_is_asked_stays(review: Review, page: Page) -> None:
    student = review({"week-1/notes": recall("one", "reverse=yes")})
    student.begin()
    page.evaluate("""() => {
      const drawn = document.createElement("b");
      drawn.textContent = "drawn";
      document.querySelector(".flash-stage .flash-question p").replaceWith(drawn);
    }""")
    student.press("Leave")
    assert page.locator(".flash-list .flash-question").text_content().strip() == "drawn"


def test_a_card_is_closed_whenever_it_is_asked(review: Review, page: Page) -> None:
    student = review({"week-1/notes": samples.RADIO})
    page.locator(".flash-list details.flash-answer > summary").click()
    student.begin()
    for _ in range(2):
        expect(student.card.locator(".flash-reveal")).to_be_hidden()
        expect(student.card.locator(":checked")).to_have_count(0)
        by_mouse(student)
        page.evaluate("location.hash = 'review-all'")


def test_keys_for_what_a_script_has_opened_reach_it(review: Review, page: Page) -> None:
    student = review({"week-1/notes": recall("one")})
    student.begin()
    page.evaluate("window.heard = []; addEventListener('keydown', ({ key }) => heard.push(key))")
    for key in ("Escape", "n", "ArrowRight", "Escape"):
        page.keyboard.press(key)
    assert page.evaluate("heard") == ["Escape", "ArrowRight", "Escape"]
    expect(student.card).to_be_visible()


RICH = {
    "week-1/notes": "```flashcard id=rich\n<pre class=mermaid>graph LR</pre>\n\n    code\n---\nYes.\n```\n",
    "week-1/plain": recall("plain"),
}
DRAW = """
  for (const pre of place.querySelectorAll("pre.mermaid")) {
    const drawn = document.createElement("div");
    drawn.className = "drawn";
    drawn.attachShadow({ mode: "closed" }).innerHTML = "<svg width=40 height=40></svg>";
    pre.replaceWith(drawn);
  }
  for (const code of place.querySelectorAll("pre > code")) {
    const copy = document.createElement("button");
    copy.className = "copy";
    copy.addEventListener("click", () => copy.dataset.pressed = "");
    code.before(copy);
  }
"""
# As Material does: whatever hears of a new document looks for its content, and mounts all that is there once more.
MATERIAL = f"""() => {{
  const main = document.querySelector("main");
  main.dataset.mdComponent = "content";
  main.insertAdjacentHTML("beforeend", "<pre id=other><code>other</code></pre>");
  window.told = [];
  window.MathJax = {{ typesetPromise: ([card]) => told.push("formulas of " + card.dataset.card) }};
  window.document$ = {{ next() {{
    window.told.push("document");
    for (const place of document.querySelectorAll("[data-md-component=content]")) {{ {DRAW} }}
  }} }};
  document$.next(document);
}}"""


def test_a_theme_hears_of_cards_that_come_later(review: Review, page: Page) -> None:
    student = review(RICH, "review/")
    page.evaluate(MATERIAL)
    page.evaluate("location.hash = 'review-all'")
    for _ in range(2):
        if student.asked() == "rich":
            assert (student.card.locator(".drawn").bounding_box() or {})["height"] >= 40
            student.card.locator(".copy").click()
            expect(student.card.locator(".copy")).to_have_attribute("data-pressed", "")
        student.answer()
    student.press("Back to the overview")
    # Not of a card that has nothing to do for it. Formulas come last, since a theme's way with them is to begin anew.
    told = page.evaluate("told.join()")
    assert told.count("document") == 2
    assert "document,formulas of rich" in told
    # What was in the page was mounted once.
    expect(page.locator("#other .copy")).to_have_count(1)
    expect(page.locator("main")).to_have_attribute("data-md-component", "content")


def test_a_theme_hears_once_of_cards_that_were_there(review: Review, page: Page) -> None:
    student = review(RICH)
    page.evaluate(MATERIAL)
    page.evaluate("location.hash = 'review-all'")
    student.all_answers()
    student.press("Back to the overview")
    assert page.evaluate("told.filter((what) => what === 'document')") == ["document"]
    expect(page.locator(".copy")).to_have_count(2)


def test_what_draws_and_highlights_hears_of_cards_that_come_later(review: Review, page: Page) -> None:
    student = review(RICH, "review/")
    page.evaluate("""() => {
      window.hljs = { highlightElement: (code) => code.dataset.highlighted = "yes" };
      window.mermaid = { run: ({ nodes }) => nodes.forEach((node) => node.textContent = "drawn") };
      window.lightbox = { reload: () => document.body.dataset.enlarged = "yes" };
      document.addEventListener("flashcards:card", ({ target }) => target.dataset.heard = "yes");
    }""")
    page.evaluate("location.hash = 'review-all'")
    if student.asked() == "plain":
        student.answer()
    expect(student.card.locator(".mermaid")).to_have_text("drawn")
    expect(student.card.locator("pre > code")).to_have_attribute("data-highlighted", "yes")
    expect(student.card).to_have_attribute("data-heard", "yes")
    expect(page.locator("body")).to_have_attribute("data-enlarged", "yes")


def test_a_link_that_a_script_has_made_something_of_stays_that(review: Review, page: Page) -> None:
    question = "One [tab](#place), one [way](#place).\n\n<p id=place>Here</p>"
    student = review({"week-1/notes": f"```flashcard id=one\n{question}\n---\nYes.\n```\n"})
    page.evaluate("""() => {
      const link = document.querySelector(".flash-question a");
      link.addEventListener("click", (event) => { event.preventDefault(); link.dataset.done = ""; });
    }""")
    student.begin()
    page.get_by_role("link", name="tab").click()
    expect(page.get_by_role("link", name="tab")).to_have_attribute("data-done", "")
    expect(page.get_by_text("Here")).not_to_be_focused()
    page.get_by_role("link", name="way").click()
    expect(page.get_by_text("Here")).to_be_focused()
    expect(student.card).to_be_visible()


def test_what_a_theme_says_is_seen_above_the_session(review: Review, page: Page) -> None:
    student = review({"week-1/notes": recall("one")})
    page.evaluate("document.body.append(Object.assign(document.createElement('div'), { className: 'md-dialog' }))")
    page.locator(".md-dialog").evaluate(
        "(it) => { Object.assign(it.style, { position: 'fixed', inset: '40% 40%' }); it.textContent = 'Copied'; }"
    )
    student.begin()
    # A click that hits something else would fail.
    page.locator(".md-dialog").click(timeout=2000)

"""Upgrading, leaving, coming back: the widget in the life of a page, and many of them at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mkdocs_flashcards.extension.translations import load_translations
from mkdocs_flashcards.plugin.bundle import standalone_files

from .. import samples
from ..conftest import Site, wait_for_widgets
from ..looks import WATCH
from ..progress import grades

Show = Callable[..., Page]

RUN_AGAIN = """async () => {
  for (const name of ["flashcards", "flashcards-ordering"]) await new Promise((done) => {
    const script = document.createElement("script");
    script.src = `assets/${name}.js`;
    script.onload = done;
    document.querySelector("main").append(script);
  });
}"""


@pytest.mark.parametrize("over", ["http", "file"])
def test_works_served_and_from_a_folder(show: Show, over: str) -> None:
    page = show(samples.RECALL, over=over)
    page.get_by_role("button", name="Show answer").click()
    page.get_by_role("button", name="Remembered").click()
    assert grades(page) == ["recall 3"]


def test_without_script_the_answers_can_be_read(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.http(site.write(samples.ALL)))
    for summary in page.get_by_text("Show answer", exact=True).all():
        summary.click()
    expect(page.locator(".flash-reveal").filter(visible=True)).to_have_count(12)
    expect(page.locator("#card-radio .flash-solution")).to_be_visible()
    expect(page.locator("#card-cloze .flash-filled")).to_be_visible()
    context.close()


def test_the_script_may_run_again(show: Show) -> None:
    page = show(samples.TRUE_FALSE + samples.CLOZE)
    page.evaluate(RUN_AGAIN)
    expect(page.locator("#card-tf .flash-actions")).to_have_count(1)
    page.get_by_role("button", name="True", exact=True).click()
    assert grades(page) == ["tf 3"]


def test_cards_that_arrive_later_become_widgets(show: Show) -> None:
    """As under instant navigation: the content is put in place of the old, then the script runs again."""
    page = show(samples.RECALL)
    page.evaluate("document.querySelector('main').replaceWith(document.querySelector('main').cloneNode())")
    page.evaluate(
        "(html) => document.querySelector('main').append("
        "...new DOMParser().parseFromString(html, 'text/html').body.childNodes)",
        samples.render(samples.LIST + samples.RADIO),
    )
    page.evaluate(RUN_AGAIN)
    wait_for_widgets(page)
    page.locator("#card-list").get_by_role("button", name="Show all").click()
    page.get_by_role("button", name="Forgot").click()
    assert grades(page) == ["list 1"]
    expect(page.locator(".flash-live")).to_have_count(1)


@pytest.mark.parametrize("name", ["recall", "list", "tf", "radio", "cloze"])
def test_leaving_and_coming_back_leaves_one_of_everything(show: Show, name: str) -> None:
    page = show(samples.KINDS)
    card = page.locator(f"#card-{name}")
    before = card.evaluate("(card) => card.outerHTML")
    card.evaluate("(card) => { const place = card.nextSibling; card.remove(); place.before(card); }")
    card.evaluate("(card) => card.connectedCallback()")
    assert card.evaluate("(card) => card.outerHTML") == before


def test_a_listener_that_was_taken_is_given_back(show: Show) -> None:
    page = show(samples.TRUE_FALSE)
    page.evaluate(
        "() => { const card = document.querySelector('flash-card'); window.kept = card; card.remove();"
        "card.querySelector('[data-flash=true]').click(); }"
    )
    assert grades(page) == []


def test_markup_that_was_enhanced_before_is_taken_over(show: Show) -> None:
    page = show(samples.KINDS)
    page.get_by_role("button", name="True", exact=True).click()
    page.get_by_label("Blank 1").first.fill("optimizing")
    page.locator("#card-cloze").get_by_role("button", name="Check").click()
    page.evaluate(
        "() => { const main = document.querySelector('main'); main.replaceWith(main.cloneNode(true)); }",
    )
    wait_for_widgets(page)
    expect(page.locator(".flash-result, .flash-typed")).to_have_count(0)
    expect(page.locator(".flash-reveal").filter(visible=True)).to_have_count(0)
    assert page.evaluate("document.querySelectorAll('.flash-actions').length") == 12
    expect(page.locator("#card-cloze input")).to_have_count(2)
    expect(page.locator("#card-radio .flash-pick")).to_have_count(3)
    page.get_by_role("button", name="False", exact=True).click()
    assert grades(page)[-1] == "tf 1"


def test_a_card_is_closed_again_on_the_way_back(show: Show, site: Site) -> None:
    page = show(samples.RECALL)
    page.get_by_role("button", name="Show answer").click()
    page.goto(site.http(site.write(samples.LIST)))
    page.go_back()
    wait_for_widgets(page)
    expect(page.locator(".flash-reveal")).to_be_hidden()


def test_a_page_kept_alive_closes_its_cards(show: Show) -> None:
    page = show(samples.RECALL)
    page.get_by_role("button", name="Show answer").click()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator(".flash-reveal")).to_be_hidden()
    expect(page.get_by_role("button", name="Show answer")).to_be_visible()


@pytest.mark.parametrize("name", ["recall", "list", "tf", "radio", "cloze"])
def test_an_answer_opened_by_a_search_counts_as_shown(show: Show, name: str) -> None:
    page = show(samples.KINDS)
    card = page.locator(f"#card-{name}")
    card.locator("details.flash-answer").evaluate("(details) => { details.open = true; }")
    card.get_by_role("button", name="Forgot").click()
    assert grades(page) == [f"{name} 1"]


def test_an_answer_that_an_address_opened_stays_open(site: Site, page: Page) -> None:
    name = site.write(samples.RECALL)
    path = site.folder / name
    closed = path.read_text(encoding="utf-8")
    path.write_text(closed.replace('class="flash-answer"', 'class="flash-answer" open'), encoding="utf-8")
    page.goto(site.http(name))
    expect(page.get_by_role("button", name="Remembered")).to_be_visible()
    assert page.evaluate("document.activeElement.localName") == "body"


def test_one_card_twice_on_a_page(show: Show) -> None:
    page = show(samples.RADIO + samples.RADIO.replace("id=radio", "id=other"))
    page.evaluate("document.querySelector('#card-other').removeAttribute('id')")
    page.evaluate("for (const card of document.querySelectorAll('flash-card')) card.connectedCallback()")
    radios = page.get_by_role("radio")
    radios.nth(0).check()
    radios.nth(4).check()
    expect(radios.nth(0)).to_be_checked()


MANY = "\n".join(
    text.replace("id=", f"id=n{n}-")
    for n in range(50)
    for text in (
        samples.RECALL,
        samples.RECALL.replace("id=", "id=b"),
        samples.LIST,
        samples.TRUE_FALSE,
        samples.RADIO,
        samples.CHECKBOX,
        samples.CLOZE,
        samples.CODE,
        samples.NUMBERS,
        samples.MATH,
    )
)


def test_500_cards_are_ready_at_once_and_nothing_moves(
    site: Site, context: BrowserContext, record_property: Callable[[str, object], None]
) -> None:
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(site.http(site.write(MANY, script=False)))
    heights = "() => [...document.querySelectorAll('flash-card')].map((card) => card.getBoundingClientRect().top)"
    before = page.evaluate(heights)
    # A frame with the static cards has to be on the screen before anything can be seen to move.
    frame = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    page.evaluate(frame)
    timed = (
        f"async () => {{ const begin = performance.now(); await ({RUN_AGAIN})(); return performance.now() - begin; }}"
    )
    # For the record only: how long it takes depends on what else the machine does.
    record_property("milliseconds", page.evaluate(timed))
    wait_for_widgets(page)
    page.evaluate(frame)
    assert page.locator(".flash-actions").count() == 500
    assert page.evaluate(heights) == before
    assert sum(page.evaluate("window.shifts")) == 0


@pytest.mark.parametrize("width", [320, 360, 1000])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("spacing", ["normal", "0.12em"])  # wide letters, whatever fonts there are
def test_no_card_changes_its_height_when_it_becomes_a_widget(
    site: Site, context: BrowserContext, width: int, direction: str, spacing: str
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.http(site.write(samples.KINDS, script=False, html=f'lang="en" dir="{direction}"')))
    page.evaluate("(spacing) => { document.documentElement.style.letterSpacing = spacing; }", spacing)
    boxes = (
        "() => [...document.querySelectorAll('flash-card, .flash-question, .flash-blank, .flash-options > li')]"
        ".filter((element) => !element.closest('.flash-answer'))"
        ".map((element) => { const { x, y, width, height } = element.getBoundingClientRect();"
        "return element.className + [x, y, width, height].map(Math.round); })"
    )
    before = page.evaluate(boxes)
    page.evaluate(RUN_AGAIN)
    wait_for_widgets(page)
    assert page.evaluate(boxes) == before


def test_a_site_without_the_plugin_needs_two_files(site: Site, page: Page) -> None:
    """All kinds, and the check of typed answers, are in the one script; progress is that of the site it lies in."""
    for name, text in standalone_files(load_translations("en"), None).items():
        (site.folder / "assets" / f"alone-{name}").write_text(text, encoding="utf-8")
    head = (
        '<link rel="stylesheet" href="assets/alone-flashcards.css">'
        '<script src="assets/alone-flashcards.js" defer></script>'
    )
    page.goto(site.http(site.write(samples.RECALL + samples.CLOZE + samples.ORDERING, head=head, script=False)))
    wait_for_widgets(page)
    page.locator("#card-recall").get_by_role("button", name="Show answer").click()
    page.get_by_role("button", name="Remembered").click()
    assert grades(page) == ["recall 3"]
    for blank in page.locator(".flash-blank > input").all():
        blank.fill("nonsense")
    page.locator("flash-card[data-kind=cloze]").get_by_role("button", name="Check").click()
    expect(page.locator("flash-card[data-kind=cloze] .flash-status").first).to_be_visible()
    expect(page.locator("flash-card[data-kind=ordering]").get_by_role("button", name="Check")).to_be_visible()

"""What there is to see: each state of a note, a review page, a session and paper, and how a reader gets there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

NOTE = "week-1/docker/"
INDEX = "review/"
# The same cards in the same order, in every picture.
NO_CHANCE = "let seed = 20; Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;"
TODAY = datetime(2026, 11, 20, 20, 15, tzinfo=ZoneInfo("Europe/Amsterdam"))
# Six weeks of evenings, the same in every picture: a line of the log for every third card of most days.
SIX_WEEKS = """(today) => {
  const cards = [...document.querySelectorAll("[data-cards]")].flatMap((week) => week.dataset.cards.split(" "));
  const lines = [];
  for (let ago = 42; ago > 0; ago--) {
    cards.forEach((card, n) => {
      if (n > 75 - ago || (n * 7 + ago * 5) % 11 !== 0 || ago % 6 === 4) return;
      const time = (today - ago) * 86400 + 68400 + n * 20;
      lines.push([lines.length + 1, card, time.toString(36), today - ago, (n + ago) % 9 ? 3 : 1].join(" "));
    });
  }
  localStorage.setItem("flashcards:1:/:sixweeks", lines.join("\\n"));
  const backup = { time: today * 86400, events: lines.length };
  localStorage.setItem("flashcards:settings:/", JSON.stringify({ backup }));
}"""
# The theme's header covers the top of the window.
ROOM_ABOVE = 140
WEEK = "review/week-1/"
CARD = ".flash-stage > flash-card"
SHOW = f"{CARD} [data-flash=show], {CARD} [data-flash=all]"
ONE_OF_EACH_KIND = """() => {
  const place = document.querySelector("flash-card").parentElement;
  const kinds = new Map();
  for (const card of place.querySelectorAll("flash-card:not(.flash-short)")) {
    const kind = card.dataset.kind + ("multiple" in card.dataset);
    if (!kinds.has(kind)) kinds.set(kind, card);
  }
  const shown = new Set([...kinds.values(), place.querySelector(".flash-set")]);
  // The stylesheet stays in its place, since one that is put back loads again.
  for (const other of [...place.children]) if (!shown.has(other) && !other.matches("link, script")) other.remove();
}"""
MOST_STEPS = 90

Visit = Callable[[Page, str], None]
"""Leads a new reader to a state of the site at an address."""


def note(page: Page, address: str) -> None:
    """The first card that has nothing but an answer, opened as a reader does, under the header."""
    page.goto(address + NOTE, wait_until="load")
    page.wait_for_function("Boolean(customElements.get('flash-card'))")
    card = page.locator('flash-card[data-kind="recall"]:not(.flash-short)').first
    reveal = card.locator(".flash-reveal")
    expect(reveal).to_be_hidden()
    card.locator("[data-flash=show]").click()
    expect(reveal).to_be_visible()
    card.evaluate("(card, room) => scrollTo(0, card.getBoundingClientRect().top + scrollY - room)", ROOM_ABOVE)


def after_six_weeks(page: Page, address: str) -> None:
    """The page of all weeks, as a student sees it who has been there before."""
    page.clock.set_fixed_time(TODAY)
    page.goto(address + INDEX)
    page.evaluate(SIX_WEEKS, (TODAY.date() - date(1970, 1, 1)).days)
    page.reload()
    expect(page.locator(".flash-figures svg").first).to_be_visible()


def session(page: Page, address: str) -> None:
    """A session over all weeks, a dozen answers old, with an answer open."""
    begin(page, address)
    for n in range(1, 13):
        expect(page.locator(CARD)).to_have_count(1)
        answer(page, 1 if n % 5 == 0 else 3)
    while not page.locator(f"{CARD}[data-kind=recall]:not(.flash-short)").count():
        page.locator("[data-flash=menu]").click()
        page.locator("[data-flash=skip]").click()
    page.locator(f"{CARD} [data-flash=show]").click()
    expect(page.locator(f"{CARD} .flash-reveal")).to_be_visible()


def kinds(page: Page, address: str) -> None:
    """One card of each kind, and a set."""
    page.goto(address + "guide/writing-cards/", wait_until="load")
    page.wait_for_function("Boolean(customElements.get('flash-card'))")
    page.evaluate(ONE_OF_EACH_KIND)


def kinds_answered(page: Page, address: str) -> None:
    """The same with their answers."""
    kinds(page, address)
    for card in page.locator("flash-card").all():
        if (picks := card.locator(".flash-pick")).count():
            picks.first.check()
        press = {"choice": "check", "ordering": "check", "true-false": "true", "list": "all"}
        card.locator(f"[data-flash={press.get(card.get_attribute('data-kind') or '', 'show')}]").click()


def first_visit(page: Page, address: str) -> None:
    """The page of all weeks, for a student who has never been there."""
    page.goto(address + INDEX)
    expect(page.locator(".flash-lead")).to_be_visible()


def week(page: Page, address: str) -> None:
    """A week's page, in the seventh week."""
    after_six_weeks(page, address)
    page.goto(address + WEEK)
    expect(page.locator(".flash-legend")).to_be_visible()


def settings(page: Page, address: str) -> None:
    """Progress and settings."""
    after_six_weeks(page, address)
    page.locator(".flash-keeping > summary").click()
    expect(page.locator(".flash-keeping select").first).to_be_visible()
    page.locator(".flash-keeping").evaluate("(part, room) => scrollTo(0, part.offsetTop - room)", ROOM_ABOVE)


def begin(page: Page, address: str) -> None:
    """A session, with its first card."""
    after_six_weeks(page, address)
    page.locator(".flash-begin [data-flash=review]").click()
    expect(page.locator(CARD)).to_be_visible()


def _asked(kind: str) -> Visit:
    def visit(page: Page, address: str) -> None:
        begin(page, address)
        while page.locator(CARD).get_attribute("data-kind") != kind:
            page.locator("[data-flash=menu]").click()
            page.locator("[data-flash=skip]").click()

    return visit


def judged(page: Page, address: str) -> None:
    """A choice that the page has judged."""
    _asked("choice")(page, address)
    page.locator(f"{CARD} .flash-pick").first.check()
    page.locator(f"{CARD} [data-flash=check]").click()


def menu(page: Page, address: str) -> None:
    """What else can be done with a card."""
    session(page, address)
    page.locator("[data-flash=menu]").click()


def answer(page: Page, grade: int) -> None:
    """Answer the card that is asked, whatever its kind."""
    card = page.locator(CARD)
    if card.get_attribute("data-kind") == "choice":
        card.locator(".flash-pick").first.check()
    if card.get_attribute("data-kind") == "true-false":
        card.locator("[data-flash=true]").click()
    elif (judge := card.locator("[data-flash=check]")).count() and card.get_attribute("data-kind") != "cloze":
        judge.click()
    else:
        page.locator(SHOW).first.click()
    wanted = page.locator(f".flash-grade[data-grade='{grade}']")
    (wanted if wanted.count() else page.locator("[data-flash=go-on]")).first.click()


def _until(selector: str, forgets: int, past: str = "") -> Visit:
    """A session that goes on until something shows; every so-many-th card is forgotten. `past` goes on from a pause."""

    def visit(page: Page, address: str) -> None:
        begin(page, address)
        for n in range(1, MOST_STEPS):
            expect(page.locator(".flash-stage > *")).to_have_count(1)
            if page.locator(selector).count():
                return
            if page.locator(".flash-pause").count():
                page.locator(past).click()
                expect(page.locator(".flash-pause")).to_have_count(0)
            else:
                answer(page, 1 if n % forgets == 0 else 3)
        raise AssertionError(f"{selector} never came")

    return visit


def end_early(page: Page, address: str) -> None:
    """The end of a session that a student has had enough of."""
    _until("[data-flash=enough]", 5, "[data-flash=resume]")(page, address)
    page.locator("[data-flash=enough]").click()
    expect(page.locator(".flash-summary")).to_be_visible()


def _printed(what: str) -> Visit:
    def visit(page: Page, address: str) -> None:
        page.add_init_script("window.print = () => (document.body.dataset.printed = '')")
        page.goto(address + WEEK)
        page.locator(f"[data-flash={what}]").click()
        expect(page.locator("body[data-printed]")).to_be_attached()
        page.emulate_media(media="print")

    return visit


def the_end(page: Page, address: str) -> None:
    """The end of a session, for a student who has a backup."""
    _until(".flash-summary", 12, "[data-flash=resume]")(page, address)
    page.locator("[data-flash=later]").click()
    page.evaluate("document.activeElement.blur()")


STATES: dict[str, Visit] = {
    "A note": note,
    "Cards of all kinds": kinds,
    "Cards of all kinds, answered": kinds_answered,
    "The first visit": first_visit,
    "After six weeks": after_six_weeks,
    "A week": week,
    "Settings": settings,
    "A question": _asked("recall"),
    "Its answer": session,
    "A choice, judged": judged,
    "Blanks": _asked("cloze"),
    "The menu": menu,
    "After twenty answers": _until("[data-flash=enough]", MOST_STEPS, "[data-flash=resume]"),
    "Missed three times": _until(".flash-pause", 1),
    "An early end": end_early,
    "The end": _until(".flash-summary", 7, "[data-flash=resume]"),
    "A sheet": _printed("sheet"),
    "Cards to cut out": _printed("cutouts"),
}

"""Make the pictures of the documentation: a note of the demo course, a review session, a student's figures."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs/img"
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


class Picture(NamedTuple):
    """One picture: its file, the reader's screen, and what they look at."""

    name: str
    scheme: Literal["light", "dark"]
    screen: ViewportSize
    show: Callable[[Page, str], None]
    phone: bool = False


class Quiet(SimpleHTTPRequestHandler):
    """A file server that does not write a line for each file."""

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder at a free port and give the address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def note(page: Page, address: str) -> None:
    """The first card that has nothing but an answer, opened as a reader does, under the header."""
    page.goto(address + NOTE, wait_until="load")
    page.wait_for_function("Boolean(customElements.get('flash-card'))")
    card = page.locator('flash-card[data-kind="recall"]:not(.flash-short)').first
    reveal = card.locator(".flash-reveal")
    expect(reveal).to_be_hidden()
    card.get_by_role("button", name="Show answer").click()
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
    """A session over all weeks, with an answer open."""
    after_six_weeks(page, address)
    page.get_by_role("button", name="Start review").click()
    card = page.locator(".flash-stage > flash-card")
    while card.get_attribute("data-kind") != "recall":
        page.get_by_role("button", name="More").click()
        page.get_by_role("button", name="Skip").click()
    card.get_by_role("button", name="Show answer").click()
    expect(card.locator(".flash-reveal")).to_be_visible()


SHOTS = (
    Picture("note-light", "light", {"width": 1280, "height": 800}, note),
    Picture("note-dark", "dark", {"width": 1280, "height": 800}, note),
    Picture("note-phone", "light", {"width": 390, "height": 844}, note, phone=True),
    Picture("review-light", "light", {"width": 1280, "height": 1000}, after_six_weeks),
    Picture("session-dark", "dark", {"width": 1280, "height": 800}, session),
    Picture("session-phone", "light", {"width": 390, "height": 844}, session, phone=True),
)


def take(browser: Browser, address: str, picture: Picture) -> Path:
    """Take one picture, of a browser that has never been here."""
    context = browser.new_context(
        viewport=picture.screen,
        color_scheme=picture.scheme,
        device_scale_factor=2 if picture.phone else 1,
        has_touch=picture.phone,
        is_mobile=picture.phone,
        locale="en",
        timezone_id="Europe/Amsterdam",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.add_init_script(NO_CHANCE)
    # What another host sends today may differ tomorrow.
    page.route(lambda url: not url.startswith(address), lambda route: route.abort())
    picture.show(page, address)
    page.wait_for_function("document.fonts.status === 'loaded'")
    # A button that is pointed at looks different.
    page.mouse.move(0, 0)
    path = PICTURES / f"{picture.name}.png"
    page.screenshot(path=path, animations="disabled", caret="hide")
    context.close()
    return path


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as site:
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", site], cwd=ROOT, check=True)
        with served(Path(site)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("FLASHCARDS_CHROMIUM"), args=["--no-sandbox"]
            )
            for picture in SHOTS:
                print(take(browser, address, picture).relative_to(ROOT))
            browser.close()


if __name__ == "__main__":
    main()

"""Make the pictures of the documentation: a note of the demo course with an open card, light, dark and on a phone."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs/img"
NOTE = "week-1/docker/"
# The theme's header covers the top of the window.
ROOM_ABOVE = 140


class Picture(NamedTuple):
    """One picture: its file and the reader's screen."""

    name: str
    scheme: Literal["light", "dark"]
    screen: ViewportSize
    phone: bool = False


SHOTS = (
    Picture("note-light", "light", {"width": 1280, "height": 800}),
    Picture("note-dark", "dark", {"width": 1280, "height": 800}),
    Picture("note-phone", "light", {"width": 390, "height": 844}, phone=True),
)


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


def reveal_a_card(page: Page) -> None:
    """Open the answer of the first card that has nothing but one, as a reader does, and show it under the header."""
    card = page.locator('flash-card[data-kind="recall"]:not(.flash-short)').first
    reveal = card.locator(".flash-reveal")
    expect(reveal).to_be_hidden()
    card.get_by_role("button", name="Show answer").click()
    expect(reveal).to_be_visible()
    card.evaluate("(card, room) => scrollTo(0, card.getBoundingClientRect().top + scrollY - room)", ROOM_ABOVE)
    # A button that is pointed at looks different.
    page.mouse.move(0, 0)


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
    # What another host sends today may differ tomorrow.
    page.route(lambda url: not url.startswith(address), lambda route: route.abort())
    page.goto(address + NOTE, wait_until="load")
    page.wait_for_function("customElements.get('flash-card') && document.fonts.status === 'loaded'")
    reveal_a_card(page)
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

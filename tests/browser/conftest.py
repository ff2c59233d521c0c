"""Browser tests drive the script and the stylesheet that the plugin ships, on pages as the extension writes them."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

import mkdocs_flashcards

PACKAGE = Path(mkdocs_flashcards.__file__).parent
ASSETS = PACKAGE / "assets"
WORDS: dict[str, str] = json.loads((PACKAGE / "words" / "en.json").read_text(encoding="utf-8"))

try:
    from mkdocs_flashcards.plugin.assets import note_script, stylesheet
except ImportError:  # until that module is written
    import re

    def note_script(words: dict[str, str], course: str | None) -> str:
        done: list[Path] = []
        parts: list[str] = []

        def add(path: Path) -> None:
            if path in done:
                return
            done.append(path)
            text = path.read_text(encoding="utf-8")
            for name in re.findall(r'^import \{.*\} from "(.*)";$', text, re.M):
                add((path.parent / name).resolve())
            text = re.sub(r"^import .*\n", "", text, flags=re.M)
            parts.append(re.sub(r"^export ", "", text, flags=re.M))

        add((ASSETS / "note.js").resolve())
        import rjsmin

        body = "const site = " + json.dumps({"words": words, "course": course}) + ";\n" + "\n".join(parts)
        return str(rjsmin.jsmin('(() => {\n"use strict";\n' + body + "\n})();\n"))

    def stylesheet() -> str:
        import rcssmin

        return str(rcssmin.cssmin((ASSETS / "flashcards.css").read_text(encoding="utf-8")))


def find_chromium() -> str | None:
    """The browser to drive; None for the one that Playwright brought."""
    if named := os.environ.get("FLASHCARDS_CHROMIUM"):
        return named
    return next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    flags = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    with sync_playwright() as playwright:
        try:
            launched = playwright.chromium.launch(executable_path=find_chromium(), args=flags)
        except Exception as error:
            pytest.fail(
                "The browser tests need Chromium: install it, name it in FLASHCARDS_CHROMIUM, or run "
                f"`playwright install chromium`. ({error})"
            )
        yield launched
        launched.close()


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder quietly, under the strictest policy that the assets promise to work with."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", "default-src 'self'")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


class Site:
    """A folder with the shipped assets, and pages written into it; served over http and readable as files."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        self.address = address
        self.pages = 0

    def write(self, body: str, *, head: str = "", html: str = 'lang="en"', name: str = "", script: bool = True) -> str:
        """Writes a page with these cards and returns its name."""
        self.pages += 1
        name = name or f"page{self.pages}.html"
        tag = '<script src="assets/flashcards.js" defer></script>' if script else ""
        text = (
            f'<!doctype html><html {html}><head><meta charset="utf-8"><title>Cards</title>'
            f'<meta name="viewport" content="width=device-width">{head}</head><body><main><h1>Cards</h1>'
            f'<link rel="stylesheet" href="assets/flashcards.css">\n{body}\n{tag}</main></body></html>'
        )
        (self.folder / name).write_text(text, encoding="utf-8")
        return name

    def http(self, name: str) -> str:
        return f"{self.address}/site/{name}"

    def file(self, name: str) -> str:
        return (self.folder / name).as_uri()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = tmp_path_factory.mktemp("browser")
    folder = root / "site"
    assets = folder / "assets"
    assets.mkdir(parents=True)
    (assets / "flashcards.js").write_text(note_script(WORDS, None), encoding="utf-8")
    (assets / "flashcards.css").write_text(stylesheet(), encoding="utf-8")
    (folder / "dark.css").write_text(
        ":root { color-scheme: dark; background: #1e2129; color: #e2e4e9; }", encoding="utf-8"
    )
    shutil.copytree(ASSETS, folder / "modules")
    (root / "favicon.ico").touch()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Site(folder, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A new one for each test, so its storage is empty; in a time zone whose days are not UTC's."""
    made = browser.new_context(timezone_id="Europe/Amsterdam", locale="en-GB", viewport={"width": 1000, "height": 800})
    made.set_default_timeout(5000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which nothing may go wrong unseen."""
    made = context.new_page()
    problems: list[str] = []
    made.on("pageerror", lambda error: problems.append(str(error)))
    made.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    yield made
    assert not problems


@pytest.fixture
def show(site: Site, page: Page) -> Callable[..., Page]:
    """Opens a page with these cards and waits for the widgets."""

    def opened(body: str, *, over: str = "http", **how: str) -> Page:
        name = site.write(body, **how)
        page.goto(site.file(name) if over == "file" else site.http(name))
        page.wait_for_function("[...document.querySelectorAll('flash-card')].every((card) => 'ready' in card.dataset)")
        return page

    return opened


def logged(page: Page) -> list[list[str]]:
    """What stands in the store, a list of lines for each page load."""
    return page.evaluate(  # type: ignore[no-any-return]
        "Object.keys(localStorage).sort().filter((key) => key.startsWith('flashcards:'))"
        ".map((key) => localStorage.getItem(key).split('\\n'))"
    )


def grades(page: Page) -> list[str]:
    """Card and grade of each event of the only page load, an undo as `-number`."""
    if not (lists := logged(page)):
        return []
    found = []
    for line in lists[0]:
        _, card, _, _, what = line.split(" ")
        found.append(f"{card} {'-' + what.split('.')[1] if what.startswith('-') else what}")
    return found

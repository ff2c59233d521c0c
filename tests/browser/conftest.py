"""The browser, a site with the shipped script and stylesheet, and pages with cards as the extension makes them."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, sync_playwright

import mkdocs_flashcards
from mkdocs_flashcards.extension.translations import load_translations
from mkdocs_flashcards.plugin.bundle import OWN_FILES, later_script, note_script, stylesheet

from . import samples
from .courses import Course, Student, build_course, build_in_theme
from .shared import Shared, sharing
from .site import Handler, Site
from .waiting import eventually

MODULES = Path(mkdocs_flashcards.__file__).parent / "assets"
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    # Nothing is drawn on a screen, and to play a graphics card in software takes a fifth of the time.
    "--disable-gpu",
    "--disable-software-rasterizer",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--renderer-process-limit=1",  # pages of one site share theirs
]
DARK = ":root { color-scheme: dark; background: #1e2129; color: #e2e4e9; } a { color: #8ab4f8; }"


def find_chromium() -> str | None:
    """The browser to drive; None for the one that Playwright brought."""
    named = os.environ.get("FLASHCARDS_CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(driver: Playwright) -> Iterator[Browser]:
    try:
        launched = driver.chromium.launch(executable_path=find_chromium(), args=FLAGS)
    except Error as error:
        pytest.fail(
            "The browser tests need Chromium: install it, name it in FLASHCARDS_CHROMIUM, or run "
            f"`playwright install chromium`. ({error})"
        )
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = tmp_path_factory.mktemp("browser")
    folder = root / "course"
    assets = folder / "assets"
    assets.mkdir(parents=True)
    (root / "favicon.ico").touch()
    words = load_translations("en")
    (assets / "flashcards.js").write_text(note_script(words, None), encoding="utf-8")
    for bundle in ("flashcards-check", *OWN_FILES.values()):
        (assets / f"{bundle}.js").write_text(later_script(bundle, words), encoding="utf-8")
    for bundle in ("flashcards", *OWN_FILES.values()):
        (assets / f"{bundle}.css").write_text(stylesheet(bundle), encoding="utf-8")
    (folder / "dark.css").write_text(DARK, encoding="utf-8")
    shutil.copytree(MODULES, folder / "modules")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Site(folder, server.server_port)
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def shared(browser: Browser, site: Site) -> Iterator[Shared]:
    with sharing(browser, site) as given:
        yield given


@pytest.fixture
def context(shared: Shared) -> Iterator[BrowserContext]:
    """As good as new for each test."""
    yield shared.open()
    shared.leave()


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

    def opened(cards: str, *, over: str = "http", **how: Any) -> Page:
        name = site.write(cards, **how)
        page.goto(site.file(name) if over == "file" else site.http(name))
        wait_for_widgets(page)
        return page

    return opened


def wait_for_widgets(page: Page) -> None:
    # Playwright's `wait_for_function` brings a large script into each page, which takes as long as loading the page.
    ready = "[...document.querySelectorAll('flash-card')].every((card) => 'ready' in card.dataset)"
    eventually(page, lambda: page.evaluate(ready), True)


@pytest.fixture(scope="session")
def courses(site: Site) -> Callable[..., Course]:
    """Courses by their notes, each built once."""
    built: dict[str, Course] = {}

    def course(notes: dict[str, str], **settings: Any) -> Course:
        key = repr((notes, settings))
        if key not in built:
            name = f"course{len(built) + 1}"
            folder = site.folder.parent / name
            build_course(site.folder.parent.parent / f"{site.folder.parent.name}-{name}", folder, notes, **settings)
            (folder / "dark.css").write_text(DARK, encoding="utf-8")
            built[key] = Course(folder, site)
        return built[key]

    return course


@pytest.fixture(scope="session", params=["material", "mkdocs", "readthedocs"])
def themed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The review of a week with a card of each kind, in real themes."""
    return build_in_theme(tmp_path_factory.mktemp(request.param), request.param, samples.KINDS)


@pytest.fixture
def review(courses: Callable[..., Course], page: Page) -> Callable[..., Student]:
    """Opens a page of a course and waits until the student can begin."""

    def opened(notes: dict[str, str], at: str = "review/week-1/", *, over: str = "http", **settings: Any) -> Student:
        course = courses(notes, **settings)
        page.goto(course.file(at) if over == "file" else course.http(at))
        page.locator("flash-review:not(:empty)").wait_for(state="attached")
        return Student(page)

    return opened


@pytest.fixture(scope="module")
def modules(browser: Browser, site: Site) -> Iterator[Callable[..., Any]]:
    """Runs a function of JavaScript with what the named modules export, and a plain value."""
    page = browser.new_page(timezone_id="Europe/Amsterdam")
    page.goto(site.http(site.write("", script=False)))

    def ran(names: str, function: str, value: Any = None) -> Any:
        loaded = ", ".join(f'...(await import("./modules/{name}.js"))' for name in names.split())
        return page.evaluate(f"async (value) => ({function})({{ {loaded} }}, value)", value)

    yield ran
    page.close()

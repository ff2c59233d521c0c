"""Small courses, built as `mkdocs build` would, and students who review them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from playwright.sync_api import Locator, Page, expect

from .progress import grades
from .site import Site

# A theme of a few lines builds in a tenth of the time of a real one.
PAGE = """<!doctype html><html {html}><head><meta charset="utf-8"><title>{{{{ page.title }}}}</title>
<meta name="viewport" content="width=device-width">{head}</head><body><main>
{{{{ page.content }}}}
</main></body></html>
"""


@dataclass
class Course:
    """A built course: where it lies, and where it is served."""

    folder: Path
    site: Site

    def http(self, page: str) -> str:
        return f"{self.site.address}/{self.folder.name}/{page}"

    def file(self, page: str) -> str:
        return (self.folder / page / "index.html").as_uri()


def build_course(
    root: Path,
    site: Path,
    notes: dict[str, str],
    *,
    head: str = "",
    html: str = 'lang="en"',
    repo: str = "",
    **settings: Any,
) -> None:
    """Build notes, by path without ending, into a site."""
    files = {f"docs/{name}.md": text for name, text in {"index": "# Course\n", **notes}.items()}
    files |= {"bare/main.html": PAGE.format(html=html, head=head), "bare/mkdocs_theme.yml": "static_templates: []\n"}
    config = {
        "site_name": "Course",
        "site_dir": str(site),
        "repo_url": repo,
        "theme": {"name": None, "custom_dir": "bare"},
        "plugins": [{"flashcards": settings} if settings else "flashcards"],
        "markdown_extensions": ["tables", "attr_list", "footnotes", "pymdownx.superfences", "pymdownx.highlight"],
    }
    files["mkdocs.yml"] = yaml.dump(config)
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    build(load_config(str(root / "mkdocs.yml")))


def build_in_theme(root: Path, theme: str, note: str) -> Path:
    """Build a note of week 1 as a course in a real theme; where its review is."""
    (root / "docs/week-1").mkdir(parents=True)
    (root / "docs/index.md").write_text("# Course\n", encoding="utf-8")
    (root / "docs/week-1/notes.md").write_text(note, encoding="utf-8")
    # Without what they would fetch from other hosts.
    own = {"material": {"font": False, "palette": {"scheme": "slate"}}}.get(theme, {"highlightjs": False})
    config = {
        "site_name": "Course",
        "theme": {"name": theme, **own},
        "plugins": ["flashcards"],
        "markdown_extensions": ["tables", "pymdownx.superfences"],
    }
    (root / "mkdocs.yml").write_text(yaml.dump(config), encoding="utf-8")
    build(load_config(str(root / "mkdocs.yml")))
    return root / "site/review/week-1/index.html"


def recall(name: str, more: str = "") -> str:
    """A card whose question and answer are told apart by its name."""
    return f"```flashcard id={name} {more}\nWhat is {name}?\n---\nIt is the answer to {name}.\n```\n"


def recalls(*names: str) -> str:
    return "\n".join(recall(name) for name in names)


class Student:
    """What a student does on a review page, by the names that a screen reader says."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session = page.locator(".flash-session")
        self.card = page.locator(".flash-stage > flash-card")
        self.live = page.locator(".flash-live")

    def press(self, name: str) -> None:
        if name in ("Skip", "Reset this card"):
            self.page.get_by_role("button", name="More", exact=True).click()
        self.page.get_by_role("button", name=name, exact=True).click()
        if name in ("Leave", "Back to the overview"):
            expect(self.session).to_have_count(0)

    def hurry(self) -> None:
        """Until the page loads again, all presses come in one burst: no time passes after buttons have appeared."""
        self.page.evaluate("() => { performance.now = () => 1e9; }")

    def begin(self) -> None:
        self.press("Start review")
        expect(self.card).to_be_visible()

    def asked(self) -> str:
        """Which card is asked, by its id."""
        expect(self.card).to_have_count(1)
        return str(self.card.get_attribute("data-card"))

    def answer(self, grade: str = "Remembered") -> str:
        """Answer a card that is thought about and graded; which one it was."""
        asked = self.asked()
        self.press("Show answer")
        self.press(grade)
        return asked

    def all_answers(self, *forgotten: str, by_mouse: bool = False) -> list[str]:
        """Answer until nothing is left, forgetting these cards once; which were asked.

        By keyboard, since a press of a button waits until it stands still. With Playwright's clock, keys come in one
        burst.
        """
        asked: list[str] = []
        while self.has_more():
            now = self.asked()
            forgets = now in forgotten and now not in asked
            if by_mouse:
                self.answer("Forgot" if forgets else "Remembered")
            else:
                self.page.keyboard.press("Space")
                self.page.keyboard.press("1" if forgets else "Space")
            asked.append(now)
        return asked

    def has_more(self) -> bool:
        """Whether a card is asked, and not the end reached; a week may have to be loaded first."""
        expect(self.page.locator(".flash-stage > :is(flash-card, .flash-summary, .flash-pause)")).to_have_count(1)
        if self.page.locator(".flash-pause").count():
            self.press("Go on")
            return self.has_more()
        return self.card.count() == 1

    def position(self) -> str:
        return self.page.locator(".flash-position").inner_text()

    def to_do(self) -> dict[str, int]:
        """What the page says there is to do now, by its words: how many cards, and on later visits what they are."""
        lead, about = (self.page.locator(f".flash-begin .flash-{name}").inner_text() for name in ("lead", "about"))
        found = re.findall(r"(\d+) (card|due|new)", f"{lead}, {about}")
        return {what: int(n) for n, what in found}

    def end(self) -> list[str]:
        """What is said at the end of a session."""
        expect(self.page.locator(".flash-summary")).to_be_visible()
        return self.page.locator(".flash-summary > p").all_inner_texts()

    def focused(self) -> Locator:
        return self.page.locator(":focus")

    def grades(self) -> list[str]:
        return grades(self.page)


# Playwright's own clock changes the whole context for good, and stands in for all timers as well.
FIXED = """(now) => {
  const Real = Date.real ?? Date;
  window.Date = class Date extends Real {
    static real = Real;
    constructor(...given) {
      super(...(given.length ? given : [now]));
    }
    static now() {
      return now;
    }
  };
}"""


def at(page: Page, moment: str | datetime) -> None:
    """Set the page's clock, by a local time of the tests' zone if only that is said; timers go on."""
    now = (moment if isinstance(moment, datetime) else datetime.fromisoformat(f"{moment}+01:00")).timestamp() * 1000
    page.add_init_script(f"({FIXED})({now})")
    page.evaluate(FIXED, now)

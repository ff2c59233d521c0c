"""Review pages from one build to the next: while an author writes, and where a dirty build renders only what is new."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from site_checks import cards_of, dead_addresses
from whole_site import ALL_VALIDATION, Built, Files, Site, card_ids, elements

STRICT: dict[str, Any] = {"strict": True, "validation": ALL_VALIDATION}


def card(name: str, answer: str = "Yes.") -> str:
    """A card that can be told by its id."""
    return f"```flashcard id={name}\n{name}?\n---\n{answer}\n```\n"


FILES: Files = {
    "docs/index.md": "# Home\n",
    "docs/week-1/a.md": f"# A\n\n{card('a')}",
    "docs/week-1/b.md": f"# B\n\n{card('b')}",
    "docs/week-2/c.md": f"# C\n\n{card('c')}",
}


def listed(built: Built) -> dict[str, list[str]]:
    """The cards of each week, which the page of all weeks must know as well."""
    found = {}
    for line in elements(built.html("review/index.html").partition('<ul class="flash-weeks">')[2], "li"):
        if "data-week" not in line.attributes:
            continue
        week, script = line.attributes["data-week"], line.attributes["data-script"].removeprefix("../")
        found[week] = card_ids(built.html(f"review/{week}/index.html"))
        assert line.attributes["data-cards"].split() == found[week]
        assert [name for text in cards_of(built.html(script)) for name in card_ids(text)] == found[week]
    return found


# As `mkdocs serve` builds: in one process, with one plugin


def test_what_an_author_does_shows_at_once(site: Site) -> None:
    def now() -> dict[str, list[str]]:
        built = site.build(**STRICT)
        assert built.warnings == []
        assert dead_addresses(built) == []
        return listed(built)

    site.write(FILES)
    assert now() == {"week-1": ["a", "b"], "week-2": ["c"]}
    site.write({"docs/week-1/a.md": f"# A\n\n{card('a')}\n{card('new')}"})
    assert now() == {"week-1": ["a", "new", "b"], "week-2": ["c"]}
    site.write({"docs/week-3/d.md": card("d"), "docs/week-2/c.md": "# C\n"})
    assert now() == {"week-1": ["a", "new", "b"], "week-3": ["d"]}
    (site.root / "docs/week-1/b.md").unlink()
    site.write({"docs/week-1/a.md": f"---\nweek: Exam\n---\n{card('a', 'No.')}"})
    assert now() == {"week-3": ["d"], "exam": ["a"]}
    assert "No." in (site.root / "site/review/exam/index.html").read_text()
    for name in ("week-1/a", "week-3/d"):
        (site.root / f"docs/{name}.md").unlink()
    built = site.build(**STRICT)
    assert not any("review" in name for name in built.files())
    site.write(FILES)
    assert now() == {"week-1": ["a", "b"], "week-2": ["c"]}


def test_a_page_that_is_gone_is_gone(site: Site) -> None:
    assert "review/week-2/index.html" in site.write(FILES).build(**STRICT).files()
    (site.root / "docs/week-2/c.md").unlink()
    assert "review/week-2/index.html" not in site.build(**STRICT).files()


def test_two_sites_in_one_process_know_nothing_of_each_other(site: Site) -> None:
    site.write(FILES)
    one = listed(site.build(to="one", **STRICT))
    site.write({"docs/week-1/a.md": "# A\n"})
    two = site.build(to="two", dirty=True, validation=ALL_VALIDATION)
    assert one["week-1"] == ["a", "b"]
    assert listed(two)["week-1"] == ["b"]


@pytest.mark.parametrize("theme", ["bare", "material"])
def test_a_dirty_build_while_serving_keeps_the_cards_of_other_notes(site: Site, theme: str) -> None:
    site.write(FILES).build(theme=theme, **STRICT)
    site.write({"docs/week-1/a.md": f"# A\n\n{card('a', 'Other.')}\n{card('new')}"})
    built = site.build(theme=theme, dirty=True)
    assert listed(built) == {"week-1": ["a", "new", "b"], "week-2": ["c"]}
    assert "Other." in built.html("review/week-1/index.html")
    assert "B</a></h2>" in built.html("review/week-1/index.html")
    site.write({"docs/week-2/c.md": "# C\n", "docs/week-3.md": card("d")})
    built = site.build(theme=theme, dirty=True)
    assert listed(built) == {"week-1": ["a", "new", "b"], "week-3": ["d"]}
    (site.root / "docs/week-1/b.md").unlink()
    built = site.build(theme=theme, dirty=True)
    assert listed(built) == {"week-1": ["a", "new"], "week-3": ["d"]}


def test_a_dirty_build_while_serving_hides_what_was_hidden(site: Site) -> None:
    hook = "def on_page_context(context, page, **_):\n    if 'hide' in page.meta:\n        page.content = 'locked'\n"
    site.write({**FILES, "hook.py": hook, "docs/week-1/b.md": f"---\nhide: x\n---\n{card('b')}"}).build(
        hooks=["hook.py"]
    )
    site.write({"docs/week-1/a.md": f"# A\n\n{card('a')}\n{card('new')}"})
    assert listed(site.build(hooks=["hook.py"], dirty=True)) == {"week-1": ["a", "new"], "week-2": ["c"]}


# As `mkdocs build --dirty`: in a new process


def run(site: Site, *options: str) -> str:
    """One build by the command; what it logged."""
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    done = subprocess.run(command, cwd=site.root, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_a_dirty_build_leaves_review_pages_that_it_cannot_fill(site: Site) -> None:
    site.write(FILES).config()
    run(site)
    before = Built(site.root / "site", [], False, site.config(), [])
    pages = {name: text for name, text in before.files().items() if name.startswith("review/")}
    assert len(pages) == 3
    site.write({"docs/week-1/a.md": f"# A\n\n{card('a')}\n{card('new')}", "docs/week-2/c.md": f"# C\n\n{card('x')}"})
    run(site, "--dirty")
    after = Built(site.root / "site", [], False, site.config(), [])
    assert after.files()["review/week-1/index.html"] == pages["review/week-1/index.html"], "it lacks a note"
    assert after.files()["review/index.html"] == pages["review/index.html"]
    assert card_ids(after.html("review/week-2/index.html")) == ["x"], "all of its notes were rendered"
    for page in pages:
        for found in elements(after.html(page)):
            for name in ("src", "href", "data-script"):
                if "assets/flashcards" in (address := found.attributes.get(name, "")):
                    assert address.lstrip("./") in after.files()
    run(site)
    assert listed(Built(site.root / "site", [], False, site.config(), [])) == {
        "week-1": ["a", "new", "b"],
        "week-2": ["x"],
    }


def test_a_dirty_build_of_nothing_is_a_whole_one(site: Site) -> None:
    site.write(FILES).config()
    run(site, "--dirty")
    built = Built(site.root / "site", [], False, site.config(), [])
    assert listed(built) == {"week-1": ["a", "b"], "week-2": ["c"]}


def test_a_dirty_build_after_a_build_without_reviews(site: Site) -> None:
    site.write(FILES).config(plugin={"review": False})
    run(site)
    site.config()
    run(site, "--dirty")
    built = Built(site.root / "site", [], False, site.config(), [])
    assert not any(name.startswith("review/") for name in built.files()) or dead_addresses(built) == []

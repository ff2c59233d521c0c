"""Review pages are pages like any other: plugins that read, list, check and feed pages build strictly with them."""

from __future__ import annotations

import importlib.util
import re
import subprocess
from dataclasses import dataclass, field
from typing import Any

import pytest
from company_notes import card
from mkdocs.plugins import CombinedEvent
from site_checks import dead_addresses, ids_and_names
from whole_site import ALL_VALIDATION, CARD, CLOZE, Built, Files, Site, boxes, card_ids

from mkdocs_flashcards.plugin.neighbours import NEIGHBOURS, Ours, stages

STRICT: dict[str, Any] = {"strict": True, "validation": ALL_VALIDATION}
pytestmark = pytest.mark.filterwarnings("default")  # what other plugins do to Python is not ours
NOTES: Files = {
    "docs/week-1/open.md": f"# Open\n\n## Part\n\n{CARD}",
    "docs/week-2/two.md": f"# Two\n\n{CLOZE}",
    "docs/loose.md": f"# Loose\n\n{card('loose')}",
}
HOME = "# Home\n\n[r](review/index.md) [w](review/week-1.md)\n"


@dataclass(frozen=True)
class Company:
    """A plugin as an author uses it."""

    plugin: Any
    module: str
    files: Files = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    with_git: bool = False
    cards: tuple[str, ...] = ()
    """More cards that there are in the first week."""
    only_last: bool = False
    """Whether the plugin asks to be the last one."""


ADDRESS = {"site_url": "https://example.org/"}
EXEC = "# X\n\n```python exec=\"on\"\nprint('```flashcard id=exec\\nE?\\n---\\nYes.\\n```')\n```\n"
LLMSTXT = {"sections": {"Notes": ["*.md", "week-*/*.md"], "Review": ["review/*.md"]}, "full_output": "full.txt"}
MODULE = '"""A module.\n\n```flashcard id=doc\nD?\n---\nYes.\n```\n"""\n\ndef f():\n    """F."""\n'
SUB = {"sub/mkdocs.yml": "site_name: sub\nnav:\n  - W: week-1/s.md\n", "sub/docs/week-1/s.md": f"# S\n\n{card('sub')}"}
COMPANY = {
    "awesome-pages": Company("awesome-pages", "mkdocs_awesome_pages_plugin"),
    "exclude-search": Company(
        {"exclude-search": {"exclude": ["review/*", "loose.md"]}},
        "mkdocs_exclude_search",
        settings={"more": ["search"], "theme": "material"},
    ),
    "ezlinks": Company({"ezlinks": {"wikilinks": True}}, "mkdocs_ezlinks_plugin"),
    "git-authors": Company("git-authors", "mkdocs_git_authors_plugin", with_git=True),
    "git-revision-date-localized": Company(
        {"git-revision-date-localized": {"enable_creation_date": True}},
        "mkdocs_git_revision_date_localized_plugin",
        with_git=True,
    ),
    "htmlproofer": Company({"htmlproofer": {"raise_error": True, "validate_external_urls": False}}, "htmlproofer"),
    "include-markdown": Company(
        "include-markdown",
        "mkdocs_include_markdown_plugin",
        files={
            "docs/week-1/x.md": "# X\n\n{% include-markdown '../../shared/c.md' %}\n",
            "shared/c.md": card("included"),
        },
        cards=("included",),
    ),
    "llmstxt": Company({"llmstxt": LLMSTXT}, "mkdocs_llmstxt", settings=ADDRESS),
    "markdown-exec": Company(
        "markdown-exec",
        "markdown_exec",
        files={"docs/week-1/x.md": EXEC},
        settings={"markdown_extensions": ["pymdownx.superfences"]},
        cards=("exec",),
    ),
    "mkdocs-jupyter": Company("mkdocs-jupyter", "mkdocs_jupyter", settings={"theme": "material"}),
    "mkdocstrings": Company(
        {"mkdocstrings": {"handlers": {"python": {"paths": ["src"]}}}},
        "mkdocstrings",
        files={"src/pkg/__init__.py": MODULE, "docs/week-1/x.md": "# X\n\n::: pkg\n"},
        settings={"theme": "material", "markdown_extensions": ["pymdownx.superfences"]},
        cards=("doc",),
    ),
    "monorepo": Company(
        "monorepo",
        "mkdocs_monorepo_plugin",
        files=SUB,
        settings={"nav": ["index.md", "loose.md", {"Sub": "!include ./sub/mkdocs.yml"}], "validation": {}},
        cards=("sub",),
    ),
    "obsidian-bridge": Company("obsidian-bridge", "mkdocs_obsidian_bridge"),
    "print-site": Company("print-site", "mkdocs_print_site_plugin", settings={"theme": "material"}, only_last=True),
    "rss": Company({"rss": {"use_git": False}}, "mkdocs_rss_plugin", settings=ADDRESS),
    "rss with git": Company("rss", "mkdocs_rss_plugin", settings=ADDRESS, with_git=True),
}


def build(site: Site, company: Company, *, ours: bool, first: bool = False) -> Built:
    """A strict build with one plugin, listed before or after ours."""
    home = HOME if ours else "# Home\n"
    site.write({**NOTES, "docs/index.md": home, **company.files})
    if company.with_git:
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        for command in (["init", "-q"], ["add", "docs"], [*who, "commit", "-qm", "Notes", "--allow-empty"]):
            subprocess.run(["git", *command], cwd=site.root, check=True)
    settings = {**STRICT, **company.settings}
    plugins = [*settings.pop("more", []), company.plugin]
    if ours:
        plugins.insert(0 if first else len(plugins), "flashcards")
    config = site.config(plugin=ours, plugins=plugins, **settings)
    config.plugins.on_startup(command="build", dirty=False)
    return site.build(plugin=ours, plugins=plugins, to="site" if ours else "without", **settings)


# It brings 43 packages: tried where it is installed, as it is in a job of the public CI. All others have to be there.
BY_CHANCE = {"mkdocs-jupyter"}
PRESENT = [one for one in COMPANY if one not in BY_CHANCE or importlib.util.find_spec(COMPANY[one].module)]
ORDERS = [(name, first) for name in PRESENT for first in (True, False) if first or not COMPANY[name].only_last]


@pytest.mark.parametrize(
    ("name", "first"), ORDERS, ids=[f"{one}-{'first' if first else 'last'}" for one, first in ORDERS]
)
def test_a_site_builds_strictly_in_company(site: Site, name: str, first: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    company = COMPANY[name]
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(site.root.parent))
    without = build(site, company, ours=False)
    built = build(site, company, ours=True, first=first)
    assert built.warnings == without.warnings == []
    found = card_ids(built.html("review/week-1/index.html"))
    assert len(found) == 1 + len(company.cards)
    assert {*found} > {*company.cards}
    assert card_ids(built.html("review/other/index.html")) == ["loose"]
    assert dead_addresses(built) == [one for one in dead_addresses(built) if one.startswith("404.html: /")]
    assert without.files().keys() <= built.files().keys()


@pytest.mark.parametrize(("name", "note"), [("markdown-exec", "x"), ("mkdocstrings", "x")])
def test_the_way_back_leads_to_a_card_whose_id_another_plugin_has_changed(site: Site, name: str, note: str) -> None:
    company = COMPANY[name]
    built = build(site, company, ours=True)
    ids = ids_and_names(built.html(f"week-1/{note}/index.html"))
    assert f"card-{company.cards[0]}" not in ids, "this test tries nothing"
    page = built.html("review/week-1/index.html")
    (back,) = re.findall(rf'<p class="flash-from"><a href="\.\./\.\./week-1/{note}/#([^"]+)"', page)
    assert back.endswith(company.cards[0])
    assert back in ids


# The table of neighbours


def test_our_handlers_run_where_the_table_says() -> None:
    for row in NEIGHBOURS:
        ours = stages(row.event)
        if row.ours is Ours.BEFORE:
            assert max(ours) > row.priority, row
        else:
            assert min(ours) < row.priority, row


@pytest.mark.parametrize("row", NEIGHBOURS, ids=lambda row: f"{row.names[0]}-{row.event}")
def test_the_table_is_right_about_those_that_are_installed(row: Any) -> None:
    entries = {one.name: one for one in importlib.metadata.entry_points(group="mkdocs.plugins")}
    tried = 0
    for name in row.names:
        entry = entries.get(name, entries.get(f"material/{name}"))
        if handler := entry and getattr(entry.load(), f"on_{row.event}", None):  # an older one may lack it
            methods = handler.methods if isinstance(handler, CombinedEvent) else [handler]
            assert row.priority in {getattr(method, "mkdocs_priority", 0) for method in methods}
            tried += 1
    if not tried:
        pytest.skip(f"{row.names[0]} is not installed")


# Previous and next of other people's pages


if "mkdocs-jupyter" in PRESENT:

    def test_a_block_in_a_notebook_of_jupyter_is_reported(site: Site) -> None:
        cell = "# %% [markdown]\n# # Script\n#\n# ```flashcard\n# What?\n# ---\n# An answer.\n# ```\n"
        site.write({"docs/script.py": cell, "docs/index.md": "# Home\n"})
        built = site.build(strict=True, theme="material", plugins=["mkdocs-jupyter"])
        assert [warning.partition(" became")[0] for warning in built.warnings] == [
            "docs/script.py:4: this flashcard, in cell 1 of a notebook,"
        ]
        assert "An answer." in boxes(built.html("script/index.html"))[0]

"""Review pages are pages like any other: plugins that read, list, check and feed pages build strictly with them."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
from dataclasses import dataclass, field
from typing import Any

import pytest
from mkdocs.plugins import CombinedEvent
from site_checks import dead_addresses, ids_and_names
from whole_site import ALL_VALIDATION, CARD, CLOZE, Built, Files, Site, boxes, card_ids, elements

from mkdocs_flashcards.plugin.neighbours import NEIGHBOURS, Ours, stages

STRICT: dict[str, Any] = {"strict": True, "validation": ALL_VALIDATION}
pytestmark = pytest.mark.filterwarnings("default")  # what other plugins do to Python is not ours


def card(name: str) -> str:
    """A card that can be told by its id."""
    return f"```flashcard id={name}\n{name}?\n---\nYes.\n```\n"


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


# A page that was announced is written

WITNESS = """
import json, os
from mkdocs.plugins import event_priority
seen = {"files": [], "content": [], "paths": []}
@event_priority(-2000)
def on_files(files, **_):
    seen["files"] = [file.src_uri for file in files.documentation_pages()]
    seen["paths"] = [file.abs_src_path for file in files.documentation_pages()]
def on_page_content(html, page, **_):
    seen["content"].append(page.file.src_uri)
def on_post_build(config, **_):
    with open(os.path.join(config.docs_dir, "..", "seen.json"), "w") as f:
        json.dump(seen, f)
"""
INDENTED_EXAMPLE = "# X\n\nText.\n\n    ```flashcard\n    Q\n    ---\n    A\n    ```\n"
SNIPPETS = {"markdown_extensions": [{"pymdownx.snippets": {"base_path": ["."]}}]}


@pytest.mark.parametrize(
    ("files", "settings", "weeks"),
    [
        ({"docs/week-1/a.md": card("a")}, {}, {"week-1": "files"}),
        ({"docs/a.md": card("a")}, {}, {"other": "files"}),
        ({"docs/week-1/a.md": card("a"), "docs/week-2/b.md": INDENTED_EXAMPLE}, {}, {"week-1": "files"}),
        ({"docs/week-2/b.md": INDENTED_EXAMPLE}, {}, {}),
        ({"docs/week-2/b.md": f"````\n{card('a')}````\n"}, {}, {}),
        ({"docs/week-2/b.md": f"<!--\n{card('a')}-->\n"}, {}, {}),
        ({"docs/week-2/b.md": "```cloze\nno blank\n```\n"}, {}, {}),
        ({"docs/week-2/b.md": '--8<-- "x.md"\n', "x.md": "Nothing.\n"}, SNIPPETS, {}),
        ({"docs/week-2/b.md": '--8<-- "x.md"\n', "x.md": card("a")}, SNIPPETS, {"week-2": "files"}),
        ({"docs/week-2/b.md": "--8<--\nx.md\n--8<--\n", "x.md": card("a")}, SNIPPETS, {"week-2": "late"}),
        ({"docs/week-2/b.md": '--8<-- "x.md"\n', "x.md": card("a")}, {}, {}),
        ({"docs/week-2/b.md": '```md\n--8<-- "x.md"\n```\n', "x.md": CLOZE.replace("```", "~~~")}, SNIPPETS, {}),
        ({"docs/week-2/b.md": '---\nreview: no\n---\n--8<-- "x.md"\n', "x.md": card("a")}, SNIPPETS, {}),
        (
            {"docs/week-2/b.md": '--8<-- "x.md"\n', "x.md": card("a").replace("id=a", "id=a week=4")},
            SNIPPETS,
            {"other": "late"},
        ),
        (
            {"docs/week-2/b.md": "{% include-markdown './x.md' %}\n", "docs/week-2/x.md": card("a")},
            {"plugins": ["include-markdown"]},
            {"week-2": "files"},
        ),
        ({"docs/week-2/b.md": "Text {{ x }}.\n"}, {}, {}),
        ({"docs/week-2/b.md": "- x\n\n    " + card("a").replace("\n", "\n    ")}, {}, {"week-2": "files"}),
        ({"docs/week-2/b.md": "- x\n\n        " + card("a").replace("\n", "\n        ")}, {}, {}),
        ({"docs/week-2/b.md": "Text\n    " + card("a").replace("\n", "\n    ")}, {}, {"week-2": "late"}),
        (
            {"docs/week-2/b.md": "!!! note\n    " + card("a").replace("\n", "\n    ")},
            {"markdown_extensions": ["admonition"]},
            {"week-2": "files"},
        ),
        (
            {"docs/week-2/b.md": card("a"), "docs/index.md": "[r](review/week-5.md)\n"},
            {},
            {"week-2": "files", "week-5": "files"},
        ),
        ({"docs/week-2/b.md": "# B\n", "docs/index.md": "[r](review/week-5.md)\n"}, {}, {"week-5": "files"}),
        ({"docs/week-2/b.md": "# B\n"}, {"nav": ["index.md", "review/week-2.md"]}, {"week-2": "files"}),
    ],
)
@pytest.mark.parametrize("theme", ["bare", "material"])
def test_what_other_plugins_were_shown_they_find_in_the_site(
    site: Site, files: Files, settings: dict[str, Any], weeks: dict[str, str], theme: str
) -> None:
    site.write({"docs/index.md": "# Home\n", "hook.py": WITNESS, **files})
    built = site.build(hooks=["hook.py"], theme=theme, **settings)
    seen = json.loads((site.root / "seen.json").read_text())
    written = {name.removesuffix("/index.html") for name in built.files() if name.startswith("review/")}
    pages = {f"review/{week}" for week in weeks}
    assert written - {"review"} == pages
    announced = {f"review/{week}" for week, when in weeks.items() if when == "files"}
    assert {path.removesuffix(".md") for path in seen["files"] if path.startswith("review/")} - {
        "review/index"
    } == announced
    assert {path.removesuffix(".md") for path in seen["content"] if path.startswith("review/")} - {
        "review/index"
    } == pages
    docs = os.path.join(str(site.root), "docs")  # noqa: PTH118 (as MkDocs does)
    assert all(path.startswith(docs) for path in seen["paths"])
    assert dead_addresses(built) == [one for one in dead_addresses(built) if one.startswith("404.html: /")]


def test_a_page_that_comes_late_has_its_place_among_the_others(site: Site) -> None:
    theme = {
        "t/main.html": "<nav>{% for page in nav.pages %}{{ page.url or './' }} {% endfor %}</nav>"
        "<main>{{ page.content }}</main>"
        "{{ page.previous_page.url or './' if page.previous_page }}|{{ page.next_page.url if page.next_page }}",
        "t/mkdocs_theme.yml": "static_templates: []\n",
    }
    site.write(
        {
            **theme,
            "docs/index.md": "# Home\n",
            "docs/week-1/a.md": card("a"),
            "docs/week-2/b.md": '--8<-- "x.md"\n',
            "docs/week-3/c.md": card("c"),
            "x.md": card("x"),
        }
    )
    built = site.build(theme={"name": None, "custom_dir": "t"}, **SNIPPETS, **STRICT)
    assert built.warnings == []
    order = ["./", "week-1/a/", "week-2/b/", "week-3/c/", "review/", *(f"review/week-{n}/" for n in (1, 2, 3))]
    assert built.html("index.html").partition("</nav>")[0].removeprefix("<nav>").split() == order
    for before, page, after in zip(["", *order], order, [*order[1:], ""], strict=False):
        html = built.html("index.html" if page == "./" else f"{page}index.html")
        assert html.endswith(f"{before}|{after}")


EMBARGO = """
def on_files(files, **_):
    for file in list(files):
        if "week-2" in file.src_uri and "review" not in file.src_uri:
            files.remove(file)
"""


@pytest.mark.parametrize("notes", [{"docs/week-1/a.md": card("a")}, {"docs/week-1/a.md": "# A\n"}])
def test_nobody_is_led_to_the_review_of_notes_that_a_hook_holds_back(site: Site, notes: Files) -> None:
    site.write({"docs/index.md": "# Home\n", "docs/week-2/b.md": card("b"), "hook.py": EMBARGO, **notes})
    built = site.build(hooks=["hook.py"], theme="material", **STRICT)
    assert built.warnings == []
    links = {link.attributes["href"] for link in elements(built.html("index.html"), "a")}
    assert [link for link in links if "week-2" in link] == []
    assert ("review/" in links) == ("flashcard" in notes["docs/week-1/a.md"])
    lines = elements(built.html("review/index.html"), "li")
    assert [one for one in lines if one.attributes.get("data-week") == "week-2"] == []


# A site without cards is left alone

LINKS = """# Home

[a](https://example.org/code-review/) [b](https://example.org/preview/) <https://example.org/review/>
[c](review/) [d](../review/) [e](peer-review/index.md) [f](week-1/review/index.md) [g][g] <a href="/review/">h</a>
<a href="review/index.html">i</a> `[j](review/index.md)`

```md
[k](review/index.md)
```

[g]: https://example.org/review/index.md
"""


@pytest.mark.parametrize("theme", ["bare", "mkdocs", "material"])
@pytest.mark.parametrize("urls", [True, False])
def test_a_site_without_cards_stays_as_it_is_whatever_its_links_are_called(site: Site, theme: str, urls: bool) -> None:
    site.write(
        {
            "docs/index.md": LINKS,
            "docs/peer-review/index.md": "# Peer review\n\n[x](../review/)\n",
            "docs/week-1/review/index.md": "# Another review\n",
            "docs/week-1/a.md": "# A\n\n[x](../../preview/)\n",
        }
    )
    settings: dict[str, Any] = {"theme": theme, "use_directory_urls": urls, "plugins": ["search"]}
    built = site.build(**settings)
    without = site.build(plugin=False, to="without", **settings)
    assert built.warnings == without.warnings

    def content(one: Built) -> dict[str, bytes]:
        return {name: text for name, text in one.files().items() if not name.endswith((".gz", "sitemap.xml"))}

    assert content(built).keys() == content(without).keys()
    for name, text in content(built).items():
        lines = zip(text.splitlines(), content(without)[name].splitlines(), strict=True)
        assert [pair for pair in lines if pair[0] != pair[1] and b"Build Date" not in pair[0]] == [], name


# Previous and next of other people's pages

POST = """---
date: 2026-01-0{n}
categories: [{category}]
tags: [t]
---
# Post {n}

{text}

<!-- more -->

More.
"""


def neighbours_of(built: Built) -> dict[str, tuple[str, ...]]:
    """The links to the page before and after each page."""
    found = {}
    for name in built.files():
        if name.endswith(".html"):
            links = [
                link.attributes["href"]
                for link in elements(built.html(name), "a")
                if "md-footer__link" in link.attributes.get("class", "")
            ]
            found[name] = tuple(links)
    return found


@pytest.mark.skipif(not importlib.util.find_spec("material"), reason="mkdocs-material is not installed")
@pytest.mark.parametrize("nav", [None, ["index.md", "blog/index.md", "tags.md", "z.md"]])
@pytest.mark.parametrize("with_cards", [True, False])
def test_the_pages_of_a_blog_keep_their_neighbours(site: Site, with_cards: bool, nav: Any) -> None:
    text = card("post") if with_cards else "Text."
    site.write(
        {
            "docs/index.md": "# Home\n",
            "docs/blog/index.md": "# Blog\n",
            **{f"docs/blog/posts/{n}.md": POST.format(n=n, category=f"C{n % 2}", text=text) for n in (1, 2, 3)},
            "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
            "docs/z.md": "# Z\n",
        }
    )
    theme = {"name": "material", "font": False, "features": ["navigation.footer"]}
    settings: dict[str, Any] = {"plugins": ["blog", "tags"], "theme": theme, "strict": True, "nav": nav}
    built = site.build(**settings)
    without = neighbours_of(site.build(plugin=False, to="without", **settings))
    with_ours = neighbours_of(built)
    assert built.warnings == []
    changed = {name for name in without if without[name] != with_ours[name]}
    last = {"z/index.html"} if with_cards and nav else set()
    assert changed == last, "a page that is the last one leads on to the review, but no page of the blog does"
    assert ({*with_ours} - {*without} != set()) == with_cards


if "mkdocs-jupyter" in PRESENT:

    def test_a_block_in_a_notebook_of_jupyter_is_reported(site: Site) -> None:
        cell = "# %% [markdown]\n# # Script\n#\n# ```flashcard\n# What?\n# ---\n# An answer.\n# ```\n"
        site.write({"docs/script.py": cell, "docs/index.md": "# Home\n"})
        built = site.build(strict=True, theme="material", plugins=["mkdocs-jupyter"])
        assert [warning.partition(" became")[0] for warning in built.warnings] == ["docs/script.py: this flashcard"]
        assert "An answer." in boxes(built.html("script/index.html"))[0]

"""A page that was announced is written, as other plugins were shown it, and hidden notes lead nobody there."""

from __future__ import annotations

import json
import os
from typing import Any

import pytest
from company_notes import card
from site_checks import dead_addresses
from whole_site import ALL_VALIDATION, CLOZE, Files, Site, elements

STRICT: dict[str, Any] = {"strict": True, "validation": ALL_VALIDATION}
pytestmark = pytest.mark.filterwarnings("default")  # what other plugins do to Python is not ours
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

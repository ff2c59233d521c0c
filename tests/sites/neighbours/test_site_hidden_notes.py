"""Nothing that other plugins and settings hide from readers comes out in a review."""

from __future__ import annotations

from typing import Any

import pytest
from secret_site import SECRET, SITE, leaks, needs
from whole_site import ALL_VALIDATION, Site, card_ids, elements

STRICT: dict[str, Any] = {"strict": True, "validation": ALL_VALIDATION}
HIDING = {
    "when the page is put into the theme": """
def on_page_context(context, page, **_):
    if "password" in page.meta:
        page.content = "<p>locked</p>"
""",
    "in the finished page": """
import re
def on_post_page(output, page, **_):
    return re.sub("<main>.*</main>", "<main>locked</main>", output, flags=re.S) if "password" in page.meta else output
""",
    "in the finished page, very late": """
import re
from mkdocs.plugins import event_priority
@event_priority(-100)
def on_post_page(output, page, **_):
    return re.sub("<main>.*</main>", "<main>locked</main>", output, flags=re.S) if "password" in page.meta else output
""",
    "as soon as it is rendered": """
def on_page_content(html, page, **_):
    return "<p>locked</p>" if "password" in page.meta else html
""",
    "before anything is written": """
def on_env(env, files, **_):
    for file in list(files.documentation_pages()):
        if "password" in file.page.meta:
            files.remove(file)
""",
    "after everything is rendered, very late": """
from mkdocs.plugins import event_priority
@event_priority(-1000)
def on_env(env, files, **_):
    for file in list(files.documentation_pages()):
        if "password" in file.page.meta:
            files.remove(file)
""",
    "as an empty page": """
def on_post_page(output, page, **_):
    return "" if "password" in page.meta else output
""",
    "before it is a page": """
def on_files(files, **_):
    for file in list(files):
        if "closed" in file.src_uri:
            files.remove(file)
""",
}


@pytest.mark.parametrize("hook", HIDING.values(), ids=HIDING)
@pytest.mark.parametrize("theme", ["bare", "material"])
def test_what_is_hidden_from_readers_is_in_no_review(site: Site, hook: str, theme: str) -> None:
    if theme == "material":
        hook = hook.replace("<main>", "<article").replace("<main>", "").replace("</main>", "</article>")
    built = site.write({**SITE, "hook.py": hook}).build(hooks=["hook.py"], theme=theme)
    assert leaks(built) == []
    assert len(card_ids(built.html("review/week-1/index.html"))) == 1
    lines = [
        line.attributes["data-week"]
        for line in elements(built.html("review/index.html"), "li")
        if "data-script" in line.attributes
    ]
    assert lines == ["week-1"]
    assert "Closed" not in built.html("review/week-1/index.html").partition("<h1")[2]
    if (built.folder / "review/week-2/index.html").exists():
        assert "There are no cards here." in built.html("review/week-2/index.html")


def test_drafts_and_excluded_pages_are_in_no_review(site: Site) -> None:
    site.write({**SITE, "docs/week-1/later.md": SECRET.replace("secret", "secret-3")})
    built = site.build(draft_docs="closed.md\n", exclude_docs="later.md\n", **STRICT)
    assert built.warnings == []
    assert leaks(built) == []
    assert not any("week-2" in name for name in built.files())


def test_a_note_outside_of_the_navigation_is_reviewed(site: Site) -> None:
    built = site.write(SITE).build(nav=["index.md", "week-1/open.md"], not_in_nav="closed.md\n", **STRICT)
    assert built.warnings == []
    assert card_ids(built.html("review/week-2/index.html")) == ["secret-too"]


@needs("encryptcontent", "bs4")
@pytest.mark.filterwarnings("default")  # its own are not ours
@pytest.mark.parametrize("first", [True, False])
def test_beside_encryptcontent(site: Site, first: bool) -> None:
    plugins: list[Any] = ["search", {"encryptcontent": {"search_index": "clear", "insecure_test": True}}, "flashcards"]
    if not first:
        plugins.insert(0, plugins.pop())
    built = site.write(SITE).build(plugins=plugins, theme="material")
    assert [name for name in leaks(built) if "search" not in name] == []
    assert len(card_ids(built.html("review/week-1/index.html"))) == 1

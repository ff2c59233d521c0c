"""Other people's pages are left alone: sites without cards, and what is previous and next of the posts of a blog."""

from __future__ import annotations

import importlib.util
from typing import Any

import pytest
from company_notes import card
from whole_site import Built, Site, elements

pytestmark = pytest.mark.filterwarnings("default")  # what other plugins do to Python is not ours


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

"""Review pages beside other plugins: what others change on the way and rearrange still works."""

from __future__ import annotations

import importlib.util
import json
import re
from typing import Any

import pytest
from secret_site import SECRET, SITE, needs
from site_checks import brought, dead_addresses, repeated_ids
from whole_site import ALL_VALIDATION, CLOZE, Built, Files, Site, card_ids, elements

STRICT: dict[str, Any] = {"strict": True, "validation": ALL_VALIDATION}


# What others change on the way


@needs("mkdocs_autorefs")
@pytest.mark.parametrize("urls", [True, False])
def test_links_that_autorefs_resolves(site: Site, urls: bool) -> None:
    site.write(
        {**SITE, "docs/week-1/refs.md": "# Refs\n\n```flashcard id=ref\nSee [the part][part]?\n---\n[it][part]\n```\n"}
    )
    for plugins in (["autorefs", "flashcards"], ["flashcards", "autorefs"]):
        built = site.build(plugins=plugins, use_directory_urls=urls, **STRICT)
        assert built.warnings == []
        page = built.html("review/week-1/index.html" if urls else "review/week-1.html")
        assert "<autoref" not in page
        assert page.count("open/#part" if urls else "open.html#part") == 2
        assert dead_addresses(built) == []


@needs("mkdocs_minify_plugin")
def test_beside_a_minifier(site: Site) -> None:
    built = site.write(SITE).build(plugins=["flashcards", {"minify": {"minify_html": True}}], **STRICT)
    assert built.warnings == []
    assert re.findall(r"data-card=\"?([\w-]+)", built.html("review/week-1/index.html"))[0] == "secret"
    assert len(re.findall(r"<flash-card", built.html("review/week-1/index.html"))) == 2


@needs("mkdocs_macros")
def test_cards_that_macros_bring(site: Site) -> None:
    site.write(
        {
            "main.py": "def define_env(env):\n    @env.macro\n    def card(n):\n"
            "        return f'```flashcard id=m{n}\\n{n}?\\n---\\nYes {{{{ x }}}}.\\n```'\n",
            "docs/week-1/a.md": "# A\n\n{{ card(1) }}\n",
            "docs/b.md": f"# B\n\n{{{{ card(2) }}}}\n\n{CLOZE.replace('kernel', '{{ kernel }}')}",
        }
    )
    built = site.build(plugins=["macros", "flashcards"], **STRICT)
    assert built.warnings == []
    assert card_ids(built.html("review/week-1/index.html")) == ["m1"]
    assert card_ids(built.html("review/other/index.html"))[0] == "m2"
    assert len(card_ids(built.html("review/other/index.html"))) == 2


def test_what_a_hook_does_to_a_page_it_does_to_its_card_in_the_review(site: Site) -> None:
    hook = "def on_page_content(html, **_):\n    return html.replace('Docker', '<i>Docker</i>')\n"
    built = site.write({**SITE, "hook.py": hook}).build(hooks=["hook.py"], **STRICT)
    assert "What is <i>Docker</i>?" in built.html("review/week-1/index.html")


# The navigation


def nav_of(built: Built) -> list[str]:
    """Where the links of the home page's navigation lead, in Material."""
    home = built.html("index.html").partition("md-nav--primary")[2].partition("md-sidebar--secondary")[0]
    links = [
        link.attributes["href"] for link in elements(home, "a") if "md-nav__link" in link.attributes.get("class", "")
    ]
    return [link for link in links if not link.startswith("#")]


@needs("mkdocs_literate_nav")
@pytest.mark.filterwarnings("default")
def test_beside_literate_nav(site: Site) -> None:
    plugins = ["literate-nav", "flashcards"]
    site.write({**SITE, "docs/SUMMARY.md": "- [Home](index.md)\n- [One](week-1/)\n- [Two](week-2/)\n"})
    built = site.build(plugins=plugins, theme="material", strict=True)
    assert built.warnings == []
    assert nav_of(built)[-3:] == ["review/", "review/week-1/", "review/week-2/"]
    site.write({"docs/SUMMARY.md": "- [Home](index.md)\n- [Again](review/)\n- [One](week-1/)\n- [Two](week-2/)\n"})
    built = site.build(plugins=plugins, theme="material", strict=True)
    assert built.warnings == []
    assert {"review/", "review/week-1/", "review/week-2/"} == set(nav_of(built)[1:4])
    site.write(
        {"docs/SUMMARY.md": "- [Home](index.md)\n- [One](week-1/open.md)\n- Week 7\n    - [Deep](deep.md)\n- *\n"}
    )
    built = site.write({"docs/deep.md": SECRET}).build(plugins=plugins, theme="material", strict=True)
    assert built.warnings == []
    assert dead_addresses(built, "") == [one for one in dead_addresses(built) if one.startswith("404.html: /")]


@needs("mkdocs_literate_nav")
@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("nav", [None, ["index.md", "*/"]])
def test_a_wildcard_names_no_page_of_a_review_of_nothing(site: Site, nav: Any) -> None:
    site.write({"docs/index.md": "# Home\n", "docs/week-1/a.md": "# A\n\n````\n```flashcard\nQ\n---\nA\n```\n````\n"})
    settings = {"theme": "material", "strict": True, **({"nav": nav} if nav else {})}
    built = site.build(plugins=["literate-nav", "flashcards"], **settings)
    without = site.build(plugins=["literate-nav"], plugin=False, to="without", **settings)
    assert sorted(built.files()) == sorted(without.files())
    assert nav_of(built) == nav_of(without)


@needs("mkdocs_awesome_nav")
def test_beside_awesome_nav(site: Site) -> None:
    for plugins in (["awesome-nav", "flashcards"], ["flashcards", "awesome-nav"]):
        site.write({**SITE, "docs/.nav.yml": "nav:\n  - index.md\n  - week-2\n  - week-1\n"})
        built = site.build(plugins=plugins, theme="material", **STRICT)
        assert built.warnings == []
        assert nav_of(built)[-3:] == ["review/", "review/week-1/", "review/week-2/"]
        site.write({"docs/.nav.yml": "nav:\n  - index.md\n  - Again: review\n  - '*'\n"})
        built = site.build(plugins=plugins, theme="material", **STRICT)
        assert built.warnings == []
        assert nav_of(built)[1:4] == ["review/", "review/week-1/", "review/week-2/"]
        assert len([link for link in nav_of(built) if "review" in link]) == 3
    (site.root / "docs/.nav.yml").unlink()
    built = site.build(plugins=plugins, theme="material", **STRICT)
    assert built.warnings == []
    assert nav_of(built)[-3:] == ["review/", "review/week-1/", "review/week-2/"]


@needs("mkdocs_section_index")
@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("nav", [None, ["index.md", {"Again": ["review/index.md", "review/week-1.md"]}]])
def test_beside_section_index(site: Site, nav: Any) -> None:
    for plugins in (["section-index", "flashcards"], ["flashcards", "section-index"]):
        validation = {**ALL_VALIDATION, "nav": {"omitted_files": "ignore"}}
        built = site.write(SITE).build(plugins=plugins, theme="material", strict=True, validation=validation, nav=nav)
        assert built.warnings == []
        assert "review/" in nav_of(built)
        assert "review/week-1/" in nav_of(built)


@needs("mkdocs_redirects", "mkdocs_gen_files")
@pytest.mark.filterwarnings("default")
def test_beside_plugins_that_look_for_pages_and_that_bring_some(site: Site) -> None:
    script = f"import mkdocs_gen_files\nwith mkdocs_gen_files.open('week-9/g.md', 'w') as f:\n    f.write({CLOZE!r})\n"
    redirects = {"redirects": {"redirect_maps": {"old.md": "review/week-1.md"}}}
    plugins = [redirects, {"gen-files": {"scripts": ["gen.py"]}}, "flashcards"]
    built = site.write({**SITE, "gen.py": script}).build(plugins=plugins, **STRICT)
    assert built.warnings == []
    assert len(card_ids(built.html("review/week-9/index.html"))) == 1


@needs("mkdocs_static_i18n")
@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("structure", ["folder", "suffix"])
@pytest.mark.parametrize("urls", [True, False])
def test_beside_static_i18n(site: Site, structure: str, urls: bool) -> None:
    names = {
        "folder": ("en/{}.md", "nl/{}.md"),
        "suffix": ("{}.en.md", "{}.nl.md"),
    }[structure]
    pages: Files = {}
    for language, name in zip(("English", "Nederlands"), names, strict=True):
        pages[f"docs/{name.format('index')}"] = f"# {language}\n\n[r](review/index.md)\n"
        pages[f"docs/{name.format('week-1/a')}"] = (
            f"# {language} A\n\n```flashcard\n{language}?\n---\n[h](../index.md)\n```\n"
        )
    languages = [
        {"locale": "en", "name": "English", "default": True, "build": True},
        {"locale": "nl", "name": "Nederlands", "build": True},
    ]
    i18n = {"i18n": {"docs_structure": structure, "languages": languages}}
    for plugins in ([i18n, "flashcards"], ["flashcards", i18n]):
        built = site.write(pages).build(
            plugins=plugins, theme="material", use_directory_urls=urls, strict=True, site_url="https://example.org/"
        )
        assert built.warnings == []
        end = "week-1/index.html" if urls else "week-1.html"
        assert "English?" in built.html(f"review/{end}")
        assert "Nederlands?" in built.html(f"nl/review/{end}")
        assert "English?" not in built.html(f"nl/review/{end}")
        for page in ("review/index.html", "nl/review/index.html"):
            text = built.html(page)
            assert len(card_ids(brought(built, text))) == 1
            assert repeated_ids(text) == []
        assert [one for one in dead_addresses(built) if not re.search(r": (?:/|\.?/?\.\./?nl/)", one)] == []


@needs("mkdocs_static_i18n")
@pytest.mark.skipif(not importlib.util.find_spec("material"), reason="mkdocs-material is not installed")
@pytest.mark.filterwarnings("default")
def test_beside_static_i18n_and_a_blog(site: Site) -> None:
    """With a blog, it asks all pages for their languages; its menu of languages does so in any case."""
    site.write({**SITE, "docs/blog/index.md": "# Blog\n", "docs/blog/posts/one.md": POST.format(more="", card=CLOZE)})
    languages = [{"locale": "en", "name": "English", "default": True}, {"locale": "nl", "name": "Nederlands"}]
    plugins = ["blog", {"i18n": {"languages": languages}}, "flashcards"]
    built = site.build(plugins=plugins, theme="material", site_url="https://example.org/")
    assert not built.failed
    menu = re.findall(r'<a href="([^"]*)" hreflang="(\w+)"', built.html("nl/review/index.html"))
    assert menu == [("/", "en"), ("./", "nl")]


# Material's own


POST = "---\ndate: 2026-01-01\n{more}\n---\n# Post\n\n{card}\n\n<!-- more -->\n\nMore.\n"


@pytest.mark.skipif(not importlib.util.find_spec("material"), reason="mkdocs-material is not installed")
def test_beside_the_plugins_of_material(site: Site) -> None:
    site.write(
        {
            **SITE,
            "docs/blog/index.md": "# Blog\n",
            "docs/blog/posts/one.md": POST.format(more="week: 3", card=CLOZE),
            "docs/blog/posts/two.md": POST.format(more="week: 3\ndraft: true", card=SECRET.replace("secret", "draft")),
            "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
            "docs/folder/.meta.yml": "week: 8\n",
            "docs/folder/x.md": "# X\n\n```flashcard id=x\nX?\n---\nY\n```\n",
            "docs/off/.meta.yml": "review: false\n",
            "docs/off/x.md": "# X\n\n```flashcard id=off\nOff?\n---\nY\n```\n",
        }
    )
    built = site.build(plugins=["search", "blog", "tags", "meta", "offline"], theme="material", strict=True)
    assert built.warnings == []
    cards = {name: card_ids(built.html(f"review/{name}.html")) for name in ("week-1", "week-2", "week-3", "week-8")}
    assert cards["week-8"] == ["x"]
    assert len(cards["week-3"]) == 1
    assert not (built.folder / "review/other.html").exists()
    assert not {"draft", "off"} & {name for names in cards.values() for name in names}


# The search


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_the_search_has_each_card_once(site: Site, theme: str) -> None:
    built = site.write(SITE).build(plugins=["search"], theme=theme, **STRICT)
    index = json.loads(
        next(text for name, text in built.files().items() if name.endswith(("search_index.json", "search.json")))
    )
    entries = index.get("docs", index.get("items"))
    review = [entry for entry in entries if entry["location"].startswith("review/")]
    assert {entry["location"].partition("#")[0] for entry in review} == {"review/", "review/week-1/", "review/week-2/"}
    for entry in review:
        assert re.sub(r"Review|Week \d|¶|\s", "", entry["text"]) == ""
    where = {entry["location"].partition("#")[0] for entry in entries if "Docker" in entry["text"]}
    assert where == {"week-1/open/"}

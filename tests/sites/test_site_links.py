"""Links and images in cards are validated and rewritten as everywhere else in a page."""

from __future__ import annotations

import pytest
from site_checks import dead_addresses, repeated_ids
from whole_site import ALL_VALIDATION, Files, Site, card_ids

PICTURE = b"<svg xmlns='http://www.w3.org/2000/svg'/>"

NOTES: Files = {
    "docs/index.md": "# Home\n\n[Cards](week-1/cards.md#card-one) [Raw](week-1/cards.md#raw-anchor)"
    " [Inside](week-1/cards.md#inside) [Named](week-1/cards.md#named)\n\n```flashcard\nHome?\n---\n"
    "[Yes](week-1/cards.md#card-two)\n```\n",
    "docs/other.md": "# Other\n\n## Part\n\nText.\n",
    "docs/404.md": "# Lost\n\n```flashcard\nLost?\n---\nYes, ![here](img/a.svg).\n```\n",
    "docs/img/a.svg": PICTURE,
    "docs/week-1/b c.svg": PICTURE,
    "docs/week-1/file.pdf": b"%PDF",
    "docs/week-1/next.md": "# Next\n",
    "docs/week-1/cards.md": """\
# Cards

<a id="raw-anchor"></a> Text, [below](#card-two), [inside](#inside), [raw](#raw-anchor), [named](#named).

<a name="named"></a>

```flashcard id=one
![Picture](../img/a.svg) and [other](../other.md), [part](../other.md#part), [ref], [next](next.md "title")?
---
- [cards](#cards) and [raw](#raw-anchor)
- <a id="inside"></a> ![b](<b c.svg>) [file](file.pdf)
- [second](#card-two)

[ref]: ../other.md#part
```

!!! note

    ```cloze id=two
    A [==linked==](../other.md) blank, ==![p](../img/a.svg)==, [ref] and [home](../index.md).
    ---
    More at [the part](../other.md#part), <https://example.org/>.
    ```

```flashcard id=three
Which?
---
- [x] [right](../other.md) ![p](../img/a.svg){: .wide }
- [ ] [wrong](next.md)

Because of [this](#cards).
```

```flashcard
| a | b |
|---|---|
| [other](../other.md) | ![p](../img/a.svg) |
```

See also <a id="last-anchor"></a> [last](#last-anchor).
""",
}
SETTINGS = {"validation": ALL_VALIDATION, "markdown_extensions": ["admonition", "attr_list", "footnotes"]}


@pytest.mark.parametrize("urls", [True, False], ids=["folders", "files"])
@pytest.mark.parametrize("theme", ["bare", "material"])
def test_good_links_pass_with_everything_validated(site: Site, urls: bool, theme: str) -> None:
    built = site.write(NOTES).build(strict=True, theme=theme, use_directory_urls=urls, **SETTINGS)
    assert built.warnings == []
    assert not built.failed
    dead = dead_addresses(built)
    if theme == "material":  # the 404 page has addresses from the root
        dead = [address for address in dead if not address.startswith("404.html: /")]
    assert dead == []
    assert len(card_ids(built.html("week-1/cards/index.html" if urls else "week-1/cards.html"))) == 4


@pytest.mark.parametrize("urls", [True, False], ids=["folders", "files"])
@pytest.mark.parametrize(
    "link",
    [
        "[x](missing.md)",
        "![x](missing.png)",
        "[x](../other.md#missing)",
        "[x](#missing)",
        "[x](/absolute/)",
        "[x][bad]",
    ],
)
def test_a_bad_link_in_a_card_is_mkdocs_own_warning(site: Site, urls: bool, link: str) -> None:
    bodies = {
        "question": f"```flashcard\nQ {link}?\n---\nA.\n```",
        "answer": f"```flashcard\nQ?\n---\nA {link}.\n```",
        "blank": f"```cloze\nA =={link}== here.\n```",
        "option": f"```flashcard\nWhich?\n---\n- [x] a {link}\n- [ ] b\n```",
        "set": f"```flashcard\n| a | b |\n|---|---|\n| {link} | d |\n```",
        "explanation": f"```cloze\nA ==b==.\n---\nSee {link}.\n```",
    }
    site.write({f"docs/week-1/{name}.md": f"# X\n\n{body}\n\n[bad]: nowhere.md\n" for name, body in bodies.items()})
    built = site.write({"docs/other.md": "# Other\n"}).build(
        strict=True, use_directory_urls=urls, validation=ALL_VALIDATION
    )
    assert built.failed
    for name in bodies:
        said = [warning for warning in built.warnings if f"'week-1/{name}.md'" in warning]
        assert len(said) == 1, built.warnings


def test_raw_anchors_of_a_page_stay_known_when_it_has_cards(site: Site) -> None:
    card = '```flashcard\nQ{}?\n---\nA <a id="in-{}"></a> [to](#before) [to](#after) [to](#in-{}).\n```\n'
    text = "\n".join(
        [
            '# X\n\n<a id="before"></a> [a](#after) [b](#in-1) [c](#in-2)\n',
            card.format(1, 1, 2),
            '- item\n\n  <div id="between"></div> [b](#between)\n',
            card.format(2, 2, 1),
            '<a name="after"></a> [d](#before) [e](#between)\n',
        ]
    )
    site.write({"docs/x.md": text, "docs/y.md": "[1](x.md#before) [2](x.md#after) [3](x.md#in-1) [4](x.md#in-2)\n"})
    built = site.build(strict=True, validation=ALL_VALIDATION)
    assert built.warnings == []


def test_ids_are_unique_on_a_page_of_cards(site: Site) -> None:
    built = site.write(NOTES).build(**SETTINGS)
    for name in ("week-1/cards/index.html", "index.html"):
        assert repeated_ids(built.html(name)) == []


def test_headings_in_cards_stay_out_of_title_and_table_of_contents(site: Site) -> None:
    text = "```flashcard\n# Which heading?\n---\n## This one\n```\n\n# The title\n\n## Part\n"
    built = site.write({"docs/x.md": text}).build(strict=True)
    page = built.html("x/index.html")
    assert "heading" not in page.partition("</title>")[0]
    contents = page.partition("<main>")[0]
    assert "Part" in contents
    assert "heading" not in contents
    assert "This one" not in contents

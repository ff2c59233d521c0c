"""What breaks in other plugins for questions does not break here. One test for each failure that was seen there."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from whole_site import CARD, CLOZE, Built, Files, Site, boxes, card_ids, elements

EXTENSIONS: list[Any] = [
    "admonition",
    "attr_list",
    "footnotes",
    "md_in_html",
    "pymdownx.details",
    "pymdownx.highlight",
    "pymdownx.superfences",
    {"pymdownx.tabbed": {"alternate_style": True}},
]
PLAIN: list[Any] = []
BOTH = pytest.mark.parametrize("extensions", [EXTENSIONS, PLAIN], ids=["material's", "none"])


def text_of(piece: str) -> str:
    """What a reader sees."""
    return html.unescape(re.sub(r"<[^>]+>", "", piece))


def build(site: Site, pages: Files | str, extensions: list[Any] = EXTENSIONS, **settings: Any) -> Built:
    """A strict build of a site or of one page."""
    return site.write({"docs/index.md": pages} if isinstance(pages, str) else pages).build(
        strict=True, markdown_extensions=extensions, **settings
    )


@BOTH
def test_double_brackets_in_code_are_code(site: Site, extensions: list[Any]) -> None:
    code = 'df[["a", "b"]]\nx = [[1, 2], [3]]'
    body = f"```python\n{code}\n```\n\nand `[[ -f x ]]`, `x = [[1]]`"
    built = build(site, f"````flashcard\nWhat is\n\n{body}\n---\n{body}\n````\n", extensions)
    assert built.warnings == []
    assert text_of(built.content("index.html")).count(code) == 2
    assert text_of(built.content("index.html")).count("[[ -f x ]]") == 2


@BOTH
def test_double_braces_are_text(site: Site, extensions: list[Any]) -> None:
    built = build(site, "```flashcard\nWhat does {{ x }} do, and {% if %}?\n---\n`{{ y }}` {# z #}\n```\n", extensions)
    assert built.warnings == []
    text = text_of(built.content("index.html"))
    for piece in ("{{ x }}", "{% if %}", "{{ y }}", "{# z #}"):
        assert piece in text


@BOTH
def test_an_unclosed_block_swallows_neither_text_nor_the_next_card(site: Site, extensions: list[Any]) -> None:
    built = build(site, f"```flashcard\nFirst?\n---\nOne.\n\n{CARD}\nLast text.\n", extensions)
    (warning,) = built.warnings
    assert warning.startswith("docs/index.md:1: this flashcard has no end")
    page = built.content("index.html")
    assert len(card_ids(page)) == 1
    assert "<p>Last text.</p>" in page
    assert len(boxes(page)) == 1


@BOTH
def test_a_colon_in_a_question_is_a_colon(site: Site, extensions: list[Any]) -> None:
    built = build(site, "```flashcard\nquestion: a: b?\n---\nanswer: {a: b} # not a comment\n```\n", extensions)
    assert built.warnings == []
    assert "question: a: b?" in built.content("index.html")
    assert "answer: {a: b} # not a comment" in built.content("index.html")


@BOTH
def test_other_scripts_stay_as_they_are(site: Site, extensions: list[Any]) -> None:
    words = "naïve café 日本語 עברית Ελλάδα 🎴 e\u0301"
    card = f'```flashcard id=Frage-β source="{words}" hint="{words}"\n{words}?\n---\n{words}!\n```\n'
    built = build(site, f"{card}\n```cloze\nA =={words}== and {words}.\n```\n", extensions)
    assert built.warnings == []
    assert built.content("index.html").count(words) == 7
    assert card_ids(built.content("index.html"))[0] == "Frage-β"


@pytest.mark.parametrize(
    "block",
    [
        "```flashcard\nWhich?\n---\n- [ ] a\n- [ ] b\n```",
        "```flashcard\n```",
        "```cloze\n```",
        "```flashcard\n\n\n```",
        "```flashcard\n---\n```",
    ],
)
def test_nothing_to_be_right_about_is_no_card(site: Site, block: str) -> None:
    built = build(site, f"{block}\n\n{CARD}")
    assert built.failed
    assert len(card_ids(built.content("index.html"))) == 1
    assert "data-right" not in built.content("index.html")


@pytest.mark.parametrize("theme", ["bare", "mkdocs", "readthedocs", "material"])
def test_nothing_needs_to_be_switched_on(site: Site, theme: str) -> None:
    built = build(site, f"# T\n\n{CARD}\n{CLOZE}\n```flashcard\nQ?\n---\n- [x] a\n- [ ] b\n```\n", PLAIN, theme=theme)
    assert built.warnings == []
    page = built.html("index.html")
    assert len(card_ids(page)) == 3
    assert "[x]" not in page
    assert "flashcard\n" not in text_of(page.partition("<flash-card")[2])


def test_options_with_the_same_text_are_judged_each(site: Site) -> None:
    built = build(site, "```flashcard\nWhich?\n---\n- [x] same\n- [ ] same\n- [ ] other\n```\n")
    assert built.warnings == []
    rights = [
        e.attributes["data-right"] for e in elements(built.content("index.html"), "li") if "data-right" in e.attributes
    ]
    assert rights == ["yes", "no", "no"]
    assert "data-multiple" not in built.content("index.html")


@BOTH
@pytest.mark.parametrize(
    "mention",
    [
        "Write ```` ```flashcard ```` on a line of its own.",
        "Write `` ```flashcard `` and then `` ``` ``.",
        "Write ```flashcard``` and ```cloze x``` in a sentence.",
        "Text ```flashcard\nand on``` with more.",
        "A flashcard, a cloze, <code>```flashcard</code>.",
        "* `~~~cloze`",
    ],
)
def test_a_mention_in_a_sentence_is_a_mention(site: Site, mention: str, extensions: list[Any]) -> None:
    text = f"# T\n\n{mention}\n\nMore.\n"
    built = build(site, text, extensions)
    assert built.warnings == []
    assert built.content("index.html") == site.build(
        plugin=False, markdown_extensions=extensions, to="without"
    ).content("index.html")


def test_a_new_card_at_the_top_leaves_the_ids_of_the_others(site: Site) -> None:
    def ids(text: str, page: str = "docs/index.md") -> list[str]:
        for other in (site.root / "docs").rglob("*.md") if (site.root / "docs").exists() else ():
            other.unlink()
        name = page.removeprefix("docs/").removesuffix(".md")
        return card_ids(build(site, {page: text}).html("index.html" if name == "index" else f"{name}/index.html"))

    rows = "```flashcard\n| a | b |\n|---|---|\n| one | 1 |\n| two | 2 |\n```\n"
    text = f"# T\n\n{CARD}\n{CLOZE}\n{rows}"
    before = ids(text)
    assert len(before) == len(set(before)) == 4
    assert ids(f"```flashcard\nNew?\n---\nYes.\n```\n\n{text}")[1:] == before
    assert ids(text, "docs/week-9/moved.md") == before
    assert ids(text.replace("\n", "\r\n")) == before
    assert ids(text.replace("A tool that", "Whatever")) == before
    assert ids("!!! note\n\n" + "".join(f"    {line}\n" for line in text.splitlines())) == before
    assert ids(text.replace("| one | 1 |\n", "| zero | 0 |\n| one | 1 |\n"))[3:] == before[2:]
    assert ids(text.replace("```flashcard\nWhat", '```flashcard hint="no" week=3\nWhat')) == before


def test_the_line_is_the_authors_not_that_of_some_html(site: Site) -> None:
    built = build(
        site, f"---\na: 1\n---\n\n# T\n\n!!! note\n\n    - x\n\n        ```cloze\n        no\n        ```\n\n{CARD}"
    )
    assert [warning.partition(": ")[0] for warning in built.warnings] == ["docs/index.md:11"]


@pytest.mark.parametrize(
    "around",
    [
        "!!! note\n\n    {}\n\n    {}\n\n    Text.\n",
        '=== "One"\n\n    {}\n\n=== "Two"\n\n    {}\n',
        "- one\n\n    {}\n\n- two\n\n    {}\n",
        "1. one\n\n    !!! tip\n\n        {}\n\n    2. two\n\n        {}\n",
        "> {}\n>\n> {}\n",
        "??? info\n\n    {}\n\n    {}\n",
        "> - x\n>\n>     {}\n>\n> !!! note\n>\n>     {}\n",
        '<div markdown="1">\n{}\n\n{}\n</div>\n',
        "A[^1] and B[^2]\n\n[^1]: One\n\n    {}\n\n[^2]: Two\n\n    {}\n",
        "{}\n{}\nText directly below.\n",
        "Text directly above.\n{}\n\n{}\n",
    ],
)
def test_several_cards_inside_something_else(site: Site, around: str) -> None:
    first, last = (match.start() for match in re.finditer(r"\{\}", around))
    text = around
    for at, card in ((last, CLOZE), (first, CARD)):
        prefix = around[:at].rpartition("\n")[2]
        text = text[:at] + card.rstrip("\n").replace("\n", f"\n{prefix}") + text[at + 2 :]
    built = build(site, f"# T\n\n{text}\n\nEnd.\n")
    assert built.warnings == []
    page = built.content("index.html")
    assert len(card_ids(page)) == 2
    assert "Docker" not in re.sub(r"<flash-card.*?</flash-card>", "", page, flags=re.S)
    assert not re.search(r"<p>\s*<(div|flash-card|details)", page)
    assert "End." in page


def test_a_form_around_a_card_is_left_alone(site: Site) -> None:
    built = build(site, f'<form action="x" markdown="1">\n\n{CARD}\n\n<input name="own">\n\n</form>\n')
    page = built.content("index.html")
    assert page.count("<form") == 1
    assert len(card_ids(page)) == 1


def test_what_snippets_append_to_pages_does_not_leak_into_cards(site: Site) -> None:
    append = {"pymdownx.snippets": {"base_path": ["."], "auto_append": ["words.md"]}}
    site.write({"words.md": "*[HTML]: Hypertext\n\nAPPENDED\n"})
    built = build(site, f"{CARD}\n{CLOZE}\n```flashcard\nHTML?\n---\nYes.\n```\n", ["abbr", append])
    page = built.content("index.html")
    assert page.count("APPENDED") == 1
    assert "APPENDED" not in "".join(re.findall(r"<flash-card.*?</flash-card>", page, re.S))
    assert page.count('<abbr title="Hypertext">') == 1


def test_options_of_the_sites_extensions_hold_in_cards(site: Site) -> None:
    code = '```python title="x.py" hl_lines="1" linenums="7"\nx = 1\n```'
    built = build(site, f"````flashcard\nWhat?\n\n{code}\n---\nx.\n````\n")
    page = built.content("index.html")
    assert "x.py" in page
    assert "hll" in page
    assert ">7<" in page

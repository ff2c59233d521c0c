"""Each mistake fails a strict build, at its line of the author's file, and stands in the page in the same words."""

from __future__ import annotations

import html
import re

import pytest
from whole_site import CARD, CLOZE, Built, Site, boxes, card_ids, our_tags

# Name: the block, the line of the mistake in it (the opening fence is 0), and a piece of the message.
MISTAKES: dict[str, tuple[str, int, str]] = {
    "no end": ("```flashcard\nQ?\n---\nA.\n", 0, "has no end"),
    "text after the name": ("```flashcard What is it?\nQ?\n---\nA.\n```", 0, "expected options"),
    "curly quotes": ("```flashcard source=“Lab”\nQ?\n---\nA.\n```", 0, "straight quotes"),
    "unclosed brace": ("```cloze {#x\nA ==b==.\n```", 0, "expected options"),
    "unknown option": ("```flashcard souce=Lab\nQ?\n---\nA.\n```", 0, "Did you mean source?"),
    "option twice": ("```flashcard hint=a hint=b\nQ?\n---\nA.\n```", 0, "twice"),
    "empty option": ('```flashcard hint=""\nQ?\n---\nA.\n```', 0, "empty"),
    "neither yes nor no": ("```flashcard review=maybe\nQ?\n---\nA.\n```", 0, "review=yes"),
    "bad id": ('```flashcard id="a b"\nQ?\n---\nA.\n```', 0, "cannot be an id"),
    "bad week": ('```flashcard week="3?"\nQ?\n---\nA.\n```', 0, "is not a week"),
    "no separator": ("```flashcard\nQ?\nA.\n```", 0, "expected a line ---"),
    "empty question": ("```flashcard\n\n---\nA.\n```", 1, "question is empty"),
    "empty answer": ("```flashcard\nQ?\n---\n```", 2, "answer is empty"),
    "empty block": ("```flashcard\n```", 0, "is empty"),
    "empty cloze": ("```cloze\n\n```", 0, "is empty"),
    "no blank": ("```cloze\nNothing to fill in.\n```", 0, "no blank"),
    "empty blank": ("```cloze\nLine one.\nA ==== here and ==there==.\n```", 2, "no answer"),
    "empty Anki blank": ("```cloze\nA {{c1::}} here.\n```", 1, "no answer"),
    "Anki blank without end": ("```cloze\nText\nA {{c1::blank} here.\n```", 2, "no end"),
    "blank in a blank": ("```cloze\nA {{c1::b {{c2::c}} d}}.\n```", 1, "inside another blank"),
    "blanks without answers": ("```cloze\nA ____ and ____.\n```", 0, "an answer for each of the 2 blanks"),
    "fewer answers than blanks": ("```cloze\nA ____ and ____.\n---\none\n```", 2, "2 blanks in the text and 1 answer"),
    "mixed notations": ("```cloze\nA ==b== and\na ____ too.\n```", 2, "one notation"),
    "one option": ("```flashcard\nQ?\n---\n- [x] one\n```", 3, "at least two options"),
    "nothing ticked": ("```flashcard\nQ?\n---\n- [ ] one\n- [ ] two\n```", 3, "ticked"),
    "option without a box": ("```flashcard\nQ?\n---\n- [x] one\n- two\n```", 4, "expected - [x] or - [ ]"),
    "empty cell": ("```flashcard\n| a | b |\n|---|---|\n| c | |\n```", 3, "empty cell"),
    "no rows": ("```flashcard\n| a | b |\n|---|---|\n```", 0, "no rows"),
    "card in a card": (
        "````flashcard\nQ?\n---\n```flashcard\nR?\n---\nB.\n```\n````",
        3,
        "inside another card",
    ),
    "card in raw HTML": ("<div>\n\n```flashcard\nQ?\n---\nA.\n```\n\n</div>", 2, "Markdown is not read"),
}
FRONT_MATTER: dict[str, str] = {
    "none": "",
    "short": "---\ntitle: T\n---\n",
    "long": "---\n" + "".join(f"key{n}:\n  - {n}\n\n" for n in range(60)) + "---\n\n\n",
    "rules inside": '---\ntitle: "a --- b"\nnote: |\n  text\n\n  ---\n  more\n---\n',
    "dots at its end": "---\ntitle: T\nlist: [1,\n  2]\n...\n\n",
    "blank after the dashes": "---  \ntitle: T\n---\t\n",
    "MultiMarkdown": "title: T\nauthor: Me\n  and you\n\n",
    "not front matter at all": "\n\n---\n\n- a list\n\n---\n\n",
}


def page(front: str, block: str) -> tuple[str, int]:
    """A page with a block between two good cards, and the line of the block's opening."""
    before = f"{front}# Page\n\nText.\n\n{CARD}\n"
    return f"{before}{block}\n\n{CLOZE}", before.count("\n") + 1


def check(
    built: Built, line: int, piece: str, *, at: str = "docs/week-1/x.md", page: str = "week-1/x/index.html"
) -> None:
    """One mistake, said twice in the same words, and two good cards."""
    assert len(built.warnings) == 1, built.warnings
    warning = built.warnings[0]
    assert warning.startswith(f"{at}:{line}: "), warning
    assert piece in warning
    content = built.content(page)
    (box,) = boxes(content)
    assert f"<p>{html.escape(warning, quote=False)}</p>" in box
    assert len(card_ids(content)) == 2


@pytest.mark.parametrize("name", MISTAKES)
def test_each_mistake_fails_at_its_line(site: Site, name: str) -> None:
    block, offset, piece = MISTAKES[name]
    text, line = page(FRONT_MATTER["short"], block)
    site.write({"docs/week-1/x.md": text, "docs/index.md": "# Home\n"})
    built = site.build(strict=True)
    assert built.failed
    check(built, line + offset, piece)
    box = html.unescape(boxes(built.content("week-1/x/index.html"))[0])
    source = block.removeprefix("<div>\n\n").removesuffix("\n\n</div>").rstrip("\n")
    assert source in box
    assert not site.build().failed


@pytest.mark.parametrize("front", FRONT_MATTER.values(), ids=FRONT_MATTER)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
def test_lines_count_from_the_top_of_the_file(site: Site, front: str, ends: str, mark: bytes) -> None:
    block, offset, piece = MISTAKES["empty answer"]
    text, line = page(front, block)
    site.write({"docs/week-1/x.md": mark + text.replace("\n", ends).encode()})
    check(site.build(), line + offset, piece)


def test_two_mistakes_in_one_block_stand_in_one_box(site: Site) -> None:
    built = site.write({"docs/index.md": "# T\n\n```flashcard souce=x\nQ?\n---\n```\n"}).build(strict=True)
    assert [warning.partition(": ")[0] for warning in built.warnings] == ["docs/index.md:3", "docs/index.md:5"]
    (box,) = boxes(built.content("index.html"))
    assert box.count("<p>") == 2


def test_the_same_mistake_twice_has_two_lines(site: Site) -> None:
    built = site.write({"docs/index.md": "```cloze\nno\n```\n\ntext\n\n```cloze\nno\n```\n"}).build(strict=True)
    assert [warning.partition(": ")[0] for warning in built.warnings] == ["docs/index.md:1", "docs/index.md:7"]


@pytest.mark.parametrize(
    "around",
    [
        "- item\n\n    {}\n",
        "1. item\n    - item\n\n        {}\n",
        "> {}\n",
        "!!! note\n    {}\n",
        '=== "Tab"\n\n    {}\n',
        "??? note\n\n    {}\n",
        "Text[^1]\n\n[^1]: Note\n\n    {}\n",
        "Term\n:   Text\n\n    {}\n",
        '<div markdown="1">\n\n{}\n\n</div>\n',
    ],
)
def test_a_mistake_inside_something_else_has_its_line(site: Site, around: str) -> None:
    inside, _, _ = around.partition("{}")
    prefix = inside.rpartition("\n")[2].replace("-", " ")
    block = MISTAKES["empty answer"][0].replace("\n", f"\n{prefix}")
    text = f"---\ntitle: T\n---\n\n{CARD}\n{around.format(block)}\nText\n\n{CLOZE}"
    extensions = ["admonition", "md_in_html", "footnotes", "def_list", "pymdownx.details", "pymdownx.superfences"]
    built = site.write({"docs/week-1/x.md": text}).build(
        markdown_extensions=[*extensions, {"pymdownx.tabbed": {"alternate_style": True}}]
    )
    line = text[: text.index(block)].count("\n") + 1
    check(built, line + 2, "answer is empty")


# What other tools do to the text


def test_a_snippet_above_does_not_move_the_line(site: Site) -> None:
    block, offset, piece = MISTAKES["empty answer"]
    text, line = page('---\ntitle: T\n---\n--8<-- "long.md"\n\n', block)
    site.write({"docs/week-1/x.md": text, "long.md": "line\n\n" * 30})
    check(site.build(markdown_extensions=[{"pymdownx.snippets": {"base_path": ["."]}}]), line + offset, piece)


def test_an_included_card_is_reported_where_it_is_brought_in(site: Site) -> None:
    site.write({"docs/index.md": '---\ntitle: T\n---\n# T\n\n--8<-- "part.md"\n\n' + CLOZE})
    site.write({"part.md": f"Some text.\n\n{CARD}\n```cloze\nnothing\n```\n"})
    built = site.build(strict=True, markdown_extensions=[{"pymdownx.snippets": {"base_path": ["."]}}])
    assert built.failed
    check(built, 6, "included", at="docs/index.md", page="index.html")


def test_an_included_card_of_a_page_with_many_includes_names_the_page(site: Site) -> None:
    site.write({"docs/index.md": '# T\n\n--8<-- "one.md"\n\n--8<-- "two.md"\n', "one.md": "one\n"})
    site.write({"two.md": "```cloze\nnothing\n```\n"})
    built = site.build(strict=True, markdown_extensions=[{"pymdownx.snippets": {"base_path": ["."]}}])
    (warning,) = built.warnings
    assert re.match(r"docs/index\.md(:5)?: in text that is included", warning)
    assert warning in html.unescape(boxes(built.content("index.html"))[0])


def test_a_snippet_inside_a_card_keeps_its_line(site: Site) -> None:
    text = '# T\n\n```flashcard souce=x\nWhat does it print?\n---\n```python\n--8<-- "code.py"\n```\n```\n'
    site.write({"docs/index.md": text, "code.py": "print(1)\n\n---\n"})
    built = site.build(markdown_extensions=[{"pymdownx.snippets": {"base_path": ["."]}}])
    assert [warning.partition(": ")[0] for warning in built.warnings] == ["docs/index.md:3"]


# Cards of the whole site


OTHER = CARD.replace("A tool that", "Something that")


def test_an_id_that_is_taken_names_both_places(site: Site) -> None:
    site.write({"docs/a.md": "# A\n\n" + CARD.replace("flashcard", "flashcard id=docker")})
    site.write({"docs/b.md": "---\ntitle: B\n---\n\n" + OTHER.replace("flashcard", "flashcard {#docker}") + CLOZE})
    built = site.build(strict=True)
    assert built.failed
    (warning,) = built.warnings
    assert warning.startswith("docs/b.md:5: ")
    assert "'docker'" in warning
    assert "docs/a.md:3" in warning
    assert len(card_ids(built.html("b/index.html"))) == 1


def test_the_same_question_with_another_answer_names_both_places(site: Site) -> None:
    built = site.write({"docs/a.md": CARD, "docs/b.md": f"# B\n\n{OTHER}"}).build(strict=True)
    (warning,) = built.warnings
    assert warning.startswith("docs/b.md:3: the same question has a different answer at docs/a.md:1.")
    assert warning in html.unescape(boxes(built.content("b/index.html"))[0])


def test_the_same_card_in_two_notes_is_one_card(site: Site) -> None:
    built = site.write({"docs/a.md": CARD + CLOZE, "docs/b.md": f"# B\n\n{CLOZE}\n{CARD}\n{CARD}"}).build(strict=True)
    assert not built.failed
    first, second = (card_ids(built.html(f"{name}/index.html")) for name in "ab")
    assert first == second[:2][::-1]
    ids = re.findall(r' id="(card-[^"]*)"', built.html("b/index.html"))
    assert len(ids) == len(set(ids)) == 2


def test_a_set_reports_a_row_that_contradicts_a_card_elsewhere(site: Site) -> None:
    rows = "```flashcard\n| Wort | word |\n|---|---|\n| Haus | house |\n| Hund | dog |\n```\n"
    built = site.write({"docs/a.md": rows, "docs/b.md": "# B\n\n" + rows.replace("dog", "hound")}).build(strict=True)
    (warning,) = built.warnings
    assert warning.startswith("docs/b.md:7: ")
    assert "docs/a.md:5" in warning
    assert len(card_ids(built.html("b/index.html"))) == 1


# Weeks


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ('---\ntitle: T\nweek: "3?"\n---\n', 3),
        ("---\nweekday: Monday\nweeks:\n  - 1\n# week: commented\nweek: a/b\nend: 1\n---\n", 6),
        ("---\ntitle: |\n  week: not this one\n  text\nweek: [1, 2]\n---\n", 5),
        ("---\n\"other\": 1\n'week': a/b\n---\n", 3),
        ("title: T\nweek: 3?\n\n", 2),
        ('---\r\ntitle: T\r\nweek: "?"\r\n---\r\n', 3),
    ],
)
def test_a_bad_week_in_front_matter_is_reported_at_its_line(site: Site, front: str, line: int) -> None:
    built = site.write({"docs/index.md": f"{front}# T\n\n{CARD}"}).build(strict=True)
    assert built.failed
    (warning,) = built.warnings
    assert warning.startswith(f"docs/index.md:{line}: ")
    assert "is not a week" in warning
    assert len(card_ids(built.html("index.html"))) == 1


@pytest.mark.parametrize("week", ["3", '"03"', "9-10", "none", "exam week", "0", "Prüfung"])
def test_good_weeks_are_taken(site: Site, week: str) -> None:
    assert not site.write({"docs/index.md": f"---\nweek: {week}\n---\n{CARD}"}).build(strict=True).failed


# What something else than Python-Markdown converts


CONVERTER = """
def on_pre_page(page, config, files):
    if "cell" in page.file.src_uri:
        page.render = lambda config, files: setattr(page, "content", page.file.content_string)
    return page
"""
CELL = """\
<h1>Cell</h1><pre><code class="language-flashcard">flashcard
What &lt;b&gt;?
---
The answer.
</code></pre><ul><li><pre><code class="cloze">The ==Earth==.
</code></pre></li></ul>
<pre class="language-flash_cards">Q
---
A
</pre>
<pre><code class="language-flashcards">somebody else's</code></pre>
<div class="highlight"><pre><span></span><span class="sb">```flashcard</span></pre></div>
<pre><code>flashcard</code></pre><pre><code class="language-python">x = "flashcard"</code></pre>
"""


def test_a_block_that_another_converter_made_into_code_is_reported(site: Site) -> None:
    site.write({"hook.py": CONVERTER, "docs/cell.md": CELL, "docs/index.md": f"# Home\n\n{CARD}"})
    built = site.build(strict=True, hooks=["hook.py"])
    assert built.failed
    assert [warning.partition(" became")[0] for warning in built.warnings] == [
        "docs/cell.md: this flashcard",
        "docs/cell.md: this cloze",
        "docs/cell.md: this flash_cards",
    ]
    content = built.content("cell/index.html")
    assert len(boxes(content)) == 3
    assert "```flashcard\nWhat &lt;b&gt;?\n---\nThe answer.\n```" in boxes(content)[0]
    assert "somebody else's</code></pre>" in content
    assert our_tags(built.html("cell/index.html"))


def test_code_that_an_author_shows_in_a_note_is_left_alone(site: Site) -> None:
    text = '# T\n\n<pre><code class="language-flashcard">Q\n---\nA</code></pre>\n\n    ```flashcard\n    Q\n    ```\n'
    built = site.write({"docs/index.md": text}).build(strict=True)
    assert built.warnings == []
    assert '<pre><code class="language-flashcard">Q' in built.content("index.html")

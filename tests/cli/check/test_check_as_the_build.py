"""What `check` says of what only a build seems to know: included text, and places that Markdown makes something of."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked_course import GOOD, NO_ANSWER, SETTINGS, check, lines_of_build, without_columns, write

OTHER = GOOD.replace("Because", "For fun")
MISNAMED = GOOD.replace("flashcard", "flashcards")
SNIPPETS = f"{SETTINGS}markdown_extensions:\n  - pymdownx.snippets:\n      base_path: [texts]\n"
INCLUDES = SETTINGS.replace("flashcards", "flashcards, include-markdown")


def cloze(text: str) -> str:
    return f"```cloze\nThe ==good== one. {text}\n```\n"


@pytest.mark.parametrize(
    "text",
    [
        *(NO_ANSWER, MISNAMED, GOOD, f"{GOOD}\n{OTHER}", "# A\n\nText.\n", cloze('<b title="==bad==">b</b>')),
    ],
)
@pytest.mark.parametrize(
    ("settings", "line"),
    [
        (SNIPPETS, '--8<-- "a.txt"'),
        (SNIPPETS, '- Item\n\n    --8<-- "a.txt"'),
        (SNIPPETS, '````text\n--8<-- "a.txt"\n````'),
        (SNIPPETS, '--8<-- "none.txt"'),
        (SNIPPETS, '--8<-- "a.txt:1:99"'),
        (SNIPPETS, '--8<-- "c.txt"'),
        (SNIPPETS, "--8<--\na.txt\nb.txt\n--8<--"),
        (SNIPPETS, 'Text:\n\n    --8<-- "a.txt"'),
        (SNIPPETS, '--8<-- "a.txt"\n\n--8<-- "b.txt"'),
        (INCLUDES, '{% include "../texts/a.txt" %}'),
        (SETTINGS, '--8<-- "a.txt"'),
    ],
)
def test_included_text_is_checked_where_it_is_included(
    text: str, settings: str, line: str, course: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(
        course, {"mkdocs.yml": settings, "texts/a.txt": text, "texts/b.txt": "Text.\n", "texts/c.txt": '--8<-- "a.txt"'}
    )
    write(course, {"docs/a.md": f"# A\n\n{line}\n", "docs/b.md": cloze("Yes.")})
    assert without_columns(check().output) == lines_of_build(course, caplog)


@pytest.mark.parametrize("file", ["none.txt", "a.txt"])
def test_an_answer_that_a_snippet_brings_is_one_if_there_is_such_a_file(
    file: str, course: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(course, {"mkdocs.yml": SNIPPETS, "texts/a.txt": "Because.\n"})
    write(course, {"docs/a.md": f'```flashcard\nWhy?\n---\n--8<-- "{file}"\n```\n'})
    expected = lines_of_build(course, caplog)
    assert ["the answer is empty" in line for line in expected] == [True] * (file == "none.txt")
    assert without_columns(check().output) == expected


def test_an_example_in_indented_code_contradicts_no_card(course: Path, caplog: pytest.LogCaptureFixture) -> None:
    example = "".join(f"    {line}\n" for line in OTHER.splitlines())
    write(course, {"docs/a.md": f"# How to\n\nType this:\n\n{example}", "docs/b.md": GOOD})
    assert lines_of_build(course, caplog) == []
    assert check().output == ""
    write(course, {"docs/a.md": f"# A card\n\n- In a list:\n\n{example}"})
    assert len(expected := lines_of_build(course, caplog)) == 1
    assert without_columns(check().output) == expected


@pytest.mark.parametrize(("header", "box"), [("flashcard order=yes", ""), ("flashcard", "[x] ")])
@pytest.mark.parametrize("below", ["\n ow\n", "\n\n And.", "\n\nAnd.", ""])
def test_items_that_are_no_list_to_markdown_are_found(
    header: str, box: str, below: str, course: Path, caplog: pytest.LogCaptureFixture
) -> None:
    items = f"1. {box}a\n2. {box}b\n\n    now\n3. {box}c\n4. {box}d{below}\n"
    write(course, {"docs/a.md": f"```{header}\nWhich?\n---\n{items}\n```\n"})
    assert without_columns(check().output) == lines_of_build(course, caplog)


def test_included_cards_may_contradict_others(course: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(course, {"mkdocs.yml": SNIPPETS, "texts/a.txt": OTHER, "docs/a.md": GOOD, "docs/b.md": '--8<-- "a.txt"\n'})
    expected = lines_of_build(course, caplog)
    assert len(expected) == 1
    assert without_columns(check().output) == expected


LOST = (
    '[a](b "==t==")',
    "![==alt==](x.png)",
    '<b title="==t==">b</b>',
    "x < y\n\n<!-- {{c1::x}} -->",
    "[^1]: ==note==",
)
LOST += ("x\n\n[^1]:\n    ==note==\n", "[a][b]\n\n[b]: ==x==", "\\\\(==x==\\\\)", "a <b ==x== c> d", "*[HTML]: ==x==")
KEPT = ("[==text==](a.md)", "(==x==)", "a < ==b== > c", "{==x==}", "$a_{==x==}$", "| a |\n|---|\n| ==x== |", "[==x==]")


@pytest.mark.parametrize("text", [*LOST, *KEPT])
@pytest.mark.parametrize("extensions", ["[]", "[footnotes, abbr, attr_list, tables, pymdownx.arithmatex]"])
def test_a_blank_that_markdown_has_no_room_for_is_found(
    text: str, extensions: str, course: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(course, {"mkdocs.yml": f"{SETTINGS}markdown_extensions: {extensions}\n", "docs/a.md": cloze(text)})
    assert without_columns(check().output) == lines_of_build(course, caplog)


BRINGS = "def on_config(config):\n    config.markdown_extensions += ['admonition', 'footnotes', 'md_in_html']\n"
IN_PLACES = {
    "a box": "!!! note\n\n    {card}\n",
    "a footnote": "A note.[^1]\n\n[^1]:\n    Text.\n\n    {card}\n",
    "an element": '<div markdown="1">\n\n{card}\n\n</div>\n',
    "the text": "{card}\n",
}


@pytest.mark.parametrize("card", [GOOD, NO_ANSWER, MISNAMED, cloze("== bad ==")])
@pytest.mark.parametrize("place", IN_PLACES)
def test_extensions_that_a_hook_brings_cause_no_false_alarm(
    place: str, card: str, course: Path, caplog: pytest.LogCaptureFixture
) -> None:
    indent = "" if "div" in IN_PLACES[place] or place == "the text" else "    "
    text = IN_PLACES[place].format(card=card.strip().replace("\n", f"\n{indent}"))
    write(course, {"mkdocs.yml": f"{SETTINGS}hooks: [hook.py]\n", "hook.py": BRINGS, "docs/a.md": text})
    assert without_columns(check().output) == lines_of_build(course, caplog)


@pytest.mark.parametrize(
    ("plugins", "expected"), [("search", 1), ("material/tags, minify", 1), ("techdocs-core", 0), ("search, x", 0)]
)
def test_a_box_is_one_where_a_plugin_may_bring_its_extension(plugins: str, expected: int, course: Path) -> None:
    text = IN_PLACES["a box"].format(card=GOOD.strip().replace("\n", "\n    "))
    write(course, {"mkdocs.yml": SETTINGS.replace("flashcards", f"flashcards, {plugins}"), "docs/a.md": text})
    assert check().output.count("\n") == expected


OFF = "{macros: {render_by_default: false}}, flashcards"


@pytest.mark.parametrize("plugins", ["macros, flashcards", "flashcards", OFF])
@pytest.mark.parametrize("card", [NO_ANSWER, MISNAMED, f"{GOOD}\n{OTHER}", "!!! flashcard\n    Q\n    ---\n    A\n"])
@pytest.mark.parametrize(
    "text", ["{{#\n{card}#}}\n", "{{# a #}}\n{card}{{# b #}}\n", f"{{card}}\n{{{{#\n{GOOD}#}}}}\n"]
)
def test_a_comment_of_a_template_is_none_of_ours(
    text: str, card: str, plugins: str, course: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(course, {"mkdocs.yml": SETTINGS.replace("flashcards", plugins), "docs/a.md": text.format(card=card)})
    assert without_columns(check().output) == lines_of_build(course, caplog)


@pytest.mark.parametrize("said", ["true", "false"])
def test_a_note_says_itself_whether_it_is_a_template(said: str, course: Path, caplog: pytest.LogCaptureFixture) -> None:
    text = f"---\nrender_macros: {said}\n---\n\n{{#\n{NO_ANSWER}\n#}}\n"
    write(course, {"mkdocs.yml": SETTINGS.replace("flashcards", OFF if said == "true" else "macros, flashcards")})
    write(course, {"docs/a.md": text})
    assert without_columns(check().output) == lines_of_build(course, caplog)


LANGUAGES = "[{locale: en, default: true, name: English}, {locale: nl, name: Nederlands}]"


@pytest.mark.parametrize(
    ("structure", "names"),
    [("suffix", ("a.md", "a.nl.md")), ("suffix", ("a.en.md", "a.nl.md")), ("folder", ("en/a.md", "nl/a.md"))],
)
@pytest.mark.parametrize("end", ["md", "nl.md"])
def test_each_language_of_a_site_has_cards_of_its_own(
    structure: str, names: tuple[str, str], end: str, course: Path, caplog: pytest.LogCaptureFixture
) -> None:
    i18n = f"{{i18n: {{docs_structure: {structure}, languages: {LANGUAGES}}}}}"
    write(course, {"mkdocs.yml": SETTINGS.replace("flashcards", f"{i18n}, flashcards")})
    write(course, {f"docs/{name}": text for name, text in zip(names, (GOOD, OTHER), strict=True)})
    folder, dot_nl = ("nl/", "") if structure == "folder" else ("", ".nl")
    write(course, {f"docs/{folder}b{dot_nl}.md": OTHER if end == "md" else GOOD, "docs/nl/index.md": "# NL\n"})
    assert without_columns(check().output) == lines_of_build(course, caplog)

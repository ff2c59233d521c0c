"""Notebooks, whose cells something else than Python-Markdown converts: their blocks become no cards."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from checked_course import GOOD, NO_ANSWER, SETTINGS, check, lines_of_build, without_columns, write

CLOZE = "```cloze\n==Yes== it is.\n```\n"
MISNAMED = GOOD.replace("flashcard", "flashcards")
HOOK = """\
import html, json, types

def on_files(files, config):
    for file in files:
        if file.src_uri.endswith((".ipynb", ".py")):
            file.is_documentation_page = lambda: True
            file.dest_uri, file.url = file.src_uri + ".html", file.src_uri + ".html"

def on_pre_page(page, config, files):
    def render(self, config, files):
        self.content = "".join(code(cell) for cell in cells(self.file))
        self.toc = []
    if page.file.src_uri.endswith((".ipynb", ".py")):
        page.render = types.MethodType(render, page)

def cells(file):
    if file.src_uri.endswith(".ipynb"):
        found = json.loads(file.content_string)["cells"]
        return ["".join(cell["source"]) for cell in found if cell["cell_type"] == "markdown"]
    return [file.content_string.replace("# ", "")]

def code(text):
    pieces = text.split("```")[1::2]
    named = [piece.partition("\\n") for piece in pieces]
    return "".join(
        f'<pre><code class="language-{n.split()[0].lstrip("{.")}">{repeated(n)}{html.escape(body)}</code></pre>'
        for n, _, body in named
    )

def repeated(name):
    return name.split()[0] + "\\n" if name.startswith("{") else ""
"""
NOTEBOOKS = SETTINGS.replace("flashcards", "flashcards, mkdocs-jupyter")


def notebook(*cells: str) -> str:
    kinds = [{"cell_type": "markdown", "source": cell.splitlines(keepends=True)} for cell in cells]
    return json.dumps({"cells": [*kinds, {"cell_type": "code", "source": [NO_ANSWER]}]})


@pytest.mark.parametrize(
    ("name", "text", "places"),
    [
        ("a.ipynb", notebook("# A\n", f"Text\n\n{GOOD}", f"{NO_ANSWER}\n{CLOZE}"), [2, 3, 3]),
        ("b.ipynb", notebook(MISNAMED, "```quiz\nWhat?\n---\nThat.\n```\n", "```flashcards\nText.\n```\n"), [1]),
        ("c.ipynb", notebook("```python\nx = 1\n```\n"), []),
        ("e.ipynb", notebook("~~~{.cloze #x}\n==Yes== it is.\n~~~\n".replace("~~~", "```")), [1]),
        ("d.py", f"# %% [markdown]\n# # A\n#\n# {GOOD.replace(chr(10), chr(10) + '# ')}\n# %%\nx = 1\n", [4]),
    ],
)
def test_blocks_in_notebooks_are_reported_with_their_cell(
    name: str, text: str, places: list[int], course: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(course, {"mkdocs.yml": NOTEBOOKS, f"docs/{name}": text})
    found = check().stdout
    assert check(f"docs/{name}").stdout == found
    said = r":(\d+):1: " if name.endswith(".py") else r" in cell (\d+) of a notebook, became plain code"
    assert [int(one[1]) for line in found.splitlines() if (one := re.search(said, line))] == places
    assert found.count("\n") == len(places)
    write(course, {"mkdocs.yml": f"{SETTINGS}hooks: [hook.py]\n", "hook.py": HOOK})
    assert sorted(set(without_columns(found))) == lines_of_build(course, caplog)


def test_notebooks_that_the_site_has_no_page_of_are_left_alone(course: Path) -> None:
    write(course, {"docs/a.ipynb": notebook(GOOD), "docs/b.ipynb": notebook(GOOD)})
    assert check().output == ""
    write(course, {"mkdocs.yml": "plugins: [flashcards, {mkdocs-jupyter: {ignore: [b.ipynb]}}]\n"})
    assert [line.partition(":")[0] for line in check().output.splitlines()] == ["docs/a.ipynb"]


@pytest.mark.parametrize("text", ["{", "[]", '{"cells": [{}]}', '{"cells": 1}', "", "\0", "[" * 5000])
def test_a_notebook_that_is_none_is_left_to_the_build(text: str, course: Path) -> None:
    write(course, {"mkdocs.yml": NOTEBOOKS, "docs/a.ipynb": text})
    assert check().output == ""


def test_an_example_in_a_notebook_is_no_card(course: Path) -> None:
    write(course, {"mkdocs.yml": NOTEBOOKS, "docs/a.ipynb": notebook(f"````md\n{GOOD}````\n")})
    assert check().output == ""


def test_indented_code_in_a_notebook_is_no_card_but_an_indented_block_in_a_list_is(course: Path) -> None:
    indented = "".join(f"    {line}\n" for line in GOOD.splitlines())
    cells = [f"Type this:\n\n{indented}", f"- Text.\n\n{indented}", f"1. One\n\n    More.\n\n{indented}", indented]
    write(course, {"mkdocs.yml": NOTEBOOKS, "docs/a.ipynb": notebook(*cells)})
    assert re.findall(r"in cell (\d+)", check().output) == ["2", "3"]

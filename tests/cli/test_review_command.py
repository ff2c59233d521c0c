"""`mkdocs-flashcards review`: the review pages that the plugin makes, for a site that is built without it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import markdown
import pytest
from click.testing import CliRunner, Result
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_flashcards.cli import main

ROOT = Path(__file__).parents[2]
PAGE = Path("docs/review/week-1/index.md")
ASSET = re.compile(r"<(script|link) [^>]*flashcards[^>]*>(?:</script>)?")
ADDRESS = re.compile(r"[\w./-]*?(flashcards[\w-]*)(?:\.[0-9a-f]{12})?\.(js|css)")
NOTE = """\
# Docker

## Images

```flashcard
Look at [the lab](lab.md#part), [here](#images) and ![a box](../img/a%20b.png)?
---
```text
~~~
```

- [x] yes
- [ ] no
```

```flashcard review=no
Only here?
---
Yes
```

```cloze week=2
The ==Sun==.
```
"""


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    files = {
        "mkdocs.yml": "site_name: C\nmarkdown_extensions: [attr_list]\n"
        "plugins: [{flashcards: {exam: 2027-01-31, new_per_day: 7}}]\n",
        "docs/week-1/docker.md": NOTE,
        "docs/week-1/lab.md": "# Lab\n\n## Part\n",
        "docs/index.md": "# Course\n\n[The docs](week-1/docker.md)\n",
        "docs/img/a b.png": "",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def review(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["review", *arguments])


def below_the_title(html: str) -> str:
    """A review page from the element of the script on, whatever its files are called and wherever they are."""
    inside = html[html.index("<flash-review") : html.rindex("</flash-card>" if "</flash-card>" in html else "</ul>")]
    return ADDRESS.sub(r"\1.\2", ASSET.sub("", inside)).replace("&#126;", "~").replace("&#96;", "`")


def compare(folder: Path, settings: Path) -> int:
    """Compare what the command writes with what the plugin makes; returns the number of pages."""
    config = load_config(str(settings))
    config["plugins"]["flashcards"].config["exports"] = []
    build(config)
    pages = sorted((folder / "review").rglob("*.md"))
    for page in pages:
        path = page.relative_to(folder).as_posix().removesuffix("index.md")
        built = Path(config.site_dir, path, "index.html")
        assert below_the_title(page.read_text(encoding="utf-8")) == below_the_title(built.read_text(encoding="utf-8"))
    return len(pages)


def written(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def aside(folder: Path) -> Path:
    """Take the pages away, so that the plugin makes its own."""
    copy = folder.parent / "copy"
    copy.mkdir()
    shutil.move(folder / "review", copy / "review")
    return copy


def test_the_pages_are_those_of_the_plugin() -> None:
    assert CliRunner().invoke(main, ["assets", "docs/assets"]).exit_code == 0
    result = review("docs/review")
    assert (result.exit_code, result.output) == (0, "3 pages in docs/review\n")
    assert compare(aside(Path("docs")), Path("mkdocs.yml")) == 3


def test_those_of_a_large_course_too() -> None:
    shutil.copytree(ROOT / "docs", "large/docs")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "\nhooks:" in settings  # which draw the formulas of pages
    Path("large/mkdocs.yml").write_text(settings.replace("\nhooks:", "\nextra:\n  hooks:"), encoding="utf-8")
    result = review("large/docs/review", "-f", "large/mkdocs.yml")
    assert result.output.startswith("6 pages in large/docs/review\n")
    assert compare(aside(Path("large/docs")), Path("large/mkdocs.yml")) == 6


def test_the_settings_and_the_cards_of_a_week() -> None:
    review("docs/review")
    page = PAGE.read_text(encoding="utf-8")
    assert 'data-exam="2027-01-31" data-items="2"' in page
    assert 'data-new="7"' in page
    assert page.count("<flash-card") == 1
    assert "Only here?" not in page
    assert Path("docs/review/week-2/index.md").exists()
    script = Path("docs/review/flashcards-week-1.js").read_text(encoding="utf-8")
    assert "the lab" in script


def test_addresses_lead_to_the_same_place_from_the_file_and_from_the_page() -> None:
    review("docs/review")
    page = PAGE.read_text(encoding="utf-8")
    for address in (
        "../../week-1/lab/#part",
        "../../week-1/docker/#images",
        "../../img/a%20b.png",
        "../../assets/flashcards.js",
    ):
        assert f'"{address}"' in page


def test_addresses_without_folders() -> None:
    with Path("mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("use_directory_urls: false\n")
    review("docs/review")
    assert '"../../week-1/lab.html#part"' in PAGE.read_text(encoding="utf-8")


def test_the_page_is_the_same_whatever_extensions_read_it() -> None:
    """Fences, markers and blank lines in the code of a card belong to the card."""
    review("docs/review")
    text = PAGE.read_text(encoding="utf-8").partition("</h1>")[2]
    inside = text[text.index("<div class") : text.rindex("</div>")]
    html = markdown.markdown(
        text, extensions=["flashcards", "pymdownx.superfences", "md_in_html", "smarty", "admonition"]
    )
    assert inside.strip() in html


def test_a_second_time_changes_nothing() -> None:
    review("docs/review")
    before = written(Path("docs"))
    review("docs/review")
    assert written(Path("docs")) == before


@pytest.mark.parametrize("name", ["week-1/index.md", "index.md", "flashcards-week-1.js"])
@pytest.mark.parametrize("is_own", [True, False], ids=["a page of the author's", "a page that was changed"])
def test_what_an_author_wrote_stays(name: str, is_own: bool) -> None:
    CliRunner().invoke(main, ["assets", "docs/assets"])
    path = Path("docs/review", name)
    if is_own:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Mine\n", encoding="utf-8")
    else:
        review("docs/review")
        path.write_text(re.sub("Docker|Review", "Mine", path.read_text(encoding="utf-8")), encoding="utf-8")
    before = path.read_bytes()
    result = review("docs/review")
    assert (result.exit_code, path.read_bytes()) == (1, before)
    assert f"{path}: left alone" in result.output


def test_a_page_with_other_line_ends_is_replaced() -> None:
    CliRunner().invoke(main, ["assets", "docs/assets"])
    review("docs/review")
    before = PAGE.read_bytes()
    PAGE.write_bytes(before.replace(b"\n", b"\r\n"))
    assert review("docs/review").exit_code == 0
    assert PAGE.read_bytes() == before


def test_pages_of_weeks_that_are_gone_are_named() -> None:
    review("docs/review")
    path = Path("docs/week-1/docker.md")
    path.write_text(NOTE.replace(" week=2", ""), encoding="utf-8")
    result = review("docs/review")
    for name in ("week-2/index.md", "flashcards-week-2.js"):
        assert f"docs/review/{name}: no longer needed" in result.output
        assert Path("docs/review", name).exists()


@pytest.mark.parametrize("folder", ["review", "docs", "."])
def test_a_folder_that_is_not_published_is_refused(folder: str) -> None:
    before = written(Path())
    assert review(folder).exit_code == 2
    assert written(Path()) == before


def test_what_pages_load_must_be_there() -> None:
    result = review("docs/review")
    assert (result.exit_code, "Run mkdocs-flashcards assets docs/assets" in result.output) == (1, True)
    CliRunner().invoke(main, ["assets", "docs/files"])
    assert review("docs/review", "--assets", "docs/files").exit_code == 0
    assert "../../files/flashcards-review.js" in PAGE.read_text(encoding="utf-8")


def test_the_plugin_beside_it_lists_no_card_twice_and_checks_say_nothing() -> None:
    CliRunner().invoke(main, ["assets", "docs/assets"])
    review("docs/review")
    build(load_config("mkdocs.yml", strict=True))
    built = Path("site/review/week-1/index.html").read_text(encoding="utf-8")
    assert built.count("<flash-card") == 1
    assert built.count("<script") - built.count("js/") <= 2
    assert not re.search(r"flashcards\.[0-9a-f]{12}\.js", built)
    assert CliRunner().invoke(main, ["check"]).output == ""
    before = written(Path("docs"))
    review("docs/review")
    assert written(Path("docs")) == before


def test_written_pages_are_no_cards_to_anybody() -> None:
    """Their HTML has all that a block of a card has, and so have answers."""
    answers = {
        "true-false": "True. Because `a ==b== c`.",
        "choice": "- [x] `____`\n- [ ] {{c1::x}}",
        "recall": "A line.\n\n```text\n---\n```",
        "list": "- one ==x==\n- two ____",
    }
    cards = "".join(f"```flashcard\nQ {kind} `==x==`?\n---\n{answer}\n````\n\n" for kind, answer in answers.items())
    Path("docs/week-1/docker.md").write_text(f"# Docker {{ #docker }}\n\n{cards}", encoding="utf-8")
    CliRunner().invoke(main, ["assets", "docs/assets"])
    assert review("docs/review").exit_code == 0
    page = PAGE.read_text(encoding="utf-8")
    assert page.count("<flash-card") == len(answers)
    assert "{ #docker }" not in page
    assert CliRunner().invoke(main, ["check"]).output == ""
    assert markdown.markdown(page, extensions=["flashcards", "md_in_html"]).count("flash-mistake") == 0


def test_a_course_without_weeks_has_one_page() -> None:
    shutil.move("docs/week-1", "docs/notes")
    path = Path("docs/notes/docker.md")
    path.write_text(NOTE.replace(" week=2", ""), encoding="utf-8")
    review("docs/review")
    assert sorted(page.parent.name for page in Path("docs/review").rglob("*.md")) == ["other", "review"]
    assert "<h1>All cards</h1>" in Path("docs/review/other/index.md").read_text(encoding="utf-8")


def test_a_note_that_speaks_of_the_files_keeps_its_own() -> None:
    path = Path("docs/week-1/docker.md")
    path.write_text(f"{NOTE}\n`docs/assets/flashcards-review.js` and `<flash-review data-more=`\n", encoding="utf-8")
    build(load_config("mkdocs.yml"))
    built = Path("site/week-1/docker/index.html").read_text(encoding="utf-8")
    assert re.search(r"flashcards\.[0-9a-f]{12}\.js", built)

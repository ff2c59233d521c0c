"""How the modules become one script, and the rules they keep so that joining them is a matter of lines."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from pathlib import Path

import pytest

import mkdocs_flashcards
from mkdocs_flashcards.extension.markup import read
from mkdocs_flashcards.extension.translations import Translations, languages, load_translations
from mkdocs_flashcards.plugin.assets import Assets
from mkdocs_flashcards.plugin.bundle import BUNDLES, IMPORT, modules, note_script, stylesheet

FOLDER = Path(mkdocs_flashcards.__file__).parent / "assets"
MODULES = sorted(FOLDER.rglob("*.js"))
TOP_LEVEL = re.compile(r"^(?:export )?(?:const|let|class|function|async function) (?:\{([^}]*)\}|([\w$]+))", re.M)


def name_of(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()


@pytest.fixture(params=MODULES, ids=name_of)
def source(request: pytest.FixtureRequest) -> str:
    path: Path = request.param
    return path.read_text(encoding="utf-8")


def test_every_import_and_export_is_of_the_one_form_that_is_joined(source: str) -> None:
    left = IMPORT.sub("", source)
    assert not re.search(r"^import\b|\bimport\(", left, re.M)
    for line in re.findall(r"^export .*", left, re.M):
        assert re.match(r"export (const|function|class|async function) ", line)
    assert " as " not in "".join(re.findall(r"^import .*", source, re.M))


STANDS_ON = {
    "ui": set[str](),
    "progress": {"ui"},
    "card": {"progress", "ui"},
    "session": {"card", "progress", "ui"},
    "review": {"session", "card", "progress", "ui"},
    **{name: {"review", "session", "card", "progress", "ui"} for name in ("stats", "settings", "print")},
}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_folder_stands_only_on_those_below_it(path: Path) -> None:
    folder = name_of(path).partition("/")[0]
    if folder == "entry":  # joins whatever its script needs
        return
    targets = [target for _, target in IMPORT.findall(path.read_text(encoding="utf-8"))]
    used = {path.parent.joinpath(target).resolve().relative_to(FOLDER.resolve()).parts[0] for target in targets}
    assert used - {folder} <= STANDS_ON[folder]


def test_what_follows_from_the_log_touches_no_page() -> None:
    """A log, a schedule and settings are the same wherever they are looked at."""
    for path in (FOLDER / "progress").glob("*.js"):
        assert not re.search(r"\bdocument\b|\bwindow\b|/ui/", path.read_text(encoding="utf-8")), path.name


def test_no_module_makes_html_from_text_or_code_from_text(source: str) -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", source)
    assert not re.search(r"setAttribute\(\s*[\"'](?:style|on\w+)", source)
    # The name of SVG looks like an address, and nothing is fetched from it.
    source = source.replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?://|\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket", source)


def test_no_template_stands_inside_another(source: str) -> None:
    """The minifier does not know them."""
    for template in re.findall(r"`(?:\\.|[^`\\])*`", source, re.S):
        assert template.count("${") == template.count("}")


def test_names_at_the_top_of_modules_are_unique() -> None:
    names: Counter[str] = Counter()
    for name in modules("entry/card.js"):
        for several, one in TOP_LEVEL.findall((FOLDER / name).read_text(encoding="utf-8")):
            names.update([piece.strip() for piece in several.split(",")] if several else [one])
    assert [name for name, count in names.items() if count > 1] == []
    assert "site" not in names


def test_a_module_comes_after_what_it_imports() -> None:
    order = modules("entry/card.js")
    assert order[-1] == "entry/card.js"
    assert len(order) == len(set(order))
    for place, name in enumerate(order):
        for _, target in IMPORT.findall((FOLDER / name).read_text(encoding="utf-8")):
            path = (FOLDER / name).parent.joinpath(target).resolve().relative_to(FOLDER.resolve())
            assert order.index(path.as_posix()) < place


@pytest.mark.parametrize("language", languages())
def test_script_and_style_stay_within_twelve_kilobytes(language: str) -> None:
    script, style = note_script(load_translations(language), "a-course-with-a-name"), stylesheet("flashcards")
    assert len(gzip.compress(script.encode(), 9)) + len(gzip.compress(style.encode(), 9)) <= 12 * 1024


def test_comments_do_not_travel() -> None:
    script = note_script(load_translations("en"), None)
    assert "@ts-check" not in script
    assert "/**" not in script
    assert "/*" not in stylesheet("flashcards")


def test_words_cannot_end_the_script_or_be_more_than_words() -> None:
    script = note_script(load_translations("en", {"show": '"};alert(1);//\u2028</script>'}), None)
    assert r"\"};alert(1);//" in script


def test_the_name_of_a_file_follows_its_content(tmp_path: Path) -> None:
    def names(words: Translations, course: str | None) -> set[str]:
        assets = Assets(words, course)
        html = assets.with_tags(
            "<p>a</p><flash-card data-card='x'></flash-card>",
            "a/b/",
            read("<p>a</p><flash-card data-card='x'></flash-card>"),
        )
        assets.write(tmp_path)
        found = re.findall(r'(?:href|src)="([^"]+)"', html)
        assert all((tmp_path / "a" / "b" / name).resolve().is_file() for name in found)
        return set(found)

    first = names(load_translations("en"), None)
    assert first == names(load_translations("en"), None)
    assert len(first & names(load_translations("de"), None)) == 1  # the stylesheet
    assert first != names(load_translations("en"), "algebra")


def test_a_site_without_cards_gets_no_files(tmp_path: Path) -> None:
    Assets(load_translations("en"), None).write(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_each_stylesheet_is_served_once_and_those_of_a_folder_after_what_it_stands_on() -> None:
    served = [style for bundle in BUNDLES.values() for style in bundle.styles]
    assert sorted(served) == sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.css"))
    for bundle in BUNDLES.values():
        assert list(bundle.styles) == list(dict.fromkeys(bundle.styles))
    # What all cards share comes before the kinds, whose rules are as strong; what paper and motion change comes last.
    note = BUNDLES["flashcards"].styles
    kinds = [place for place, style in enumerate(note) if "/kinds/" in style]
    assert note[0] == "card/card.css"
    assert note.index("card/verdicts.css") < min(kinds)
    assert max(kinds) < note.index("card/set.css") < note.index("card/media.css") == len(note) - 1

"""The arrows between the parts of the package point one way, and each part needs no more than it says."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "mkdocs_flashcards"
STANDARD = set(sys.stdlib_module_names)

# What each part may import: other parts of ours, and other people's packages.
PARTS: dict[str, tuple[set[str], set[str]]] = {
    "": ({"cli"}, set()),
    "cards": (set(), set()),
    # What comes by the extra `import` is imported only where it is needed.
    "exchange": ({"cards"}, {"bs4", "markdownify", "zstandard"}),
    "extension": ({"cards"}, {"markdown"}),
    "plugin": (
        {"cards", "exchange", "extension"},
        {"jinja2", "markdown", "mkdocs", "rcssmin", "rjsmin", "yaml"},
    ),
    "course": ({"cards", "exchange", "extension", "plugin"}, {"markdown", "mkdocs", "pathspec", "yaml"}),
    "cli": ({"course", "exchange", "plugin"}, {"click"}),
}
MODULES = sorted(PACKAGE.rglob("*.py"))
# The rooms of the extension from the top down: a module imports only what is named further down, or its own neighbours
# in `kinds` and `translations`.
EXTENSION = [
    {"__init__"},
    {"build"},
    {"kinds"},
    {"blocks", "card_registry", "headings", "preprocessor", "render"},
    {"context", "error_box", "source"},
    {"containment"},
    {"languages", "markup", "open_elements", "page", "placeholders", "translations"},
]


def part_of(dotted: str) -> str:
    """`mkdocs_flashcards.cards.cloze` -> `cards`; the package itself is the part without a name."""
    return [*dotted.split("."), ""][1]


def imported(path: Path) -> set[str]:
    """The dotted names that a module imports, anywhere in it."""
    package = path.relative_to(ROOT).parent.parts
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *([node.module] if node.module else [])])
            # `from mkdocs_flashcards import cards` names a part by what it takes.
            names.update(f"{module}.{alias.name}" if module == PACKAGE.name else module for alias in node.names)
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_its_part_may(path: Path) -> None:
    inside = path.relative_to(PACKAGE).parent.parts
    part = inside[0] if inside else ""
    assert part in PARTS, f"{part} is a new part: say in PARTS what it may import"
    ours, theirs = PARTS[part]
    for name in imported(path):
        top = name.partition(".")[0]
        if top == PACKAGE.name:
            assert part_of(name) in {part, *ours} or not (PACKAGE / part_of(name)).is_dir(), f"{part} imports {name}"
        else:
            assert top in STANDARD | theirs, f"{part or 'the package'} imports {name}"


def imported_modules(path: Path) -> set[Path]:
    """The modules of ours that a module imports, also those for the type checker alone."""
    found: set[Path] = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.ImportFrom) and node.level:
            folder = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            for alias in node.names:
                inside = [folder / f"{alias.name}.py", folder / alias.name / "__init__.py"]
                whole = [folder.with_suffix(".py"), folder / "__init__.py"]
                found.add(next(one for one in (*inside, *whole) if one.is_file()))
    return found


def test_no_module_needs_itself() -> None:
    waiting = {path: imported_modules(path) for path in MODULES}
    while free := [path for path, needs in waiting.items() if not needs & waiting.keys()]:
        for path in free:
            del waiting[path]
    assert not waiting, f"a circle among {sorted(str(path.relative_to(PACKAGE)) for path in waiting)}"


def test_no_folder_needs_a_folder_that_needs_it() -> None:
    """Of two folders beside one another, whatever is inside them, at most one knows the other."""
    needs: dict[Path, set[Path]] = {}
    for path in MODULES:
        for target in imported_modules(path):
            common = max(set(path.parents) & set(target.parents), key=lambda folder: len(folder.parts))
            ours, theirs = (common / one.relative_to(common).parts[0] for one in (path, target))
            if ours.is_dir() and theirs.is_dir():
                needs.setdefault(ours, set()).add(theirs)
                needs.setdefault(theirs, set())
    while free := [folder for folder, others in needs.items() if not others & needs.keys()]:
        for folder in free:
            del needs[folder]
    assert not needs, f"a circle among {sorted(str(folder.relative_to(PACKAGE)) for folder in needs)}"


@pytest.mark.parametrize("row", range(len(EXTENSION)))
def test_the_extension_is_read_from_the_top_down(row: int) -> None:
    folder = PACKAGE / "extension"
    rooms = {path.relative_to(folder).with_suffix("").parts[0] for path in folder.rglob("*.py")}
    assert rooms == set().union(*EXTENSION), "a module is new: say in EXTENSION where it stands"
    below: set[str] = set().union(*EXTENSION[row + 1 :])
    for path in folder.rglob("*.py"):
        room = path.relative_to(folder).with_suffix("").parts[0]
        if room in EXTENSION[row]:
            used = {
                one.relative_to(folder).with_suffix("").parts[0]
                for one in imported_modules(path)
                if folder in one.parents
            }
            assert used - {room} <= below, f"{room} reaches up"


def run(code: str, *options: str) -> None:
    done = subprocess.run([sys.executable, *options, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_importing_the_package_brings_no_site_builder() -> None:
    run(
        "import sys, mkdocs_flashcards\n"
        "assert not {name.partition('.')[0] for name in sys.modules} & {'markdown', 'mkdocs', 'properdocs'}"
    )


def test_cards_needs_the_standard_library_only() -> None:
    modules = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in MODULES if "cards" in path.parts]
    lines = [f"import sys; sys.path.insert(0, {str(ROOT)!r})", *(f"import {name}" for name in modules)]
    assert modules
    # -S leaves out everything that was ever installed.
    run("\n".join(lines), "-I", "-S")


def test_the_extension_works_where_mkdocs_is_not_installed() -> None:
    run(
        "import sys; sys.modules.update(mkdocs=None, properdocs=None)\n"
        "import markdown\n"
        "html = markdown.markdown('```flashcard\\nWhy?\\n---\\nBecause.\\n```', extensions=['flashcards'])\n"
        "assert '<flash-card' in html, html"
    )


def test_no_pattern_of_cards_or_extension_is_compiled_before_it_is_used() -> None:
    modules = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in MODULES]
    lines = [f"import {name}" for name in modules if name.split(".")[1] in ("cards", "extension")]
    run(
        "import markdown, re, sys\n"
        "compile, ours = re.compile, []\n"
        "def listen(pattern, flags=0):\n"
        "    caller = sys._getframe(1).f_globals['__name__']\n"
        "    if caller.startswith('mkdocs_flashcards'):\n"
        "        ours.append((caller, pattern))\n"
        "    return compile(pattern, flags)\n"
        "re.compile = listen\n" + "\n".join(lines) + "\nassert not ours, ours"
    )


def test_no_group_is_possessive() -> None:
    """Python 3.11.2 matches wrongly where a group that is repeated possessively backtracks. `(?>…)` works."""
    possessive = re.compile(r"(?<!\\)\)[*+?}]\+")
    assert not [path for path in MODULES if possessive.search(path.read_text(encoding="utf-8"))]

"""What is published works where nothing else is: the wheel, in an empty environment, builds a site with a card."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "mkdocs_flashcards"
NOTE = """\
# Week 1

```flashcard
What is Docker?
---
A tool that ships software together with everything it needs to run.
```
"""
SETTINGS = """\
site_name: Course
plugins: [flashcards]
"""


def run(*command: object, cwd: Path | None = None) -> None:
    done = subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the unpacked source distribution, so that neither can lack a file."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", folder, cwd=ROOT)
    (archive,) = folder.glob("*.tar.gz")
    run("tar", "-xzf", archive, "-C", folder)
    source = folder / archive.name.removesuffix(".tar.gz")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=source)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment in which nothing is installed but the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("empty")
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    path = folder / "bin/python"
    run(sys.executable, "-m", "pip", "--python", path, "install", "--quiet", wheel)
    return path


def test_every_file_that_the_package_needs_is_in_the_wheel(wheel: Path) -> None:
    kinds = ("**/*.py", "assets/**/*.js", "**/*.css", "exchange/**/*.json", "translations/*.json", "py.typed")
    needed = {path.relative_to(ROOT).as_posix() for kind in kinds for path in PACKAGE.glob(kind)}
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert {Path(name).suffix for name in needed} == {".py", ".js", ".css", ".json", ".typed"}
    assert packed == needed


def test_a_site_with_a_card_builds_in_an_empty_environment(python: Path, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text(NOTE, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    run(python, "-m", "mkdocs", "build", "--strict", cwd=tmp_path)

    page = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert page.count("<flash-card ") == 1
    script = re.search(r'<script[^>]* src="([^"]*flashcards\.[^"]+\.js)"', page)
    style = re.search(r'<link[^>]* href="([^"]*flashcards\.[^"]+\.css)"', page)
    for named in (script, style):
        assert named, page
        assert (tmp_path / "site" / named[1]).stat().st_size > 0


def test_the_extension_is_found_by_its_name(python: Path, tmp_path: Path) -> None:
    code = "import markdown; markdown.Markdown(extensions=['flashcards'])"
    run(python, "-c", code, cwd=tmp_path)

"""Every word a reader sees is in the tables, and none holds a word that nothing shows."""

from __future__ import annotations

import re

from translation_tables import ENGLISH, PACKAGE

# A key is a literal somewhere, or begins like one that ends with an underline: `t("said_" + verdict)`.
IN_SCRIPT = re.compile(r"\b(?:t|counted)\(\"(\w+)\"")
IN_PYTHON = re.compile(r"\b(?:words|translations)(?:\[|\.counted\()\"(\w+)\"")
LITERAL = re.compile(r"[\"'`](\w+)[\"'`]")


def sources(*patterns: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for pattern in patterns for path in PACKAGE.glob(pattern)]


def stands_for(literal: str) -> set[str]:
    """The words that a literal in a program may ask for."""
    return {key for key in ENGLISH if key == literal or (literal.endswith("_") and key.startswith(literal))}


def test_every_word_that_is_asked_for_has_an_entry() -> None:
    scripts, modules = sources("assets/**/*.js"), sources("extension/**/*.py", "plugin/**/*.py")
    asked = {key for text in scripts for key in IN_SCRIPT.findall(text)}
    asked |= {key for text in modules for key in IN_PYTHON.findall(text)}
    assert len(asked) > 60
    assert {key for key in asked if not stands_for(key)} == set()


def test_every_entry_is_asked_for() -> None:
    texts = sources("assets/**/*.js", "extension/**/*.py", "plugin/**/*.py")
    literals = {literal for text in texts for literal in LITERAL.findall(text)}
    used = set().union(*map(stands_for, literals))
    assert set(ENGLISH) - used == set()


def test_the_endings_of_keys_are_those_the_script_knows() -> None:
    def read(name: str) -> str:
        return (PACKAGE / "assets" / name).read_text(encoding="utf-8")

    shapes = re.search(r"^type Verdict = (.*);$", read("site.d.ts"), re.M)
    problems = re.search(r'^type Problem = "" \| (.*);$', read("site.d.ts"), re.M)
    files = re.search(r"  problem: \"\" \| (.*);$", read("review.d.ts"), re.M)
    assert shapes
    assert problems
    assert files
    grades = set(re.findall(r"(?:AGAIN|GOOD): (\d+)", read("progress/rating.js")))
    endings = {
        "said_": set(re.findall(r"\w+", shapes[1])),
        "storage_": set(re.findall(r"\w+", problems[1])) | {"rest"},
        "count_": grades,
        "noted_": grades | {"mixed"},
        "grade_": {"1", "2", "3", "4"},
    }
    for beginning, ends in endings.items():
        assert stands_for(beginning) == {beginning + end for end in ends}
    assert {f"restore_{problem}" for problem in re.findall(r"\w+", files[1])} <= set(ENGLISH)

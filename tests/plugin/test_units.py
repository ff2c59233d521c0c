"""What a course counts instead of weeks: its units, an author's own pattern, and what the advice guesses."""

from __future__ import annotations

import re

import pytest
from week_texts import no_titles, numbers

from mkdocs_flashcards.extension.translations import languages, load_translations
from mkdocs_flashcards.plugin.weeks import PathWeeks, Week, Weeks, units

WORDS = load_translations("en")


@pytest.mark.parametrize(
    ("unit", "name", "expected"),
    [
        ("lecture", "lecture-3", "3"),
        ("lecture", "Lecture 10: Trees", "10"),
        ("lecture", "lectures-3-4", "3..4"),
        ("lecture", "lec03", "3"),
        ("lecture", "3. Lecture", "3"),
        ("lecture", "week-3", "-"),
        ("lecture", "lecturer-3", "-"),
        ("lecture", "my lecture", "-"),
        ("chapter", "chap2-loops", "2"),
        ("module", "Module_07", "7"),
        ("Vorlesung", "vorlesung-2", "2"),
        ("Vorlesung", "2. Vorlesung", "2"),
        ("lab session", "lab-session-4", "4"),
        ("lab session", "Lab session 4", "4"),
        ("课", "第3课", "3"),
        ("课", "第三课 循环", "3"),
        ("实验", "实验三 链表", "3"),
        ("实验", "实验十二", "12"),
        ("实验", "做实验一下", "-"),
        ("séance", "seance-3", "3"),
        ("Sitzung", "Sitzungen 3-4", "3..4"),
        ("class", "classes 3-4", "3..4"),
        ("lezione", "Lezione n. 3", "3"),
        ("deel", "deel4/week7.md", "4"),
        ("chapter", "book/chapters/02-loops/index.md", "2"),
        ("lecture", "lessons/02-loops.md", "2"),
        ("aula", "aulas/2-lacos.md", "2"),
        ("lecture", "week-3/lectures/2.md", "2"),
        ("lecture", "labs/2.md", "-"),
        ("c++", "c++ 3", "3"),
    ],
)
def test_another_unit(unit: str, name: str, expected: str) -> None:
    weeks = Weeks(WORDS, [unit])
    assert (
        numbers(PathWeeks(weeks, [name], no_titles).of(name) if name.endswith(".md") else weeks.search(name))
        == expected
    )


@pytest.mark.parametrize("kind", units.KINDS)
@pytest.mark.parametrize("language", languages())
def test_units_are_known_in_every_language(kind: str, language: str) -> None:
    words = load_translations(language)
    weeks = Weeks(words, [kind])
    label = weeks.label(Week(3, 3))
    assert label == words["unit_" + kind].format(n=3)
    assert numbers(weeks.search(f"{label}: x")) == numbers(weeks.search(label.casefold())) == "3"
    titles = [weeks.label(Week(n, n)) for n in (1, 2)]
    guess = units.guess([], titles)
    assert guess
    assert [numbers(Weeks(words, [guess]).search(title)) for title in titles] == ["1", "2"]


@pytest.mark.parametrize(
    ("titles", "guess"),
    [
        (["Lecture 1: A", "Lecture 2: B"], "lecture"),
        (["Lecture 1", "Lecture 1"], ""),
        (["Lec 1", "Lec 2"], "lecture"),
        (["Intro", "Глава 1. Начало", "Глава 2. Дальше"], "глава"),
        (["1. Vorlesung", "2. Vorlesung"], "vorlesung"),
        (["Chapter 1", "Module 1", "Module 2", "Module 3"], "module"),
        (["Python 2", "Python 3"], ""),
        (["第一章", "第二章"], "章"),
        (["A lecture on 3 trees", "2 lectures"], ""),
    ],
)
def test_what_the_titles_of_a_course_count(titles: list[str], guess: str) -> None:
    assert units.guess(["a.md", "b.md"], titles) == guess
    if guess:
        assert f"`unit: {guess}`" in Weeks(WORDS).advice(["a.md", "b.md"], titles)


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        (1, "", "1 week"),
        (2, "", "2 weeks"),
        (0, "", "0 weeks"),
        (2, "lecture", "2 lectures"),
        (2, "class", "2 classes"),
        (2, "study", "2 studies"),
        (2, "day", "2 days"),
        (2, "课", "2 课"),
        (1, "модуль", "1 модуль"),
        (3, "модуль", "3 модуль"),
    ],
)
def test_units_are_counted(number: int, unit: str, expected: str) -> None:
    assert units.counted(number, unit) == expected


def test_several_words_for_one_unit() -> None:
    weeks = Weeks(WORDS, ["lecture", "Vorlesung"])
    assert weeks.search("vorlesung-3") == weeks.search("Lecture 03") == weeks.parse("3")
    assert weeks.label(weeks.parse("3")) == "Lecture 3"
    assert weeks.slugs([weeks.parse("3")]) == {weeks.parse("3"): "lecture-3"}


@pytest.mark.parametrize(
    ("pattern", "name", "expected"),
    [
        (r"session[-_ ](\d+)", "Session 4: Trees", "4"),
        (r"session[-_ ](\d+)", "week-4", "-"),
        (r"^(\d\d)-", "03-intro", "3"),
        (r"^(\d\d)-", "intro-03", "-"),
        (r"block-(\w+)", "block-Revision", "revision"),
        (r"(\d+-\d+)", "part 9-10", "9..10"),
        (r"x(.*)y", "xy", "-"),
        (r"x(.?)", "x/", "-"),
        (r"a(b)?", "a", "-"),
    ],
)
def test_an_own_pattern(pattern: str, name: str, expected: str) -> None:
    assert numbers(Weeks(WORDS, pattern=re.compile(pattern, re.I)).search(name)) == expected


def test_a_week_named_on_purpose_in_the_own_pattern_is_the_same_week() -> None:
    weeks = Weeks(WORDS, pattern=re.compile(r"session-(\d+)|(?!)", re.I))
    assert weeks.parse("Session-3") == weeks.search("session-3") == weeks.parse("3")
    assert numbers(Weeks(WORDS, pattern=re.compile("(.*)")).parse("exam")) == "exam"


@pytest.mark.parametrize(
    ("paths", "guess"),
    [
        (["lecture-1.md", "lecture-2.md"], "lecture"),
        (["a/Lecture01/x.md", "a/Lecture02/x.md", "img/fig-1.md"], "lecture"),
        (["lec1.md", "lec2.md"], "lecture"),
        (["modul_1/a.md", "modul_2/a.md"], "modul"),
        (["intro.md", "end.md"], ""),
        (["lecture-1.md"], ""),
        (["chapters/01-intro/a.md", "chapters/02-loops/a.md"], "chapter"),
        (["aulas/01-intro.md", "aulas/02-lacos.md"], "aula"),
        (["lessons/1.md", "lessons/2.md"], "lesson"),
        (["Vorlesungen/1.md", "Vorlesungen/2.md"], "vorlesung"),
        (["лекции/1.md", "лекции/2.md"], "лекции"),
        (["notes/1.md", "notes/2.md"], ""),
        (["lecture-1/a.md", "lecture-1/b.md"], ""),
        ([], ""),
    ],
)
def test_what_a_course_seems_to_count(paths: list[str], guess: str) -> None:
    assert units.guess(paths, ()) == guess
    if guess:
        assert f"`unit: {guess}`" in Weeks(WORDS).advice(paths)
        assert f"`unit: {guess}`" not in Weeks(WORDS, ["part"]).advice(paths)


def test_the_word_for_week_is_known_in_every_language_there_are_words_in() -> None:
    unknown = []
    for language in languages():
        label = load_translations(language)["week"].format(n=3)
        if numbers(Weeks(WORDS).search(label)) != "3":
            unknown.append((language, label))
    assert unknown == []

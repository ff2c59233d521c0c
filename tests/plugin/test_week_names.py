"""Which week a name, a folder or a title says, and where titles are found."""

from __future__ import annotations

import re

import pytest
from week_texts import no_titles, numbers

from mkdocs_flashcards.cards import Scan
from mkdocs_flashcards.extension.translations import load_translations
from mkdocs_flashcards.plugin.review.titles import first_heading, titles_in_nav
from mkdocs_flashcards.plugin.weeks import PathWeeks, Weeks

WORDS = load_translations("en")
NAMES = """
week-1 1 | week01 1 | Week_1 1 | wk6 6 | w1-intro 1 | week7 7 | WEEK-12 12 | week.3 3 | week--4 4
week_10_notes 10
W1-Introduction 1 | W1 - Introduction 1 | Week 1: Introduction 1 | Practicum week 6 6 | Week 2 2
Wk. 3: Sorting 3
week-0 0 | week00 0 | week-007 7 | w00-setup 0 | Week 0: before we begin 0 | week100 100
week-1-2-intro 1 | week-3-5-things 3
week9-10 9..10 | week9–10 9..10 | weeks-9-10 9..10 | Weeks 9 – 10 9..10 | Weeks 9 - 10: Trees 9..10
w1-2_lab 1..2
week-3-1 3 | Week 1 - 3 ways to sort 1 | week1-2024 1 | Week 5 — Trees 5 | week-2-2 2 | week-3-2024-09-16 3
2024-w05-notes 5 | lab_week3 3 | mid-week-3 3 | Week #4 4 | Week 1.2: Loops 1 | Intro (week 3) 3
**Week 4** 4
w3c - | weekly-report - | 26w1 - | week-old - | week - | w - | 7 - | 01 - | 2024 - | biweek3 - | week1a -
week2024 -
midweek-3 - | v1-2 - | 3 weeks of Python - | 10 week plan - | fellow3 - | weekday-2 - | w 1 - | new1 -
A week - | -1 -
het 1 - | 1 het begin - | KW12 - | 01-woche - | 2周年 - | 每周1次 - | 周一 - | 3週間 - | mw3 - | weekend-1 -
wks - | x1 -
woche-3 3 | 1. Woche 1 | Semaine 2 2 | 2e semaine 2 | 1re semaine 1 | semana_4 4 | 1ª semana 1
Settimana 5 5 | hafta-3 3
1 hafta 1 | 1. Hafta 1 | 2.hafta 2 | 1. hét 1 | Неделя 3 3 | 1-я неделя 1 | 4 неделя 4 | Тиждень 2 2
Týden 3 3 | tyden3 3
2. týden 2 | Tydzień 4 4 | tydzien-4 4 | Vecka 5 5 | vecka5 5 | Εβδομάδα 6 6 | 1η Εβδομάδα 1 | εβδομαδα-2 2
2nd week 2
minggu-3 3 | Minggu ke-3 3 | pekan 2 2 | Tuần 4 4 | tuan4 4 | Tuần thứ 5 5 | الأسبوع 3 3 | أسبوع ٣ 3
هفته ۴ 4 | שבוע 5 5
सप्ताह 6 6 | सप्ताह १ 1 | 第1周 1 | 第 3 周 3 | 第一周 1 | 第十二週 12 | 第二十周 20 | 第1周课程 1
第3-4周 3..4 | 周2 2 | 1週目 1
第2週 2 | 1주차 1 | 제2주 2 | 3주 3 | 주차4 4 | 2e week 2 | Weken 3-4 3..4 | Wochen 9–10 9..10 | 1st Week 1
week１ 1 | week–3 3 | Semaine n° 3 3 | Woche Nr. 4 4 | Week no. 5 5
Weeks 1 and 2: Loops 1..2 | weeks-1-to-3 1..3 | Wochen 2 bis 4 2..4 | Week 1 & 2 1..2 | Week 1 and 2 loops 1
"""
CASES = [tuple(case.strip().rsplit(" ", 1)) for line in NAMES.strip().split("\n") for case in line.split(" | ")]


@pytest.mark.parametrize(("name", "expected"), CASES)
def test_a_name_or_title_says_a_week(name: str, expected: str) -> None:
    assert numbers(Weeks(WORDS).search(name)) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("week-1/docker.md", "1"),
        ("deel4/week7.md", "7"),
        ("week-1/week-2/x.md", "2"),
        ("week-1/week-2.md", "2"),
        ("week-1/index.md", "1"),
        ("w3c.md", "-"),
        ("26w1/notes.md", "-"),
        ("week-3/w3c.md", "3"),
        ("week-3/weekly-report.md", "3"),
        ("W1-Introduction.md", "1"),
        ("a/week.2.md", "2"),
        ("semester1/week9-10/a.md", "9..10"),
        ("课程/第1周/笔记.md", "1"),
        ("index.md", "-"),
        ("2024/01/x.md", "-"),
        ("weeks/3.md", "3"),
        ("weeks/03-sorting.md", "3"),
        ("weeks/03-sorting/index.md", "3"),
        ("week/3/a/b.md", "3"),
        ("course/Wochen/3 Listen.md", "3"),
        ("semaines/3. Listes.md", "3"),
        ("周/3 列表.md", "3"),
        ("weeks/sorting-3.md", "-"),
        ("weeks/2024-01-15.md", "-"),
        ("weeks/3d-plots.md", "-"),
        ("weeks/2-week-3.md", "3"),
        ("weeks/old/3.md", "-"),
        ("weekly/3.md", "-"),
        ("week-1/3.md", "1"),
        ("lectures/3.md", "-"),
    ],
)
def test_the_innermost_name_of_a_path_counts(path: str, expected: str) -> None:
    assert numbers(PathWeeks(Weeks(WORDS), [path], no_titles).of(path)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1", "1"),
        ("01", "1"),
        ("0", "0"),
        ("9-10", "9..10"),
        ("9–10", "9..10"),
        ("9 - 10", "9..10"),
        ("3-3", "3"),
        ("10-9", "10-9"),
        ("Week 1", "1"),
        ("week-01", "1"),
        ("W2", "2"),
        ("Revision", "revision"),
        ("  exam   week ", "exam week"),
        ("none", "other"),
        ("None", "other"),
        ("2024", "2024"),
        ("week of the exam", "week of the exam"),
        ("1a", "1a"),
        ("第1周", "1"),
        ("e\u0301te\u0301", "\u00e9t\u00e9"),
    ],
)
def test_a_week_named_on_purpose(value: str, expected: str) -> None:
    assert numbers(Weeks(WORDS).parse(value)) == expected


NOTES = ["W03-01.md", "W03-03.md", "W03-05.md"]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (NOTES, "3 3 3"),
        (["a/W03-05.md", "a/W03-03.md"], "3 3"),
        (["a/W03-05.md", "b/W03-03.md"], "3..5 3"),  # 3-3 is no range, wherever it stands
        (["a/W03-05.md", "b/W03-04.md"], "3..5 3..4"),
        ([f"course/{path}" for path in NOTES], "3 3 3"),
        ([path.replace(".md", "/index.md") for path in NOTES], "3 3 3"),
        (["W03-01/a.md", "W03-05.md"], "3 3"),
        (["W03-01/a.md", "W03-05/deep/b.md", "W04-01/c.md", "W04-02/d.md"], "3 3 4 4"),
        (["w3-1.md", "w3-5.md", "w4-5.md"], "3 3 4"),
        (["week-3-04.md", "week-3-05.md"], "3 3"),
        (["Woche 3-1.md", "Woche 3-5.md"], "3 3"),
        (["Woche 3-1.md", "semana-3-5.md"], "3 3"),
        (["неделя-03-02.md", "неделя-03-05.md"], "3 3"),
        (["第3-1周.md", "第3-5周.md"], "3 3"),
        (["3-1주차.md", "3-5주차.md"], "3 3"),
        (["W03-05.en.md", "W03-05.nl.md"], "3..5 3..5"),
        (["W03-05.en.md", "W03-05.nl.md", "W03-04.en.md"], "3 3 3"),
        (["week9-10.md"], "9..10"),
        (["week9-10/a.md", "week9-10/b.md"], "9..10 9..10"),
        (["week9-10.md", "week9.md", "week10.md", "week11-12.md"], "9..10 9 10 11..12"),
        (["week1-2.md", "week3-4.md", "week5-6.md"], "1..2 3..4 5..6"),
        (["W03-05.md", "W05-01.md"], "3 5"),
        (["W03-05.md", "W05-02.md"], "3 5"),
        (["week-3/W03-05.md"], "3"),
        (["weeks/03/W03-05.md"], "3"),
        (["weeks/03-01.md", "weeks/03-05.md", "weeks/04-06.md"], "3 3 4"),
        (["weeks/9-10.md"], "9..10"),
        (["W3/part/W03-05.md"], "3"),
        (["week-4/W03-05.md"], "3..5"),
        (["week3-5/W03-05.md"], "3..5"),
        (["week1-2/W03-01.md", "week1-2/W03-05.md", "week1-2/x.md"], "3 3 1..2"),
    ],
)
def test_what_two_numbers_mean_is_told_by_the_names_beside(paths: list[str], expected: str) -> None:
    for order in (paths, list(reversed(paths))):
        found = PathWeeks(Weeks(WORDS), order, no_titles)
        assert " ".join(numbers(found.of(path)) for path in paths) == expected


@pytest.mark.parametrize(
    ("paths", "titles", "expected"),
    [
        (["W03-05.md"], {"W03-05.md": ["Week 03: Trees"]}, "3"),
        (["W03-05.md"], {"W03-05.md": ["", "Trees of week 3", "Trees"]}, "3"),
        (["W03-05.md"], {"W03-05.md": ["Woche 3"]}, "3"),
        (["W03-05.md"], {"W03-05.md": ["Week 03-05"]}, "3..5"),
        (["W03-05.md"], {"W03-05.md": ["Weeks 3 – 5: Trees"]}, "3..5"),
        (["W03-05.md"], {"W03-05.md": ["Trees"]}, "3..5"),
        (["W03-05.md"], {"W03-05.md": ["Week 4"]}, "3..5"),
        (["W03-05/a.md"], {"W03-05/a.md": ["Week 3, part 5"]}, "3"),
        (["W03-05/a.md", "W03-05/b.md"], {"W03-05/a.md": ["Week 3"]}, "3 3"),
        (
            ["week9-10/a.md", "week9-10/b.md"],
            {"week9-10/a.md": ["Week 9"], "week9-10/b.md": ["Week 10"]},
            "9..10 9..10",
        ),
        (["week9-10/a.md", "week9-10.md"], {"week9-10.md": ["Week 9"]}, "9..10 9"),
    ],
)
def test_what_two_numbers_mean_is_told_by_the_title(
    paths: list[str], titles: dict[str, list[str]], expected: str
) -> None:
    found = PathWeeks(Weeks(WORDS), paths, lambda path: titles.get(path, []))
    assert " ".join(numbers(found.of(path)) for path in paths) == expected


def test_an_own_pattern_and_other_units_beside_each_other() -> None:
    lectures = PathWeeks(Weeks(WORDS, ["lecture"]), ["lecture-3-1.md", "lecture-3-5.md", "lec7-8/a.md"], no_titles)
    assert [numbers(lectures.of(f"lecture-3-{n}.md")) for n in (1, 5)] == ["3", "3"]
    own = Weeks(WORDS, pattern=re.compile(r"part (\d+-\d+)", re.I))
    assert numbers(PathWeeks(own, ["part 3-5.md", "part 3-4.md"], no_titles).of("part 3-5.md")) == "3..5"


def test_no_name_takes_long() -> None:
    """A name is as long as a path may be; patterns that try every way to split it would not end."""
    weeks = [Weeks(WORDS), Weeks(WORDS, ["lab session"])]
    for piece in ("week-", "w", "0", "1-", "week 1 - ", "第", "- ", "lab ", "1. "):
        for one in weeks:
            one.search(piece * 500)
    for piece in (" ", "# ", "{ .", "a.", "{#"):
        assert first_heading(Scan(f"# a {{ .{piece * 50_000}b"))


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("# Week 1\n", "Week 1"),
        ("Text.\n\n## Week 2 ##\n", "Week 2"),
        ("Week 3\n======\n", "Week 3"),
        ("```python\n# no heading\n```\n\n# Week 4\n", "Week 4"),
        ("~~~\n# no\n```\n# no\n~~~\n# Week 5\n", "Week 5"),
        ("```flashcard\nWeek 1\n---\nA\n```\n\nNone.\n", ""),
        ("", ""),
        ("#hashtag\n\n# Week 6\n", "Week 6"),
        ("# Loops in C # { #loops .title }\n", "Loops in C"),
        ("# Loops {: #loops }\n", "Loops"),
        ('Loops { data-x="1" }\n---\n', "Loops"),
        ("# The set {1, 2} and {#}\n", "The set {1, 2} and {#}"),
        ("```flashcard\nQ\n---\nA\n````\n\n# Week 7\n", "Week 7"),
        ("```flashcard\nQ\n---\n```python\n# no\n```\n# no\n```\n\n# Week 9\n", "Week 9"),
    ],
)
def test_the_first_heading_of_a_text(text: str, heading: str) -> None:
    assert first_heading(Scan(text)) == heading


def test_titles_that_the_navigation_gives() -> None:
    nav = [
        "index.md",
        {"Part": [{"Week 1": ["a.md", {"Named": "b.md"}]}, "c.md"]},
        {"Out": "https://x.y"},
        {"Two": "d.md"},
    ]
    assert titles_in_nav(nav) == {
        "index.md": [""],
        "a.md": ["", "Week 1", "Part"],
        "b.md": ["Named", "Week 1", "Part"],
        "c.md": ["", "Part"],
        "https://x.y": ["Out"],
        "d.md": ["Two"],
    }
    assert titles_in_nav(None) == {}

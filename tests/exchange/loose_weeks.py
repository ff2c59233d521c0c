"""Weeks of loose notes as people type them, and the cards that they mean."""

from __future__ import annotations

PLANTS = """Week 3: Photosynthesis

What gas do plants take up?
Gas exchange
Carbon dioxide

Name two products of photosynthesis.
The light reactions
Oxygen, which leaves the leaf.
Glucose
Plants breathe only at night. True or False
Gas exchange
False
Chlorophyll absorbs ____ and ____ light best.
The light reactions
red
blue
Why are leaves green?
The light reactions
Chlorophyll reflects green light.
It absorbs the other colours and turns their energy into sugar.
"""
CELLS = """W2 - Zellbiologie Karteikarten
Was ist ein Mitochondrium?
Organellen
Das Kraftwerk der Zelle.
Pflanzenzellen haben eine Zellwand. Wahr/Falsch
Organellen
Wahr
Welche Teile hat ein Nukleotid?
DNA und RNA
- Base
- Zucker
- Phosphat
Die DNA liegt im ____.
DNA und RNA
Zellkern
Rote Blutkörperchen haben beim Menschen keinen Kern.
Was bedeutet das für diese Zellen?
Organellen
Sie können sich nicht teilen.
"""
DATABASES = """W1
什么是主键？
关系模型
唯一标识表中每一行的列。
SQL 是一种过程式语言。对/错
关系模型
错
外键指向另一张表的____。
关系模型
主键
"""
SORTING = """W4 Sorting
Define a stable sort.
A sort that keeps the order of equal items.
Which sorts are stable?
- merge sort
- insertion sort
Quicksort is stable. (T/F)
F
What is a pivot?
The item that the others are compared with.
It is chosen at random, or as the median of three.
"""
TERMS = """W5
Docker
A tool that ships software.
Image
All the software in one place.
Container
A running instance of an image.
It does one thing.
"""
WORDS = """W7 - Woordjes
el perro - the dog
la casa – the house
x^2 = a square
"""
POINTS = """W8
Welke vragen stelt de rechter?
Zitting
- Is het feit bewezen?
- Is de dader strafbaar?
Erläutern Sie das Ergebnis in O(n^2).
Zitting
Es wächst mit dem Quadrat.
"""
NUMBERED = """W6
1. What does SELECT do?
Queries
It reads rows.
2. A primary key may be NULL. True/False
Keys
False
3) ____ joins keep all rows of the left table.
Joins
Left
4. The two parts of a join
Joins
1. tables
2. a condition
5. What is an index for?
Keys
Finding rows.
"""
# Kind, source, and the first lines of question and answer, of each card.
WEEKS: dict[str, tuple[str, list[tuple[str, str, str, str]]]] = {
    "plants": (
        PLANTS,
        [
            ("recall", "Gas exchange", "What gas do plants take up?", "Carbon dioxide"),
            ("list", "The light reactions", "Name two products of photosynthesis.", "- Oxygen, which leaves the leaf."),
            ("true-false", "Gas exchange", "Plants breathe only at night. True or False", "False"),
            ("cloze", "The light reactions", "Chlorophyll absorbs ____ and ____ light best.", "red"),
            ("recall", "The light reactions", "Why are leaves green?", "Chlorophyll reflects green light."),
        ],
    ),
    "cells": (
        CELLS,
        [
            ("recall", "Organellen", "Was ist ein Mitochondrium?", "Das Kraftwerk der Zelle."),
            ("true-false", "Organellen", "Pflanzenzellen haben eine Zellwand. Wahr/Falsch", "Wahr"),
            ("list", "DNA und RNA", "Welche Teile hat ein Nukleotid?", "- Base"),
            ("cloze", "DNA und RNA", "Die DNA liegt im ____.", "Zellkern"),
            (
                "recall",
                "Organellen",
                "Rote Blutkörperchen haben beim Menschen keinen Kern.",
                "Sie können sich nicht teilen.",
            ),
        ],
    ),
    "databases": (
        DATABASES,
        [
            ("recall", "关系模型", "什么是主键？", "唯一标识表中每一行的列。"),
            ("true-false", "关系模型", "SQL 是一种过程式语言。对/错", "错"),
            ("cloze", "关系模型", "外键指向另一张表的____。", "主键"),
        ],
    ),
    "sorting": (
        SORTING,
        [
            ("recall", "", "Define a stable sort.", "A sort that keeps the order of equal items."),
            ("list", "", "Which sorts are stable?", "- merge sort"),
            ("true-false", "", "Quicksort is stable. (T/F)", "False"),
            ("recall", "", "What is a pivot?", "The item that the others are compared with."),
        ],
    ),
    "numbered": (
        NUMBERED,
        [
            ("recall", "Queries", "What does SELECT do?", "It reads rows."),
            ("true-false", "Keys", "A primary key may be NULL. True/False", "False"),
            ("cloze", "Joins", "____ joins keep all rows of the left table.", "Left"),
            ("list", "Joins", "The two parts of a join", "1. tables"),
            ("recall", "Keys", "What is an index for?", "Finding rows."),
        ],
    ),
    "words": (
        WORDS,
        [
            ("recall", "", "el perro", "the dog"),
            ("recall", "", "la casa", "the house"),
            ("recall", "", "x^2", "a square"),
        ],
    ),
    "points": (
        POINTS,
        [
            ("list", "Zitting", "Welke vragen stelt de rechter?", "- Is het feit bewezen?"),
            ("recall", "Zitting", "Erläutern Sie das Ergebnis in O(n^2).", "Es wächst mit dem Quadrat."),
        ],
    ),
    "terms": (
        TERMS,
        [
            ("recall", "", "Docker", "A tool that ships software."),
            ("recall", "", "Image", "All the software in one place."),
            ("recall", "", "Container", "A running instance of an image."),
        ],
    ),
}

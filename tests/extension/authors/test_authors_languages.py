"""Cards in and about other languages than English, as authors of courses type them in a hurry.

Each test says what the author meant: the kind, the question, the answer, the blanks, and code character for character.
"""

from __future__ import annotations

from pages import render


def test_german_endings() -> None:
    card = render("""
```cloze
Ich gebe d____ klein____ Kind ein____ Apfel.
---
em
en
en
---
Dativ, Dativ, Akkusativ.
```
""").card
    assert card.answers == ["em", "en", "en"]
    assert card.question.text == "Ich gebe d[…] klein[…] Kind ein[…] Apfel."
    assert card.reveal.text.startswith("Ich gebe dem kleinen Kind einen Apfel.")


def test_turkish_dotted_and_dotless_i() -> None:
    card = render("""
```cloze
Büyük harf: "i" → ==İ==, "ı" → ==I==. ==Işık|ışık== *light* demektir.
```
""").card
    assert card.answers == ["İ", "I", "Işık | ışık"]


def test_russian_list_and_quotes() -> None:
    card = render("""
```flashcard id=падежи
Назовите падежи «существительных» …
---
- именительный
- родительный
- дательный
```
""").card
    assert card["data-card"] == "падежи"
    assert card.items == ["именительный", "родительный", "дательный"]


def test_chinese_without_spaces() -> None:
    card = render("""
```cloze hint="第一个字是「北」"
中国的首都是==北京|Beijing==，人口约==两千万==。
```
""").card
    assert card.answers == ["北京 | Beijing", "两千万"]
    assert card.question.text == "中国的首都是[…]，人口约[…]。"
    assert card.one("details.flash-hint").text == "Hint 第一个字是「北」"


def test_arabic_true_false_and_mixed_directions() -> None:
    card = render("""
```flashcard
لغة Python مفسَّرة (`interpreted`)؟
---
True – صحيح
```
""").card
    assert (card.kind, card["data-answer"]) == ("true-false", "true")
    assert card.question.text == "لغة Python مفسَّرة (interpreted)؟"


def test_greek_with_combining_accents_and_a_footnote() -> None:
    card = render("""
```flashcard
Τι σημαίνει *λόγος*[^1];
---
Λόγος: word, reason.
```

[^1]: Ηράκλειτος.
""").card
    assert card.question.one("em").text == "λόγος"
    assert card.question.one("a.footnote-ref").text == "1"
    assert card.reveal.text == "Λόγος: word, reason."


def test_vietnamese_in_an_admonition_in_a_list_indented_with_tabs() -> None:
    page = render("""
1.	Bài 1

	!!! tip "Ôn tập"

		```cloze
		Thủ đô của Việt Nam là ==Hà Nội==.
		```

2.	Bài 2
""")
    assert page.card.answers == ["Hà Nội"]
    assert [node.text for node in page.root.one("ol").children if not isinstance(node, str)][1] == "Bài 2"


def test_a_card_that_an_editor_has_pasted_with_windows_lines_and_no_end_of_file() -> None:
    card = render("```flashcard\r\nWhat's new?\r\n----\r\nNot much\u00a0\u2026\r\n```").card
    assert card.question.text == "What's new?"
    assert card.reveal.text == "Not much …"

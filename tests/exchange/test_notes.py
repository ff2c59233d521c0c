"""Home-made cards of a note become blocks where they stand; nothing else in the note changes.

`notes/` has a file for each shape in which course notes have them: what stands there, and below `=== becomes` what
comes of it.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from markdown import markdown

from mkdocs_flashcards.exchange.notes.convert import convert_note

FILES = sorted((Path(__file__).parent / "notes").glob("*.txt"))
BECOMES = "=== becomes\n"
EXTENSIONS = ["flashcards", "admonition", "tables", "pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed"]


def case(path: Path) -> tuple[str, str]:
    before, _, after = path.read_text(encoding="utf-8").partition(BECOMES)
    return before, after


def converted(text: str) -> str:
    made = convert_note(text)
    left = "".join(f"=== left over in line {one.line}: {one.message}\n" for one in made.leftover)
    return made.text + left


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_note_becomes_what_an_author_would_have_typed(path: Path) -> None:
    before, after = case(path)
    assert converted(before) == after


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_second_time_changes_nothing(path: Path) -> None:
    once = convert_note(case(path)[0]).text
    assert convert_note(once).text == once


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_line_ends_and_front_matter_stay(path: Path) -> None:
    before, after = case(path)
    front = "---\ntitle: Questions\n---\n\n"
    text = (front + before).replace("\n", "\r\n")
    assert convert_note(text).text == (front + after.partition("=== left over")[0]).replace("\n", "\r\n")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_block_is_a_card_where_it_stands(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    made = convert_note(case(path)[0])
    html = markdown(made.text, extensions=EXTENSIONS)
    assert html.count("<flash-card") == sum(change.cards for change in made.changes)
    assert not caplog.messages


@pytest.mark.parametrize("seed", range(60))
def test_shapes_beside_each_other_do_not_touch(seed: int) -> None:
    dice = random.Random(seed)
    chosen = dice.sample([path for path in FILES if "left over" not in case(path)[1]], 4)
    text, expected = ("\n## Next\n\n".join(case(path)[n] for path in chosen) for n in (0, 1))
    assert converted(text) == expected


@pytest.mark.parametrize("seed", range(200))
def test_whatever_is_mistyped_no_line_outside_the_cards_changes(seed: int) -> None:
    dice = random.Random(seed)
    lines = "".join(case(path)[0] for path in dice.sample(FILES, 3)).split("\n")
    for _ in range(dice.randint(1, 5)):
        at = dice.randrange(len(lines))
        match dice.randrange(3):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, dice.choice(lines))
            case _:
                lines[at] = dice.choice(["", "    ", "> ", "- "]) + lines[at].strip()
    text = "\n".join(lines)
    made = convert_note(text)
    kept, new, line, at = [], "", 0, 0
    for change in sorted(made.changes, key=lambda one: one.start):
        assert change.start - 1 >= line
        kept += lines[line : change.start - 1]
        line = change.end
        begin = made.text.index(change.after, at)
        new, at = new + made.text[at:begin], begin + len(change.after)
    remaining = iter([*kept, *lines[line:]])
    # What went to several cards from one folded box is taken out as well; all that stays stands in order.
    assert all(one in remaining for one in (new + made.text[at:]).split("\n") if one.strip())


INVITATIONS = """Show | Click to expand | Tap to see | Expand me | Toggle | 👉 Click here to view | Show!
Klick hier zum Anzeigen | Anzeigen | Bitte aufklappen | Cliquez ici pour voir | Afficher | Haz clic aquí | Mostrar
Clicca per vedere | Toon | Klik om te openen | Kliknij, aby zobaczyć | Нажмите, чтобы открыть | Показать | Открыть
Натисніть, щоб побачити | Göster | Görmek için tıklayın | Visa | Klicka här för att se | Klikněte zde | Κλικ εδώ
クリックして表示 | 点击展开 | 点击这里查看 | 클릭하여 펼치기 | Nhấn vào đây để xem | Klik untuk melihat | Clique aqui
اضغط هنا لعرض | לחצו כאן | क्लिक करें | برای نمایش کلیک کنید"""
OTHER_TITLES = "Show code | Show the log | Show details | Click to see the steps | Code anzeigen | Voir le code | Open"


def titles(text: str) -> list[str]:
    return [title.strip() for line in text.split("\n") for title in line.split("|")]


@pytest.mark.parametrize("title", titles(INVITATIONS))
def test_a_box_that_only_asks_to_be_opened_hides_the_answer_of_a_question_alone(title: str) -> None:
    box = f'??? note "{title}"\n    Names become numbers.\n'
    assert "```flashcard\nWhat is DNS?\n---\nNames become numbers.\n```" in converted(f"What is DNS?\n\n{box}")
    for above in ("The server says:", "Start the server.", "Why does it fail? See the log.", "1. Install it."):
        assert converted(f"{above}\n\n{box}") == f"{above}\n\n{box}"


@pytest.mark.parametrize("title", titles(OTHER_TITLES))
def test_a_box_that_says_what_is_in_it_is_no_answer(title: str) -> None:
    text = f'What does it look like?\n\n??? note "{title}"\n    A listing.\n'
    assert converted(text) == text

"""Every message about the body of a cloze."""

from __future__ import annotations

from ..mistakes import Mistake, counted, short


def no_blank() -> Mistake:
    return Mistake(
        "this cloze has no blank. Mark each answer in the text, as in The capital is ==Paris==, "
        "or write ____ for each blank and the answers below a line ---."
    )


def empty_blank(line: int, piece: str) -> Mistake:
    return Mistake(
        f"a blank has no answer: {short(piece)!r}. Put the answer between the marks, without spaces inside them.", line
    )


def blank_in_blank(line: int, piece: str) -> Mistake:
    return Mistake(f"a blank is inside another blank: {short(piece)!r}. Write one after the other.", line)


def crossing_blank(line: int, piece: str) -> Mistake:
    return Mistake(
        f"the blank {short(piece)!r} contains only one of two marks that belong together, such as ** or the brackets "
        "of a link. Put both inside the blank, or both outside.",
        line,
    )


def misplaced_blank(line: int, piece: str) -> Mistake:
    return Mistake(
        f"the blank {short(piece)!r} cannot be filled in where it is: in the target of a link, an image, an attribute, "
        "a <pre> element, a diagram, a footnote or another definition, or in a formula that Markdown does not read as "
        "one. Move it into the text.",
        line,
    )


def attributes_behind_blank(line: int, piece: str) -> Mistake:
    return Mistake(
        f"a blank takes no attributes, and {short(piece)!r} stands right behind one. Remove it, or put it inside the "
        "marks, behind what it is for: ==**answer**{ .note }==.",
        line,
    )


def missed_blank(line: int, piece: str, used: str) -> Mistake:
    return Mistake(
        f"{short(piece)!r} looks like a blank but is not one. Write {used}, with exactly these marks and no spaces "
        "inside them, or put text that is not a blank in `backticks`.",
        line,
    )


def blank_in_quotes(line: int, piece: str) -> Mistake:
    return Mistake(
        f"{short(piece)!r} is not a blank: after a quotation mark, equals signs can be code. "
        'Put the quotation marks inside the blank: =="answer"==.',
        line,
    )


def unclosed_blank(line: int, piece: str) -> Mistake:
    return Mistake(f"a blank has no end: expected }}}} after {short(piece)!r}. Write {{{{c1::answer}}}}.", line)


def mixed_notations(line: int, piece: str, used: str) -> Mistake:
    return Mistake(
        f"a cloze uses one notation for all its blanks: this one uses {used}, but {short(piece)!r} looks like another. "
        "Write all blanks the same way, or put text that is not a blank in `backticks`.",
        line,
    )


def no_answers(blanks: int) -> Mistake:
    return Mistake(
        f"expected a line --- and below it an answer for each of the {blanks} blanks, found no line ---. "
        "Write one answer per line, in order, or put the answers into the text: ==answer==."
        if blanks > 1
        else "expected a line --- and below it the answer for the blank, found no line ---. "
        "Write the answer below it, or put it into the text: ==answer==."
    )


def answers_do_not_match(blanks: int, answers: int, line: int) -> Mistake:
    return Mistake(
        f"found {counted(blanks, 'blank')} in the text and {counted(answers, 'answer')} below the line ---. "
        "Write one answer per line, in the order of the blanks. An explanation goes below a second line ---.",
        line,
    )

"""Every message about the options of a choice, and about the items of a list to put into order."""

from __future__ import annotations

from ..mistakes import Mistake, short


def empty_choice(line: int) -> Mistake:
    return Mistake("an option of this choice is empty. Write its text after the box, or delete it.", line)


def one_option(line: int) -> Mistake:
    return Mistake("a choice needs at least two options, found one. Add a line - [ ] for each wrong answer.", line)


def no_right_option(line: int) -> Mistake:
    return Mistake("no option of this choice is ticked. Tick each right one: - [x].", line)


def option_without_checkbox(text: str, line: int) -> Mistake:
    return Mistake(
        f"expected - [x] or - [ ] at the start of each option, found {short(text)!r}. "
        "Add a box, or put a blank line and a paragraph between the options and the explanation.",
        line,
    )


def checkbox_without_marker(text: str, line: int) -> Mistake:
    return Mistake(
        f"{short(text)!r} looks like an option of a choice but is not in a list. "
        "Begin each option with - [x] or - [ ]: a hyphen, a space and the box.",
        line,
    )


def options_below_text(text: str, line: int) -> Mistake:
    return Mistake(
        f"{short(text)!r} is in no list, because text stands right above it. "
        "Leave a blank line above the first option. In a choice, the options begin right below the line ---.",
        line,
    )


def explanation_in_option(text: str, line: int) -> Mistake:
    return Mistake(
        f"{short(text)!r} stands right below the last option, and so it is a part of it. Leave a blank line above it, "
        "or indent it by four spaces if it belongs to the option.",
        line,
    )


def ticked_options(line: int) -> Mistake:
    return Mistake(
        "the ticks of these options would be shown with the question. Move the options below the line ---, "
        "or write them without ticks.",
        line,
    )


def garbled_choice(line: int) -> Mistake:
    return Mistake(
        "the options of this choice do not form one list. Write each on a line of its own, with - [x] or - [ ], "
        "and indent anything that belongs to an option by four spaces.",
        line,
    )


def item_without_number(text: str, line: int) -> Mistake:
    return Mistake(
        "order=yes needs an answer that begins with a numbered list: "
        f"expected 1. at the start of each item, found {short(text)!r}. "
        "Write the items in the right order, each on a line of its own, as in 1. First, or remove order.",
        line,
    )


def option_in_order(text: str, line: int) -> Mistake:
    return Mistake(
        f"order=yes is for a numbered list, and {short(text)!r} is an option of a choice. "
        "Remove the boxes [ ] and number the items, or remove order.",
        line,
    )


def too_few_items(found: int, fewest: int, line: int) -> Mistake:
    return Mistake(
        f"a list to put into order needs at least {fewest} items, found {found}. Add items, or remove order. "
        "Indent code or text that belongs to an item by four spaces.",
        line,
    )


def empty_item(line: int) -> Mistake:
    return Mistake("an item to put into order has a number but no text. Write its text, or delete it.", line)


def same_item(text: str, line: int) -> Mistake:
    return Mistake(
        f"two items to put into order are the same: {short(text)!r}. Word them differently, "
        "so that a student can tell which comes first.",
        line,
    )


def shallow_item(text: str, line: int) -> Mistake:
    return Mistake(
        f"{short(text)!r} is indented by fewer than four spaces, so it is an item to put into order like the others. "
        "Indent it by four spaces if it belongs to the item above it, or not at all.",
        line,
    )


def numbers_run_backwards(text: str, line: int) -> Mistake:
    return Mistake(
        f"the numbers of these items do not rise: found {short(text)!r} below a higher number. "
        "Write the items in the right order, from top to bottom.",
        line,
    )


def garbled_ordering(line: int) -> Mistake:
    return Mistake(
        "the items to put into order do not form one list. Write each on a line of its own, as in 1. First; "
        "indent anything that belongs to an item by four spaces, and leave blank lines around a code block.",
        line,
    )

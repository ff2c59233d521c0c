"""Thirty cards, and what other extensions read before, after and around them."""

from __future__ import annotations

import re
from typing import Any

from pages import CONFIGS, SNIPPETS, Node

BASE = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "pymdownx.arithmatex"]
BASE += ["pymdownx.details", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.mark", "pymdownx.superfences"]
BASE += ["pymdownx.tabbed", "pymdownx.tasklist"]
Company = tuple[list[str], dict[str, dict[str, Any]]]
COMPANY: dict[str, Company] = {
    "preserve_tabs": ([], {"pymdownx.superfences": {"preserve_tabs": True}}),
    "critic": (["pymdownx.critic"], {}),
    "critic, accepted": (["pymdownx.critic"], {"pymdownx.critic": {"mode": "accept"}}),
    "blocks": (["admonition", "details", "html", "tab", "definition", "caption"], {}),
    "smarty": (["smarty"], {}),
    "smartsymbols": (["pymdownx.smartsymbols"], {}),
    "magiclink": (
        ["pymdownx.magiclink"],
        {"pymdownx.magiclink": {"repo_url_shorthand": True, "user": "a", "repo": "b", "social_url_shorthand": True}},
    ),
    "keys": (["pymdownx.keys"], {}),
    "caret": (["pymdownx.caret", "pymdownx.tilde", "pymdownx.betterem"], {}),
    "snippets": (["pymdownx.snippets"], {"pymdownx.snippets": {"base_path": [str(SNIPPETS)]}}),
    "emoji": (["pymdownx.emoji", "pymdownx.progressbar", "pymdownx.saneheaders"], {}),
    "extra": (["abbr", "sane_lists", "nl2br", "wikilinks", "meta", "toc"], {}),
}
COMPANY["blocks"][0][:] = [f"pymdownx.blocks.{name}" for name in COMPANY["blocks"][0]]
# What each of them reads, between the cards.
BETWEEN = """
{++new++} {--old--} {~~a~>b~~} {==seen==}{>>why<<} "quotes" -- and ... (c) +/- 1/2 --> https://example.org #1 @a
++ctrl+alt+"x"++ H~2~O x^2^ ^^ins^^ ~~del~~ ==mark== :smile: [[wiki]] {{ braces }} $x$
"""
# Each card, and the answers in its blanks.
CARDS: list[tuple[str, list[str]]] = [
    ("flashcard\nWhat *is* it?\n---\nIt **is**.", []),
    ('flashcard source="Lab 1" hint="Think -- twice"\nWhat is "it"?\n---\nIt\'s "that" ... (c) -- 1/2.', []),
    ("flashcard\nWhich three?\n---\n- one\n- two\n    - nested\n- three\n\nWhy.", []),
    ("flashcard order=yes\nIn which order?\n---\n1. first\n2. second\n3. third", []),
    ("flashcard\nIs it?\n---\nTrue. It is.", []),
    ("flashcard\nWhich one?\n---\n- [ ] a\n- [x] b\n\nBecause.", []),
    ("flashcard\n| a | b |\n|---|---|\n| $\\|x\\|$ | norm |", []),
    ("flashcard\nWhat is printed?\n\n```python\nfor i in range(3):\n    print(i)\n```\n---\n```text\n0\n\n1\n```", []),
    ("flashcard\nIndented?\n---\nText.\n\n    code = {==x==}\n\n    more", []),
    ("flashcard\nMath $a_1 * b_2$?\n---\n$$\n\\frac{1}{2}\n$$\n\n\\begin{align}\na &= b\n\\end{align}", []),
    ("flashcard\nSee https://example.org/a_b?c=d--e?\n---\n<https://example.org>, [x](https://example.org/?q=a==)", []),
    ("flashcard\nKeys ++ctrl+c++?\n---\n`++ctrl+c++` and x^2^, H~2~O.", []),
    ("flashcard\nHTML <b>bold</b> <span title='a--b'>x</span>?\n---\n<div>\n<p>x</p>\n</div>\n\nAfter.", []),
    ("flashcard\nTable?\n---\n| a | b |\n|---|---|\n| `x|y` | {--z--} |", []),
    ('flashcard\nBox?\n---\n!!! note "T"\n    In.\n\n    - a\n\n??? tip\n    Folded.\n\nAfter.', []),
    ("flashcard\nQuote?\n---\n> quoted\n>\n> - a\n\nAfter.", []),
    ("flashcard\nTerm?\n---\nTerm\n:   Definition\n\nAfter.", []),
    ("flashcard\nMarks {++new++} and {>>why<<}?\n---\n{~~old~>new~~} `{++code++}`", []),
    ("flashcard\nAttributes\n{: .c }\n---\n[x](#y){ .button } ![i](i.png){ width=3 }", []),
    ("flashcard\nBlocks?\n---\nBefore.\n\n/// note | Inner\nin\n///\n\nAfter.", []),
    ("flashcard\nSlashes?\n---\nA line\n///\nand a path: ///home", []),
    ("cloze\nThe ==Earth== is ==round|a ball==.", ["Earth", "round | a ball"]),
    ("cloze\n`==int== x = ==0==` and $\\frac{==1==}{2}$.", ["int", "0"]),
    ("cloze\n```c\nint f(void) {==return 0;==}\n==int== g(void);\n```", ["return 0;", "int"]),
    ("cloze\nThe {{c1::Earth::a planet}} and {{c2::`std::vector`}}.", ["Earth", "std::vector"]),
    ("cloze\nThe kinds {{c1::\n\n- solid\n- liquid\n\n}} and {{c2::gas}}.", ["gas"]),
    ("cloze\nThe ____ was ____.\n---\nEarth\n\"round\"", ["Earth", '"round"']),
    ("cloze\n首都是==New York==的。\n---\nBecause -- of it.", ["New York"]),
    ("cloze\n- ==a==\n- ==b--c==\n\n> ==d==\n\n| x |\n|---|\n| ==e== |", ["a", "b--c", "d", "e"]),
    ("cloze hint=x\n==**bold**== and ==(c)== and =={--x--}== \"quoted\".", ["bold", "(c)", "{--x--}"]),
]  # fmt: skip
AROUND: dict[str, str] = {
    "list": "- item\n\n    {}\n\n- item\n",
    "quote": "> {}\n",
    "admonition": '!!! note "T"\n\n    {}\n',
    "details in a list": "1. item\n\n    ??? tip\n\n        {}\n",
    "tab": '=== "One"\n\n    {}\n\n=== "Two"\n\n    x\n',
    "list in a quote": "> - item\n>\n>     {}\n",
    "block": "//// note | T\n{}\n////\n",
    "block in a block": "///// note | T\n//// note | U\n{}\n////\n/////\n",
    "html": '<div markdown="1">\n\n{}\n\n</div>\n',
    "text": "Text right above.\n{}\nText right below.\n",
}
NUMBERS = re.compile(r"(?<=__tabbed_)\d+(?:_\d+)?|(?<=fn)(?:ref)?\d*:\d+|^\d+:\d+$")


def fenced(card: str) -> str:
    return f"````{card}\n````"


def inside(around: str, card: str) -> str:
    before = around[: around.index("{}")].rpartition("\n")[2]
    return around.replace("{}", fenced(card).replace("\n", f"\n{before}"))


def shape(node: Node | str) -> object:
    """An element with all it holds, to be compared; numbers that run through the page do not count."""
    if isinstance(node, str):
        return " ".join(node.split()) if not node.strip() else node
    attributes = {name: NUMBERS.sub("n", value) for name, value in node.attributes.items()}
    return node.tag, attributes, [shape(child) for child in node.children if child != "\n"]


def settings_of(*names: str) -> Company:
    """The extensions of a site with some of these, and their settings."""
    extensions, configs = list(BASE), {name: dict(config) for name, config in CONFIGS.items()}
    for name in names:
        more, settings = COMPANY[name]
        extensions += [one for one in more if one not in extensions]
        configs |= settings
    return extensions, configs

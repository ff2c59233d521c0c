"""What a site makes of a code block's language."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from markdown import Markdown

from ..cards.patterns import lazy

VALUE = lazy(r"""([\w-]+)=(?:"([^"]*)"|'([^']*)'|(\S+))""")


def makes_code(md: Markdown, info: str) -> bool:
    """Whether a fenced block with this after its fence becomes code, and nothing of a site's own, such as a diagram."""
    name, _, rest = info.strip("{ .}").partition(" ")
    values = {key: double or single or bare for key, double, single, bare in VALUE.findall(rest)}
    for fence in reversed(_own_fences(md)):
        if fence["test"](name):
            try:
                accepts = not fence.get("validator") or fence["validator"](name, values, {}, {}, md)
            except Exception:  # noqa: BLE001 (somebody else's code, whose opinion is all we want)
                accepts = True
            if accepts:
                return False
    return True


def _own_fences(md: Markdown) -> list[dict[str, Any]]:
    """What a site has registered with SuperFences, besides highlighting."""
    if "fenced_code_block" not in md.preprocessors:
        return []
    extension = getattr(md.preprocessors["fenced_code_block"], "extension", None)
    return [one for one in getattr(extension, "superfences", ()) if one["name"] not in ("superfences", "*")]


def has_language(md: Markdown, name: str) -> bool:
    """Whether a site has a language of this name: one of its own, or one that its highlighter knows."""
    if any(one["name"] == name for one in _own_fences(md)):
        return True
    try:  # here, because a site may do without it, and most never ask
        lexers, error = import_module("pygments.lexers"), import_module("pygments.util").ClassNotFound
    except ImportError:
        return False
    try:
        lexers.get_lexer_by_name(name)
    except error:
        return False
    return True

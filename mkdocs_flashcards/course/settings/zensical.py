"""What zensical.toml says, in the shape in which mkdocs.yml says it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from ...cards.patterns import lazy

DEFAULT_EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "pymdownx.arithmatex",
    "pymdownx.betterem",
    "pymdownx.caret",
    "pymdownx.details",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.smartsymbols",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
)
"""The Markdown extensions of a site that names none."""
DEFAULT_OPTIONS = {"pymdownx.arithmatex": {"generic": True}, "pymdownx.tabbed": {"alternate_style": True}}
FAMILIES = ("pymdownx", "pymdownx.blocks", "zensical", "zensical.extensions")
"""What TOML makes a table of, since the names of extensions have dots, and is no extension itself."""
PYTHON = lazy(r"[A-Za-z_]\w*(?:\.\w+){2,}")


def read_toml(text: str, unknown: object) -> dict[str, Any]:
    """The settings in a text; `unknown` stands for what only Python can make. Raises TOMLDecodeError."""
    said = tomllib.loads(text)
    project: dict[str, Any] = said["project"] if isinstance(said.get("project"), dict) else said
    named = project.get("markdown_extensions")
    if named is None:
        project["markdown_extensions"] = {name: DEFAULT_OPTIONS.get(name, {}) for name in DEFAULT_EXTENSIONS}
    elif isinstance(named, Mapping):
        project["markdown_extensions"] = {name: _without_python(one, unknown) for name, one in _each_extension(named)}
    return project


def _each_extension(named: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for name, options in named.items():
        if above + name in FAMILIES and isinstance(options, Mapping):
            yield from _each_extension(options, f"{above}{name}.")
        else:
            yield above + name, options


def _without_python(value: Any, unknown: object) -> Any:
    """A value with the objects of Python that it names, such as `pymdownx.slugs.slugify`, unknown."""
    if isinstance(value, Mapping):
        return {key: _without_python(one, unknown) for key, one in value.items()}
    if isinstance(value, list):
        return [_without_python(one, unknown) for one in value]
    return unknown if isinstance(value, str) and PYTHON.fullmatch(value) else value

"""What mkdocs.yml or zensical.toml says.

It is read without the plugins and Python objects that it names, which may not be installed here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import get_yaml_loader

from ...extension.translations import known_language
from ...plugin.config import FlashcardsConfig
from ...plugin.neighbours import places_brought
from .zensical import read_toml

FILES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml", "zensical.toml")
UNKNOWN = object()
"""What stands for a value that only Python can make, such as `!!python/name:…`."""


class SettingsProblem(Exception):
    """Settings that cannot be read. The message names the file and, where known, the line."""


@dataclass(frozen=True, slots=True)
class WrongSetting:
    """A setting of the plugin that the build would not accept, in the words of the build."""

    path: Path
    line: int
    """From 1; 0 where the file inherits it."""
    message: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a site, as far as its notes depend on them."""

    docs: Path = Path()
    """The folder of the notes."""
    folder: Path = Path()
    """The folder of the file of settings."""
    is_default: bool = True
    """Whether there is no file of settings."""
    name: str = ""
    """The name of the site."""
    url: str = ""
    """The address of the site, empty where nobody says it."""
    use_directory_urls: bool = True
    plugin: Mapping[str, Any] = field(default_factory=dict)
    """What the file says of the plugin, as it is written, without what is wrong there."""
    wrong: tuple[WrongSetting, ...] = ()
    """What the build would not accept."""
    course: str = ""
    """The name under which browsers keep progress, empty where it is the address of the site."""
    language: str = "en"
    words: Mapping[str, Any] = field(default_factory=dict)
    extensions: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    """The Markdown extensions by name, with their options. The last of a name counts; a plugin may bring the first."""
    plugins: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    """All plugins by name, with their options."""
    unit: tuple[str, ...] = ()
    week_pattern: re.Pattern[str] | None = None
    nav: Any = None
    """The navigation as it is written."""
    drafts: tuple[str, ...] = ()
    """Patterns of files that only `mkdocs serve` shows."""
    exclude: tuple[str, ...] = ()
    """Patterns, in the manner of .gitignore, of files that are not published."""


def _unknown(_loader: yaml.Loader, _suffix: str, _node: yaml.Node) -> object:
    return UNKNOWN


# Reads YAML as MkDocs does, but makes no Python objects.
_Loader = get_yaml_loader(yaml.SafeLoader)
_Loader.add_multi_constructor("!", _unknown)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _unknown)


def find_settings(folder: Path) -> Path | None:
    """The file of settings in a folder."""
    return next((path for name in FILES if (path := folder / name).exists()), None)


def read_settings(path: Path) -> Settings:
    """The settings in a file. Raises SettingsProblem where it cannot be read."""
    said = _read(path, ())
    written = _options_of(said.get("plugins"), "flashcards")
    config, wrong = _validated({key: value for key, value in written.items() if key != "enabled"})  # MkDocs' own
    if _are_no_options(said.get("plugins")):
        wrong["flashcards"] = "Invalid config options for the 'flashcards' plugin."
    own = {key: value for key, value in written.items() if key not in wrong}
    theme = said.get("theme")
    theme = theme if isinstance(theme, Mapping) else {}
    named = (own.get("language"), theme.get("language"), theme.get("locale"))
    language = next((known for name in named if isinstance(name, str) and (known := known_language(name))), "en")
    docs = said.get("docs_dir")
    plugins = _named(said.get("plugins"))
    # Neither is run here: they may take any time, and do anything.
    brought = places_brought([*(name for name, _ in plugins), *(["hooks"] if said.get("hooks") else [])])
    return Settings(
        docs=path.parent / (docs if isinstance(docs, str) else "docs"),
        folder=path.parent,
        is_default=False,
        name=_text(said.get("site_name")),
        url=_text(said.get("site_url")),
        use_directory_urls=said.get("use_directory_urls") is not False,
        plugin=own,
        wrong=tuple(WrongSetting(path, _line_of(path, key), message) for key, message in wrong.items()),
        course=_text(own.get("course")),
        language=language,
        words=config.words,
        extensions=(*((name, {}) for name in brought), *_named(said.get("markdown_extensions"))),
        plugins=tuple(plugins),
        unit=config.unit or (),
        week_pattern=config.week_pattern,
        nav=said.get("nav"),
        drafts=tuple(_text(said.get("draft_docs")).splitlines()),
        exclude=tuple(_text(said.get("exclude_docs")).splitlines()),
    )


def _are_no_options(plugins: object) -> bool:
    """Whether something else than settings is said of the plugin; nothing at all may be."""
    pieces = plugins if isinstance(plugins, list) else [plugins]
    options = [piece.get("flashcards") for piece in pieces if isinstance(piece, Mapping)]
    return any(one and not isinstance(one, Mapping) for one in options)


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _validated(said: Mapping[str, Any]) -> tuple[FlashcardsConfig, dict[str, str]]:
    """The plugin's settings without those that are wrong, and what is wrong with each of these."""
    config = FlashcardsConfig()
    config.load_dict(dict(said))
    failed, warned = config.validate()
    wrong = {key: f"Plugin 'flashcards' option '{key}': {problem}" for key, problem in failed}
    if failed:  # MkDocs compares settings with one another only where each is right by itself
        config, more = _validated({key: value for key, value in said.items() if key not in wrong})
        return config, {**wrong, **more}
    wrong.update({key: f"Plugin 'flashcards' option '{key}': {warning}" for key, warning in warned})
    return config, wrong


def _line_of(path: Path, key: str) -> int:
    """The line of a setting in a file, from 1; 0 where it has none."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    name = re.compile(rf"(?<![\w-])[\"']?{re.escape(key)}[\"']?\s*[:=]")
    plugin = next((at for at, line in enumerate(lines) if "flashcards" in line), 0)
    return next((at for at, line in enumerate(lines[plugin:], plugin + 1) if name.search(line)), 0)


def _read(path: Path, above: tuple[Path, ...]) -> dict[str, Any]:
    """What a file says, with what it inherits."""
    if path.resolve() in above:
        raise SettingsProblem(f"{path}: this file inherits from itself.")
    try:
        text = path.read_text(encoding="utf-8-sig")
        said = read_toml(text, UNKNOWN) if path.suffix == ".toml" else yaml.load(text, _Loader)
    except UnicodeDecodeError:
        raise SettingsProblem(f"{path}: expected text in UTF-8. Save the file in this encoding.") from None
    except OSError as problem:
        raise SettingsProblem(f"{path}: cannot be read: {problem.strerror}.") from None
    except tomllib.TOMLDecodeError as problem:
        raise SettingsProblem(f"{path}: {problem}.") from None
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        place = f"{path}:{mark.line + 1}" if mark else f"{path}"
        raise SettingsProblem(f"{place}: {getattr(problem, 'problem', None) or 'this is not YAML'}.") from None
    if said is None:
        return {}
    if not isinstance(said, dict):
        raise SettingsProblem(f"{path}: expected settings such as site_name: Course, found {type(said).__name__}.")
    parent = said.pop("INHERIT", None)
    return _merged(_read(path.parent / parent, (*above, path.resolve())), said) if isinstance(parent, str) else said


def _merged(below: dict[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        merged[key] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged


def _named(said: object) -> list[tuple[str, Mapping[str, Any]]]:
    """Names with options from a list such as `[toc, {tables: {…}}]`, or from a table."""
    pieces = said if isinstance(said, list) else [said] if isinstance(said, Mapping) else []
    pairs: list[tuple[str, Mapping[str, Any]]] = []
    for piece in pieces:
        for name, options in piece.items() if isinstance(piece, Mapping) else [(piece, None)]:
            if isinstance(name, str):
                pairs.append((name, _known(options) if isinstance(options, Mapping) else {}))
    return pairs


def _options_of(said: object, name: str) -> Mapping[str, Any]:
    return next((options for known, options in _named(said) if known == name), {})


def _known(value: Any) -> Any:
    """A value without what only Python can make."""
    if isinstance(value, Mapping):
        return {key: _known(one) for key, one in value.items() if one is not UNKNOWN}
    return [_known(one) for one in value if one is not UNKNOWN] if isinstance(value, list) else value

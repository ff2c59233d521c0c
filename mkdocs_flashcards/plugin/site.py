"""What the settings of the whole site say: its language, and where its notes lie."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ..extension.translations import known_language


def theme_language(config: MkDocsConfig) -> str:
    """The language of the theme, where we have words in it; Material says `language`, the themes of MkDocs `locale`."""
    for key in ("language", "locale"):
        language = config.theme.get(key)
        if language and (known := known_language(str(language))):
            return known
    return "en"


def docs_folder(config: MkDocsConfig) -> str:
    """What stands before the path of a page where its author would name it: from the folder of mkdocs.yml."""
    docs = Path(config.docs_dir).resolve()
    root = Path(config.config_file_path).resolve().parent if config.config_file_path else docs.parent
    inside = docs != root and docs.is_relative_to(root)
    return f"{docs.relative_to(root).as_posix()}/" if inside else ""

"""The words that students read, in the language of the site."""

from .table import Translations, Word, known_language, languages, load_translations, sentence, texts_of

__all__ = ["Translations", "Word", "known_language", "languages", "load_translations", "sentence", "texts_of"]

"""Cards in notes of Obsidian, as its plugins for spaced repetition and for Anki have them."""

from .reading import is_obsidian, read_obsidian

__all__ = ["is_obsidian", "read_obsidian"]

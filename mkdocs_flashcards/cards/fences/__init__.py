"""Finds the fenced blocks of ours in the text of a note."""

"""A cloze: its text, and the blanks in it, in all the ways in which they are written."""

"""Tests of cards in a note."""

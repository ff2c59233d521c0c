"""Tests of sessions, in which one card is asked after another."""

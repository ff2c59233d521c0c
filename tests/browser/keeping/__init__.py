"""Tests of what a student does with their progress, and of settings."""

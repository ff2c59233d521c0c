"""Tests of the log: what is stored, what comes back from files, and what it amounts to."""

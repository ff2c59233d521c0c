"""Cards for other programs: models and writers of their formats. Standard library only."""

"""Cards in JSON and in scripts, which are read and never run."""

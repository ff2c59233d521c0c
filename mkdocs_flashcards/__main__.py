"""`python -m mkdocs_flashcards`, the same as the command `mkdocs-flashcards`."""

from .cli import main

if __name__ == "__main__":
    main(prog_name="mkdocs-flashcards")

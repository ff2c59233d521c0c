"""The command `mkdocs-flashcards`: arguments and printing. Each command is a module, imported when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from .. import __version__

__all__ = ["main"]

# Each command by name, with the module here that has it as `command`.
COMMANDS = {
    "check": "check",
    "list": "list_",
    "pin": "pin",
    "import": "import_",
    "export": "export",
    "assets": "assets",
    "review": "review",
}


class Commands(click.Group):
    """Commands that are imported when they are used, so that none pays for what another needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f".{COMMANDS[cmd_name]}", __name__).command
        assert isinstance(command, click.Command)
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Work with the flash cards of a course without building its site.

    The exit status is 0 if all is well, 1 if something was found, and 2 if the command was called wrongly.
    """

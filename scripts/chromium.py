"""Print the path of a Chromium for the browser tests; where there is none, install one first.

chromium.py --begin    only tries the quickest way, without a word: it needs nothing that is not on every machine
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

# The headless shell runs the tests in half the time (140 s instead of 330 s), and is half the download.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APT_INSTALL = Path(__file__).with_name("apt-install")
# Without a network the download hangs instead of failing.
DOWNLOAD_SECONDS = 120
PACKAGES_SECONDS = 600


def find() -> str | None:
    """Return the browser named in FLASHCARDS_CHROMIUM, else the machine's, else the one that Playwright installed."""
    if named := os.environ.get("FLASHCARDS_CHROMIUM"):
        if not shutil.which(named):
            raise SystemExit(f"FLASHCARDS_CHROMIUM names {named}, which is no program that can be run.")
        return named
    return find_on_path() or playwrights_own()


def find_on_path() -> str | None:
    paths = [path for name in NAMES if (path := shutil.which(name))]
    return next(filter(starts, paths), None)


def starts(path: str) -> bool:
    """Whether it can run: Ubuntu's `chromium-browser` may be a mere hint, and Playwright's may miss a library."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def playwrights_own() -> str | None:
    # Imported only when all else failed: asking starts a program of Playwright's.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if starts(path) else None


def install() -> str | None:
    """Try Debian's headless shell, then Playwright's download, with what it needs, then the system's own Chromium."""
    say(f"none was found; trying the package {SHELL}")
    subprocess.run([APT_INSTALL, SHELL], stdout=sys.stderr, check=False)
    if path := find_on_path():
        return path
    say("that did not work; trying `playwright install chromium`")
    if run_playwright("install", "chromium", seconds=DOWNLOAD_SECONDS):
        if path := playwrights_own():
            return path
        if run_playwright("install-deps", "chromium", seconds=PACKAGES_SECONDS) and (path := playwrights_own()):
            return path
    say("that did not work; trying the system's package")
    subprocess.run([APT_INSTALL, "chromium"], stdout=sys.stderr, check=False)
    return find()


def run_playwright(*arguments: str, seconds: int) -> bool:
    """Run a command of Playwright's for at most so long; the programs that it started end with it."""
    command = [sys.executable, "-m", "playwright", *arguments]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, start_new_session=True) as process:
        try:
            return process.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return False


def say(text: str) -> None:
    print(f"chromium: {text}", file=sys.stderr)


def main() -> None:
    if sys.argv[1:] == ["--begin"]:
        if not os.environ.get("FLASHCARDS_CHROMIUM") and not find_on_path():
            subprocess.run([APT_INSTALL, SHELL], stdin=subprocess.DEVNULL, capture_output=True, check=False)
        return
    path = find() or install()
    if path is None:
        raise SystemExit(
            "The browser tests need Chromium, and none could be found or installed.\n"
            "Install one (on Debian: apt install chromium), or name one: FLASHCARDS_CHROMIUM=/path/to/chromium"
        )
    print(path)


if __name__ == "__main__":
    main()

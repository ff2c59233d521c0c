"""What a student does in a browser that is driven by selenium; nothing is read or pressed before it is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from selenium.common import exceptions
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from .drivers import DOWNLOADS

Found = TypeVar("Found")

# How long something may take on the slowest machine before it is taken for broken, in seconds.
PATIENCE = 30
MOST_TABS = 30
# The card that a session asks.
STAGE = ".flash-stage > flash-card"
# What is drawn anew while it is looked at is looked for again.
CHANGING = (
    exceptions.NoSuchElementException,
    exceptions.StaleElementReferenceException,
    exceptions.ElementNotInteractableException,
    exceptions.ElementClickInterceptedException,
)
NAMED = ".//button[not(@disabled)][text()[normalize-space()='{}']]"


class Student:
    """A student in one browser, who waits for what they want to see."""

    def __init__(self, driver: WebDriver, home: Path) -> None:
        self.driver = driver
        self.downloads = home / DOWNLOADS
        self.wait = WebDriverWait(driver, PATIENCE, poll_frequency=0.05, ignored_exceptions=CHANGING)

    def open(self, address: str) -> None:
        self.driver.get(address)
        self.loaded()

    def reload(self) -> None:
        self.check_problems()
        self.driver.refresh()
        self.loaded()

    def loaded(self) -> None:
        """Wait until the script has made widgets of all cards, or of the review."""
        self.until(
            lambda: self.evaluate(
                # A card that a review page lists is made ready when a session asks it.
                "document.querySelector('flash-review') ? !document.querySelector('flash-review:empty')"
                " : [...document.querySelectorAll('flash-card')].every((card) => 'ready' in card.dataset)"
            ),
            "the page is ready",
        )

    def check_problems(self) -> None:
        """Nothing may have gone wrong unseen since the page was loaded."""
        assert self.evaluate("window.problems") == []

    def evaluate(self, expression: str) -> Any:
        """Return what an expression of JavaScript says now, under the name that `browser.progress` knows."""
        return self.driver.execute_script(f"return {expression}")

    def until(self, condition: Callable[[], Found], what: str) -> Found:
        """Wait until a condition holds, and return what it says."""
        return self.wait.until(lambda _: condition(), f"waited in vain: {what}")

    def becomes(self, read: Callable[[], Any], wanted: object) -> None:
        """Wait until something that is read is as wanted; if it never is, say what it was."""
        last: list[object] = []

        def is_as_wanted() -> bool:
            last[:] = [read()]
            return last == [wanted]

        try:
            self.until(is_as_wanted, str(wanted))
        except exceptions.TimeoutException:
            assert last == [wanted]

    def see(self, selector: str, text: str = "") -> WebElement:
        """Wait until an element that holds a text can be seen."""

        def seen() -> WebElement | None:
            found = self.driver.find_elements(By.CSS_SELECTOR, selector)
            return next((one for one in found if one.is_displayed() and text in one.text), None)

        element = self.until(seen, f"{selector} with “{text}”")
        assert element
        return element

    def press(self, name: str, where: str = "body") -> None:
        """Press the button of this name, once it can be pressed."""

        def pressed() -> bool:
            self._hit(self.driver.find_element(By.CSS_SELECTOR, where).find_element(By.XPATH, NAMED.format(name)))
            return True

        self.until(pressed, f"the button “{name}” in {where}")

    def click(self, selector: str, text: str = "") -> None:
        def clicked() -> bool:
            self._hit(self.see(selector, text))
            return True

        self.until(clicked, f"{selector} with “{text}”")

    def _hit(self, element: WebElement) -> None:
        """Click an element, away from what sticks to the window's edge."""
        self.driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", element)
        element.click()

    def key(self, key: str) -> None:
        ActionChains(self.driver).send_keys(key).perform()

    def focused(self, matching: str) -> bool:
        """Whether what has the focus matches a selector."""
        return bool(self.driver.execute_script("return document.activeElement.matches(arguments[0])", matching))

    def tab_to(self, selector: str, text: str = "") -> None:
        """Go on with the Tab key to a button, or a field with a label, that holds a text."""
        named = "[document.activeElement, document.activeElement.closest('label, button')?.textContent ?? '']"
        for _ in range(MOST_TABS):
            before, name = self.evaluate(named)
            if self.focused(selector) and text in name:
                return
            self.key(Keys.TAB)
            self.until(lambda before=before: self.evaluate("document.activeElement") != before, "Tab leads on")
        raise AssertionError(f"Tab never came to {selector} with “{text}”")

    def asked(self) -> dict[str, str]:
        """Return the data of the card that a session asks; nothing while there is none."""
        return dict(self.evaluate(f"{{...document.querySelector({STAGE!r})?.dataset}}"))

    def to_do(self) -> str:
        """Return what a review page says there is to do now."""
        return str(self.evaluate("document.querySelector('.flash-lead')?.textContent ?? ''"))

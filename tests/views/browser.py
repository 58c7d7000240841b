"""A headless Chromium for the tests of views and for screenshots."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def missing() -> str | None:
    """Return a message if something that browser tests need is not installed, or None."""
    if find_spec("playwright") is None:
        return "Playwright is not installed: pip install --group browser"
    return None if CHROMIUM else "Chromium is not installed: apt-get install chromium"


@contextmanager
def chromium() -> Iterator[Any]:
    """Yield a Playwright browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        try:
            yield browser
        finally:
            browser.close()

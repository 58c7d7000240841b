"""Takes screenshots of the views and of the server's page, light and dark, desktop and phone.

``python -m tests.views.screenshots FOLDER`` writes them; ``make screenshots`` uses screenshots/.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import quotex
from quotex.samples import harbour_bridge
from tests.server.load import serving
from tests.views.browser import chromium, missing
from tests.views.builders import long_article

SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
THEMES = ("light", "dark")
OTHER_PAPER = """\
Mayor has “nothing to hide” over bridge

Ana Ruiz, the mayor of Port Albany, said she had nothing to hide over the Harbour Bridge. “I walk \
over it every morning. My children walk over it,” she told a news conference.

The union's Lena Voss said that closing the bridge would cost the port its living.
"""


def main(folder: Path) -> None:
    """Write screenshots of each view in each theme and size."""
    folder.mkdir(parents=True, exist_ok=True)
    bridge = quotex.load()(harbour_bridge())
    views = {
        "one": quotex.show(bridge),
        "long": quotex.show(long_article()),
        "several": quotex.show([bridge, long_article(40)]),
    }
    with chromium() as browser:
        for name, view in views.items():
            path = folder / f"{name}.html"
            view.save(path)
            for theme in THEMES:
                for size, (width, height) in SIZES.items():
                    page = browser.new_page(
                        viewport={"width": width, "height": height}, color_scheme=theme
                    )
                    page.goto(path.resolve().as_uri())
                    page.screenshot(path=folder / f"{name}-{theme}-{size}.png")
                    if name == "one":
                        page.locator(".quotex-ref a").nth(4).focus()
                        page.screenshot(path=folder / f"{name}-{theme}-{size}-focus.png")
                        page.locator(".quotex-f2").check()
                        page.locator("details summary >> visible=true").first.click()
                        page.screenshot(
                            path=folder / f"{name}-{theme}-{size}-filter.png", full_page=True
                        )
                    page.close()
        _page(browser, folder)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


def _page(browser: Any, folder: Path) -> None:
    """Write screenshots of the server's page at ``/``, with the sample and with two articles."""
    with serving() as server:
        for theme in THEMES:
            for size, (width, height) in SIZES.items():
                page = browser.new_page(
                    viewport={"width": width, "height": height}, color_scheme=theme
                )
                page.goto(f"http://127.0.0.1:{server.port}/")
                page.click("#sample")
                page.wait_for_selector("#result:not([hidden])")
                page.screenshot(path=folder / f"page-{theme}-{size}.png", full_page=True)
                _read_two(page)
                page.screenshot(path=folder / f"links-{theme}-{size}.png", full_page=True)
                page.close()


def _read_two(page: Any) -> None:
    """Make the page read two articles that report the same words, and open their link."""
    page.click("#more")
    page.fill("#first", harbour_bridge().text)
    page.fill("#second", OTHER_PAPER)
    page.click("button[type=submit]")
    page.wait_for_selector("#links > li")
    page.locator("#links summary").first.click()


if __name__ == "__main__":
    if reason := missing():
        raise SystemExit(reason)
    main(Path(sys.argv[1]))

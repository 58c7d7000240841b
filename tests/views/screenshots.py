"""Pictures of the views, in light and dark, on a desktop and a phone.

``python -m tests.views.screenshots FOLDER`` writes them; ``make screenshots`` into screenshots/.
"""

from __future__ import annotations

import sys
from pathlib import Path

import quotex
from quotex.samples import harbour_bridge
from tests.views.browser import chromium, missing
from tests.views.builders import long_article

SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
THEMES = ("light", "dark")


def main(folder: Path) -> None:
    """Write a picture of each view in each theme and size."""
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
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    if reason := missing():
        raise SystemExit(reason)
    main(Path(sys.argv[1]))

"""The views in a real browser filter, react to hover and focus, fit a phone and are quick."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pytest

import quotex
from quotex.records import Article, Speaker
from quotex.result import Extraction
from tests.views.browser import chromium, missing
from tests.views.builders import long_article
from tests.write.builders import quotation

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))

PAUSE = 100  # milliseconds
FRAMES = 60
ATTACK = "<img src=x onerror=\"document.title='hacked'\"> 'a' \"b\" said rain"
# From a click to the next paint.
CLICK = """(selector) => new Promise(done => {
  const before = performance.now();
  document.querySelector(selector).click();
  document.body.getBoundingClientRect();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - before)));
})"""
SCROLL = """(frames) => new Promise(done => {
  let longest = 0, last = performance.now(), step = 0;
  const next = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (++step > frames) return done(longest);
    scrollBy(0, 400);
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
})"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    contexts = []

    def open_page(extractions: object, **options: object) -> Any:
        path = tmp_path / "page.html"
        quotex.show(extractions).save(path)  # type: ignore[arg-type]
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


def hostile() -> Extraction:
    speaker = Speaker(name=ATTACK, kind="person", named=True, role=ATTACK)
    quotations = [quotation(ATTACK, [words], speaker=speaker) for words in ("rain", ATTACK)]
    other = quotation(ATTACK, ["said"], ["said"], ["said"])
    return Extraction.of(Article(text=ATTACK, id=ATTACK, title=ATTACK), [*quotations, other])


def test_a_pasted_attack_is_shown_as_text(opened: Any) -> None:
    page = opened(hostile())
    assert page.locator("img").count() == 0
    assert page.title() == ATTACK
    assert ATTACK in page.locator("strong").first.inner_text()
    assert ATTACK.split(" said")[0] in page.locator(".quotex-text").inner_text()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_chip_shows_only_one_speaker(opened: Any, javascript: bool) -> None:
    page = opened(long_article(40), java_script_enabled=javascript)
    cards = page.locator(".quotex-card")
    assert cards.count() == 40
    assert page.locator(".quotex-card >> visible=true").count() == 40
    chip = page.locator(".quotex-chip").nth(1)
    chip.click()
    visible = page.locator(".quotex-card >> visible=true")
    assert f"{visible.locator('strong').first.inner_text()} {visible.count()}" == chip.inner_text()
    assert page.locator(".quotex-ref >> visible=true").count() == visible.count() < 40
    page.keyboard.press("ArrowLeft")
    assert page.locator(".quotex-card >> visible=true").count() == 40


def test_hover_and_focus_show_a_tooltip(opened: Any) -> None:
    page = opened(long_article(3))
    tip = "e => getComputedStyle(e, '::after').content"
    mark = page.locator(".quotex-content").nth(1)
    assert mark.evaluate(tip) == "none"
    mark.hover()
    assert "Ada Brook" in mark.evaluate(tip)
    reference = page.locator(".quotex-ref a").nth(1)
    reference.focus()
    assert "Tom Okafor" in reference.evaluate(tip)


def test_a_tap_opens_the_quotation_and_its_tooltip(opened: Any) -> None:
    page = opened(long_article(30), has_touch=True, viewport={"width": 390, "height": 844})
    mark = page.locator(".quotex-text .quotex-content").nth(5)
    mark.tap()
    assert page.url.endswith("-q6")
    assert "content" in mark.evaluate("e => getComputedStyle(e, '::after').content")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_overflows_the_screen(opened: Any, width: int) -> None:
    page = opened([long_article(30), hostile()], viewport={"width": width, "height": 844})
    page.locator(".quotex-content").nth(4).hover()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_list_is_beside_the_text_on_wide_screens(opened: Any) -> None:
    for width, beside in ((1280, True), (390, False)):
        page = opened(long_article(3), viewport={"width": width, "height": 844})
        text = page.locator(".quotex-text").bounding_box()
        cards = page.locator(".quotex-list").bounding_box()
        assert (cards["y"] < text["y"] + text["height"]) is beside


@pytest.mark.parametrize("size", [(1280, 900), (390, 844)])
def test_three_hundred_quotations_filter_and_scroll_without_a_pause(
    opened: Any, size: tuple[int, int]
) -> None:
    page = opened(long_article(300), viewport={"width": size[0], "height": size[1]})
    counters = page.context.new_cdp_session(page)
    counters.send("Performance.enable", {"timeDomain": "threadTicks"})
    clicks, works = [], [busy(counters)]
    for number in (1, 5, 0, 9, 2, 0, 7, 3, 0):
        clicks.append(page.evaluate(CLICK, f".quotex-f{number}"))
        works.append(busy(counters))
    longest = page.evaluate(SCROLL, FRAMES)
    a_click = median(after - before for before, after in pairwise(works))
    a_frame = (busy(counters) - works[-1]) / FRAMES
    times = [round(milliseconds) for milliseconds in clicks]
    print(f"{size}: clicks {times} ms, of work {a_click:.0f}; longest frame {longest:.0f} ms")
    # This is work, not elapsed time, because other processes may occupy the machine for a moment.
    assert a_click < PAUSE
    assert a_frame < PAUSE


def busy(counters: Any) -> float:
    """Return the working time of the page's thread, in milliseconds."""
    metrics = counters.send("Performance.getMetrics")["metrics"]
    return next(1000 * m["value"] for m in metrics if m["name"] == "TaskDuration")

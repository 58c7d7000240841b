"""The page in a real browser: used by keyboard, sorted, saved to files, and accessible."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.views.browser import chromium, missing

from .builders import TEXT, FakeReader, app_of, running

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))

AXE = Path(sys.prefix) / "node_modules" / "axe-core" / "axe.min.js"
ATTACK = "<img src=x onerror=\"document.title='hacked'\"> is safe, Bo Lund said."
THEMES = ("light", "dark")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with running(app_of(FakeReader())) as (found, _):
        yield found


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    with browser.new_context() as context:
        opened = context.new_page()
        opened.goto(address)
        yield opened


def ask(page: Any, *texts: str) -> None:
    page.fill("#first", texts[0])
    if len(texts) > 1:
        page.click("#more")
        page.fill("#second", texts[1])
    page.click("button[type=submit]")
    page.wait_for_selector("#result:not([hidden])")


def test_it_works_with_only_the_keyboard(page: Any) -> None:
    page.focus("#first")
    page.keyboard.type(TEXT)
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "submit":
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("#result:not([hidden])")
    assert page.inner_text("#status") == "1 quotation."


def test_a_pasted_attack_is_shown_as_text(page: Any) -> None:
    title, messages = page.title(), []
    page.on("console", lambda message: messages.append(message.text))
    ask(page, "The attack: " + ATTACK)
    assert page.locator("#articles img").count() == 0
    assert page.title() == title
    assert "<img src=x" in page.inner_text(".quotex-text")
    assert messages == []


def test_two_articles_are_in_a_sortable_table(page: Any) -> None:
    ask(page, "“The quay will never be moved again”, Ada Brook said.", TEXT)
    assert page.locator("#articles article").count() == 2
    assert page.locator("#rows tr").count() == 2
    first, head = page.locator("#rows tr td:last-child").first, page.locator("th").last
    assert "moved" in first.inner_text()
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert "safe" in first.inner_text()
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert "moved" in first.inner_text()


def test_repeated_words_link_to_both_articles(page: Any) -> None:
    ask(
        page,
        "“The old quay of this town will never be moved again”, Ada Brook said.",
        "“The old quay of this town will never again be moved”, Ada Brook said.",
    )
    [same] = page.locator("#links > li").all()
    assert same.locator("ul").first.locator("li").count() == 2
    assert "order" in same.inner_text()
    assert same.locator("del").count() + same.locator("ins").count() > 0
    for number, link in enumerate(same.locator("ul").first.locator("a").all()):
        assert link.inner_text() == f"Article {number + 1}"
        target = str(link.get_attribute("href"))
        within = page.locator("#articles article").nth(number)
        assert within.locator(target).count() == 1
    same.locator("summary").click()
    assert same.locator("details li").first.is_visible()


@pytest.mark.parametrize("name", ["quotations.json", "quotations.csv", "annotations.jsonld"])
def test_results_can_be_downloaded(page: Any, name: str) -> None:
    ask(page, TEXT)
    with page.expect_download() as kept:
        page.click(f"text=Save {name}")
    assert kept.value.suggested_filename == name
    assert "The quay is safe" in Path(kept.value.path()).read_text("utf-8")


def test_an_error_is_shown(page: Any) -> None:
    page.fill("#first", "   ")
    page.click("button[type=submit]")
    assert page.inner_text("#status") == "Paste an article first."


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_overflows_the_screen(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    ask(page, TEXT, ATTACK)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_no_violation(browser: Any, address: str, theme: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: make test-browser installs it, where there is npm")
    # The page's policy allows no other scripts; only this test bypasses it.
    with browser.new_context(color_scheme=theme, bypass_csp=True) as context:
        page = context.new_page()
        linked = "“The old quay will never be moved again”, Ada Brook said."
        for texts in ((), (TEXT, "“It is safe”, Bo Lund said."), (linked, linked)):
            page.goto(address)
            page.add_script_tag(path=AXE)
            if texts:
                ask(page, *texts)
            found = page.evaluate("axe.run().then(result => result.violations)")
            messages = [(v["id"], [n["html"] for n in v["nodes"]]) for v in found]
            assert messages == []

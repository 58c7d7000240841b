"""``quotex.show``: one or several articles, in a notebook and as a page in a file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import quotex
from quotex.errors import InputError
from quotex.records import Article
from quotex.result import Extraction
from tests.views.builders import long_article
from tests.views.test_article import NASTY, Reader, nasty
from tests.write.builders import ferry


def test_one_extraction_is_shown_as_in_a_notebook() -> None:
    assert quotex.show(ferry())._repr_html_() == quotex.show([ferry()])._repr_html_()
    assert quotex.show(ferry())._repr_html_() == ferry()._repr_html_()


def test_several_are_stacked_and_share_no_id() -> None:
    html = quotex.show(each for each in (ferry(), ferry(), long_article(3)))._repr_html_()
    assert html.count("<summary><strong>") == 3
    assert html.count('open=""') == 1
    ids = Reader(html).ids
    assert len(set(ids)) == len(ids)
    groups = re.findall(r'name="(quotex-[0-9a-f]+-speaker)"', html)
    assert len(set(groups)) == 3


def test_an_empty_result_is_stated() -> None:
    assert "No articles." in quotex.show([])._repr_html_()
    assert str(quotex.show([])) == ""
    assert repr(quotex.show([])) == "<Shown: 0 articles>"


def test_printing_gives_plain_text() -> None:
    result = quotex.show([ferry(), ferry()])
    assert str(result).count("Ferry to stop · 2031-03-05") == 2
    assert repr(result) == "<Shown: 2 articles>"
    assert repr(quotex.show(ferry())) == "<Shown: 1 article>"


@pytest.mark.parametrize("extractions", [[], [ferry()], [nasty(), Extraction.failed("x", NASTY)]])
def test_a_saved_page_is_self_contained(extractions: list[Extraction], tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    quotex.show(extractions).save(path)
    written = path.read_text("utf-8")
    assert written.startswith("<!DOCTYPE html>\n<html lang=")
    assert "default-src 'none'" in written
    assert "<script" not in written
    title = re.search("<title>(.*)</title>", written)
    assert title is not None
    assert title[1] == ("Ferry to stop" if extractions == [ferry()] else "quotex")


def test_a_lone_surrogate_can_be_saved(tmp_path: Path) -> None:
    extraction = Extraction.of(Article(text="a\ud800b", id="\ud800", title="t\udc80"))
    quotex.show(extraction).save(tmp_path / "page.html")
    assert "a\ufffdb" in (tmp_path / "page.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("given", "name"), [("text", "str"), (7, "int"), ([ferry(), "text"], "str"), (None, "NoneType")]
)
def test_values_that_are_not_extractions_are_rejected(given: object, name: str) -> None:
    with pytest.raises(InputError, match=rf"given {name}, expected .*; use: quotex\.show"):
        quotex.show(given)  # type: ignore[arg-type]

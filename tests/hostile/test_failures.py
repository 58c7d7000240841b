"""What happens when a part of quotex fails in an unforeseen way."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

import quotex
from quotex.articles import ArticleLike
from quotex.cli.app import app
from quotex.errors import InputError, QuotexError
from quotex.extractor import known_error
from quotex.loading import make_pipeline
from quotex.options import Options
from quotex.parse.engine import Depth, Scheme, Tree

GOOD = "Nobody spoke."
BAD = "break here"


class Fragile:
    """An engine that finds no words, and fails on one text."""

    name = "fragile"
    scheme: Scheme = "clear"

    def __init__(self, error: BaseException) -> None:
        self._error = error
        self.calls: list[list[str]] = []

    def read(self, texts: Sequence[str], depth: Depth) -> Iterator[Tree]:
        self.calls.append(list(texts))
        for text in texts:
            if text == BAD:
                raise self._error
            yield Tree([], [], [], [])


def _extractor(error: BaseException) -> quotex.Extractor:
    return quotex.Extractor(make_pipeline(Options(detector="rules"), Fragile(error)))


@pytest.mark.parametrize(
    "error",
    [
        RecursionError("maximum recursion depth exceeded"),
        MemoryError(),
        ValueError("[E088] Text of\nlength 7 is too long"),
        RuntimeError("x" * 5_000),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_unexpected_failure_affects_only_its_article(error: Exception) -> None:
    articles: list[ArticleLike] = [{"id": "one", "text": GOOD}, {"id": "two", "text": BAD}, GOOD]
    before, broken, after = _extractor(error).pipe(articles)
    assert before.error is None
    assert after.error is None
    assert broken.article.id == "two"
    assert not broken.quotations
    message = broken.error or ""
    assert message.startswith(f"[Q500] reading failed on this article ({type(error).__name__}")
    assert "\n" not in message
    assert len(message) < 400


def test_a_single_article_raises_the_original_error() -> None:
    with pytest.raises(RecursionError, match="too deep"):
        _extractor(RecursionError("too deep"))(BAD)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(2), GeneratorExit()])
def test_exits_and_interrupts_are_not_caught(error: BaseException) -> None:
    with pytest.raises(type(error)):
        list(_extractor(error).pipe([BAD]))


def test_a_quotex_error_is_not_wrapped() -> None:
    error = InputError("no text")
    assert known_error(error) is error
    wrapped = known_error(KeyError("a"))
    assert isinstance(wrapped, QuotexError)
    assert isinstance(wrapped.__cause__, KeyError)


def test_a_batch_can_come_from_a_generator_of_anything() -> None:
    given = (item for item in [GOOD, None, 7, b"bytes", {"no": "text"}, ["x"], {"text": 3}, GOOD])
    found = list(_extractor(ValueError()).pipe(given))  # type: ignore[arg-type]
    assert [extraction.error is None for extraction in found] == [True] + [False] * 6 + [True]
    assert all("[Q100]" in (extraction.error or "[Q100]") for extraction in found)


@pytest.mark.model
def test_the_command_reads_good_files_and_names_the_bad_one_in_one_line(
    tmp_path: Path,
) -> None:
    good, bad, also = (tmp_path / f"{name}.txt" for name in ("good", "bad", "also"))
    good.write_text("The bridge is safe, Ada Brook said.", "utf-8")
    bad.write_bytes("The bridge is “safe”, Ada Brook said.".encode("cp1252"))
    also.write_text("It is safe, Nils Holt said.", "utf-8")
    done = CliRunner().invoke(
        app,
        ["extract", "--detector", "rules", "-f", "jsonl", *map(str, (good, bad, also))],
    )
    assert done.exit_code == 1
    ids = [json.loads(line)["article"]["id"] for line in done.stdout.splitlines()]
    assert ids == ["good", "also"]
    assert len(done.stderr.splitlines()) == 1
    assert f"{bad}: not UTF-8 (byte 0x93 at 14)" in done.stderr


@pytest.mark.model
def test_the_command_survives_an_unexpected_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("Nobody spoke.", "utf-8")
    bad.write_text(BAD, "utf-8")
    fragile = _extractor(RecursionError("too\ndeep"))
    monkeypatch.setattr(quotex, "load", lambda *_, **__: fragile)
    done = CliRunner().invoke(app, ["extract", "-f", "jsonl", str(bad), str(good)])
    assert done.exit_code == 1
    assert json.loads(done.stdout)["article"]["id"] == "good"
    (line,) = done.stderr.splitlines()
    assert f"{bad}: reading failed on this article (RecursionError: too deep)" in line


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"\xff\xfe{}", "line 2: not UTF-8 (byte 0xff at 0)"),
        (b'{"id": "two", "text": "caf\xe9", "attributions": []}', "line 2: not UTF-8"),
        (b'{"id": "two",', "line 2: not JSON"),
        (b'{"id": "two", "text": "x", "attributions": [], "n": 1e999999}\x00', "line 2: not JSON"),
        (b"[" * 100_000, "line 2: not JSON"),
        (b'{"n": ' + b"9" * 10_000 + b"}", "line 2: not JSON"),
        (b'{"id": "two", "text": "\\ud800", "attributions": []}', "line 2: text"),
    ],
)
def test_a_bad_gold_line_gives_a_one_line_error(tmp_path: Path, line: bytes, message: str) -> None:
    from quotex.evaluation.gold import read_gold

    path = tmp_path / "gold.jsonl"
    path.write_bytes(b'{"id": "one", "text": "He spoke.", "attributions": []}\n' + line + b"\n")
    with pytest.raises(InputError) as caught:
        read_gold(path)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)

"""The command that measures how time and memory grow with an article's length."""

from __future__ import annotations

import re
from cProfile import Profile
from itertools import pairwise
from types import CodeType

import pytest

import quotex
from quotex.evaluation import growth
from quotex.evaluation.growth import Measurement, long_article, main, measure, variation


@pytest.mark.parametrize("words", [1, 100, 5_000])
def test_an_article_has_the_requested_length(words: int) -> None:
    text = long_article(words)
    assert words <= len(text.split()) < words + 80
    assert text == long_article(words)
    assert text != long_article(words, seed=8)


def test_an_article_has_varied_paragraphs_and_recurring_names() -> None:
    paragraphs = long_article(20_000).split("\n\n")
    assert len(set(paragraphs)) > 0.5 * len(paragraphs)
    assert all(before != after for before, after in pairwise(paragraphs))
    mayors = re.findall(r"[Mm]ayor (\w+ \w+)", "\n".join(paragraphs))
    assert len(set(mayors)) > 20
    assert mayors.count("Ana Ruiz") >= 3


def test_every_swapped_word_is_in_the_sample() -> None:
    from quotex.samples import harbour_bridge

    text = harbour_bridge().text
    assert all(re.search(rf"\b{word}\b", text) for word in variation().swaps)


@pytest.mark.model
def test_measure_reports_words_quotations_and_time(extractor: quotex.Extractor) -> None:
    found = measure(extractor, 300)
    assert 300 <= found.words < 380
    assert found.quotations > 5
    assert found.per_word == pytest.approx(1e6 * found.seconds / found.words)
    assert found.peak_mb > 0


@pytest.mark.model
def test_no_function_is_called_more_often_per_word_of_a_longer_article(
    extractor: quotex.Extractor,
) -> None:
    """Unlike time, calls can be counted in the tests."""
    extractor(long_article(100))  # loads what is loaded on first use
    short, long = (_calls_per_word(extractor, words) for words in (3_000, 15_000))
    grown = {
        function: (short.get(function, 0), count)
        for function, count in long.items()
        if count > max(1, 1.5 * short.get(function, 0))
    }
    assert not grown
    assert sum(long.values()) < 1.05 * sum(short.values())


def _calls_per_word(extractor: quotex.Extractor, words: int) -> dict[CodeType | str, float]:
    text = long_article(words)
    profile = Profile()
    profile.runcall(extractor, text)
    count = len(text.split())
    return {entry.code: entry.callcount / count for entry in profile.getstats()}


@pytest.mark.parametrize(("seconds", "code"), [((1.0, 12.0), 0), ((1.0, 14.0), 1)])
def test_the_command_fails_if_the_time_per_word_grows(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    seconds: tuple[float, float],
    code: int,
) -> None:
    taken = dict(zip((100, 1_000), seconds, strict=True))
    monkeypatch.setattr(
        growth, "measure", lambda _, words: Measurement(words, 1, taken[words], 10.0)
    )
    monkeypatch.setattr(quotex, "load", lambda **_: lambda _: None)
    assert main(["--words", "1000", "100"]) == code
    head, first, second = capsys.readouterr().out.splitlines()
    assert head.split()[:2] == ["words", "quotations"]
    assert first.split() == ["100", "1", "10,000", "1.00", "10"]
    assert second.split()[3] == f"{seconds[1] / 10:.2f}"


def test_an_invalid_size_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--words", "0"])
    assert ended.value.code == 2
    assert "expected positive numbers" in capsys.readouterr().err

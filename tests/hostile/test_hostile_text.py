"""Hostile texts are read or rejected in bounded time, without harm to other texts."""

from __future__ import annotations

import time

import pytest
from spacy.language import Language

import quotex
from quotex.options import DetectorName
from quotex.records import spans_of

pytestmark = [pytest.mark.model, pytest.mark.timeout(300)]

PLAIN = "The ferry will sail again on Monday, Ada Brook said. “It is quiet,” she added."
SECONDS = 30  # of processor time, on a slow machine
MILLION = 1_000_000

# Only texts that need no parse are long; parsing words takes its usual time.
READ = {
    "empty": "",
    "space": " \t\r\n\u00a0\u2003",
    "a million spaces": " " * (MILLION - 1) + "x",
    "spaces in a sentence": f"The mayor{' ' * 100_000}said it was good.",
    "a hundred thousand lines": "\n" * 100_000,
    "lines of one letter": "x\n" * 3_000,
    "carriage returns": "The mayor said that it was good.\r" * 200,
    "straight marks": '"' * MILLION,
    "opening marks": "“" * MILLION,
    "closing marks": "”" * MILLION,
    "single marks": "'" * MILLION,
    "backticks": "`" * MILLION,
    "all marks": "“\"‘'«»‹›„``''" * 50_000,
    "marks with spaces": '" ' * 200_000,
    "marks among letters": "a'b\"" * 10_000,
    "unclosed marks": "“We will go, he said. " * 300,
    "unclosed in each paragraph": "“We will go, he said.\n\n" * 300,
    "nested marks": "“‘" * 500 + "We will go" + "’”" * 500 + ", he said.",
    "nested with words": "“a ‘b " * 1_000 + "c’ d” " * 1_000,
    "control characters": "\x01The\x02 mayor\x7f said\x9f\x00 that it was good.\x1b " * 150,
    "only NUL": "\0" * MILLION,
    "zero width": "T\u200bhe m\u200cayor s\u200daid\ufeff that it was good. " * 150,
    "only zero width": "\u200b" * MILLION,
    "right to left": "\u202eThe mayor said “no”\u202c, \u2067Roe\u2069 said. " * 150,
    "one word": "a" * MILLION,
    "one name": "A" * MILLION,
    "digits": "1" * MILLION,
    "slashes in numbers": "1/1/" * 250_000,
    "dots": "." * MILLION,
    "dots with spaces": ". " * (MILLION // 2),
    "dashes": "-" * MILLION,
    "brackets": "([{" * 300_000,
    "underscores": "_" * MILLION,
    "emoji": "👩‍👩‍👧" * 100_000,
    "combining marks": "e" + "\u0301" * (MILLION - 1),
    "ligatures": "ﬁ" * 300_000,
    "links": "#link:1:" * 100_000,
    "marks around links": "“" * 400 + "#link:1:" + "”" * 400,
    "addresses": "http://" * 100_000,
    "said": "said " * 3_000,
    "said with marks": "“Yes,” said said said. " * 300,
    "he said": "he said that " * 1_000,
    "and": "Roe and " * 1_500,
    "days before days": "two days before " * 1_000,
    "days": "Monday " * 2_000,
    "months": "Jan. " * 2_000,
    "labels": "ROE: We mend the sluice.\n\nBO: No.\n\n" * 300,
    "bylines": "By Ada Roe, Published " * 500,
    "divided words": "a-\n" * 3_000,
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_a_hostile_text_is_read_in_bounded_time(extractor: quotex.Extractor, name: str) -> None:
    text = READ[name]
    began = time.process_time()
    before, found, after = extractor.pipe([PLAIN, text, PLAIN])
    assert time.process_time() - began < SECONDS
    assert found.error is None
    for quotation in found:
        assert all(text[span.start : span.end] == span.text for span in spans_of(quotation))
    assert before == after == extractor(PLAIN)
    assert len(before) == 2


@pytest.mark.parametrize("detector", ["model", "rules"])
def test_the_other_detectors_read_hostile_texts_too(nlp: Language, detector: DetectorName) -> None:
    names = ["empty", "space", "straight marks", "only NUL", "one word", "control characters",
             "right to left", "marks around links", "nested marks", "labels", "said"]  # fmt: skip
    texts = [READ[name][:20_000] for name in names]
    for text, found in zip(
        texts, quotex.load(nlp, detector=detector, min_confidence=0).pipe(texts), strict=True
    ):
        assert found.error is None
        for quotation in found:
            assert all(text[span.start : span.end] == span.text for span in spans_of(quotation))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The mayor said so. " * 1_100_000, "20,900,000 characters"),
        ("he said \ud800 that it was good", "lone surrogate at offset 8"),
        ("he said that it was good \udcff", "lone surrogate at offset 25"),
    ],
)
def test_a_text_that_is_too_long_is_rejected_at_once(
    extractor: quotex.Extractor, text: str, message: str
) -> None:
    began = time.process_time()
    before, found, after = extractor.pipe([PLAIN, text, PLAIN])
    assert time.process_time() - began < SECONDS
    assert message in (found.error or "")
    assert not found.quotations
    assert before == after == extractor(PLAIN)


def test_unpaired_marks_give_a_bounded_list_of_notices(
    extractor: quotex.Extractor,
) -> None:
    notices = extractor("“We will go\n\nNo.\n\n" * 500).notices
    assert len(notices) == 101
    assert notices[0].span is not None
    assert notices[-1].message.startswith("400 more quotation marks")


def test_words_after_a_wall_of_marks_are_read(extractor: quotex.Extractor) -> None:
    text = f"{'*' * 5_000} {PLAIN} {'=' * 5_000}"
    found = extractor(text)
    assert [q.speaker.name for q in found if q.speaker] == ["Ada Brook", "Ada Brook"]
    assert all(text[span.start : span.end] == span.text for q in found for span in spans_of(q))


def test_a_long_article_is_read_when_max_chars_allows_it(
    extractor: quotex.Extractor, nlp: Language
) -> None:
    text = "x" * 1_000_001
    allowed = quotex.load(nlp, detector="rules", max_chars=2_000_000, min_confidence=0)
    assert "more than max_chars=1,000,000" in (next(extractor.pipe([text])).error or "")
    assert allowed(text).error is None

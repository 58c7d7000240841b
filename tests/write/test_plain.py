"""Tests of the plain-text views."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.records import Article, Notice, Speaker
from quotex.result import Extraction
from quotex.write.plain import WIDTH, counted, date_text, one_line, plain, shorten, table

from .builders import TEXT, days, ferry, quotation

FERRY = """\
Ferry to stop · 2031-03-05 · 4 quotations

1  Marit Holm (harbour master) · asserts, indirect speech · 2031-03-03 · event: a meeting · place:
   Lundby
   The ferry to Skarvik will stop on Friday

2  [a deckhand] · criticises, direct speech
   "Nobody asked us,"

3  [He] · asserts, indirect thought
   the mayor lied when she said the quay was safe

4  [she] · asserts, indirect speech
   the quay was safe"""

FERRY_TABLE = """\
Speaker      | Stance     | Cue      | Date       | Venue          | Words
-------------+------------+----------+------------+----------------+----------------------
Marit Holm   | asserts    | told     | 2031-03-03 | a meeting; Lu… | The ferry to Skarvik…
[a deckhand] | criticises | said     | —          | —              | "Nobody asked us,"
[He]         | asserts    | thinks   | —          | —              | the mayor lied when…
[she]        | asserts    | she said | —          | —              | the quay was safe"""

HOSTILE = "a\x1b[31mred\x07\r\n\tb\x9bc\u202edcb\u2066e\u2028f\x00g\x7fh\x1ci"


def hostile() -> Extraction:
    said = quotation(HOSTILE, [HOSTILE], [HOSTILE], [HOSTILE])
    named = said.model_copy(
        update={"speaker": Speaker(name=HOSTILE, kind="person", named=True, role=HOSTILE)}
    )
    article = Article(text=HOSTILE, id=HOSTILE, title=HOSTILE)
    notice = Notice(code="unpaired-mark", message=HOSTILE)
    return Extraction.of(article, [said, named], notices=[notice])


def is_safe(text: str) -> bool:
    kinds = {unicodedata.category(character) for character in text.replace("\n", "")}
    return kinds.isdisjoint({"Cc", "Cs", "Zl", "Zp"}) and not set("\u202e\u2066") & set(text)


def test_print_shows_the_quotations() -> None:
    assert str(ferry()) == FERRY


def test_table_shows_the_quotations() -> None:
    assert table([ferry()], width=90) == FERRY_TABLE


def test_nothing_is_cut_if_there_is_room() -> None:
    wide = table([ferry()], width=130)
    assert "…" not in wide
    assert table([ferry()], width=1000) == wide
    assert "a meeting; Lundby |" in wide
    assert wide.endswith("| the quay was safe")


@pytest.mark.parametrize(
    ("width", "columns"),
    [
        (130, ["Speaker", "Stance", "Cue", "Kind", "Date", "Venue", "Words"]),
        (90, ["Speaker", "Stance", "Cue", "Date", "Venue", "Words"]),
        (80, ["Speaker", "Stance", "Cue", "Date", "Words"]),
        (60, ["Speaker", "Stance", "Date", "Words"]),
        (21, ["Sp…", "St…", "Da…", "Wo…"]),
    ],
)
def test_a_narrow_table_leaves_columns_out(width: int, columns: list[str]) -> None:
    lines = table([ferry()], width=width).splitlines()
    assert [name.strip() for name in lines[0].split("|")] == columns
    assert max(map(len, lines)) <= width


def test_several_articles_are_distinguished() -> None:
    other = Extraction.of(Article(text=TEXT, id="other"), [quotation(TEXT, ["ferry"])])
    lines = table([ferry(), other]).splitlines()
    assert [line.split(" | ")[0].strip() for line in lines] == [
        "Article", lines[1].split(" | ")[0], *["ferry-1"] * 4, "other",
    ]  # fmt: skip


def test_only_one_is_singular() -> None:
    assert [counted(n, "word") for n in (0, 1, 2_000)] == ["0 words", "1 word", "2,000 words"]


def test_no_quotations() -> None:
    empty = Extraction.of(Article(text="No one spoke.", id="quiet"))
    assert plain(empty) == "quiet · 0 quotations"
    assert len(table([empty]).splitlines()) == 2
    assert table([]) == table([empty])


def test_error_is_shown() -> None:
    failed = Extraction.of(Article(text="x", id="bad", title="A title"), error="too\nshort")
    assert plain(failed) == "A title\n  Not read: too short"
    assert table([failed, ferry()]).splitlines()[-1] == "Not read: bad: too short"


def test_notice_is_shown() -> None:
    noted = Extraction.of(
        Article(text=TEXT, id="n"), notices=[Notice(code="unpaired-mark", message="one mark open")]
    )
    assert plain(noted) == "n · 0 quotations\n  Note (unpaired-mark): one mark open"


def test_same_without_the_text() -> None:
    assert plain(Extraction.model_validate_json(ferry().to_json())) == plain(ferry())


def test_long_words_and_numbers_stay_aligned() -> None:
    text = "word " * 50 + "x" * 300
    many = Extraction.of(Article(text=text, title="t " * 99), [quotation(text, [text])] * 10)
    lines = plain(many).splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert lines[0].endswith("… · 10 quotations")
    assert " 1  — · asserts, indirect speech" in lines
    assert "10  — · asserts, indirect speech" in lines
    assert all(line.startswith("    ") for line in lines if "word" in line or "xx" in line)


@pytest.mark.parametrize("width", [45, 60, 80, 110, 200])
def test_table_keeps_its_width(width: int) -> None:
    text = (
        "A very long source of words spoke at the very long venue of all venues, and much more. "
        * 3
    )
    said = quotation(text, [text], [text], [text])
    lines = table([Extraction.of(Article(text=text), [said]), ferry()], width=width).splitlines()
    assert {line[: len(lines[1])].rstrip() for line in lines} == set(lines)
    assert max(map(len, lines)) <= width
    assert {tuple(i for i, c in enumerate(line) if c == "|") for line in lines[2:]} == {
        tuple(i for i, c in enumerate(lines[1]) if c == "+")
    }


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2031, 3, 3), date(2031, 3, 3), "2031-03-03"),
        (date(2031, 3, 3), date(2031, 3, 9), "2031-03-03/09"),
        (date(2031, 3, 3), date(2031, 4, 3), "2031-03-03/04-03"),
        (date(2031, 3, 3), date(2032, 3, 3), "2031-03-03/2032-03-03"),
    ],
)
def test_days_of_speech(first: date, last: date, expected: str) -> None:
    assert date_text(quotation(TEXT, ["ferry"], date=days(first, last, "Monday"))) == expected


def test_hostile_text_breaks_no_layout() -> None:
    text = plain(hostile())
    assert is_safe(text)
    assert len(text.splitlines()) == text.count("\n") + 1 == 8
    assert is_safe(table([hostile()]))
    assert len(table([hostile()]).splitlines()) == 4
    assert (text + table([hostile()])).encode()


def test_blank_text_is_a_dash() -> None:
    blank = Extraction.of(Article(text=" \n ", id=" "), [quotation(" \n ", [" \n "])])
    assert plain(blank) == "— · 1 quotation\n\n1  — · asserts, indirect speech\n   —"


@given(st.text(st.characters()))
def test_one_line_is_one_safe_line(text: str) -> None:
    line = one_line(text)
    assert is_safe(line)
    assert "\n" not in line
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line


@given(st.text(), st.integers(1, 20))
def test_shorten_keeps_to_the_width(text: str, width: int) -> None:
    short = shorten(text, width)
    assert len(short) <= width
    assert short == text or short.endswith("…")


def test_a_repr_is_short() -> None:
    extraction = ferry()
    assert repr(extraction) == "<Extraction of 'ferry-1': 4 quotations>"
    assert (
        repr(Extraction.failed("bad", "too long")) == "<Extraction of 'bad': not read: 'too long'>"
    )
    first, second, *_ = extraction
    facts = "unknown speaker, direct speech, criticises"
    assert repr(second) == f"<Quotation {second.id}: {facts}: '\"Nobody asked us,\"'>"
    assert repr(first.speaker) == "<Speaker 'Marit Holm': person, 0 mentions>"
    assert repr(Article(text=TEXT, id="a")) == f"<Article 'a': {len(TEXT)} characters>"
    assert all(len(repr(q)) < 200 and "\n" not in repr(q) for q in hostile())

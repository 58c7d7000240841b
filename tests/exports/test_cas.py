"""The CAS, read back by dkpro-cassis; the XMI counts UTF-16 code units."""

from __future__ import annotations

import io
import sys

import pytest
from lxml import etree

from quotex import InputError, OptionError, to_cas
from quotex.exports.cas import cas_types
from quotex.records import Article
from quotex.result import Extraction

from .builders import TEXT, choir, known

UNITS = TEXT.encode("utf-16-le")


def test_dkpro_cassis_reads_it() -> None:
    cassis = pytest.importorskip("cassis")
    extraction = choir()
    cas = to_cas(extraction, people=known(extraction))
    types = cassis.load_typesystem(io.BytesIO(cas.typesystem.to_xml().encode("utf-8")))
    read = cassis.load_cas_from_xmi(io.BytesIO(cas.to_xmi().encode("utf-8")), typesystem=types)
    assert read.sofa_string == TEXT
    found = read.select("quotex.Quotation")
    assert [q.quotationId for q in found] == [q.id for q in extraction]
    for quotation, ours in zip(found, extraction, strict=True):
        for many, spans in (
            (quotation.contents, ours.content),
            (quotation.cues, ours.cue),
            (quotation.sources, ours.source),
            (quotation.venues, tuple(v.span for v in ours.venues)),
        ):
            assert [p.get_covered_text() for p in many.elements] == [s.text for s in spans]
        assert quotation.speaker.name == (ours.speaker and ours.speaker.name)
        assert quotation.confidence == ours.confidence
    first, second, third = found
    assert first.speaker.identifier == "Q42"
    assert first.speaker.mentions.elements[0].get_covered_text() == "Ada Brook"
    assert (second.date.firstDay, second.date.lastDay) == ("2031-03-03", "2031-03-04")
    assert third.date is None
    assert (third.speaker.named, third.stance) == (False, "denies")
    (about,) = read.select("quotex.Article")
    assert (about.articleId, about.published) == ("choir 1", "2031-03-05")


def test_offsets_in_the_file_count_utf_16_code_units() -> None:
    pytest.importorskip("cassis")
    root = etree.fromstring(to_cas(choir()).to_xmi().encode("utf-8"))
    spans = [
        UNITS[2 * int(e.get("begin")) : 2 * int(e.get("end"))].decode("utf-16-le")
        for e in root
        if etree.QName(e).localname == "Content"
    ]
    assert spans == [span.text for q in choir() for span in q.content]
    assert root.find("{*}Content").get("begin") == "3"  # 2 in code points


def test_characters_invalid_in_xml_are_replaced() -> None:
    cassis = pytest.importorskip("cassis")
    text = "Bo\x00 said \x0bso\ufffe."
    cas = to_cas(Extraction.of(Article(text=text, title="a\x01b")))
    read = cassis.load_cas_from_xmi(
        io.BytesIO(cas.to_xmi().encode("utf-8")), typesystem=cas_types()
    )
    assert read.sofa_string == "Bo\ufffd said \ufffdso\ufffd."
    assert read.select("quotex.Article")[0].title == "a\ufffdb"


def test_it_needs_the_text_and_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="a CAS needs the article's text"):
        to_cas(Extraction.model_validate_json(choir().to_json()))
    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(OptionError, match=r"quotex\[cas\]"):
        to_cas(choir())

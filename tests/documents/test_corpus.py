"""The documents have the documented form, and the loader keeps their text as it is."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.documents.corpus import read_document, read_documents

DOCUMENTS = read_documents()
MIN_DOCUMENTS, MIN_QUOTATIONS = 40, 150


def written(folder: Path, content: str) -> Path:
    path = folder / "some.txt"
    path.write_text(content, "utf-8")
    return path


def test_the_text_is_read_unchanged(tmp_path: Path) -> None:
    document = read_document(
        written(
            tmp_path,
            "about: a page\nkind: furniture\npublished: 2031-05-06\noptional: 2\n---\n"
            "~ Share\n\n  {1s She} {1c said}\n{1q it\\u00a0rained}.\n~ “No,” he said.\n"
            "{2s He} {2c denied} {2q it}.\n",
        )
    )
    text = document.text
    assert text == "Share\n\n  She said\nit\u00a0rained.\n“No,” he said.\nHe denied it."
    assert [text[a:b] for a, b in document.furniture] == ["Share", "“No,” he said."]
    assert [q.roles["content"] for q in document.quotations] == [((18, 27),)]
    assert [text[a:b] for q in document.optional for a, b in q.roles["content"]] == ["it"]
    assert document.published == date(2031, 5, 6)


def test_windows_line_ends_are_accepted(tmp_path: Path) -> None:
    head = "about: a page\nkind: characters\nnewlines: crlf\n---\n"
    document = read_document(
        written(tmp_path, head + "~ Share\n{1q No},\n{1s she} says.\n~ Print\n")
    )
    assert document.text == "Share\r\nNo,\r\nshe says.\r\nPrint"
    assert [document.text[a:b] for a, b in document.furniture] == ["Share", "Print"]


@pytest.mark.parametrize(
    ("head", "text", "message"),
    [
        ("about: a\nkind: b", "~ {1q No}, she says.", "in furniture"),
        ("about: a\nkind: b", "{1q No, she says.", "left open"),
        ("about: a\nkind: b\noptional: 2", "{1q No}, she says.", "there are 1"),
        ("about: a\nkind: b\nnewlines: cr", "No.", "crlf"),
        ("about: a\nkind: b\npublished: May", "No.", "isoformat"),
        ("about: a\nkinds: b", "No.", "expected one of"),
        ("about: a", "No.", "lacks 'kind'"),
    ],
)
def test_a_malformed_document_is_rejected(
    tmp_path: Path, head: str, text: str, message: str
) -> None:
    with pytest.raises(ValueError, match=rf"some\.txt: .*{message}"):
        read_document(written(tmp_path, f"{head}\n---\n{text}\n"))


def test_a_document_needs_a_head(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no line '---'"):
        read_document(written(tmp_path, "No.\n"))


def test_the_corpus_has_the_promised_size() -> None:
    assert len(DOCUMENTS) >= MIN_DOCUMENTS
    assert sum(len(d.quotations) for d in DOCUMENTS) >= MIN_QUOTATIONS


def test_the_documents_are_short() -> None:
    lengths = {d.name: len(d.text.split()) for d in DOCUMENTS}
    assert {name: n for name, n in lengths.items() if not 60 <= n <= 250} == {}


def test_many_documents_have_traps() -> None:
    tempting = [d for d in DOCUMENTS if d.furniture or not d.quotations]
    silent = [d for d in DOCUMENTS if not d.quotations]
    assert len(tempting) >= len(DOCUMENTS) / 3
    assert len(silent) >= len(DOCUMENTS) / 5


def test_each_kind_has_several_documents() -> None:
    kinds = Counter(d.kind for d in DOCUMENTS)
    assert {kind: n for kind, n in kinds.items() if n < 2} == {}


def test_few_marks_are_optional() -> None:
    assert sum(len(d.optional) for d in DOCUMENTS) <= 15

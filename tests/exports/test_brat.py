"""brat's files can be read by another library, and nothing is lost."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex import InputError, from_brat, to_brat
from quotex.exports.brat import brat_configuration
from quotex.exports.standoff import fragments_of, read_standoff, spans_of
from quotex.records import Article, Mode, Scope, Span, Stance, Venue
from quotex.result import Extraction

from .builders import TEXT, choir, known, offsets


def test_spans_survive_a_round_trip() -> None:
    extraction = choir()
    found = from_brat(*to_brat(extraction))
    assert [(g.id, g.content, g.cue, g.source) for g in found] == [
        (q.id, offsets(q.content), offsets(q.cue), offsets(q.source)) for q in extraction
    ]


def test_a_span_over_several_lines_has_a_fragment_per_line() -> None:
    _, lines = to_brat(choir())
    (line,) = [line for line in lines.split("\n") if "We sing" in line]
    first, second = choir()[1].content
    name, kind_and_offsets, words = line.split("\t")
    fragments = [tuple(map(int, f.split())) for f in kind_and_offsets.split(" ", 1)[1].split(";")]
    assert (fragments[0][0], fragments[-1][1]) == (first.start, second.end)
    assert words == "“We sing for all 😀,” “and for nobody else.”"
    assert " ".join(TEXT[start:end] for start, end in fragments) == words
    assert name.startswith("T")


def test_another_library_reads_it(tmp_path: Path) -> None:
    reader = pytest.importorskip("bratly.io.file_read_src")
    extraction = choir()
    brat = to_brat(extraction, people=known(extraction))
    (tmp_path / "a.txt").write_text(brat.text, "utf-8", newline="")
    (tmp_path / "a.ann").write_text(brat.annotations, "utf-8", newline="")
    document = reader.read_and_load_txt_file(
        str(tmp_path / "a.txt"), ann_renumerotize=False, ann_no_duplicates=False
    )
    (collection,) = document.annotation_collections
    kinds = {type(a).__name__: 0 for a in collection.annotations}
    contents = []
    for annotation in collection.annotations:
        kinds[type(annotation).__name__] += 1
        if annotation.label == "Content":
            pieces = [TEXT[f.start : f.end] for f in annotation.fragments]
            assert " ".join(pieces) == annotation.content
            contents.append(annotation.content)
    assert len(contents) == 3
    relations = {a for a in collection.annotations if type(a).__name__ == "RelationAnnotation"}
    assert {(r.label, r.argument1[1].content[:7], r.argument2[1].content) for r in relations} >= {
        ("attributed-to", "The cho", "Ada Brook"),
        ("said-on", "“We sin", "on Monday"),
        ("cued-by", "it was ", "denied"),
    }
    assert kinds == {
        "EntityAnnotation": 13,
        "RelationAnnotation": 10,
        "AttributeAnnotation": 15,
        "NoteAnnotation": 8,
    }


def test_notes_have_the_speaker_and_the_days() -> None:
    extraction = choir()
    read = read_standoff(to_brat(extraction, people=known(extraction)).annotations, TEXT)
    notes = [note.text for note in read.notes if note.type == "AnnotatorNotes"]
    assert notes == [
        "Ada Brook (person) singer [Q42]",
        "2031-03-03",
        "Ada Brook (person) singer [Q42]",
        "2031-03-03/2031-03-04",
        "A spokesman (unknown)",
    ]


def test_nested_quotations_are_linked() -> None:
    extraction = choir()
    inner = extraction[1].model_copy(update={"within": extraction[0].id})
    nested = Extraction.of(Article(text=TEXT, id="choir 1"), [extraction[0], inner])
    read = read_standoff(to_brat(nested).annotations, TEXT)
    contents = [bound.id for bound in read.text_bounds if bound.type == "Content"]
    related = [(r.first, r.second) for r in read.relations if r.type == "within"]
    assert related == [(contents[1], contents[0])]


def test_the_configuration_names_everything_written() -> None:
    configuration = brat_configuration()
    for value in (*get_args(Mode), *get_args(Stance), *get_args(Scope)):
        assert value in configuration
    read = read_standoff(to_brat(choir()).annotations, TEXT)
    first = {line.split("\t")[0] for line in configuration.split("\n")}
    assert {a.type for a in (*read.text_bounds, *read.relations, *read.attributes)} <= first


def test_manual_annotations_are_read() -> None:
    text = "“Go,” Bo said. Bo said he went.\n"
    lines = (
        "T1\tContent 0 5\t“Go,”\r\n"
        "T2\tSource 6 8\tBo\r\n"
        "R1\tattributed-to Arg1:T1 Arg2:T2\t\r\n"
        "T7\tPlace 6 8\tBo\n"
        "T9\tContent 23 30\the went\n"
        "E1\tMoving:T7 Who:T2\n"
        "*\tEquiv T2 T7\n"
        "N1\tReference T2 Wikidata:Q1\tBo\n"
        "A1\tDoubtful T1\n"
        "#1\tAnnotatorNotes T1\t\n"
        "\n"
    )
    first, second = from_brat(text, lines)
    assert (first.content, first.source, first.cue, first.id) == (((0, 5),), ((6, 8),), (), None)
    assert (second.content, second.source) == (((23, 30),), ())


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("T1\tContent 0 2\tGone", "the words are 'Gone', but the text has 'Go' there"),
        ("T1\tContent 0 99\tGo", "offsets 0 99, expected a span within 9 characters"),
        ("T1\tContent 2 2\tGo", "offsets 2 2"),
        ("T1\tContent 0 2;2 4\tGo  t", "fragments of T1 touch"),
        ("T1\tContent 0 2;1 4\tGo o t", "fragments of T1 touch"),
        ("T1 Content 0 2 Go", "is not an annotation, expected T1<tab>Type 0 5<tab>words"),
        ("T1\tContent 0 2", "is not an annotation"),
        ("T1\tContent 0 2\tGo\nT1\tContent 0 2\tGo", "line 2: id T1 occurs twice"),
        ("R1\tcued-by Arg1:T1 Arg2:T2", "a relation with T1, which no line defines"),
        ("R1\tcued-by T1 T2", "expected R1<tab>Type Arg1:T1 Arg2:T2"),
        ("X1\tContent", "expected a line that begins with T, R, A, M, #, E, N or *"),
    ],
)
def test_malformed_lines_are_rejected(line: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        from_brat("Go there.", line)
    assert message in str(error.value)
    assert "brat line" in str(error.value)


def test_without_the_text_nothing_is_written() -> None:
    read = Extraction.model_validate_json(choir().to_json())
    with pytest.raises(InputError, match="restore it with extraction"):
        to_brat(read)
    with pytest.raises(InputError, match="could not be read"):
        to_brat(Extraction.failed("lost", "no text"))


def test_shared_sources_are_written_once_and_scopes_kept_apart() -> None:
    extraction = choir()
    venue = Venue(kind="place", span=Span.of(TEXT, 2, 5), scope="explicit")
    inherited = venue.model_copy(update={"scope": "inherited"})
    quotations = [
        extraction[0].model_copy(update={"venues": (venue,)}),
        extraction[1].model_copy(update={"venues": (inherited,), "source": extraction[0].source}),
        extraction[2].model_copy(update={"venues": (venue,)}),
    ]
    changed = Extraction.of(Article(text=TEXT, id="choir 1"), quotations)
    read = read_standoff(to_brat(changed).annotations, TEXT)
    types = [bound.type for bound in read.text_bounds]
    assert (types.count("Source"), types.count("Venue")) == (2, 2)


_LETTERS = st.text(st.sampled_from("ab \n\t\r\u2028😀"), min_size=1, max_size=30)


@given(text=_LETTERS, data=st.data())
def test_fragments_stay_within_lines_and_survive_a_round_trip(
    text: str, data: st.DataObject
) -> None:
    ends = st.lists(st.integers(0, len(text)), min_size=2, max_size=6, unique=True).map(sorted)
    cuts = data.draw(ends) if len(text) > 1 else [0, len(text)]
    spans = tuple(zip(cuts[::2], cuts[1::2], strict=False))
    fragments = fragments_of(text, spans)
    assert all(len(text[start:end].splitlines()) == 1 for start, end in fragments)
    assert all(a[1] < b[0] for a, b in pairwise(fragments))
    covered = {n for start, end in spans_of(text, fragments) for n in range(start, end)}
    wanted = {n for start, end in spans for n in range(start, end)}
    breaks = set("\n\t\r\u2028")
    assert all(text[n] in breaks for n in covered ^ wanted)

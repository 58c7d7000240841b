"""What is removed from content and source: marks, bullets, datelines, the person addressed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotex.quotations.tidying.tidied import tidied
from tests.quotations.model.fake import candidate_of, marked_context
from tests.speakers.hand import article


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("Ada", "Ada"),
        ("– Ada", "Ada"),
        ("• Ada", "Ada"),
        ("Ada –", "Ada"),
        ("– Ada —", "Ada"),
        (", Ada", "Ada"),
        ("Ada – Roe", "Ada – Roe"),
    ],
)
def test_a_source_loses_its_marks(source: str, kept: str) -> None:
    context = marked_context(f"It rained, said {source}")
    found = tidied(context, candidate_of(context, ["It rained"], "said", source))
    assert " ".join(t.text for t in found.source) == kept


@pytest.mark.parametrize("source", ["— –", "‘", "( ."])
def test_a_source_of_only_marks_is_dropped(source: str) -> None:
    context = marked_context(f"It rained, said {source}")
    assert tidied(context, candidate_of(context, ["It rained"], "said", source)).source == ()


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (["It rained", ","], ["It rained"]),
        ([",", "said"], ["said"]),
        ([","], [","]),  # content is never left empty
        (["It rained"], ["It rained"]),
    ],
)
def test_content_that_is_only_a_mark_is_dropped(content: list[str], kept: list[str]) -> None:
    context = marked_context("It rained, said Ada")
    found = tidied(context, candidate_of(context, content, "", "Ada"))
    assert [context.view.text[slice(*b)] for b in found.content] == kept


@pytest.mark.parametrize(
    ("verb", "relation", "kept"),
    [
        ("told/VBN/ROOT/4/tell", "nsubjpass", ["it rained"]),
        ("told/VBN/ROOT/4/tell", "nsubj", ["The MPs", "it rained"]),
        ("shown/VBN/ROOT/4/show", "nsubjpass", ["The MPs", "it rained"]),
    ],
)
def test_the_hearer_is_not_content(verb: str, relation: str, kept: list[str]) -> None:
    context = article(
        f"The/DT/det/2 MPs/NNS/{relation}/4 were/VBD/auxpass/4 {verb} "
        "it/PRP/nsubj/6 rained/VBD/ccomp/4"
    )
    cue = verb.partition("/")[0]
    found = tidied(context, candidate_of(context, ["The MPs", "it rained"], cue, "it"))
    assert [context.view.text[slice(*b)] for b in found.content] == kept


@pytest.mark.parametrize(
    ("noun", "verb", "kept"),
    [("jury", "hear", ""), ("jury", "find", "the jury"), ("crew", "hear", "the crew")],
)
def test_who_only_hears_is_no_source(noun: str, verb: str, kept: str) -> None:
    context = article(
        f"It/PRP/nsubj/2 rained/VBD/ccomp/5 the/DT/det/4 {noun}/NN/nsubj/5 cue/VBD/ROOT/5/{verb}"
    )
    found = tidied(context, candidate_of(context, ["It rained"], "cue", f"the {noun}"))
    assert " ".join(t.text for t in found.source) == kept


@pytest.mark.parametrize(
    ("dep", "content", "kept"),
    [
        ("advcl", ["that", "mud fell"], ["mud fell"]),  # "as she put that, mud fell"
        ("ccomp", ["that", "mud fell"], ["that", "mud fell"]),
        ("advcl", ["that"], ["that"]),
    ],
)
def test_the_object_of_a_cue_in_passing_is_no_content(
    dep: str, content: list[str], kept: list[str]
) -> None:
    context = article(
        f"as/IN/mark/3 she/PRP/nsubj/3 put/VBD/{dep}/7/put that/PRP/dobj/3 ,/,/punct/7"
        " mud/NN/nsubj/7 fell/VBD/ROOT/7"
    )
    found = tidied(context, candidate_of(context, content, "put", "she"))
    assert [context.view.text[slice(*b)] for b in found.content] == kept


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("• “It rained”", "“It rained”"),
        ("* It rained", "It rained"),
        ("– It rained", "It rained"),
        ("It • rained", "It • rained"),
        ("-It rained", "-It rained"),
    ],
)
def test_content_loses_its_bullet(content: str, kept: str) -> None:
    context = marked_context(f"{content} , said Ada")
    found = tidied(context, candidate_of(context, [content], "said", "Ada"))
    assert [context.view.text[slice(*b)] for b in found.content] == [kept]


def test_a_tidy_candidate_is_returned_unchanged() -> None:
    context = marked_context("It rained, said Ada")
    candidate = replace(candidate_of(context, ["It rained"], "said", "Ada"), detail="a")
    assert tidied(context, candidate) is candidate


@pytest.mark.parametrize(
    ("text", "source", "cue", "kept"),
    [
        ("OSLO, May 9 – Ada Roe said it rained", "OSLO", "said", "Ada Roe"),
        ("OSLO, May 9 – Ada Roe said it rained", "Ada Roe", "said", "Ada Roe"),
        ("10:31 Ada Roe said it rained", "10:31 Ada Roe", "said", "Ada Roe"),
        ("OSLO, May 9 – it rained , Ada Roe said", "OSLO", "said", ""),  # a comma in between
        ("Ada Roe said it rained", "Ada Roe", "said", "Ada Roe"),
    ],
)
def test_a_dateline_or_a_time_is_not_a_source(text: str, source: str, cue: str, kept: str) -> None:
    context = marked_context(text)
    found = tidied(context, candidate_of(context, ["it rained"], cue, source))
    assert " ".join(t.text for t in found.source) == kept


@pytest.mark.parametrize(
    ("text", "content", "kept"),
    [
        ("OSLO, May 9 – It rained", "OSLO, May 9 – It rained", "It rained"),
        ("OSLO, May 9 – It rained", "May 9 – It rained", "It rained"),
        ("10:31 It rained", "10:31 It rained", "It rained"),
        ("OSLO was wet", "OSLO was wet", "OSLO was wet"),
    ],
)
def test_a_dateline_or_a_time_is_not_content(text: str, content: str, kept: str) -> None:
    context = marked_context(text)
    found = tidied(context, candidate_of(context, [content], "", ""))
    assert [context.view.text[slice(*b)] for b in found.content] == [kept]

"""From candidates to speakers, on articles written word by word."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from quotex.parse.view import View
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.context import Context
from quotex.speakers.attribution import ResolvedSpeaker
from quotex.speakers.resolve import resolve_speakers
from tests.speakers.hand import article, candidate, words

NAMES = {
    "Ada Roe": "PERSON", "Bo Lind": "PERSON", "Lundby Board": "ORG", "Coast Guard": "ORG",
    "Navy": "ORG", "Norway": "FAC", "Skarvik": "GPE",
}  # fmt: skip
RAIN = "Rain/NN/x/2 fell/VBD"

Said = tuple[str, str, str]  # content, cue and source, as neighbouring words


def spoken(context: Context, said: Said) -> Candidate:
    view = context.view
    content, cue, source = (words(view, part) if part else [] for part in said)
    bounds: list[Bounds] = [(content[0].start, content[-1].end)]
    return candidate(bounds, cue, source)


def resolved(
    sentences: Sequence[str], said: Sequence[Said], resolver: ScriptedResolver | None = None
) -> list[ResolvedSpeaker | None]:
    context = article(RAIN, *sentences, names=NAMES)
    return resolve_speakers(context, [spoken(context, s) for s in said], resolver)


class ScriptedResolver:
    """A coreference tool that puts given words into one cluster."""

    def __init__(self, *mentions: str) -> None:
        self._mentions = mentions

    def clusters(self, view: View) -> list[list[Bounds]]:
        runs = [words(view, text) for text in self._mentions]
        return [[(run[0].start, run[-1].end) for run in runs]]


def name_and_rule(found: ResolvedSpeaker | None) -> tuple[str, str] | None:
    return (found.speaker.name, found.rule) if found is not None else None


@pytest.mark.parametrize(
    ("sentences", "said", "expected"),
    [
        # Names: on their own, beside a noun or after an office.
        (
            ["Ada/NNP/compound/2 Roe/NNP/nsubj/3 said/VBD so/RB"],
            ("so", "said", "Ada Roe"),
            ("Ada Roe", "name"),
        ),
        (
            ["the/DT/det/2 mayor/NN/nsubj/7 ,/, Ada/NNP/x/5 Roe/NNP/appos/2 ,/, said/VBD so/RB"],
            ("so", "said", "the mayor , Ada Roe"),
            ("Ada Roe", "name"),
        ),
        (
            ["a/DT/det/2 pier/NN/nsubj/5 Ada/NNP/compound/4 Roe/NNP/appos/2 said/VBD so/RB"],
            ("so", "said", "a pier Ada Roe"),
            ("Ada Roe", "name"),
        ),
        (
            ["two/CD/x/2 piers/NNS/nsubj/5 Ada/NNP/compound/4 Roe/NNP/appos/2 said/VBD so/RB"],
            ("so", "said", "two piers Ada Roe"),
            ("two piers", "noun"),
        ),
        (
            [
                (
                    "a/DT/det/2 aide/NN/nsubj/8 of/IN/prep/2 it/PRP/pobj/3 ,/,/punct/8 Ada/NNP/x/7 "
                    "Roe/NNP/dep/8 said/VBD so/RB"
                )
            ],
            ("so", "said", "a aide of it , Ada Roe"),
            ("Ada Roe", "name"),
        ),
        (
            [
                (
                    "a/DT/det/2 pier/NN/nsubj/8 of/IN/prep/2 it/PRP/pobj/3 ,/,/punct/2 Ada/NNP/x/7 "
                    "Roe/NNP/pobj/3 said/VBD so/RB"
                )
            ],
            ("so", "said", "a pier of it , Ada Roe"),
            ("pier of it", "noun"),
        ),
        (
            ["Skarvik/NNP/nsubj/5 police/NN/dep/5 Ada/NNP/compound/4 Roe/NNP/dep/5 said/VBD so/RB"],
            ("so", "said", "Skarvik police Ada Roe"),
            ("Ada Roe", "name"),
        ),
        # Offices and documents.
        (
            [
                "Ada/NNP/compound/2 Roe/NNP/nsubj/3 is/VBZ/ROOT/3/be a/DT/det/5 mayor/NN/attr/3",
                "the/DT/det/2 mayor/NN/nsubj/3 said/VBD so/RB",
            ],
            ("so", "said", "the mayor"),
            ("Ada Roe", "title"),
        ),
        (
            ["Ada/NNP/compound/2 Roe/NNP/poss/3 letter/NN/nsubj/4 said/VBD so/RB"],
            ("so", "said", "Ada Roe letter"),
            ("Ada Roe", "issuer"),
        ),
        (
            ["the/DT/det/2 letter/NN/nsubj/3 said/VBD so/RB"],
            ("so", "said", "the letter"),
            ("letter", "noun"),
        ),
        (
            [
                "Ada/NNP/compound/2 Roe/NNP/poss/3 letter/NN/nsubj/4 burnt/VBD",
                "it/PRP/nsubj/2 said/VBD so/RB",
            ],
            ("so", "said", "it"),
            ("Ada Roe", "issuer"),
        ),
        (
            [
                "the/DT/det/2 firm/NN/nsubj/3 burnt/VBD",
                "it/PRP/nsubj/2 said/VBD so/RB",
            ],
            ("so", "said", "it"),
            ("firm", "pronoun"),
        ),
        # Several.
        (
            [
                (
                    "the/DT/det/2 Navy/NNP/nsubj/7 and/CC/cc/2 the/DT/det/6 Coast/NNP/compound/6 "
                    "Guard/NNP/conj/2 said/VBD so/RB"
                )
            ],
            ("so", "said", "the Navy and the Coast Guard"),
            ("Navy and the Coast Guard", "name"),
        ),
        (
            [
                (
                    "the/DT/det/2 Navy/NNP/nsubj/6 and/CC/cc/2 Coast/NNP/x/5 Guard/NNP/conj/2 "
                    "said/VBD so/RB"
                )
            ],
            ("so", "said", "the Navy and Coast Guard"),
            ("Navy and Coast Guard", "name"),
        ),
        (
            ["Navy/NNP/nsubj/4 and/CC/cc/1 Navy/NNP/conj/1 said/VBD so/RB"],
            ("so", "said", "Navy and Navy"),
            ("Navy", "name"),
        ),
        (
            ["Navy/NNP/nsubj/4 and/CC/cc/1 boats/NNS/conj/1 said/VBD so/RB"],
            ("so", "said", "Navy and boats"),
            ("Navy", "name"),
        ),
        # Pronouns.
        (
            [
                "Ada/NNP/compound/2 Roe/NNP/nsubj/3 hid/VBD",
                "she/PRP/nsubj/2 said/VBD so/RB",
            ],
            ("so", "said", "she"),
            ("Ada Roe", "pronoun"),
        ),
        (["she/PRP/nsubj/2 said/VBD so/RB"], ("so", "said", "she"), None),
        (["you/PRP/nsubj/2 said/VBD so/RB"], ("so", "said", "you"), None),
        (["I/PRP/nsubj/2 said/VBD so/RB"], ("so", "said", "I"), None),
        (["we/PRP/nsubj/2 said/VBD so/RB"], ("so", "said", "we"), ("we", "noun")),
        (["“/`` we/PRP/nsubj/3 said/VBD so/RB ”/''"], ("so", "said", "we"), None),
        (["nobody/NN/nsubj/2 said/VBD so/RB"], ("so", "said", "nobody"), None),
        (["no/DT/det/2 one/NN/nsubj/3 said/VBD so/RB"], ("so", "said", "no one"), None),
        (
            ["nobody/NN/nsubj/4 who/WP/nsubj/3 swam/VBD/relcl/1 said/VBD so/RB"],
            ("so", "said", "nobody who swam"),
            None,
        ),
        (
            ["no/DT/det/2 diver/NN/nsubj/3 said/VBD so/RB"],
            ("so", "said", "no diver"),
            ("no diver", "noun"),
        ),
        (
            ["none/NN/nsubj/4 of/IN/prep/1 them/PRP/pobj/2 said/VBD so/RB"],
            ("so", "said", "none of them"),
            ("none of them", "noun"),
        ),
        (
            ["the/DT/det/2 mayor/NN/nsubj/6 who/WP/nsubj/4 said/VBD/relcl/2 so/RB slept/VBD/x/6"],
            ("so", "said", "who"),
            ("mayor", "noun"),
        ),
        (["who/WP/nsubj/2 said/VBD so/RB"], ("so", "said", "who"), None),
        # A name that the recogniser missed.
        (
            ["Norsk/NNP/nsubj/2 said/VBD so/RB"],
            ("so", "said", "Norsk"),
            ("Norsk", "noun"),
        ),
    ],
)
def test_who_speaks(sentences: list[str], said: Said, expected: tuple[str, str] | None) -> None:
    assert name_and_rule(resolved(sentences, [said])[0]) == expected


@pytest.mark.parametrize(
    ("text", "source", "kind", "named"),
    [
        ("Norsk/NNP/nsubj/2 said/VBD so/RB", "Norsk", "organization", True),
        ("Oslo/NN/nsubj/2 said/VBD so/RB", "Oslo", "government", True),
        ("Norway/NNP/nsubj/2 said/VBD so/RB", "Norway", "government", True),
        (
            "Lundby/NNP/compound/2 Board/NNP/nsubj/3 said/VBD so/RB",
            "Lundby Board",
            "organization",
            True,
        ),
        ("the/DT/det/2 mayor/NN/nsubj/3 said/VBD so/RB", "the mayor", "person", False),
        ("pier/NN/nsubj/2 said/VBD so/RB", "pier", "unknown", False),
    ],
)
def test_the_kind_of_a_speaker(text: str, source: str, kind: str, named: bool) -> None:
    (found,) = resolved([text], [("so", "said", source)])
    assert found is not None
    assert (found.speaker.kind, found.speaker.named) == (kind, named)


def test_mentions_are_names_nouns_and_pronouns() -> None:
    sentences = [
        "Ada/NNP/compound/2 Roe/NNP/nsubj/3 hid/VBD",
        "she/PRP/nsubj/2 said/VBD so/RB",
        "a/DT/det/2 aide/NN/nsubj/3 added/VBD thus/RB",
    ]
    she, aide = resolved(sentences, [("so", "said", "she"), ("thus", "added", "a aide")])
    assert she is not None
    assert aide is not None
    assert [m.text for m in she.speaker.mentions] == ["Ada Roe", "she"]
    assert [m.text for m in aide.speaker.mentions] == ["a aide"]


def test_the_last_source_names_one_without_a_name() -> None:
    text = (
        "the/DT/det/2 aide/NN/nsubj/5 of/IN/prep/2 boats/NNS/pobj/3 said/VBD so/RB and/CC thus/RB"
    )
    first, second = resolved(
        [text], [("so", "said", "the aide of boats"), ("thus", "and", "the aide")]
    )
    assert first is not None
    assert second is not None
    assert first.speaker is second.speaker
    assert (first.speaker.name, first.detail) == ("aide", "called “aide of boats”")


@pytest.mark.parametrize(
    ("between", "cue", "found"),
    [
        (["¶"], "", "Ada Roe"),
        ([], "", "Ada Roe"),
        (["then/RB"], "", None),
        (["¶", "¶"], "", None),
        (["¶"], "Stay", None),
    ],
)
def test_direct_speech_continues(between: list[str], cue: str, found: str | None) -> None:
    first = "“/`` Go/VB home/RB ,/, ”/'' Ada/NNP/compound/7 Roe/NNP/nsubj/8 said/VBD/x/8 ./."
    context = article(RAIN, first, *between, "“/`` Stay/VB put/RB ./. ”/''", names=NAMES)
    given = [
        spoken(context, ("Go home ,", "said", "Ada Roe")),
        spoken(context, ("Stay put .", cue, "")),
    ]
    found_second = resolve_speakers(context, given)[1]
    assert name_and_rule(found_second) == ((found, "continuation") if found else None)


@pytest.mark.parametrize("quoted", [(True, False), (False, True), (False, False)])
def test_speech_without_marks_does_not_continue(quoted: tuple[bool, bool]) -> None:
    parts = ["“/`` {}/VB home/RB ”/''" if is_quoted else "{}/VB home/RB" for is_quoted in quoted]
    context = article(
        parts[0].format("Go"),
        "Ada/NNP/compound/2 Roe/NNP/nsubj/3 said/VBD ./.",
        parts[1].format("Stay"),
        names=NAMES,
    )
    given = [spoken(context, ("Go", "said", "Ada Roe")), spoken(context, ("Stay", "", ""))]
    assert resolve_speakers(context, given)[1] is None
    assert resolve_speakers(context, given[1:]) == [None]


def test_i_is_whoever_speaks_around_it() -> None:
    text = (
        "Ada/NNP/compound/2 Roe/NNP/nsubj/3 said/VBD :/: “/`` I/PRP/nsubj/7 said/VBD so/RB "
        "”/'' then/RB"
    )
    context = article(RAIN, text, names=NAMES)
    outer = spoken(context, ("I said so", "said", "Ada Roe"))
    view = context.view
    inner = candidate(
        [(words(view, "so")[0].start, words(view, "so")[0].end)],
        words(view, "I said")[1:],
        words(view, "I"),
    )
    assert [name_and_rule(w) for w in resolve_speakers(context, [outer, inner])] == [
        ("Ada Roe", "name"),
        ("Ada Roe", "pronoun"),
    ]
    assert name_and_rule(resolve_speakers(context, [inner, outer])[0]) is None
    assert name_and_rule(resolve_speakers(context, [inner])[0]) is None


@pytest.mark.parametrize(
    ("mentions", "source", "expected"),
    [
        (("Bo Lind", "she"), "she", ("Bo Lind", "coreference", "model")),
        (("a firm", "she"), "she", ("firm", "coreference", "model")),
        (("firm", "she"), "she", ("firm", "coreference", "model")),
        (("Ada Roe",), "she", ("Ada Roe", "pronoun", "rule")),
        (("hid", "she"), "she", ("Ada Roe", "pronoun", "rule")),
        (("Bo Lind", "a firm"), "a firm", ("Bo Lind", "coreference", "model")),
        (("she", "a firm"), "a firm", ("firm", "noun", "rule")),
        (("Bo Lind", "Ada Roe"), "Ada Roe", ("Ada Roe", "name", "rule")),
        (("Bo Lind", "we"), "we", ("we", "noun", "rule")),
    ],
)
def test_what_a_tool_contributes(
    mentions: tuple[str, ...], source: str, expected: tuple[str, str, str]
) -> None:
    sentences = [
        "Bo/NNP/compound/2 Lind/NNP/nsubj/3 hid/VBD a/DT/det/5 firm/NN/dobj/3",
        "Ada/NNP/compound/2 Roe/NNP/nsubj/3 met/VBD we/PRP/x/3",
        "she/PRP/nsubj/2 said/VBD so/RB",
    ]
    (found,) = resolved(sentences, [("so", "said", source)], ScriptedResolver(*mentions))
    assert found is not None
    assert (found.speaker.name, found.rule, found.by) == expected

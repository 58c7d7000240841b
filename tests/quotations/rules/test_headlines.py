"""Headlines that attribute words to somebody without a verb, and labels that name a topic.

A word is written with its tag, "will/MD"; with its lemma if the rule reads it,
"denies/VBZ/deny"; and with its relation, "was/VBD/be/relcl". The tag "=" is the mark itself.
"""

from __future__ import annotations

import pytest
from spacy.tokens import Span

from quotex.quotations.rules.headlines import headlines
from tests.trees import doc_of, read_doc, source_of

BODY = "Rain rain NN nsubj 2\nfell fall VBD ROOT 2\n. . . punct 2"
REOPENS = "Bridge/NN will/MD reopen/VB"
SAID = [
    (f"Mayor/NN :/= {REOPENS}", "Mayor", ":", "Bridge will reopen"),
    (f"Harbour/NN police/NNS :/= {REOPENS}", "Harbour police", ":", "Bridge will reopen"),
    ("Mayor/NN :/= “/= We/PRP mend/VB it/PRP ”/=", "Mayor", ":", "“We mend it”"),
    (f"{REOPENS} –/= mayor/NN", "mayor", "", "Bridge will reopen"),
    (f"{REOPENS} by/IN May/NNP –/= police/NNS", "police", "", "Bridge will reopen by May"),
    ("‘/= We/PRP mend/VB it/PRP ’/= –/= union/NN", "union", "", "‘We mend it’"),
    (
        "‘/= We/PRP ran/VBD/run for/IN it/PRP ’/= –/= evacuees/NNS",
        "evacuees",
        "",
        "‘We ran for it’",
    ),
    (f"Ada/NNP Roe/NNP :/= {REOPENS}", "Ada Roe", ":", "Bridge will reopen"),
    ("Council/NN :/= Ferry/NN has/VBZ/have sunk/VBN", "Council", ":", "Ferry has sunk"),
]
SILENT = [
    f"Weather/NN :/= {REOPENS}",
    f"Live/NN :/= {REOPENS}",
    f"Photos/NNS :/= {REOPENS}",
    "Mayor/NN :/= the/DT bridge/NN that/WDT never/RB was/VBD/be/relcl",
    "Mayor/NN :/= A/DT life/NN in/IN pictures/NNS",
    "Bus/NN drivers/NNS :/= Union/NN says/VBZ/say no/UH to/TO it/PRP",
    f"{REOPENS} –/= at/IN last/JJ",
    f"{REOPENS} –/= and/CC it/PRP is/VBZ/be about/IN time/NN",
    "“/= The/DT Silent/NNP Wife/NNP ”/= –/= Ada/NNP Roe/NNP",
    "“/= We/PRP ran/VBD/run for/IN it/PRP ”/= –/= video/NN by/IN mayor/NN",
    f"{REOPENS} –/= evacuees/NNS",
    f"Mayor/NN {REOPENS}",
    f"Mayor/NN :/= {REOPENS} ./=",
    "Rovers/NNP 3/CD –/= union/NN",
]


def found_in(headline: str) -> list[tuple[str, str, str]]:
    """Return source, cue and content of the headline's quotation."""
    rows: list[str] = []
    for written in headline.split():
        word, tag, *rest = written.split("/")
        lemma = rest[0] if rest else word.lower()
        dep = rest[1] if len(rest) > 1 else "dep"
        rows.append(f"{word} {lemma} {word if tag == '=' else tag} {dep if rows else 'ROOT'} 1")
    doc = doc_of("\n".join([*rows, "¶ ¶ _SP dep 1"]), BODY)
    starts = [t.i for t in doc if t.text == "Ada"]
    doc.set_ents([Span(doc, start, start + 2, "PERSON") for start in starts])
    context = read_doc(doc)
    text = context.view.text
    return [
        (
            source_of(text, c),
            "".join(t.text for t in c.cue),
            text[c.start : c.end],
        )
        for c in headlines(context)
    ]


@pytest.mark.parametrize(("headline", "source", "cue", "words"), SAID)
def test_headlines(headline: str, source: str, cue: str, words: str) -> None:
    assert found_in(headline) == [(source, cue, words)]


@pytest.mark.parametrize("headline", SILENT)
def test_no_headlines(headline: str) -> None:
    assert found_in(headline) == []

"""Articles written word by word: a short form of the tables in ``tests/trees.py``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Span

from quotex.languages.lexicon import Sense
from quotex.parse.view import Entity, Token, View
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.context import Context
from quotex.speakers.mentions.chains import Chains
from quotex.speakers.names.builder import find_names
from quotex.speakers.names.cluster import Cluster
from quotex.speakers.names.names import Names
from tests.trees import ENGLISH, doc_of, read_doc

_NAMES = {
    "Ada Roe": "PERSON",
    "Bo Lind": "PERSON",
    "Tom Ellery": "PERSON",
    "Lundby Board": "ORG",
    "Skarvik Board": "ORG",
    "Lundby Bank": "ORG",
    "Skarvik Firm": "ORG",
    "Foreign Ministry": "ORG",
    "Transport Ministry": "ORG",
    "Norway": "GPE",
    "Bodil Vik": "PERSON",
}
_SAYS = Sense("verb", "", "that", "speech", "asserts")


def article(*sentences: str, names: Mapping[str, str] | None = None) -> Context:
    """Return the context of sentences in the form word/TAG/relation/head/lemma.

    Heads count from 1 within a sentence. By default, the lemma is the word, in lower case if it is
    not a name; the head is the first verb; the relation is "dep". "¶" ends a paragraph. ``names``
    gives the label of each name, wherever its words occur.
    """
    doc = doc_of(*(_table(sentence) for sentence in sentences))
    words = [token.text for token in doc]
    entities: list[Span] = []
    taken: set[int] = set()
    for name, label in sorted((names or {}).items(), key=lambda n: -len(n[0])):
        parts = name.split()
        for first in range(len(words) - len(parts) + 1):
            run = range(first, first + len(parts))
            if words[first : first + len(parts)] == parts and not taken & set(run):
                entities.append(Span(doc, first, first + len(parts), label))
                taken.update(run)
    doc.set_ents(entities)
    return read_doc(doc)


def named(context: Context, sources: Sequence[Sequence[Token]] = ()) -> Names:
    """Return the names in an article."""
    return find_names(context.view, ENGLISH, sources)


def clusters(context: Context, sources: Sequence[Sequence[Token]] = ()) -> dict[str, list[str]]:
    """Return the label of each cluster and the text of its runs, by its name."""
    tokens = context.view.tokens
    return {
        c.name: [c.label, *(" ".join(t.text for t in tokens[a:b]) for a, b in c.runs)]
        for c in named(context, sources).clusters
    }


def name_of(cluster: Cluster | None) -> str | None:
    """Return the name of a cluster, or None."""
    return cluster.name if cluster is not None else None


def chains(*sentences: str, sources: set[str] | None = None) -> tuple[Context, Chains]:
    """Return an article with a few names, and its chains."""
    context = article("Rain/NN/x/2 fell/VBD", *sentences, names=_NAMES)
    numbers = {word(context.view, text).i for text in sources or ()}
    return context, Chains(context, named(context), numbers, {})


def referent(context: Context, read: Chains, text: str) -> tuple[str, str] | None:
    """Return who the last mention by a word refers to, and by which rule."""
    found = read.at([t for t in context.view.tokens if t.text == text][-1])
    return (found.cluster.name, found.rule) if found is not None else None


def referent_name(text: str, *sentences: str, sources: set[str] | None = None) -> str | None:
    """Return who the last mention by a word refers to in an article of ``chains``."""
    found = referent(*chains(*sentences, sources=sources), text)
    return found[0] if found is not None else None


def sentence_with_noun(noun: str) -> str:
    """Return a sentence about somebody described by a noun: "the striker slept"."""
    return f"the/DT/det/2 {noun}/NN/nsubj/3 slept/VBD"


def sentence_with_name(name: str) -> str:
    """Return a sentence about somebody with a name of two words: "Ada Roe hid"."""
    first, last = name.split()
    return f"{first}/NNP/compound/2 {last}/NNP/nsubj/3 hid/VBD"


def as_names(text: str) -> str:
    """Return words tagged as names, for a sentence of ``article``."""
    return " ".join(f"{w}/NNP" for w in text.split())


def entity(view: View, text: str, label: str) -> Entity:
    """Return neighbouring words as an entity with a label, as from the recogniser."""
    run = words(view, text)
    return Entity(run[0].i, run[-1].i + 1, label)


def word(view: View, text: str, nth: int = 0) -> Token:
    """Return the token with a text: the first, or the ``nth`` after it."""
    return [t for t in view.tokens if t.text == text][nth]


def words(view: View, text: str) -> list[Token]:
    """Return the neighbouring tokens of a text whose words are separated by spaces."""
    parts = text.split()
    found = [t.text for t in view.tokens]
    first = next(i for i in range(len(found)) if found[i : i + len(parts)] == parts)
    return view.tokens[first : first + len(parts)]


def candidate(
    content: Sequence[Bounds], cue: Sequence[Token] = (), source: Sequence[Token] = ()
) -> Candidate:
    """Return a candidate with these spans."""
    return Candidate(content, cue, source, _SAYS, "rule", "", 1.0)


def _table(sentence: str) -> str:
    rows = [item.split("/") for item in sentence.split()]
    verb = next((n for n, row in enumerate(rows, 1) if row[1:2] and row[1].startswith("VB")), 1)
    return "\n".join(_row(row, number, verb) for number, row in enumerate(rows, 1))


def _row(row: list[str], number: int, verb: int) -> str:
    text = row[0]
    tag = row[1] if len(row) > 1 else "_SP" if text == "¶" else text
    dep = row[2] if len(row) > 2 else "ROOT" if number == verb else "dep"
    head = row[3] if len(row) > 3 else str(verb)
    lemma = row[4] if len(row) > 4 else text if tag.startswith("NNP") else text.lower()
    return f"{text} {lemma} {tag} {dep} {head}"

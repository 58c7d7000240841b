"""Which words a verb acts on, and which it does not: trees on either side of each boundary."""

from __future__ import annotations

import pytest

from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.quotations.rules.argument import argument
from quotex.quotations.rules.passive import passive
from tests.quotations.rules.rows import tree
from tests.trees import Found, texts

HOLT = "Holt holt NNP nsubj 2 / "
ARGUMENT: dict[str, tuple[str, list[str]]] = {
    "a finite clause goes before an object": (
        (
            "urged urge VBD ROOT 2 / people people NNS dobj 2 / "
            "they they PRP nsubj 5 / pay pay VBP ccomp 2"
        ),
        [],
    ),
    "a clause under a verb that takes none is an aside": (
        (
            "praised praise VBD ROOT 2 / people people NNS dobj 2 / they they PRP nsubj 5 / "
            "pay pay VBP ccomp 2"
        ),
        ["people they pay"],
    ),
    "a gerund right behind its verb": (
        "denied deny VBD ROOT 2 / paying pay VBG xcomp 2",
        ["paying"],
    ),
    "a gerund farther off": (
        "denied deny VBD ROOT 2 / once once RB advmod 2 / paying pay VBG xcomp 2",
        [],
    ),
    "a gerund as an adjunct": ("denied deny VBD ROOT 2 / paying pay VBG prep 2", []),
    "an infinitive under a verb of gerunds": (
        "denied deny VBD ROOT 2 / pay pay VB xcomp 2",
        [],
    ),
    "an infinitive": (
        "refused refuse VBD ROOT 2 / to to TO aux 4 / pay pay VB xcomp 2",
        ["to pay"],
    ),
    "an infinitive without its mark": ("refused refuse VBD ROOT 2 / pay pay VB xcomp 2", []),
    "an infinitive behind an object": (
        "refused refuse VBD ROOT 2 / them they PRP dobj 2 / to to TO aux 5 / pay pay VB xcomp 2",
        [],
    ),
    "an object before the verb": (
        "them they PRP dobj 3 / rejected reject VBD ROOT 3",
        [],
    ),
    "an object whose infinitive is an adjunct": (
        "told tell VBD ROOT 2 / crews crew NNS dobj 2 / to to TO aux 5 / pay pay VB advcl 2",
        ["crews to pay"],
    ),
    "an infinitive without an object where one is needed": (
        "told tell VBD ROOT 2 / to to TO aux 4 / pay pay VB xcomp 2",
        [],
    ),
    "an object without its infinitive": (
        "told tell VBD ROOT 2 / crews crew NNS dobj 2 / pay pay VB xcomp 2",
        [],
    ),
    "an object and a predicate": (
        "branded brand VBD ROOT 2 / plans plan NNS dobj 2 / silly silly JJ oprd 2",
        ["plans silly"],
    ),
    "a predicate before its object": (
        "branded brand VBD ROOT 2 / silly silly JJ acomp 2 / plans plan NNS dobj 2",
        ["silly plans"],
    ),
    "a predicate without an object": (
        "branded brand VBD ROOT 2 / silly silly JJ acomp 2",
        ["silly"],
    ),
    "a predicate that the parser took for a clause": (
        "branded brand VBD ROOT 2 / plans plan NNS nsubj 4 / folly folly NN ccomp 2",
        ["plans folly"],
    ),
    "a clause that is a verb is no predicate": (
        "branded brand VBD ROOT 2 / plans plan NNS nsubj 4 / failed fail VBD ccomp 2",
        [],
    ),
    "a predicate that the parser took for an infinitive": (
        "branded brand VBD ROOT 2 / plans plan NNS dobj 2 / folly folly NN xcomp 2",
        ["plans folly"],
    ),
    "a verb under a verb of predicates": (
        "branded brand VBD ROOT 2 / plans plan NNS dobj 2 / fail fail VB xcomp 2",
        [],
    ),
    "a predicate without what it is said of": (
        "branded brand VBD ROOT 2 / folly folly NN xcomp 2",
        [],
    ),
    "a preposition": ("boasted boast VBD ROOT 2 / of of IN prep 2 / luck luck NN pobj 3", ["luck"]),
    "a preposition before the verb": (
        "of of IN prep 4 / luck luck NN pobj 2 / boasted boast VBD ROOT 4",
        [],
    ),
    "another preposition": ("boasted boast VBD ROOT 2 / at at IN prep 2 / luck luck NN pobj 3", []),
    "a preposition behind an object": (
        "boasted boast VBD ROOT 2 / them they PRP dobj 2 / of of IN prep 2 / luck luck NN pobj 4",
        [],
    ),
    "a preposition before an object": (
        "boasted boast VBD ROOT 2 / of of IN prep 2 / luck luck NN pobj 3 / them they PRP dobj 2",
        ["luck them"],
    ),
    "an object with a preposition": (
        (
            "credited credit VBD ROOT 2 / crews crew NNS dobj 2 / for for IN prep 2 / "
            "luck luck NN pobj 4"
        ),
        ["crews for luck"],
    ),
    "an object without the preposition": (
        (
            "credited credit VBD ROOT 2 / crews crew NNS dobj 2 / at at IN prep 2 / "
            "luck luck NN pobj 4"
        ),
        [],
    ),
    "a preposition without the object": (
        "credited credit VBD ROOT 2 / for for IN prep 2 / luck luck NN pobj 3",
        [],
    ),
    "an as-phrase on the object": (
        "framed frame VBD ROOT 2 / plans plan NNS dobj 2 / as as IN prep 3 / folly folly NN pobj 4",
        ["plans as folly"],
    ),
    "another phrase on the object": (
        (
            "credited credit VBD ROOT 2 / crews crew NNS dobj 2 / for for IN prep 3 / "
            "luck luck NN pobj 4"
        ),
        [],
    ),
    "what hangs on the verb behind the object": (
        (
            "rejected reject VBD ROOT 2 / plans plan NNS dobj 2 / in in IN prep 2 / "
            "Wick wick NNP pobj 4 / "
            "fast fast RB advmod 2 / for for IN prep 2 / good good NN pobj 7"
        ),
        ["plans in Wick"],  # an adverb ends it
    ),
    "another act ends the object": (
        "rejected reject VBD ROOT 2 / plans plan NNS dobj 2 / saying say VBG advcl 2",
        ["plans"],
    ),
    "an adverbial clause without a cue does not": (
        "rejected reject VBD ROOT 2 / plans plan NNS dobj 2 / swimming swim VBG advcl 2",
        ["plans swimming"],
    ),
    "a word before the object is none of it": (
        "rejected reject VBD ROOT 2 / at at IN prep 2 / sea sea NN pobj 3 / plans plan NNS dobj 2",
        ["plans"],
    ),
    "an object that is a pronoun and more": (
        (
            "rejected reject VBD ROOT 2 / them they PRP dobj 2 / in in IN prep 2 / "
            "Wick wick NNP pobj 4"
        ),
        ["them in Wick"],
    ),
    "a verb in the passive": (
        "was be VBD auxpass 3 / rejected reject VBN ROOT 3 / plans plan NNS dobj 3",
        [],
    ),
}


@pytest.mark.parametrize(("rest", "expected"), ARGUMENT.values(), ids=ARGUMENT)
def test_argument(rest: str, expected: list[str]) -> None:
    head = "4" if rest.startswith("of of") else "3" if " / rejected" in rest else "2"
    context = tree(HOLT.replace("2", head) + rest)
    found = texts(context, argument(context))
    assert [content for content, _, _ in found] == [[part] for part in expected]
    assert {source for _, _, source in found} <= {"Holt"}


@pytest.mark.parametrize(
    ("entity", "content"), [("DATE", "plans"), ("TIME", "plans"), ("GPE", "plans in Wick")]
)
def test_a_time_is_not_part_of_the_argument(entity: str, content: str) -> None:
    rest = ARGUMENT["what hangs on the verb behind the object"][0]
    context = tree(HOLT + rest)
    next(t for t in context.view.tokens if t.text == "Wick").entity = entity
    assert texts(context, argument(context))[0][0] == [content]


def test_a_final_clause_about_quoted_words_is_not_content() -> None:
    table = (
        HOLT
        + """rejected reject VBD ROOT 2
    the the DT det 5
    “ “ `` punct 5
    pact pact NN dobj 2
    {marks}
    , , , punct 5
    {which} {which} WDT nsubj {verb}
    failed fail VBD {dep} 5
    """
    )

    def content(marks: str = "” ” '' punct 5", which: str = "which", dep: str = "relcl") -> str:
        made = table.format(marks=marks, which=which, dep=dep, verb=9 if marks else 8)
        context = tree(" / ".join(line for line in made.splitlines() if line.strip()))
        ((found, _, _),) = texts(context, argument(context))
        return found[0]

    assert content() == "the “pact”"
    assert content(dep="acl") == "the “pact”, which failed"
    assert content(which="they") == "the “pact”, they failed"
    assert content(marks="old old JJ amod 5") == "the “pact old, which failed"


PASSIVE: dict[str, tuple[str, list[Found]]] = {
    "with an agent": (
        (
            "Roe roe NNP nsubjpass 3 / was be VBD auxpass 3 / praised praise VBN ROOT 3 / "
            "by by IN agent 3 / Holt holt NNP pobj 4"
        ),
        [(["Roe"], "was praised", "Holt")],
    ),
    "without an agent": (
        "Roe roe NNP nsubjpass 3 / was be VBD auxpass 3 / praised praise VBN ROOT 3",
        [(["Roe"], "was praised", "")],
    ),
    "a pronoun without an agent": (
        "He he PRP nsubjpass 3 / was be VBD auxpass 3 / praised praise VBN ROOT 3",
        [],
    ),
    "a pronoun with an agent": (
        (
            "He he PRP nsubjpass 3 / was be VBD auxpass 3 / praised praise VBN ROOT 3 / "
            "by by IN agent 3 / Holt holt NNP pobj 4"
        ),
        [(["He"], "was praised", "Holt")],
    ),
    "a participle on a noun, with an agent": (
        (
            "Plans plan NNS nsubj 5 / praised praise VBN acl 1 / by by IN agent 2 / "
            "Holt holt NNP pobj 3 / "
            "failed fail VBD ROOT 5"
        ),
        [(["Plans"], "praised", "Holt")],
    ),
    "a participle on a noun, without": (
        "Plans plan NNS nsubj 3 / praised praise VBN acl 1 / failed fail VBD ROOT 3",
        [],
    ),
    "of a verb with no passive sense, with an agent": (
        (
            "Plans plan NNS nsubjpass 3 / were be VBD auxpass 3 / hated hate VBN ROOT 3 / "
            "by by IN agent 3 / Holt holt NNP pobj 4"
        ),
        [(["Plans"], "were hated", "Holt")],
    ),
    "with what it is said of": (
        (
            "Roe roe NNP nsubjpass 3 / was be VBD auxpass 3 / accused accuse VBN ROOT 3 / "
            "of of IN prep 3 / lying lie VBG pcomp 4 / by by IN agent 3 / Holt holt NNP pobj 6"
        ),
        [(["Roe", "of lying"], "was accused", "Holt")],
    ),
    "with another phrase": (
        (
            "Roe roe NNP nsubjpass 3 / was be VBD auxpass 3 / accused accuse VBN ROOT 3 / "
            "in in IN prep 3 / Wick wick NNP pobj 4"
        ),
        [(["Roe"], "was accused", "")],
    ),
    "with a clause under as": (
        (
            "Roe roe NNP nsubjpass 3 / was be VBD auxpass 3 / described describe VBN ROOT 3 / "
            "as as IN mark 5 / lying lie VBG advcl 3"
        ),
        [(["Roe", "as lying"], "was described", "")],
    ),
    "with a clause under another mark": (
        (
            "Roe roe NNP nsubjpass 3 / was be VBD auxpass 3 / described describe VBN ROOT 3 / "
            "while while IN mark 5 / lying lie VBG advcl 3"
        ),
        [(["Roe"], "was described", "")],
    ),
    "with two complements": (
        (
            "Roe roe NNP nsubjpass 3 / was be VBD auxpass 3 / called call VBN ROOT 3 / "
            "mad mad JJ oprd 3 / and and CC cc 3 / of of IN prep 3 / age age NN pobj 6"
        ),
        [(["Roe", "mad and of age"], "was called", "")],
    ),
    "with a complement before it": (
        (
            "As as IN prep 5 / folly folly NN pobj 1 / Roe roe NNP nsubjpass 5 / "
            "was be VBD auxpass 5 / "
            "called call VBN ROOT 5"
        ),
        [(["Roe"], "was called", "")],
    ),
}


@pytest.mark.parametrize(("table", "expected"), PASSIVE.values(), ids=PASSIVE)
def test_passive(table: str, expected: list[Found]) -> None:
    context = tree(table)
    assert texts(context, passive(context)) == expected


def one(context: Context, found: list[Candidate]) -> tuple[str, float]:
    (candidate,) = found
    return candidate.rule, candidate.weight


@pytest.mark.parametrize(
    ("rest", "rule", "weight"),
    [
        ("denied deny VBD ROOT 2 / paying pay VBG xcomp 2", "argument:ing", 0.88),
        ("denied deny VBD ROOT 2 / plans plan NNS dobj 2", "argument:obj", 0.72),
        ("refused refuse VBD ROOT 2 / to to TO aux 4 / pay pay VB xcomp 2", "argument:to", 0.88),
        ("claimed claim VBD ROOT 2 / to to TO aux 4 / pay pay VB xcomp 2", "argument:to", 0.74),
        ("boasted boast VBD ROOT 2 / of of IN prep 2 / luck luck NN pobj 3", "argument:of", 0.74),
        (
            "branded brand VBD ROOT 2 / plans plan NNS dobj 2 / silly silly JJ oprd 2",
            "argument:pred",
            0.8,
        ),
    ],
)
def test_a_decisive_verb_over_a_clause_weighs_more(rest: str, rule: str, weight: float) -> None:
    context = tree(HOLT + rest)
    assert one(context, list(argument(context))) == (rule, weight)


@pytest.mark.parametrize(("name", "weight"), [("with an agent", 0.7), ("without an agent", 0.55)])
def test_a_passive_with_its_agent_weighs_more(name: str, weight: float) -> None:
    context = tree(PASSIVE[name][0])
    assert one(context, list(passive(context))) == ("passive", weight)

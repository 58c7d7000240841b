"""What an utterance says about its members: wording, speakers, days, places and conflicts."""

from __future__ import annotations

import quotex
from quotex.records import Utterance
from tests.linking.handmade import Said, article

WORDS = "we will intensify the search for the three missing boats and honour every promise"


def _one(*said: Said, **options: object) -> Utterance:
    extractions = [article(f"a{n}", "2031-03-06", one) for n, one in enumerate(said)]
    [found] = quotex.link(extractions, **options)  # type: ignore[arg-type]
    return found


def test_a_day_on_which_all_agree() -> None:
    found = _one(
        Said(f"“{WORDS}”", days="2031-03-04"), Said(f"“{WORDS}”", days="2031-03-03/2031-03-06")
    )
    assert found.date is not None
    assert (str(found.date.from_), str(found.date.to)) == ("2031-03-04", "2031-03-04")
    assert found.conflicts == ()


def test_conflicting_days() -> None:
    found = _one(Said(f"“{WORDS}”", days="2031-03-04"), Said(f"“{WORDS}”", days="2031-03-05"))
    assert found.date is None
    [conflict] = found.conflicts
    assert conflict.field == "date"
    assert "a0: 2031-03-04; a1: 2031-03-05" in conflict.detail


def test_speakers_and_their_relation() -> None:
    def government(name: str) -> Said:
        return Said(f"“{WORDS}”", name, kind_of_speaker="government", country="RU")

    found = _one(government("Moscow"), government("Foreign Ministry"), government("Moscow"))
    found_speakers = [(s.name, s.relation, s.quotations) for s in found.speakers]
    assert found_speakers == [("Moscow", "same", 2), ("Foreign Ministry", "same country", 1)]


def test_another_name_is_a_conflict() -> None:
    found = _one(Said(f"“{WORDS}”", "Ada Brook"), Said(f"“{WORDS}”", "Lena Voss"))
    assert [c.field for c in found.conflicts] == ["speaker"]


def test_titles_do_not_make_another_speaker() -> None:
    found = _one(Said(f"“{WORDS}”", "Councillor Ada Brook"), Said(f"“{WORDS}”", "Brook"))
    assert [(s.name, s.relation) for s in found.speakers] == [
        ("Councillor Ada Brook", "same"),
        ("Brook", "same name"),
    ]


def test_the_users_identifier_is_used() -> None:
    table = [{"id": "Q7", "name": "Ada Brook", "aliases": ["the harbour mistress"]}]
    found = _one(
        Said(f"“{WORDS}”", "Ada Brook"),
        Said(f"“{WORDS}”", "the harbour mistress"),
        identities=table,
    )
    assert {(s.name, s.id) for s in found.speakers} == {
        ("Ada Brook", "Q7"),
        ("the harbour mistress", "Q7"),
    }
    assert found.speakers[1].relation == "same identity"


def test_the_wordings() -> None:
    found = _one(
        Said(f"“{WORDS}”"),
        Said(f"“{WORDS.replace('honour', 'honor')}”"),
        Said("“we will intensify the search for the three missing boats”"),
        Said("they would “intensify the search for the three missing boats”"),
        Said("the search for three missing boats would be intensified"),
        Said(f"“{WORDS.capitalize()},”"),
    )
    assert found.text == f"“{WORDS}”"
    assert [m.wording for m in found.members] == [
        "verbatim",
        "respelled",
        "cut",
        "partly quoted",
        "reworded",
        "verbatim",
    ]
    assert [c.kind for c in found.members[1].changes] == ["spelling"]
    assert found.members[3].changes == ()


def test_a_word_that_reverses_the_meaning_is_a_conflict() -> None:
    found = _one(
        Said(f"“{WORDS}”"),
        Said(f"“{WORDS}”"),
        Said(f"“{WORDS.replace('three', 'four')}”"),
    )
    [conflict] = found.conflicts
    assert (conflict.field, "“four” for “three”" in conflict.detail) == ("wording", True)


def test_places_are_counted() -> None:
    found = _one(Said(f"“{WORDS}”", place="Lundby"), Said(f"“{WORDS}”", place="Lundby"))
    assert [(v.kind, v.text, v.quotations) for v in found.venues] == [("place", "Lundby", 2)]


def test_evidence_is_readable() -> None:
    [evidence] = _one(Said(f"“{WORDS}”"), Said(f"“{WORDS}”")).evidence
    assert (evidence.first, evidence.second) == ("a0 1", "a1 1")
    assert "14 words in a row" in evidence.detail
    assert "the same speaker (Ada Brook)" in evidence.detail


def test_the_id_depends_only_on_the_members() -> None:
    one, other = Said(f"“{WORDS}”"), Said(f"“{WORDS}”", "Lena Voss")
    assert _one(one, one).id == _one(one, other).id
    assert _one(one, one).id != _one(one, one, one).id

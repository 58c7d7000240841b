"""Names in an article, and which of them are the same."""

from __future__ import annotations

import pytest
from spacy.language import Language

from quotex.parse.view import View
from quotex.speakers.names.builder import find_names
from quotex.speakers.names.cluster import Cluster
from quotex.speakers.names.headlines import headlines
from quotex.speakers.names.names import Names
from quotex.speakers.names.parts import acronyms, given_name, person_parts, surname
from quotex.speakers.phrases import plain
from tests.speakers.conftest import view_of
from tests.trees import ENGLISH

pytestmark = pytest.mark.model


def names_of(nlp: Language, text: str) -> Names:
    return find_names(view_of(nlp, text), ENGLISH, [])


def mentions(view: View, cluster: Cluster) -> list[str]:
    return [plain(view, view.tokens[first:last]) for first, last in cluster.runs]


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("Ada Roe came home. Mrs. Roe slept.", "Ada Roe", 2),
        ("Mr. Ellery came home. Tom Ellery slept.", "Tom Ellery", 2),
        ("Tom Ellery came home. Tom Ellery slept.", "Tom Ellery", 2),
        ("Ada Roe's boat sank in Norway.", "Ada Roe", 1),
        ("The boat sank in Norway. In Norway it rained.", "Norway", 2),
        ("Ada Roe came home.", "Ada Roe", 1),
    ],
)
def test_one_name(nlp: Language, text: str, name: str, count: int) -> None:
    names = names_of(nlp, text)
    (cluster,) = [c for c in names.clusters if c.name == name]
    assert len(cluster.runs) == count


def test_titles_and_articles_are_not_part_of_a_name(nlp: Language) -> None:
    names = names_of(nlp, "President Ada Roe met the United Nations.")
    assert {c.name for c in names.clusters} >= {"Ada Roe", "United Nations"}


@pytest.mark.parametrize(("title", "gender"), [("Mr.", "m"), ("Mrs.", "f"), ("Dr.", "")])
def test_a_title_may_show_a_gender(nlp: Language, title: str, gender: str) -> None:
    (cluster,) = names_of(nlp, f"{title} Ellery came home on Friday.").clusters
    assert (cluster.name, cluster.gender) == ("Ellery", gender)


def test_two_people_of_one_surname_stay_two(nlp: Language) -> None:
    names = names_of(nlp, "Tom Ellery came home. Jane Ellery slept.")
    assert sorted(c.name for c in names.clusters) == ["Jane Ellery", "Tom Ellery"]


def test_names_before_a_word_come_nearest_first(nlp: Language) -> None:
    names = names_of(nlp, "Tom Ellery met Jane Lind in the harbour and went home.")
    assert [c.name for _, c in names.before(12, 100)] == ["Jane Lind", "Tom Ellery"]
    assert list(names.before(12, 2)) == []


def test_a_name_that_only_modifies_another_word_is_not_the_source(nlp: Language) -> None:
    view = view_of(nlp, "Ada Roe's lawyer slept.")
    names = find_names(view, ENGLISH, [])
    assert names.at(view.tokens[:4]) is None
    found = names.at(view.tokens[:2])
    assert found is not None
    assert found.name == "Ada Roe"


@pytest.mark.parametrize(
    ("text", "name", "others"),
    [
        ("Ada Roe came home. Roe slept.", "Ada Roe", {"Roe"}),
        (
            "The Lundby Harbour Authority shut it. The LHA slept.",
            "Lundby Harbour Authority",
            {"LHA"},
        ),
        ("Ada Roe Wins Race. Ada Roe came home on Friday.", "Ada Roe", {"Ada Roe"}),
    ],
)
def test_words_that_repeat_a_name_are_found_too(
    nlp: Language, text: str, name: str, others: set[str]
) -> None:
    view = view_of(nlp, text)
    (cluster,) = [c for c in find_names(view, ENGLISH, []).clusters if c.name == name]
    assert others <= set(mentions(view, cluster))


@pytest.mark.parametrize(
    ("name", "parts", "given", "last"),
    [
        ("Thomas A. Ellery Jr.", ["Thomas", "Ellery"], "thomas", "ellery"),
        ("Ellery", ["Ellery"], "", "ellery"),
        ("J. Roe", ["Roe"], "", "roe"),
    ],
)
def test_the_parts_of_a_name(name: str, parts: list[str], given: str, last: str) -> None:
    found = person_parts(name.split(), {"jr"})
    assert (found, given_name(found), surname(found)) == (parts, given, last)


def test_the_acronym_of_a_name_may_leave_small_words_out() -> None:
    assert acronyms("Union of Lundby Divers", {"of"}) == {"ULD", "UOLD"}
    assert acronyms("Lundby", {"of"}) == set()


def test_a_headline_has_its_verbs_in_capitals(nlp: Language) -> None:
    view = view_of(nlp, "Tom Ellery met Ada Roe in Lundby.\n\nAda Roe Wins The Race Again.")
    in_headlines = [t.text for t in view.tokens if t.sentence in headlines(view)]
    assert in_headlines == ["Ada", "Roe", "Wins", "The", "Race", "Again", "."]


def test_no_names_in_a_text_without_any(nlp: Language) -> None:
    names = names_of(nlp, "the sea froze")
    assert not names.clusters


def test_a_first_name_of_one_gender_is_none_of_the_other() -> None:
    words = ENGLISH.speakers
    assert not words.masculine_names & words.feminine_names

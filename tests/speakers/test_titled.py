"""Names that a title or a nickname marks, without a recogniser."""

from __future__ import annotations

import pytest
from spacy.language import Language

from quotex.parse.view import View
from quotex.speakers.names.headlines import headlines
from quotex.speakers.names.titled import TitledNames
from quotex.speakers.phrases import plain
from tests.speakers.conftest import view_of
from tests.speakers.hand import article
from tests.trees import ENGLISH


def titled(view: View) -> list[str]:
    runs = TitledNames(view, ENGLISH, headlines(view)).runs()
    return [plain(view, view.tokens[first:last]) for first, last in runs]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Rev. Lind", ["Lind"]),
        ("Cllr March", ["March"]),
        ("Madam Comfort Lind", ["Comfort Lind"]),
        ("Chief Supt. Bodil Lind", ["Bodil Lind"]),
        ("Staff Sgt. Lind", ["Lind"]),
        ("Mr. Baker", ["Baker"]),
        ("Lady Ardal", ["Ardal"]),
        ("Justice Ada Roe", ["Ada Roe"]),
        ("Dr. Jan van der Lind", ["Jan van der Lind"]),
        ("Mrs. Roe MP", ["Roe"]),
        ("Mr. O ' Dell", ["O ' Dell"]),
        # No names, or no titles.
        ("Mr. President", []),
        ("Madam Speaker", []),
        ("Lord Mayor", []),
        ("Chief Executive", []),
        ("Justice Department", []),
        ("Judge Dredd", []),
        ("Sister Company", []),
        ("Dr. Roe Foundation", []),
        ("Lady Margaret Hall", []),
        ("Mr. J.", []),
        ("sir Lind", []),
        ("Mr. lind", []),
        ("Mr. The", []),
        ("PC World", []),
        ("Sir Lind Ltd", []),
    ],
)
def test_a_name_after_a_title(name: str, found: list[str]) -> None:
    tags = {"van": "IN", "der": "DT", "'": "''", "The": "DT"}
    words = [f"{w}/{tags.get(w, 'NNP')}" for w in name.split()]
    assert titled(article(" ".join([*words, "slept/VBD", "./."])).view) == found


def test_a_weekday_after_a_name_is_not_part_of_it() -> None:
    sentence = "Mr./NNP Lind/NNP Friday/NNP said/VBD ./."
    assert titled(article(sentence, names={"Friday": "DATE"}).view) == ["Lind"]


def test_a_person_ends_where_the_recogniser_says() -> None:
    sentence = "Mr./NNP Lind/NNP de/FW la/FW Roe/NNP said/VBD ./."
    view = article(sentence, names={"Lind de la Roe": "PERSON"}).view
    assert titled(view) == ["Lind de la Roe"]


def test_titles_in_headlines_do_not_count() -> None:
    assert titled(article("Mr./NNP Lind/NNP Wins/VBZ Big/JJ Race/NN").view) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Winifred 'Winnie' Lind came home.", ["Winifred 'Winnie' Lind"]),
        ("Ronnie ‘Big Ron’ Ellery came home.", ["Ronnie ‘Big Ron’ Ellery"]),
        ('Wilhelmina "Billie" Roe came home.', ['Wilhelmina "Billie" Roe']),
        ("Peter “The Gate” Roe-Lind came home.", ["Peter “The Gate” Roe-Lind"]),
        ("Peter Roe, “Big Ron” Ellery and Ada Lind came home.", []),
        ("“Go home,” said Peter. “Now,” Ellery added.", []),
        ("Peter “is glad” Ellery said.", []),
        ("The film “Big Fish” Ellery made was lost.", []),
        ("Peter's “Big Fish” was lost.", []),
        ('Peter said "No" Ellery.', []),
    ],
)
def test_a_name_around_a_nickname(nlp: Language, text: str, found: list[str]) -> None:
    assert titled(view_of(nlp, text)) == found

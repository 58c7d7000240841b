from __future__ import annotations

from dataclasses import replace

from models.stanza.measuring.measure import text_of
from models.stanza.measuring.reading import gold
from models.stanza.measuring.score import Count, Scores
from tests.models.stanza import invented


def test_gold_scores_one_against_itself() -> None:
    scores = Scores()
    for document in invented.documents():
        reading = gold(document)
        scores.add(reading, reading)
    assert {count.f1 for count in scores.counts.values()} == {1.0}
    assert scores["words"].gold == 24
    assert scores["tokens"].gold == 23
    assert scores["names"].gold == 2


def test_a_wrong_head_affects_one_word() -> None:
    reading = gold(invented.documents()[1])
    other = replace(reading.words[0], head=reading.words[2].place)
    changed = replace(reading, words=[other, *reading.words[1:]])
    scores = Scores()
    scores.add(reading, changed)
    assert scores["UAS"].right == 2
    assert scores["comparable heads"] == Count(right=0, given=1, gold=1)
    assert scores["UPOS"].f1 == 1.0


def test_paragraphs_are_separated_in_the_text() -> None:
    assert text_of(invented.documents()[0]).split("\n\n")[1] == "The old harbour closed"

"""Where the people are whom the next sentences quote."""

from __future__ import annotations

from collections.abc import Set

import pytest

from quotex.occasions.scenes.settings import SettingReader
from tests.occasions.scenes.clauses import read_line, shown_occasion
from tests.trees import ENGLISH

PLEASED = (
    "In IN prep 5; Oslo NNP pobj 1 GPE; , , punct 5; traders/trader NNS nsubj 5; "
    "were/be VBD ROOT 5; pleased JJ acomp 5"
)
GATHERED = (
    "Parents/parent NNS nsubj 2; gathered/gather VBD ROOT 2; at IN prep 2; school/school NN pobj 3"
)


def settings(line: str, quoted: Set[int] = frozenset()) -> list[str]:
    """Return each setting of a clause in the notation "gathered; Monday; place school"."""
    view, clauses = read_line(line)
    found = SettingReader(view, ENGLISH, clauses).read(quoted)
    return [f"{verb.text}; {shown_occasion(stated)}" for verb, stated in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (PLEASED, ["were; -; place Oslo"]),
        (PLEASED.replace("NNP pobj 1 GPE", "NN pobj 1"), []),  # no place
        (PLEASED.replace("traders/trader NNS", "trader/trader NN"), []),  # one person
        (PLEASED.replace("traders/trader", "prices/price"), []),  # no people
        (GATHERED, ["gathered; -; place school"]),
        (GATHERED + "; on IN prep 2; Monday NNP pobj 5", ["gathered; 2014-10-13; place school"]),
        (GATHERED.replace("gathered/gather", "worked/work"), []),
        (GATHERED + "; not RB neg 2", []),
    ],
)
def test_settings(line: str, expected: list[str]) -> None:
    assert settings(line) == expected


def test_a_sentence_that_quotes_is_no_setting() -> None:
    assert settings(PLEASED, frozenset({4})) == []

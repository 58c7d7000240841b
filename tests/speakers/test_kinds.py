"""Cases for each kind of source once resolved wrongly, half of which name nobody.

Cases that refer to somebody other than the one described count as silent, and those known to fail
count as what they should be.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from quotex import Extractor
from tests.annotated import Case, read_cases
from tests.speakers.stated import check

FOLDER = Path(__file__).parent / "cases"
EACH, HALF = 8, 4
NAMED: Final[dict[str, bool | None]] = {
    "named": True, "others": True, "unnamed": False, "null": None,
}  # fmt: skip
KNOWN: Final = ("named", "unnamed")
ALSO: Final[dict[str, tuple[str, ...]]] = {  # groups in the other files, by kind
    "title or office after a name": ("title after a name",),
    "one body under two names": (),
    "relative pronouns": ("relative clauses",),
    "a first name that is rare": (),
    "a plural before a noun": (),
    "similar titles": (),
    "where somebody is from": (),
    "one of them": (),
    "a poll by somebody": (),
    "a surname that reads as nobody": (),
}
FIRING: Final = ("named", "roles_named", "kinds/named", "kinds/known_named")
SILENT: Final = ("unnamed", "roles_unnamed", "null", "kinds/others", "kinds/unnamed", "kinds/null",
                 "kinds/known_unnamed")  # fmt: skip


def cases(stem: str) -> list[Case]:
    return read_cases(FOLDER / f"{stem}.txt")


def count(stems: tuple[str, ...], kind: str) -> int:
    """Return how many cases in some files are of a kind, by the names of their groups."""
    groups = (kind, *ALSO[kind])
    names = (case.name for stem in stems for case in cases(stem))
    return sum(any(f": {group}, line " in name for group in groups) for name in names)


@pytest.mark.model
@pytest.mark.parametrize(
    ("case", "named"),
    [(c, NAMED[stem]) for stem in NAMED for c in cases(f"kinds/{stem}")],
    ids=lambda value: value.name if isinstance(value, Case) else "",
)
def test_a_case_of_a_kind(extractor: Extractor, case: Case, named: bool | None) -> None:
    check(extractor, case, named=named)


@pytest.mark.model
@pytest.mark.parametrize(
    ("case", "named"),
    [
        pytest.param(c, NAMED[stem], marks=pytest.mark.xfail(reason=c.reason, strict=True))
        for stem in KNOWN
        for c in cases(f"kinds/known_{stem}")
    ],
    ids=lambda value: value.name if isinstance(value, Case) else "",
)
def test_a_known_failure(extractor: Extractor, case: Case, named: bool | None) -> None:
    check(extractor, case, named=named)


def test_each_known_failure_says_why() -> None:
    assert all(case.reason for stem in KNOWN for case in cases(f"kinds/known_{stem}"))


@pytest.mark.parametrize("kind", ALSO)
def test_each_kind_has_its_cases(kind: str) -> None:
    firing, silent = count(FIRING, kind), count(SILENT, kind)
    assert firing + silent >= EACH, kind
    assert silent >= HALF, kind
    assert firing, kind

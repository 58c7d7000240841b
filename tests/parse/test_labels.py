"""The dependency labels of the two schemes."""

from __future__ import annotations

import pytest

from quotex.parse.shape import label_map, scheme_of

CLEAR = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "prep", "agent", "case", "ROOT"})
UD = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "case", "nmod", "root"})


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (CLEAR, "clear"),
        (UD, "ud"),
        (UD - {"obl"}, "ud"),
        (UD - {"case"}, "ud"),
        (CLEAR - {"case"}, "clear"),
        ({"nsubj", "dobj"}, "clear"),
        (set(), "clear"),
    ],
)
def test_the_scheme_is_recognised_by_the_labels(labels: set[str], expected: str) -> None:
    assert scheme_of(labels) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("nsubj:pass", "nsubjpass"),
        ("obj", "dobj"),
        ("iobj", "dative"),
        ("obl:agent", "agent"),
        ("acl:relcl", "relcl"),
        ("root", "ROOT"),
        ("ccomp", None),
        ("case", None),
    ],
)
def test_labels_of_universal_dependencies(label: str, expected: str | None) -> None:
    assert label_map("ud").get(label) == expected


def test_clear_labels_are_kept() -> None:
    assert label_map("clear") == {}


def test_mapping_is_idempotent() -> None:
    table = label_map("ud")
    assert all(table.get(label, label) == label for label in table.values())


def test_an_unknown_scheme_is_rejected() -> None:
    with pytest.raises(ValueError, match="no label map for 'tiger'; expected clear or ud"):
        label_map("tiger")

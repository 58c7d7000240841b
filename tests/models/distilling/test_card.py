"""The card says what was read, and for how long."""

from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")

from models.distilling.arrays import Names
from models.distilling.card import training_section
from models.distilling.settings import Settings


def test_the_card_has_sources_and_figures() -> None:
    names = Names(
        tags=("NN",),
        pos=("NOUN",),
        deps=("ROOT",),
        entities=("ORG",),
        sources=("train", "world", "trees"),
        kinds=("gold", "world", "text"),
        articles=(840, 68, 100),
        words=(740_829, 28_629, 90_000),
    )
    text = training_section(names, Settings(), 1581, 490.0, {"tag": 0.97149, "cue, taught": 0.8})
    assert "| train | gold articles, with the teacher's answers | 840 | 740,829 |" in text
    assert "| all | | 1008 | 859,458 |" in text
    assert "1581 steps of about 26,000 pieces, 8 minutes." in text
    assert "| tag | 0.971 |" in text

"""``quotex.check``: the verdicts, and the rules for when words count as the same."""

from __future__ import annotations

from pathlib import Path

import pytest

import quotex
from quotex.records import ChangeKind, Verdict
from tests.linking.handmade import Said, article

SAFE = "“The old quay at Lundby is safe,”"
UNSAFE = "that the old quay at Lundby was safe"


def check(
    tmp_path: Path, words: str, *said: Said, speaker: str | None = None, **more: str
) -> quotex.Check:
    """Check words against a bank that has one article for each quotation."""
    with quotex.Bank(tmp_path / "news.bank") as bank:
        bank.add(
            article(f"a{n}", "2031-03-06", one, publisher="Post") for n, one in enumerate(said)
        )
        return quotex.check(words, bank=bank, speaker=speaker, **more)  # type: ignore[arg-type]


WORDS = "The old quay at Lundby is safe"
DENIED = Said(UNSAFE, name="Ada Brook", stance="denies")
REPORTED = Said(UNSAFE, name="Amit Devane")
UNNAMED = Said(SAFE, name="the mayor", named=False)
DEVANE = Said(SAFE, name="Amit Devane", days="2031-03-04")
NETS = Said("that nets “remain the cheapest tool we have”")
CASES: list[tuple[str, list[Said], str | None, Verdict]] = [
    (WORDS, [DEVANE], None, "verbatim"),
    (WORDS, [DEVANE], "Devane", "verbatim"),
    (WORDS, [DEVANE], "Councillor Devane", "verbatim"),
    (WORDS, [DEVANE], "Mary Smith", "misattributed"),
    (WORDS, [Said(SAFE, name="")], "Mary Smith", "cannot tell"),
    (WORDS, [UNNAMED], "Mary Smith", "cannot tell"),
    (WORDS, [REPORTED], None, "paraphrase"),
    (WORDS, [REPORTED], "Devane", "paraphrase"),
    (WORDS, [REPORTED], "Mary Smith", "cannot tell"),
    ("The old quay at Lundby is not safe", [REPORTED], None, "not found"),
    (WORDS, [DENIED], "Ada Brook", "disputed"),
    (WORDS, [DENIED], None, "disputed"),
    (WORDS, [DEVANE, REPORTED._replace(stance="denies")], None, "disputed"),
    (WORDS, [DEVANE, DENIED], None, "verbatim"),
    (WORDS, [DEVANE, DENIED], "Ada Brook", "misattributed"),
    (WORDS, [Said(SAFE, stance="withholds")], None, "not found"),
    ("The old quay at Lundby is not safe", [DEVANE], None, "altered"),
    (WORDS, [], None, "cannot tell"),
    ("The ferry will sail again tomorrow morning", [DEVANE], None, "not found"),
    ("The ferry will sail again tomorrow morning", [DEVANE], "Devane", "not found"),
    ("The ferry will sail again tomorrow morning", [DEVANE], "Mary Smith", "cannot tell"),
    ("is safe", [DEVANE], None, "cannot tell"),
    ("It is at this", [DEVANE], None, "cannot tell"),
    ("The town would close the quay", [Said("the town would “close the quay”")], None, "altered"),
    ("close the Lundby quay now", [Said("it would “close the Lundby quay now”")], None, "verbatim"),
    ("nets remain the most costly tool we have", [NETS], None, "altered"),
    ("nets remain the tool we have", [NETS], None, "altered"),
    ("our cheapest tool will remain the nets", [NETS], None, "paraphrase"),
    ("the nets have remained a cheap tool", [NETS], None, "paraphrase"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "said", "speaker", "verdict"), CASES)
def test_verdicts(
    tmp_path: Path, words: str, said: list[Said], speaker: str | None, verdict: Verdict
) -> None:
    result = check(tmp_path, words, *said, speaker=speaker)
    assert result.verdict == verdict, result.reason


FULL = "I do not think that we should sell the forest. The forest is ours, and it is old."
OPENED = "Unless somebody comes with a very great deal of money we sell the forest."
PIECES: list[tuple[str, str, ChangeKind | None]] = [
    (FULL, "The forest is ours, and it is old", None),
    (FULL, "I do not think that we should sell the forest", None),
    (FULL, "we should sell the forest", "negation"),
    (FULL, "think that we should sell the forest", "negation"),
    (FULL, "sell the forest. The forest is ours", "negation"),
    ("No, we will sell the forest tomorrow.", "we will sell the forest tomorrow", None),
    ("He never came back, and we sold the forest.", "we sold the forest", None),
    ("The forest is safe, but not for long.", "The forest is safe", "negation"),
    ("The forest is safe and we are glad.", "The forest is safe", None),
    ("That the forest is safe is a lie.", "the forest is safe", "cut"),
    ("That the forest is safe is not true.", "the forest is safe", "negation"),
    ("We sell the forest if they pay.", "We sell the forest", "cut"),
    ("They claim that we sell the forest.", "we sell the forest", "cut"),
    (OPENED, "we sell the forest", "negation"),
    ("We will … sell the forest today.", "We will sell the forest today", "cut"),
    ("We will … sell the forest today.", "We will … sell the forest today", None),
    ("We will sell the forest today.", "We will … sell the forest today", None),
    ("We will gladly sell the forest today.", "We will … sell the forest today", "cut"),
    ("We will never sell the forest today.", "We will … sell the forest today", "negation"),
    ("We will sell the forest today.", "We will [never] sell the forest today", "negation"),
]  # fmt: skip


@pytest.mark.parametrize(("whole", "words", "kind"), PIECES)
def test_an_excerpt_is_verbatim_unless_the_cut_changes_its_meaning(
    tmp_path: Path, whole: str, words: str, kind: ChangeKind | None
) -> None:
    result = check(tmp_path, words, Said(f"“{whole}”"))
    if kind is None:
        assert result.verdict == "verbatim", result.changes
    else:
        assert result.verdict == "altered"
        assert kind in {change.kind for change in result.changes}


def test_common_phrases_belong_to_nobody(tmp_path: Path) -> None:
    names = ["Lena Voss", "Ada Brook", "Mary Smith", "Amit Devane"]
    said = [Said("“Our thoughts are with the families,”", name=name) for name in names]
    words = "Our thoughts are with the families"
    assert check(tmp_path, words, *said).verdict == "cannot tell"
    assert check(tmp_path, words, *said, speaker="Lena Voss").verdict == "verbatim"
    assert check(tmp_path, words, *said, speaker="Edith Quill").verdict == "cannot tell"


def test_a_period_outside_the_bank(tmp_path: Path) -> None:
    words = WORDS
    assert check(tmp_path, words, DEVANE, after="2031-03-01").verdict == "verbatim"
    late = check(tmp_path, words, DEVANE, after="2031-04-01")
    assert late.verdict == "cannot tell"
    assert "period searched" in late.reason


def test_near_matches_are_returned(tmp_path: Path) -> None:
    result = check(tmp_path, "The old quay at Lundby is not safe", DEVANE, speaker="A. Devane")
    assert [(c.kind, c.before, c.after) for c in result.changes] == [("negation", "", "not")]
    [near] = result.nearest
    assert near.changes == result.changes
    assert (near.article.id, near.article.publisher) == ("a0", "Post")
    assert [str(day) for day in near.days or ()] == ["2031-03-04", "2031-03-04"]
    assert (near.wording, near.relation) == ("altered", "same name")
    assert near.quotation.text == SAFE
    assert near.context.startswith(SAFE)
    assert "“not” is added (negation)" in result.reason


def test_an_identity_is_the_same_speaker(tmp_path: Path) -> None:
    table = [{"id": "Q1", "name": "Amit Devane", "aliases": ["the mayor of Lundby"]}]
    with quotex.Bank(tmp_path / "news.bank") as bank:
        bank.add([article("a", "2031-03-06", DEVANE)], identities=table)
        words = WORDS
        result = quotex.check(words, bank=bank, speaker="the mayor of Lundby")
    assert (result.verdict, result.nearest[0].speaker_id) == ("verbatim", "Q1")


def test_a_bank_can_be_given_as_a_path(tmp_path: Path) -> None:
    words = WORDS
    check(tmp_path, words, DEVANE)
    assert quotex.check(words, bank=tmp_path / "news.bank").verdict == "verbatim"
    with pytest.raises(quotex.InputError, match="no such bank"):
        quotex.check(words, bank=tmp_path / "none.bank")


def test_the_record_is_frozen_and_survives_json(tmp_path: Path) -> None:
    result = check(tmp_path, "The old quay at Lundby is not safe", DEVANE)
    assert quotex.Check.model_validate_json(result.model_dump_json(by_alias=True)) == result
    with pytest.raises(ValueError, match="frozen"):
        result.verdict = "verbatim"  # type: ignore[misc]


@pytest.mark.parametrize("words", ["", "  ", "…!", 7, "word " * 1_001])
def test_text_without_words_is_rejected(tmp_path: Path, words: object) -> None:
    quotex.Bank(tmp_path / "news.bank").close()
    with pytest.raises(quotex.InputError):
        quotex.check(words, bank=tmp_path / "news.bank")  # type: ignore[arg-type]

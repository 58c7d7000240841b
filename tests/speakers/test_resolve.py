"""Who a source is: a name, what refers to a name, its own words, or None."""

from __future__ import annotations

import pytest

from quotex import Extractor
from quotex.records import Quotation, Speaker

pytestmark = pytest.mark.model


def last(extractor: Extractor, text: str) -> Quotation:
    quotations = extractor(text.replace(" ¶ ", "\n\n")).quotations
    assert quotations, text
    return quotations[-1]


def speaker_of(extractor: Extractor, text: str) -> Speaker | None:
    return last(extractor, text).speaker


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Ada Roe said the pier was safe.", "Ada Roe", "person"),
        ("Ada Roe came home on Friday. Mrs. Roe said the pier was safe.", "Ada Roe", "person"),
        ("Tom Ellery was in Lundby. “The pier is safe,” Ellery said.", "Tom Ellery", "person"),
        ("“The pier is safe,” said Mr. Ellery. ¶ Tom Ellery is a diver.", "Tom Ellery", "person"),
        ("President Ada Roe said the pier was safe.", "Ada Roe", "person"),
        ("Mayor Roe said the pier was safe.", "Roe", "person"),
        ("Ada Roe, who runs the port, said the pier was safe.", "Ada Roe", "person"),
        ("The United Nations said the boats were lost.", "United Nations", "organization"),
        ("The Foreign Ministry said the boats were lost.", "Foreign Ministry", "government"),
        ("Moscow denied that it had sold the boats.", "Moscow", "government"),
        ("Ada Roe and Tom Ellery said the pier was safe.", "Ada Roe and Tom Ellery", "group"),
        ("The harbour master, Tom Ellery, said the pier was safe.", "Tom Ellery", "person"),
    ],
)
def test_a_name(extractor: Extractor, text: str, name: str, kind: str) -> None:
    speaker = speaker_of(extractor, text)
    assert speaker is not None
    assert (speaker.name, speaker.kind, speaker.named) == (name, kind, True)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Senator Ada Roe said the pier was safe.", "Senator"),
        ("Harbour Master Tom Ellery said the pier was safe.", "Harbour Master"),
        ("Ada Roe, the mayor of Skarvik, said the pier was safe.", "the mayor of Skarvik"),
        ("Ada Roe said the pier was safe.", None),
    ],
)
def test_a_role(extractor: Extractor, text: str, role: str | None) -> None:
    speaker = speaker_of(extractor, text)
    assert speaker is not None
    assert speaker.role == role


def test_all_mentions_of_a_name_are_recorded(extractor: Extractor) -> None:
    text = "Tom Ellery was in Lundby. Ellery said the pier was safe. It was old, Mr. Ellery said."
    speaker = speaker_of(extractor, text)
    assert speaker is not None
    assert [m.text for m in speaker.mentions] == ["Tom Ellery", "Ellery", "Ellery"]
    assert all(text[m.start : m.end] == m.text for m in speaker.mentions)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Roe said the pier was safe. She said it was old.", "Ada Roe"),
        ("Marta Lind met a diver in Lundby. “The pier is safe,” she said.", "Marta Lind"),
        ("Mr. Ellery met Mrs. Lind in Lundby. “The pier is safe,” he said.", "Ellery"),
        ("“The pier is safe,” said Tom Ellery. ¶ “It is old,” he added.", "Tom Ellery"),
        ("Two officials said the line was shut. They said it was old.", "Two officials"),
        ("Moscow denied that it had sold the boats. It said they were lost.", "Moscow"),
        ("A witness said the gate was open. He said nobody stood there.", "witness"),
        ("Peter Lind met Mary Roe in Lundby. “The pier is safe,” he said.", "Peter Lind"),
        ("While he said the pier was safe, Peter Lind stayed at home.", "Peter Lind"),
        ("Mary Roe left. While he said it was safe, Peter Lind stayed at home.", "Peter Lind"),
    ],
)
def test_a_pronoun(extractor: Extractor, text: str, name: str) -> None:
    speaker = speaker_of(extractor, text)
    assert speaker is not None
    assert speaker.name == name


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A spokesman said the line was shut.", "spokesman", "person"),
        ("Two officials said the line was shut.", "Two officials", "group"),
        ("Fishermen said the sea was empty.", "Fishermen", "group"),
        ("The mayor said the wall was safe.", "mayor", "person"),
        ("Police said the boats were lost.", "Police", "government"),
        ("A statement said the pier was safe.", "statement", "document"),
        ("According to a report, the pier was rotten.", "report", "document"),
        ("“The pier is safe,” said a man in a hat.", "man in a hat", "person"),
        ("“The pier is safe,” we told them.", "we", "group"),
        ("No official said that the pier was safe.", "No official", "person"),
    ],
)
def test_a_speaker_without_a_name_keeps_its_own_words(
    extractor: Extractor, text: str, name: str, kind: str
) -> None:
    speaker = speaker_of(extractor, text)
    assert speaker is not None
    assert (speaker.name, speaker.kind, speaker.named) == (name, kind, False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A statement from the Foreign Ministry said the pier was safe.", "Foreign Ministry"),
        ("The Navy said in a statement that it rained. The statement said it froze.", "Navy"),
        ("“It is safe,” Ada Roe said in a letter. The letter added that it was old.", "Ada Roe"),
    ],
)
def test_a_document_speaks_for_its_issuer(extractor: Extractor, text: str, name: str) -> None:
    quotation = last(extractor, text)
    assert quotation.speaker is not None
    assert quotation.speaker.name == name
    assert [e.name for e in quotation.evidence if e.field == "speaker"] == ["issuer"]


@pytest.mark.parametrize(
    "text",
    [
        "“The pier is safe,” I said.",
        "She said the pier was safe.",
        "They said the pier was safe.",
        "Nobody said that the pier was safe.",
        "Mrs. Lind came home. “The pier is safe,” he said.",
    ],
)
def test_none_where_the_text_does_not_say(extractor: Extractor, text: str) -> None:
    quotation = last(extractor, text)
    assert quotation.speaker is None
    assert not [e for e in quotation.evidence if e.field == "speaker"]


def test_no_speaker_is_called_unknown(thinker: Extractor) -> None:
    text = (
        "It was said that the pier was safe. Nobody said so. “It is safe,” I said. They fear rain. "
        "The plan was criticised. Some said it was old. “Go home,” came the reply."
    )
    names = [q.speaker.name.lower() for q in thinker(text).quotations if q.speaker is not None]
    assert not {"unknown", "nobody", "none", "n/a", "", "it", "i", "they"} & set(names)


def test_a_pronoun_of_the_other_gender_is_unresolved(extractor: Extractor) -> None:
    assert speaker_of(extractor, "Mary Roe saw a boat. “The pier is safe,” he said.") is None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Ada Roe said the pier was safe.", "name"),
        ("Ada Roe is the mayor. The mayor said the pier was safe.", "title"),
        ("Ada Roe came home. She said the pier was safe.", "pronoun"),
        ("A statement from the Foreign Ministry said the pier was safe.", "issuer"),
        ("A diver said the pier was safe.", "noun"),
    ],
)
def test_the_evidence_names_the_rule(extractor: Extractor, text: str, rule: str) -> None:
    evidence = [e for e in last(extractor, text).evidence if e.field == "speaker"]
    assert [(e.name, e.by) for e in evidence] == [(rule, "rule")]


def test_mentions_are_names_titles_and_pronouns_alike(extractor: Extractor) -> None:
    text = "Ada Roe is the mayor of Skarvik. She came home. The mayor said it rained."
    speaker = speaker_of(extractor, text)
    assert speaker is not None
    assert [m.text for m in speaker.mentions] == ["Ada Roe", "She", "The mayor"]


def test_mentions_of_two_stay_apart(extractor: Extractor) -> None:
    text = "Ada Roe met Tom Ellery. He said it rained. She said it froze."
    found = {q.speaker.name: q.speaker.mentions for q in extractor(text) if q.speaker is not None}
    assert {name: [m.text for m in places] for name, places in found.items()} == {
        "Ada Roe": ["Ada Roe", "She"],
        "Tom Ellery": ["Tom Ellery", "He"],
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The 34-year-old said that it was late.", "person"),
        ("The 34-year-old diver said that it was late.", "person"),
        ("The 34-year-old letter said that it was late.", "document"),
    ],
)
def test_who_is_called_by_an_age_is_a_person(extractor: Extractor, text: str, kind: str) -> None:
    [found] = extractor(text).quotations
    assert found.speaker is not None
    assert found.speaker.kind == kind

"""Which country's government a speaker is."""

from __future__ import annotations

from collections import Counter

import pytest

from quotex import Extractor
from quotex.languages.countries import CountryFile, countries
from quotex.languages.names import name_key


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Moscow denied that it had sold the boats.", "RU"),
        ("Russia denied that it had sold the boats.", "RU"),
        ("The Kremlin denied that it had sold the boats.", "RU"),
        ("The White House said it would help.", "US"),
        ("Downing Street said it would help.", "GB"),
        ("The Norwegian Foreign Ministry said the boats were lost.", "NO"),
        ("Norway's Foreign Ministry said the boats were lost.", "NO"),
        ("The Norwegian Foreign Ministry shut. The Foreign Ministry said it was empty.", "NO"),
        (
            (
                "The Foreign Ministry shut. The Norwegian ministry was empty. "
                "The Foreign Ministry said the boats were lost."
            ),
            "NO",
        ),
        # None if the article does not say, or if it is not the government of a country.
        ("The Foreign Ministry said the boats were lost.", None),
        ("The Foreign Ministry said that Moscow had lost the boats.", None),
        (
            (
                "The Foreign Ministry met the Transport Ministry. The Norwegian ministry was "
                "empty. The Foreign Ministry said the boats were lost."
            ),
            None,
        ),
        ("Ada Roe of Norway said the boats were lost.", None),
        ("The Norwegian Divers Club said the boats were lost.", None),
        ("Texas said it would help.", None),
        ("The mayor of Moscow said it would snow.", None),
        ("A spokesman said the boats were lost.", None),
    ],
)
def test_a_country(extractor: Extractor, text: str, country: str | None) -> None:
    speaker = extractor(text).quotations[-1].speaker
    assert speaker is not None
    assert speaker.country == country


@pytest.mark.model
def test_the_name_stays_the_one_that_the_text_uses(extractor: Extractor) -> None:
    text = "Moscow said it rained. Russia said it froze. The Kremlin said it snowed."
    names = [q.speaker.name for q in extractor(text) if q.speaker is not None]
    assert names == ["Moscow", "Russia", "Kremlin"]


@pytest.mark.parametrize(
    ("name", "code"),
    [("Norway", "NO"), ("the Netherlands", "NL"), ("U.S.", "US"), ("Élysée", "FR")],
)
def test_a_place(name: str, code: str) -> None:
    assert countries("en").place(name) == code


@pytest.mark.parametrize("name", ["Georgia", "Brussels", "Texas", "Skarvik", "Norwegian", ""])
def test_no_place_of_one_country(name: str) -> None:
    assert countries("en").place(name) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [("South Korean Navy", "KR"), ("US Treasury", "US"), ("Norway's parliament", "NO")],
)
def test_the_country_that_a_name_begins_with(name: str, code: str) -> None:
    assert countries("en").at_start_of_longer(name) == code


@pytest.mark.parametrize("name", ["Norwegian", "Navy of Norway", "Old Norwegian Club", ""])
def test_no_country_at_the_beginning(name: str) -> None:
    assert countries("en").at_start_of_longer(name) is None


def test_the_table_is_whole_and_no_name_is_in_two_countries() -> None:
    import tomllib
    from importlib.resources import files

    text = files("quotex.languages").joinpath("en", "countries.toml").read_text("utf-8")
    table = CountryFile.model_validate(tomllib.loads(text)).countries
    members, observers_and_taiwan = 193, 3
    assert len(table) == members + observers_and_taiwan
    places = Counter(name_key(n) for c in table.values() for n in (*c.names, *c.seats))
    adjectives = Counter(name_key(n) for c in table.values() for n in c.adjectives)
    assert [name for name, n in (places + adjectives).items() if n > 1] == []

"""The language of a text, and texts that must not be taken for another language."""

from __future__ import annotations

import pytest

from quotex.document import identify
from quotex.document.identify import language_of

FOREIGN = [
    ("de", "Die Mauer ist alt, sagte die Bürgermeisterin am Montag vor dem Rathaus in Wick."),
    ("fr", "« Le mur est solide », a déclaré la maire lundi devant les habitants du village."),
    ("es", "El muro es seguro, dijo la alcaldesa el lunes ante los vecinos del pueblo."),
    ("nl", "De muur is veilig, zei de burgemeester maandag tegen de bewoners van het dorp."),
    ("ru", "Стена надёжна, заявила мэр в понедельник перед жителями деревни."),
    ("ar", "قالت رئيسة البلدية يوم الاثنين إن الجدار آمن أمام سكان القرية"),
    ("zh", "市长星期一在村民面前说，这堵墙是安全的，没有任何危险，请大家放心。"),
]
ENGLISH = [
    "The wall is safe, Ada Roe said on Monday in front of the town hall.",
    "THE MAYOR OF WICK SAID ON MONDAY THAT THE WALL IS SAFE.",
    "the mayor of wick said on monday that the wall is safe",
    "“Die Mauer ist alt,” the mayor told the crowd on Monday, in German, before she left.",
    "ROE: We mend the sluice. ELLERY: With what? Nobody has told us.",
]
UNTOLD = ["", "   ", "Nej!", "“Nej,” Ada Roe said.", "1234 5678 90 - 2014-10-14", "\ud800" * 40]


@pytest.mark.parametrize(("code", "text"), FOREIGN)
def test_another_language(code: str, text: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize("text", UNTOLD)
def test_what_cannot_be_told(text: str) -> None:
    assert language_of(text) is None


def test_the_first_words_tell() -> None:
    assert language_of(ENGLISH[0] * 80 + FOREIGN[0][1] * 80) == "en"


def no_identifier() -> None:
    raise AssertionError("the identifier was called")


PLAIN = (
    "The mayor of Wick said on Monday that the wall, which was built by her grandfather and has "
    "stood for ninety years, would not have held if they had not mended it in the spring."
)


def test_what_is_plainly_english_needs_no_identifier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identify, "_identifier", no_identifier)
    assert language_of(PLAIN) == "en"
    with pytest.raises(AssertionError, match="was called"):
        language_of("Wick wall holds: Ada Roe, mayor, Monday")


@pytest.mark.parametrize("code", ["de", "fr", "es", "nl"])
def test_a_quotation_in_english_makes_no_text_english(code: str) -> None:
    foreign = dict(FOREIGN)[code]
    assert language_of(f"{foreign} “{PLAIN[:60]}” {foreign} {foreign}") == code

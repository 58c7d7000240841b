"""Posts that an article shows without marks, and lines with a handle that do not sign a post."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest
from spacy.language import Language

import quotex
from quotex.quotations.rules.posts import posts
from tests.quotations.model.fake import plain_context
from tests.trees import source_of

BEFORE, AFTER = "The mayor was pleased.", "It opens on Friday."
SIGNED = "— Ada Roe (@adaroe) January 7, 2020"
POSTS = [
    ([f"Glad to open the library.\n\n{SIGNED}"], ["Glad to open the library."], "Ada Roe"),
    (
        ["Glad to open it! pic.twitter.com/Ab12\n— Wick Town Hall (@wickhall) 7 Jan 2020"],
        ["Glad to open it!"],
        "Wick Town Hall",
    ),
    (
        ["Roe posted this at noon:", "The doors are open.", "There is cake.", SIGNED],
        ["The doors are open.", "There is cake."],
        "Ada Roe",
    ),
    (
        ["I have the key. #library", "You are all welcome.", "See you at my door!", SIGNED],
        ["I have the key. #library", "You are all welcome.", "See you at my door!"],
        "Ada Roe",
    ),
    (["I have the key.\n\n— Ada Roe (@adaroe)"], ["I have the key."], "Ada Roe"),
    (["Ada Roe @adaroe · 7 Jan", "Glad to open it."], ["Glad to open it."], "Ada Roe"),
    (["Ada Roe (@adaroe) · 3h", "Glad to open it."], ["Glad to open it."], "Ada Roe"),
    (["@adaroe wrote:", "Glad to open it."], ["Glad to open it."], "@adaroe"),
    (["@adaroe tweeted on Friday:", "Who has the key?"], ["Who has the key?"], "@adaroe"),
]
NO_POSTS = [
    ["The library in the old mill.", "— Photo by Ada Roe (@adaroe)"],
    ["The library in the old mill.", "– Image: Ada Roe (@adaroe) January 7, 2020"],
    ["The library is open.", "By Ada Roe (@adaroe) January 7, 2020"],
    ["The library is open.", "Ada Roe (@adaroe) is the editor of the Wick Post."],
    ["The library is open.", "— Ada Roe"],
    ["The library is open.", "— Wick, January 7, 2020"],
    ["The library is open.", "— Ada Roe (@adaroe)"],
    ["“I have the key to the library.”", SIGNED],
    ["Roe posted this at noon:", SIGNED],
    ["The library is open.", "Follow @adaroe · 7 Jan"],
    ["WICK — January 7, 2020", "The library is open."],
    ["— The doors", "— The key (new)", "— The cake"],
]


@pytest.mark.parametrize(("lines", "words", "name"), POSTS)
def test_posts(lines: list[str], words: list[str], name: str) -> None:
    text = "\n\n".join([BEFORE, *lines, AFTER])
    (found,) = posts(plain_context(text, furniture=False))
    assert [text[start:end] for start, end in found.content] == words
    assert source_of(text, found) == name
    assert found.sense.mode == "writing"
    assert found.sense.stance == ("asks" if words[-1].endswith("?") else "asserts")


@pytest.mark.parametrize("lines", NO_POSTS)
def test_no_posts(lines: list[str]) -> None:
    assert list(posts(plain_context("\n\n".join([BEFORE, *lines, AFTER])))) == []


def test_a_signature_of_the_whole_article_is_not_a_post() -> None:
    text = f"{BEFORE}\n\n{AFTER}\n\n{SIGNED}"
    assert list(posts(plain_context(text))) == []
    assert len(list(posts(plain_context(f"{text}\n\n{AFTER}")))) == 1


def test_consecutive_posts() -> None:
    other = "— Bo Lund (@bolund) January 8, 2020"
    text = f"{BEFORE}\n\nI have the key.\n\n{SIGNED}\n\nI have the cake.\n\n{other}\n\n{AFTER}"
    found = [text[slice(*post.content[0])] for post in posts(plain_context(text))]
    assert found == ["I have the key.", "I have the cake."]


@pytest.mark.model
@pytest.mark.parametrize("reader", ["rules", "hybrid"])
def test_a_post_has_the_day_of_its_signature(
    nlp: Language, reader: Literal["rules", "hybrid"]
) -> None:
    text = f"{BEFORE}\n\nGlad to open the new library.\n\n{SIGNED}\n\n{AFTER}"
    (found,) = quotex.load(nlp, detector=reader)(text, published="2020-01-20")
    assert (found.text, found.mode) == ("Glad to open the new library.", "writing")
    assert found.speaker is not None
    assert found.speaker.name == "Ada Roe"
    assert found.date is not None
    assert found.date.from_ == date(2020, 1, 7)

"""Strategies for texts that look like news, made of hostile parts."""

from __future__ import annotations

from hypothesis import strategies as st

MARKS = [*"“”\"‘’'«»‹›„‟`＂‛", "``", "''", "”“", "“‘", "’”", ",”", ".”", "?”", '\\"', "&quot;"]
SPACES = [" ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\t", "\u00a0", "\u2003", "\u2028",
          "\u2029", "\x0b", "\x0c", "\x85", ""]  # fmt: skip
INVISIBLE = ["\u200b", "\u200d", "\ufeff", "\u00ad", "\u202e", "\u2066", "\x00", "\x1b", "\x7f",
          "\u0301", "\U0001f600", "\U0001f468\u200d\U0001f469", "\U0010ffff",
          "ﬁ", "#link:12:"]  # fmt: skip
NAMES = ["Ada Roe", "Roe", "Mr. Roe", "Nils Holt", "Dr Holt Jr.", "the mayor", "The ministry",
         "Oslo", "NATO", "he", "She", "they", "I", "we", "who", "nobody", "the 34-year-old",
         "Roe and Holt", "the Norwegian ministry", "@roe", "ROE"]  # fmt: skip
VERBS = ["said", "says", "told reporters", "denied that", "according to", "asked whether", "wrote",
         "pointed out", "did not say", "was quoted as saying", "is said to", "called it", "added",
         "said said", "saying", "claims", "refused to say", "in a statement"]  # fmt: skip
WORDS = ["that the bridge is safe", "it was “good”", "no", "the plan", "which", "and", "but", "of",
         "on Monday", "two days after the vote", "in May 2014", "Feb. 30", "9999-12-31", "0000",
         "31 June", "the 1990s", "two weeks before Easter", "at 25:61", "last year", "in Oslo",
         "at a rally", "on Twitter", "don't", "the dogs'", "6' 2\"", "'90s", "a-\nb"]  # fmt: skip
STOPS = [".", ",", ":", ";", "?", "!", "…", "...", "—", " - ", "–", "(", ")", "[", "]", "/", "--"]
HEADS = ["ROE:", "Q:", "OSLO (Reuters) —", "By Ada Roe", "Published May 9, 2024", "Read more:",
         "Image: Roe", "1.", "•", "UPDATED 9 May 2024 10:15 GMT"]  # fmt: skip


def _parts() -> st.SearchStrategy[str]:
    groups = (MARKS, SPACES, SPACES, NAMES, VERBS, WORDS, STOPS)
    common = st.one_of([st.sampled_from(group) for group in groups])
    odd = st.one_of(st.sampled_from(INVISIBLE), st.sampled_from(HEADS), st.text(max_size=3))
    return st.one_of(common, common, common, odd)


def news() -> st.SearchStrategy[str]:
    """Return texts of up to some dozens of parts, with or without spaces between them."""
    return st.tuples(st.sampled_from(["", " ", " "]), st.lists(_parts(), max_size=40)).map(
        lambda made: made[0].join(made[1])
    )


def hostile_text() -> st.SearchStrategy[str]:
    """Return any text, including text with meaning in HTML."""
    markup = [
        "<",
        ">",
        "&",
        '"',
        "'",
        "</div>",
        "<script>x</script>",
        "&lt;",
        "<!--",
        '" onclick="x',
    ]
    return st.lists(st.one_of(st.sampled_from(markup), st.text(max_size=4)), max_size=12).map(
        "".join
    )

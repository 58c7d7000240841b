"""Recognises what is given in place of an article's text: nothing, a path, an address or HTML."""

from __future__ import annotations

import re

from quotex.records import Notice

_MAX_PATH = 400
_PATH = re.compile(
    r"(?:https?|ftp|file|s3|gs)://\S+|(?:[A-Za-z]:)?(?:[^\s/\\]*[/\\])*[^\s/\\]+\.[A-Za-z]{2,5}|"
    r"(?:~|\.{1,2})?/(?:[^/\n]+/)*[^/\n]*\.(?:txt|html?|xml|json|pdf|docx?)"
)
_HTML = re.compile(
    r"\s*(?:<!doctype html|<html\b|<\?xml\b|<(?:div|p|article|body|head|span|section)\b[^<>]*>)"
    r"|</(?:p|div|body|article)>",
    re.IGNORECASE,
)


def text_notice(text: str) -> Notice | None:
    """Return a notice about a text that is not the text of an article, if it is not."""
    if not text.strip():
        return Notice(code="no-text", message="there is no text in this article")
    path = path_notice(text)
    if path is not None:
        return path
    if _HTML.match(text[:2_000]) or _HTML.search(text[-200:]):
        return Notice(
            code="not-text",
            message=(
                "the text is HTML and was read as it is, tags included; extract the article first "
                "with quotex.from_html"
            ),
        )
    return None


def path_notice(text: str) -> Notice | None:
    """Return a notice about a text that is a path or an address, if it is one."""
    shown = text.strip()
    if len(text) > _MAX_PATH or not _PATH.fullmatch(shown):
        return None
    return Notice(
        code="not-text",
        message=(
            f"the text {shown[:80]!r} is a path or an address, not an article; read the file first "
            "and give its contents"
        ),
    )

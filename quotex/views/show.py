"""Shows extractions in a notebook, or as a page in a file."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from os import PathLike
from pathlib import Path

from quotex.errors import InputError
from quotex.records import ExtractionRecord
from quotex.views.article import body, headline, page, prefix_of
from quotex.views.style import page_style, sheet
from quotex.write.plain import heading, plain

_POLICY = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
)


class Shown:
    """Articles with their quotations: an HTML fragment in a notebook, a page with ``save``."""

    def __init__(self, extractions: tuple[ExtractionRecord, ...]) -> None:
        self.extractions = extractions

    def html(self) -> str:
        """Return a complete page, without scripts, other files or anything from the network."""
        title = "quotex"
        if len(self.extractions) == 1:
            title = heading(self.extractions[0])[0]
        return "\n".join(
            [
                "<!DOCTYPE html>",
                '<html lang="en"><head><meta charset="utf-8">',
                '<meta name="viewport" content="width=device-width, initial-scale=1">',
                _POLICY,
                f"<title>{escape(title)}</title>",
                f"<style>{page_style()}</style></head>",
                f"<body><main>{self._repr_html_()}</main></body></html>\n",
            ]
        )

    def save(self, path: str | PathLike[str]) -> None:
        """Write the page to a file, in UTF-8."""
        Path(path).write_text(self.html(), encoding="utf-8", errors="replace")

    def __repr__(self) -> str:
        count = len(self.extractions)
        return f"<Shown: {count} article{'' if count == 1 else 's'}>"

    def __str__(self) -> str:
        return "\n\n".join(plain(extraction) for extraction in self.extractions)

    def _repr_html_(self) -> str:
        if len(self.extractions) == 1:
            return page(self.extractions[0])
        articles = [_article(each, number) for number, each in enumerate(self.extractions)]
        if not articles:
            articles = ['<p class="quotex-note">No articles.</p>']
        parts = ['<div class="quotex-page">', f"<style>{sheet()}</style>", *articles, "</div>"]
        return "\n".join(parts)


def show(extractions: ExtractionRecord | Iterable[ExtractionRecord]) -> Shown:
    """Return a view of one or several extractions.

    A notebook shows the articles one below the other; the first is open, and a click opens the
    others. ``.save("page.html")`` writes them as a page that needs no other file.

    Raises:
        InputError: something other than extractions is given.
    """
    if isinstance(extractions, ExtractionRecord):
        return Shown((extractions,))
    wrong = None
    if isinstance(extractions, Iterable) and not isinstance(extractions, str | bytes):
        found = tuple(extractions)
        wrong = next((each for each in found if not isinstance(each, ExtractionRecord)), None)
        if wrong is None:
            return Shown(found)
    given = type(wrong if wrong is not None else extractions).__name__
    raise InputError(
        f"show was given {given}, expected one or more extractions; "
        "use: quotex.show(extractor(text))"
    )


def _article(extraction: ExtractionRecord, number: int) -> str:
    prefix = prefix_of(extraction, str(number))
    state = ' open=""' if number == 0 else ""
    return (
        f'<details class="quotex-article" id="{prefix}"{state}>'
        f"<summary>{headline(extraction)}</summary>\n{body(extraction, prefix)}\n</details>"
    )

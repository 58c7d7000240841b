"""The packaged coreference tools, by name."""

from __future__ import annotations

from collections.abc import Callable

from quotex.speakers.coreference.coreferee import CorefereeResolver
from quotex.speakers.coreference.fastcoref import FastCorefResolver
from quotex.speakers.coreference.resolver import MentionResolver
from quotex.speakers.coreference.stanza import StanzaResolver

_RESOLVERS: dict[str, Callable[[], MentionResolver]] = {
    "fastcoref": FastCorefResolver,
    "coreferee": CorefereeResolver,
    "stanza": StanzaResolver,
}


def resolver_named(name: str) -> MentionResolver:
    """Return the packaged resolver with a name: "fastcoref", "coreferee" or "stanza".

    Raises:
        ModelError: the tool is not installed or lacks its weights.
    """
    return _RESOLVERS[name]()

"""How much a server takes at a time, and how long that may last."""

from __future__ import annotations

from dataclasses import dataclass, fields

from quotex.errors import OptionError

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class ServerLimits:
    """Limits of a server; what goes beyond them is refused, with the reason.

    Args:
        max_bytes: bytes of a request's body.
        max_values: values in a request's JSON, told by its commas: wrong ones cost more to tell
            of than right ones to read.
        max_articles: articles of a request.
        max_requests: requests that are open at a time.
        max_wait: seconds that a request may wait for its turn, as far as can be foretold; what
            would wait longer is refused with 503.
        timeout: seconds that a request may take, and that its body may take to come in.
        hosts: names by which the server may be asked for (the header Host, without the port), so
            that no web page can reach it under a name of its own; None allows all.

    Raises:
        OptionError: a limit is not above zero.
    """

    max_bytes: int = 4_000_000
    max_values: int = 200_000
    max_articles: int = 64
    max_requests: int = 256
    max_wait: float = 10.0
    timeout: float = 60.0
    hosts: frozenset[str] | None = frozenset(LOOPBACK)

    def __post_init__(self) -> None:
        for limit in fields(self):
            given = getattr(self, limit.name)
            if limit.name != "hosts" and not given > 0:
                raise OptionError(f"{limit.name}={given!r}: expected more than zero")

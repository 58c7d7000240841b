"""The limits of a server: how much it accepts at a time, and for how long."""

from __future__ import annotations

from dataclasses import dataclass, fields

from quotex.errors import OptionError

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class ServerLimits:
    """The limits of a server; requests that exceed them are rejected, with the reason.

    Args:
        max_bytes: bytes in the body of a request.
        max_values: values in the JSON of a request, counted by its commas; reporting invalid
            values takes longer than reading valid ones.
        max_articles: articles in a request.
        max_requests: requests open at the same time.
        max_wait: seconds that a request may wait for its turn, as estimated; one that would wait
            longer is rejected with 503.
        timeout: seconds that a request may take, and that its body may take to arrive.
        hosts: the host names that requests may use (the Host header, without the port), so that no
            web page can reach the server under a name of its own; None allows all.

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

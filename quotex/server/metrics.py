"""The metrics of a server in the text format of Prometheus (version 0.0.4)."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from threading import Lock
from typing import Final

MEDIA_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"

_BOUNDS: Final = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
_COUNTERS: Final = {
    "articles": "Articles read.",
    "characters": "Characters in those articles.",
    "quotations": "Quotations found.",
    "failures": "Articles that could not be read.",
    "runs": "Runs of the extractor, each of which may read several requests.",
    "shed": "Requests rejected at once: the wait would be too long, or too many are open.",
}
_GAUGES: Final = {
    "waiting_requests": "Requests waiting for their turn.",
    "waiting_characters": "Characters waiting to be read.",
    "open_requests": "Open requests.",
}


class Metrics:
    """Counts from several threads; they reveal nothing of what an article says."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._counts: Counter[str] = Counter()
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._times: dict[str, list[int]] = {}
        self._seconds: Counter[str] = Counter()
        self.gauges = dict.fromkeys(_GAUGES, 0)

    def add(self, **counts: int) -> None:
        """Add to the counters with these names."""
        with self._lock:
            self._counts.update(counts)

    def count_answer(self, method: str, path: str, status: int, seconds: float) -> None:
        """Count an answer and record how long it took."""
        with self._lock:
            self._requests[method, path, status] += 1
            times = self._times.setdefault(path, [0] * (len(_BOUNDS) + 1))
            times[bisect_left(_BOUNDS, seconds)] += 1
            self._seconds[path] += seconds  # type: ignore[assignment]

    def text(self) -> str:
        """Return the metrics as Prometheus collects them."""
        lines: list[str] = []
        with self._lock:
            for name, description in _COUNTERS.items():
                lines += _head(f"quotex_{name}_total", "counter", description)
                lines.append(f"quotex_{name}_total {self._counts[name]}")
            for name, description in _GAUGES.items():
                lines += _head(f"quotex_{name}", "gauge", description)
                lines.append(f"quotex_{name} {self.gauges[name]}")
            lines += _head("quotex_requests_total", "counter", "Answers by method, path, status.")
            for (method, path, status), count in sorted(self._requests.items()):
                labels = f'method="{method}",path="{path}",status="{status}"'
                lines.append(f"quotex_requests_total{{{labels}}} {count}")
            lines += _head("quotex_request_seconds", "histogram", "Seconds that answers took.")
            for path, times in sorted(self._times.items()):
                lines += self._histogram(path, times)
        return "\n".join(lines) + "\n"

    def _histogram(self, path: str, times: list[int]) -> list[str]:
        name, below, lines = "quotex_request_seconds", 0, []
        for bound, count in zip((*_BOUNDS, "+Inf"), times, strict=True):
            below += count
            lines.append(f'{name}_bucket{{path="{path}",le="{bound}"}} {below}')
        lines.append(f'{name}_sum{{path="{path}"}} {self._seconds[path]:.6f}')
        lines.append(f'{name}_count{{path="{path}"}} {below}')
        return lines


def _head(name: str, kind: str, description: str) -> list[str]:
    return [f"# HELP {name} {description}", f"# TYPE {name} {kind}"]

"""Runs the application with uvicorn until it is told to stop."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from quotex.errors import OptionError
from quotex.extractor import Extractor
from quotex.server.limits import LOOPBACK, ServerLimits

_GRACE: Final = 30  # seconds for open requests to finish once the server is told to stop


def check_installed() -> None:
    """Check that the extra for the server is installed.

    Raises:
        OptionError: FastAPI or uvicorn is not installed.
    """
    try:
        import fastapi  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError as error:
        raise OptionError(f'the server needs {error.name}: pip install "quotex[server]"') from error


def hosts_for(host: str, allowed: Iterable[str] = ()) -> frozenset[str] | None:
    """Return the host names that requests to a server on ``host`` may use; None allows all.

    On a loopback address these are the names of this machine and ``allowed``, so that a web page
    cannot reach the server by resolving its own name to this address.
    """
    names = frozenset(name.lower() for name in allowed)
    shown = f"[{host}]" if ":" in host else host.lower()
    if shown in LOOPBACK:
        return names | {*LOOPBACK}
    return names or None


def serve(
    extractor: Extractor,
    host: str,
    port: int,
    limits: ServerLimits,
    bank: Path | None = None,
) -> None:
    """Serve until SIGINT or SIGTERM, then finish open requests without accepting new ones."""
    import uvicorn

    from quotex.server.app import create_app

    config = uvicorn.Config(
        create_app(extractor, limits, bank),
        host=host,
        port=port,
        log_config=_logging(),
        access_log=False,  # the gate logs requests
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
        lifespan="on",
        ws="none",
    )
    try:
        uvicorn.Server(config).run()
    except KeyboardInterrupt:
        return


def _logging() -> dict[str, Any]:
    from uvicorn.config import LOGGING_CONFIG

    made: dict[str, Any] = copy.deepcopy(LOGGING_CONFIG)
    made["loggers"]["quotex.server"] = {
        "handlers": ["default"],
        "level": "INFO",
        "propagate": False,
    }
    return made

"""``quotex serve``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from quotex.cli.options import ModelOption, for_load, with_load_options


@with_load_options(max_chars=200_000)
def serve(
    host: Annotated[
        str, typer.Option(help="The address to listen on; by default only this machine.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")
    ] = 8000,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A host name that requests may use. Can be repeated."),
    ] = None,
    max_wait: Annotated[
        float, typer.Option(help="Seconds a request may wait; a longer wait is rejected with 503.")
    ] = 10.0,
    timeout: Annotated[float, typer.Option(help="Seconds a request may take.")] = 60.0,
    max_bytes: Annotated[int, typer.Option(help="The most bytes in a request body.")] = 4_000_000,
    max_articles: Annotated[int, typer.Option(help="The most articles in one request.")] = 64,
    bank: Annotated[
        Path | None, typer.Option(metavar="BANK", help="A quote bank for /check to search.")
    ] = None,
    model: ModelOption = None,
    **options: Any,
) -> None:
    """Answer over HTTP: POST /extract, /link and /check, GET /healthz, /metrics and /openapi.json.

    For example: quotex serve --port 8000, and then curl localhost:8000/extract --json
    '{"text": "It is safe, Ada Brook said."}'. Ctrl-C stops it after the open requests have been
    answered.
    """
    import quotex
    from quotex.server.limits import ServerLimits
    from quotex.server.run import check_installed, hosts_for
    from quotex.server.run import serve as run

    check_installed()
    limits = ServerLimits(
        max_bytes=max_bytes,
        max_articles=max_articles,
        max_wait=max_wait,
        timeout=timeout,
        hosts=hosts_for(host, allow_host or ()),
    )
    run(quotex.load(model, **for_load(options)), host, port, limits, bank)

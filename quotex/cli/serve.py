"""``quotex serve``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from quotex.cli.options import ModelOption, for_load, with_load_options


@with_load_options(max_chars=200_000)
def serve(
    host: Annotated[
        str, typer.Option(help="The address to listen on; by default this machine's alone.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")
    ] = 8000,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="A name by which the server may be asked for. May be given again."
        ),
    ] = None,
    max_wait: Annotated[
        float, typer.Option(help="Seconds a request may wait; longer is refused with 503.")
    ] = 10.0,
    timeout: Annotated[float, typer.Option(help="Seconds a request may take.")] = 60.0,
    max_bytes: Annotated[int, typer.Option(help="Bytes of a request's body.")] = 4_000_000,
    max_articles: Annotated[int, typer.Option(help="Articles of one request.")] = 64,
    bank: Annotated[
        Path | None, typer.Option(metavar="BANK", help="A quote bank, in which /check looks.")
    ] = None,
    model: ModelOption = None,
    **options: Any,
) -> None:
    """Answer over HTTP: POST /extract, /link and /check, GET /healthz, /metrics and /openapi.json.

    For example: quotex serve --port 8000, and then curl localhost:8000/extract --json
    '{"text": "It is safe, Ada Brook said."}'. Ctrl-C stops it, after the open requests are
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

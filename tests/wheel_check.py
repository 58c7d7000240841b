"""Checks that the wheel works as people install it: alone, and with each light extra.

usage: python -m tests.wheel_check [--pip VERSION] [--python PYTHON]

The wheel is built from the sdist and installed alone in a new environment, by an old pip. Each
extra is then added to a copy of that environment, and its feature is run there.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
OLDEST_PIP = "22.3"  # the pip that comes with Python 3.11.0
PYTHON = Path("bin", "python")
AT_ONCE = 2  # environments checked in parallel

EXTRACT = """
import quotex
found = quotex.load()("The ferry will sail again, Ada Brook said.")
assert [quotation.text for quotation in found] == ["The ferry will sail again"], found
"""
CHECKS = {
    "": EXTRACT,
    "html": EXTRACT
    + """
page = quotex.from_html("<html><body><p>The ferry will sail, Ada Brook said.</p></body></html>")
assert page.text == "The ferry will sail, Ada Brook said.", page
""",
    "pandas": EXTRACT + "assert len(found.to_pandas()) == 1\n",
    "polars": EXTRACT + "assert found.to_polars().height == 1\n",
    "tables": EXTRACT
    + """
import pyarrow, zstandard
from quotex.batch import BatchReader
made = BatchReader()(pyarrow.record_batch({"text": ["The ferry will sail again, Ada Brook said."]}))
assert len(made.to_pylist()[0]["quotations"]) == 1, made
import quotex.jobs
quotex.jobs.run_job
""",
    "cas": EXTRACT
    + """
assert "The ferry will sail again" in quotex.to_cas(found).to_xmi()
""",
    "figures": EXTRACT
    + """
from quotex.audit.figures import plot_speakers
assert plot_speakers(quotex.report([found])).patches
""",
    "server": """
import threading, time, urllib.request
import quotex
import uvicorn
from quotex.server.app import create_app
server = uvicorn.Server(uvicorn.Config(create_app(quotex.load()), port=0, log_level="error"))
threading.Thread(target=server.run, daemon=True).start()
while not server.started:
    time.sleep(0.1)
[port] = [socket.getsockname()[1] for held in server.servers for socket in held.sockets]
asked = urllib.request.Request(
    f"http://127.0.0.1:{port}/extract",
    data=b'{"text": "The ferry will sail again, Ada Brook said."}',
    headers={"content-type": "application/json"},
)
assert b"The ferry will sail again" in urllib.request.urlopen(asked, timeout=60).read()
server.should_exit = True
""",
}


def main() -> None:
    """Build the wheel, install it and run the checks."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--pip", default=OLDEST_PIP, help="the version of pip to install with")
    parser.add_argument("--python", default=sys.executable, help="the Python to install into")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wheel = build(Path(folder))
        alone = Path(folder) / "alone"
        install(environment(alone, args.python, args.pip), str(wheel))
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for place in pool.map(partial(check, wheel, alone), CHECKS):
                print(f"{wheel.name}, {place.name.replace('-', ' ')}, by pip {args.pip}: works")


def check(wheel: Path, alone: Path, extra: str) -> Path:
    """Add an extra to a copy of the environment with only the wheel, and run its check."""
    place = alone.with_name(f"with-{extra}") if extra else alone
    if extra:
        shutil.copytree(alone, place, symlinks=True, copy_function=os.link)
        install(place / PYTHON, f"{wheel}[{extra}]")
    run(place / PYTHON, "-c", CHECKS[extra], folder=place)
    return place


def build(folder: Path) -> Path:
    """Return the wheel, made from an unpacked sdist that has everything ``make demo`` needs."""
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", folder, folder=ROOT)
    with tarfile.open(next(folder.glob("*.tar.gz"))) as sdist:
        sdist.extractall(folder, filter="data")
    unpacked = next(folder.glob("quotex-*/pyproject.toml")).parent
    run("make", "--dry-run", "demo", folder=unpacked)
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, folder=unpacked)
    return next(folder.glob("*.whl"))


def environment(place: Path, python: str, pip: str) -> Path:
    """Return the Python of a new environment with this version of pip."""
    run(python, "-m", "venv", place)
    inside = place / PYTHON
    install(inside, f"pip=={pip}")
    return inside


def install(python: Path, wanted: str) -> None:
    """Install a requirement into an environment."""
    run(python, "-m", "pip", "install", "--quiet", wanted)


def run(*command: object, folder: Path | None = None) -> None:
    """Run a command without the caller's PYTHON* variables; exit if it fails."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=kept,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        command_line = " ".join(str(part) for part in command)
        raise SystemExit(f"{command_line}\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()

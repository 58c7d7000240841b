"""Measures how many small faults in the packages of rules are noticed by their own tests.

usage: python -m tests.mutants [--count N] [--seed N] [--jobs N] [--floor SHARE] [PACKAGE ...]

A mutant is a copy of quotex with one operator changed: a comparison inverted or widened, "and" for
"or", a "not" left out, "+" for "-". Mutants are drawn at random, by the seed, from all operators of
the packages; for each, the tests of its package run on a copy of the repository. Survivors
are listed.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

ROOT = Path(__file__).parents[1]
PACKAGES = ("quotations", "speakers", "occasions")
TIMEOUT = 900  # seconds; a mutant whose tests take longer counts as noticed

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Site:
    """One operator: the ``number``-th of its module, with its line."""

    module: Path
    number: int
    line: int

    @property
    def package(self) -> str:
        """The package whose tests should notice a change here."""
        return self.module.parts[1]


def sites(packages: Sequence[str], root: Path = ROOT) -> list[Site]:
    """Return all operators of the packages, in order."""
    found = []
    for package in packages:
        for path in sorted((root / "quotex" / package).rglob("*.py")):
            module = path.relative_to(root)
            changes = _changes(ast.parse(path.read_text("utf-8")))
            found += [Site(module, n, node.lineno) for n, (node, _) in enumerate(changes)]
    return found


def mutated(source: str, number: int) -> tuple[str, str]:
    """Return a module with its ``number``-th operator changed, and a description of the change."""
    tree = ast.parse(source)
    node, change = list(_changes(tree))[number]
    before = ast.unparse(node)
    change()
    ast.fix_missing_locations(tree)
    return ast.unparse(tree), f"{before}  ->  {ast.unparse(node)}"


def _changes(tree: ast.Module) -> Iterator[tuple[ast.expr, Callable[[], None]]]:
    """Yield each operator's expression, and a function that changes it in place."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            for at, op in enumerate(node.ops):
                other = _COMPARISONS[type(op)]
                yield (
                    node,
                    lambda node=node, at=at, other=other: _set_operator(node.ops, at, other()),
                )
        elif isinstance(node, ast.BoolOp):
            swapped = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield node, lambda node=node, swapped=swapped: setattr(node, "op", swapped)
        elif isinstance(node, ast.BinOp) and type(node.op) in _ARITHMETIC:
            changed_op = _ARITHMETIC[type(node.op)]()
            yield node, lambda node=node, changed_op=changed_op: setattr(node, "op", changed_op)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield node, lambda node=node: _drop_not(node)


def _set_operator(ops: list[ast.cmpop], at: int, op: ast.cmpop) -> None:
    ops[at] = op


def _drop_not(node: ast.UnaryOp) -> None:
    node.operand = ast.UnaryOp(ast.Not(), copy.deepcopy(node.operand))


def survivors(chosen: Sequence[Site], jobs: int) -> list[tuple[Site, str]]:
    """Return the mutants that the tests of their package do not notice, with their changes."""
    with tempfile.TemporaryDirectory() as scratch:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(jobs):
            copies.put(_copy(Path(scratch) / str(number) / "repository"))
        with ThreadPoolExecutor(jobs) as pool:
            answers = pool.map(lambda site: _judge(site, copies), chosen)
            return [(site, change) for site, change in zip(chosen, answers, strict=True) if change]


def _copy(into: Path) -> Path:
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in ("quotex", "tests", "models"):
        shutil.copytree(ROOT / name, into / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", into)
    return into


def _judge(site: Site, copies: SimpleQueue[Path]) -> str:
    """Return the change if no test noticed it, otherwise an empty string."""
    repository = copies.get()
    path = repository / site.module
    source = path.read_text("utf-8")
    try:
        text, change = mutated(source, site.number)
        path.write_text(text, "utf-8")
        noticed = _fails(repository, site.package)
    finally:
        path.write_text(source, "utf-8")
        copies.put(repository)
    mark = "noticed " if noticed else "SURVIVED"
    sys.stdout.write(f"{mark} {site.module}:{site.line}  {' '.join(change.split())[:150]}\n")
    sys.stdout.flush()
    return "" if noticed else change


def _fails(repository: Path, package: str) -> bool:
    """Return whether a test of a package fails or does not finish."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"]
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "OMP_NUM_THREADS": "1"}
    try:
        done = subprocess.run(
            [*command, f"tests/{package}"],
            cwd=repository,
            env=environment,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def main(arguments: Sequence[str]) -> int:
    """Print the share of mutants that were noticed; fail below the floor."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("packages", nargs="*", default=PACKAGES)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--floor", type=float, default=0.85)
    given = parser.parse_args(arguments)
    everything = sites(given.packages)
    chosen = random.Random(given.seed).sample(everything, min(given.count, len(everything)))
    left = survivors(chosen, given.jobs)
    noticed = 1 - len(left) / len(chosen)
    sys.stdout.write(
        f"{len(chosen) - len(left)} of {len(chosen)} mutants noticed ({noticed:.2f}), "
        f"drawn from {len(everything)} operators\n"
    )
    return 0 if noticed >= given.floor else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

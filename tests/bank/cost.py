"""Measures a bank of generated quotations: ``python -m tests.bank.cost 100000 [--kills 50]``.

Prints the time for adding, the median and 95th percentile of searches and checks, the size of the
file and the memory. With ``--kills``, adding is killed that many times at random moments and
restarted; the bank must then contain exactly what was given.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import quotex
from quotex.result import Extraction
from tests.linking.generated import generated

_TIMES, _SEED = 300, 7


def words_to_check(extractions: Sequence[Extraction], rng: random.Random) -> tuple[str, str]:
    """Return words to check and a speaker; the words may be cut, changed or spliced."""
    quotation = rng.choice(rng.choice(extractions).quotations)
    words, way = quotation.text.strip("“”").split(), rng.random()
    if way < 0.25:
        words = words[len(words) // 4 :]
    elif way < 0.5:
        words[rng.randrange(len(words))] = "never"
    elif way < 0.75:
        others = rng.choice(rng.choice(extractions).quotations).text.strip("“”").split()
        words = words[: len(words) // 2] + others[len(others) // 2 :]
    assert quotation.speaker is not None
    return " ".join(words), quotation.speaker.name


def times(ask: Callable[[], object]) -> str:
    """Return the median and 95th percentile of the time that ``ask`` takes, in milliseconds.

    This is processor time, which does not depend on other work on the machine.
    """
    taken = []
    for _ in range(_TIMES):
        start = time.process_time()
        ask()
        taken.append((time.process_time() - start) * 1e3)
    p95 = statistics.quantiles(taken, n=20)[-1]
    return f"median {statistics.median(taken):.0f} ms, p95 {p95:.0f} ms"


def measure(path: Path, extractions: Sequence[Extraction]) -> None:
    """Print how long searches and checks take."""
    rng = random.Random(_SEED)
    with quotex.Bank(path, read_only=True) as bank:
        print(bank.stats())

        def search(**more: str) -> None:
            words, _ = words_to_check(extractions, rng)
            some = rng.sample(words.split(), min(3, len(words.split())))
            bank.search(" ".join(some), **more)  # type: ignore[arg-type]

        def check(who: bool) -> None:
            words, name = words_to_check(extractions, rng)
            quotex.check(words, bank=bank, speaker=name if who else None)

        def phrase() -> None:
            words, _ = words_to_check(extractions, rng)
            bank.search(f'"{" ".join(words.split()[:4])}"')

        print("search:", times(search))
        print("search of a phrase:", times(phrase))
        print(
            "search between two days:",
            times(lambda: search(after="2020-06-01", before="2020-09-01")),
        )
        print("check:", times(lambda: check(who=False)))
        print("check of a speaker:", times(lambda: check(who=True)))


def kill(path: Path, number: int, kills: int, seed: int = _SEED) -> None:
    """Kill a process while it adds, ``kills`` times at random moments, and restart it each time.

    The moments are spread over the time that an undisturbed run takes; a process that ends before
    its moment does not count. The last process may run to its end.
    """
    rng = random.Random(seed)
    code = "import sys; from tests.bank.cost import add; add(sys.argv[1], int(sys.argv[2]))"
    command = [sys.executable, "-c", code]
    start = time.perf_counter()
    subprocess.run([*command, f"{path}.first", str(number)], check=True)
    whole = time.perf_counter() - start
    hit, extractions = 0, generated(number)
    versions = {
        old.article.id: {old.to_json(), new.to_json()}
        for old, new in zip(extractions, newer(extractions), strict=True)
    }
    while hit < kills:
        running = subprocess.Popen([*command, str(path), str(number)])
        try:
            running.wait(rng.uniform(0.2, 1.0) * whole)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
            hit += 1
            check_complete(path, versions)
    subprocess.run([*command, str(path), str(number)], check=True)


def add(path: str, number: int) -> None:
    """Add generated articles, and then a newer version of each."""
    extractions = generated(number)
    with quotex.Bank(path) as bank:
        bank.add(extractions)
        bank.add(newer(extractions))


def newer(extractions: Sequence[Extraction]) -> list[Extraction]:
    """Return a newer version of each article, without its last quotation."""
    return [
        extraction.model_copy(update={"quotations": extraction.quotations[:-1]})
        for extraction in extractions
    ]


def check_complete(path: Path, versions: Mapping[str, set[str]]) -> None:
    """Raise an error unless each article of a bank is one of its given versions, old or new."""
    if not path.exists():
        return
    with quotex.Bank(path) as bank:
        count = 0
        for extraction in bank:
            assert extraction.to_json() in versions[extraction.article.id]
            count += len(extraction)
        check_index(bank, count)


def check_index(bank: quotex.Bank, quotations: int) -> None:
    """Raise an error unless the file is sound and the word index has each quotation once."""
    connection = bank.index.connection
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute(
        "INSERT INTO quotation_words (quotation_words, rank) VALUES ('integrity-check', 1)"
    )
    assert bank.stats().quotations == quotations


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("number", type=int)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--bank", type=Path, help="a bank made earlier with the same number")
    given = parser.parse_args()
    if given.kills:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "killed.bank"
            kill(path, given.number, given.kills)
            with quotex.Bank(path) as bank:
                expected = {e.article.id: e.to_json() for e in newer(generated(given.number))}
                assert {e.article.id: e.to_json() for e in bank} == expected
        print(f"{given.kills} kills; nothing was lost or duplicated")
        return
    extractions = generated(given.number)
    with tempfile.TemporaryDirectory() as folder:
        path = given.bank or Path(folder) / "cost.bank"
        if not path.exists():
            with quotex.Bank(path) as bank:
                start = time.perf_counter()
                bank.add(extractions)
                each = (time.perf_counter() - start) / given.number * 1e3
                print(f"added in {each:.2f} ms each")
        measure(path, extractions)
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB at most")


if __name__ == "__main__":
    main()

"""The speakers of a bank: looks them up by name, and compares them with a name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from quotex.errors import InputError
from quotex.languages import Language
from quotex.languages.data import DEFAULT_LANGUAGE
from quotex.languages.names import name_key
from quotex.linking.identities import Identities, Identity
from quotex.linking.names import AGREEING, NameRelation, Names
from quotex.records import Speaker, SpeakerKind

_BODIES: tuple[SpeakerKind, ...] = ("government", "organization")


class Speakers:
    """Reads and writes the speakers of an open bank."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._language = Language(DEFAULT_LANGUAGE)
        self.names = Names(self._language, Identities())
        self.read_identities()

    def read_identities(self) -> None:
        """Load the identities now in the bank."""
        rows = self._connection.execute(
            "SELECT i.id, i.name, n.name FROM identities i JOIN identity_names n ON i.id = identity"
        )
        self.names.identities = Identities(
            Identity(id=number, name=name, aliases=(alias,)) for number, name, alias in rows
        )

    def identify(self, rows: Iterable[Identity]) -> None:
        """Write identities, and assign them to the speakers with their names.

        Raises:
            InputError: a name belongs to another identity in the bank.
        """
        execute = self._connection.execute
        for row in rows:
            execute(
                "INSERT INTO identities VALUES (?, ?) "
                "ON CONFLICT (id) DO UPDATE SET name = excluded.name",
                (row.id, row.name),
            )
            for name in (row.name, *row.aliases):
                key = name_key(name)
                known = self.names.identities.id_of(name)
                if known not in {None, row.id}:
                    raise InputError(
                        f"identities: {name!r} is {known!r} in the bank but {row.id!r} here; leave "
                        "the name out of one of them"
                    )
                execute(
                    "INSERT OR IGNORE INTO identity_names VALUES (?, ?, ?)", (key, name, row.id)
                )
                execute("UPDATE speakers SET identity = ? WHERE key = ?", (row.id, key))
                execute(
                    "INSERT OR IGNORE INTO speaker_lookups "
                    "SELECT ?, number FROM speakers WHERE key = ?",
                    (f"id {row.id}", key),
                )

    def number(self, speaker: Speaker) -> int:
        """Return a speaker's number, writing the speaker to the bank if new."""
        key = (speaker.name, speaker.kind, int(speaker.named), speaker.country or "")
        known = self._connection.execute(
            "SELECT number FROM speakers WHERE (name, kind, named, country) = (?, ?, ?, ?)", key
        ).fetchone()
        if known is not None:
            return int(known[0])
        made = self._connection.execute(
            "INSERT INTO speakers (name, kind, named, country, key, identity) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (*key, name_key(speaker.name), self.names.identities.id_of(speaker.name)),
        ).lastrowid
        self._connection.executemany(
            "INSERT INTO speaker_lookups VALUES (?, ?)",
            [(lookup, made) for lookup in self._lookups(speaker)],
        )
        return int(made or 0)

    def _lookups(self, speaker: Speaker) -> Iterator[str]:
        if (identity := self.names.identities.id_of(speaker.name)) is not None:
            yield f"id {identity}"
        if speaker.country is not None:
            yield f"country {speaker.country}"
        if speaker.named:
            yield from self.names.lookup_keys(speaker)

    def numbers_of(self, name: str) -> list[int]:
        """Return the numbers of the speakers that a name may refer to, judging by their records."""
        probes = [self._probe(name, kind) for kind in ("person", *_BODIES)]
        lookups = sorted({lookup for probe in probes for lookup in self._lookups(probe)})
        marks = ", ".join("?" * len(lookups))
        rows = self._connection.execute(
            "SELECT number, name, kind, named, country FROM speakers WHERE number IN ("
            "SELECT number FROM speakers WHERE key = ? UNION "
            f"SELECT speaker FROM speaker_lookups WHERE lookup IN ({marks})) ORDER BY number",
            (name_key(name), *lookups),
        )
        found = [(number, _speaker(row)) for number, *row in rows]
        return [number for number, one in found if self._agrees(name, one)]

    def _agrees(self, name: str, speaker: Speaker) -> bool:
        if name_key(name) == name_key(speaker.name):
            return True
        return self.names.relation(self._probe(name, speaker.kind), speaker) in AGREEING

    def standing(self, name: str, speaker: Speaker | None) -> NameRelation:
        """Return how a speaker relates to somebody known only by name."""
        if speaker is None:
            return "unclear"
        if self._agrees(name, speaker):
            found = self.names.relation(self._probe(name, speaker.kind), speaker)
            return found if found in AGREEING else "same"
        return self.names.relation(self._probe(name, self._kind(name)), speaker)

    def _probe(self, name: str, kind: SpeakerKind) -> Speaker:
        country = self._country(name) if kind == "government" else None
        return Speaker(name=name, kind=kind, named=True, country=country)

    def _country(self, name: str) -> str | None:
        places, words = self._language.countries, self._language.speakers
        if (code := places.place(name)) is not None:
            return code
        is_office = name_key(name).split()[-1:] and name_key(name).split()[-1] in words.government
        return places.at_start_of(name) if is_office else None

    def _kind(self, name: str) -> SpeakerKind:
        """Return the kind of speaker a name refers to: its kind in the bank, else by its words."""
        known = self._connection.execute(
            "SELECT kind FROM speakers WHERE key = ? AND named ORDER BY number", (name_key(name),)
        ).fetchone()
        if known is not None:
            return known[0]  # type: ignore[no-any-return]
        if self._country(name) is not None:
            return "government"
        words, last = self._language.speakers, name_key(name).split()[-1:]
        is_body = any(words.is_body(w) for w in last)
        return "organization" if is_body else "person"


def _speaker(row: Sequence[object]) -> Speaker:
    name, kind, named, country = row
    return Speaker.model_validate(
        {"name": name, "kind": kind, "named": bool(named), "country": country or None}
    )

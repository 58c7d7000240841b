"""``quotex.people``: who speaks in several articles, with the forms of each name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quotex.languages import Language
from quotex.languages.data import DEFAULT_LANGUAGE
from quotex.languages.names import name_key
from quotex.linking.identities import Identities, IdentityLike
from quotex.linking.link import read_extractions
from quotex.linking.names import Names
from quotex.records import (
    ExtractionRecord,
    KnownSpeaker,
    NameEvidence,
    NameUsed,
    QuotationOf,
    Speaker,
)

_MAX_SHOWN = 5  # the most speakers kept apart from one that the evidence names


@dataclass(slots=True, eq=False)
class _NamedSpeaker:
    """One speaker while the forms of the name are still being gathered."""

    speaker: Speaker
    names: Counter[str] = field(default_factory=Counter)
    roles: dict[str, None] = field(default_factory=dict)
    quotations: list[QuotationOf] = field(default_factory=list)
    evidence: list[NameEvidence] = field(default_factory=list)

    def merge(self, other: _NamedSpeaker, detail: str) -> None:
        """Merge another form of the same name into this one."""
        first, second = self.speaker.name, other.speaker.name
        self.evidence += [
            NameEvidence(first=first, second=second, merged=True, detail=detail),
            *other.evidence,
        ]
        self.names.update(other.names)
        self.roles.update(other.roles)
        self.quotations += other.quotations


def people(
    extractions: Iterable[ExtractionRecord], *, identities: Iterable[IdentityLike] = ()
) -> list[KnownSpeaker]:
    """Return the named speakers of several articles, those quoted most first.

    Names, titles and initials are merged where that is safe: "Councillor Amit Devane", "A. Devane"
    and "Devane" are one speaker if nobody else in the articles has that surname. If two people have
    it, the short form stays separate, and the evidence says whom it may mean.

    Args:
        extractions: extractions from an extractor, or read back from JSON.
        identities: the user's own rows ``{"id": "Q42", "name": "…", "aliases": ["…"]}``: names with
            the same ``id`` are one speaker, names with different ids are different speakers.

    Raises:
        InputError: the input has something other than extractions or two texts under one id, or
            ``identities`` are invalid.
    """
    names = Names(Language(DEFAULT_LANGUAGE), Identities(identities))
    known = _Collector(names)
    for extraction in read_extractions(extractions):
        known.read(extraction)
    return sorted(known.records(), key=lambda k: (-len(k.quotations), k.name))


class _Collector:
    def __init__(self, names: Names) -> None:
        self._names = names
        self._by_key: dict[str, _NamedSpeaker] = {}

    def read(self, extraction: ExtractionRecord) -> None:
        """Record who speaks in an article, by the form of the name used there."""
        for quotation in extraction.quotations:
            speaker = quotation.speaker
            if speaker is None or not self._has_name(speaker):
                continue
            known = self._by_key.setdefault(self._key(speaker), _NamedSpeaker(speaker))
            known.names[speaker.name] += 1
            if speaker.role:
                known.roles[speaker.role] = None
            known.quotations.append(
                QuotationOf(article_id=extraction.article.id, quotation=quotation.id)
            )

    def _has_name(self, speaker: Speaker) -> bool:
        return speaker.named or self._names.identities.id_of(speaker.name) is not None

    def _key(self, speaker: Speaker) -> str:
        """Return a key that is shared by names that are certainly one speaker."""
        identity = self._names.identities.id_of(speaker.name)
        if identity is not None:
            return f"id {identity}"
        if speaker.country is not None:
            return f"country {speaker.country}"
        if speaker.kind != "person":
            return f"body {self._names.body_key(speaker)}"
        person = self._names.person(speaker.name)
        titled = f" {name_key(speaker.name)}" if not person.given else ""
        return f"person {' '.join(person.given)} {person.surname}{titled}"

    def records(self) -> Iterator[KnownSpeaker]:
        """Merge the forms that can only be one speaker, and yield the speakers."""
        people = [k for key, k in self._by_key.items() if key.startswith("person ")]
        bodies = [k for key, k in self._by_key.items() if key.startswith("body ")]
        identified = [k for key, k in self._by_key.items() if key.startswith(("id ", "country "))]
        for known in (
            *identified,
            *self._merged(people, identified),
            *self._merged(bodies, identified),
        ):
            yield self._record(known)

    def _merged(
        self, forms: Sequence[_NamedSpeaker], identified: Sequence[_NamedSpeaker]
    ) -> list[_NamedSpeaker]:
        """Return the speakers, with shorter forms of a name merged into the only fuller one."""
        ordered = sorted(forms, key=lambda k: (-self._fullness(k.speaker), k.speaker.name))
        by_part: dict[str, list[_NamedSpeaker]] = {}
        for known in identified:
            for part in self._names.lookup_keys(known.speaker):
                by_part.setdefault(part, []).append(known)
        kept: list[_NamedSpeaker] = []
        for known in ordered:
            parts = self._names.lookup_keys(known.speaker)
            near = dict.fromkeys(k for part in parts for k in by_part.get(part, []))
            fitting = [k for k in near if self._fits(k.speaker, known.speaker)]
            if len(fitting) == 1:
                fitting[0].merge(known, self._reason(fitting[0].speaker, known.speaker))
                continue
            alike = fitting if known.speaker.kind != "person" else list(near)
            known.evidence += [self._kept_apart(known, k, fitting) for k in alike[:_MAX_SHOWN]]
            kept.append(known)
            for part in parts:
                by_part.setdefault(part, []).append(known)
        return kept

    def _fullness(self, speaker: Speaker) -> int:
        if speaker.kind != "person":
            return len(self._names.body_key(speaker).split())
        given = self._names.person(speaker.name).given
        return sum(2 if len(name) > 1 else 1 for name in given)

    def _fits(self, full: Speaker, form: Speaker) -> bool:
        if self._names.relation(full, form) not in {"same", "same name"}:
            return False
        if full.kind != "person" or form.kind != "person":
            return True
        genders = {self._names.gender(full.name), self._names.gender(form.name)} - {""}
        return len(genders) < 2 and self._names.middle_names_fit(full.name, form.name)

    def _reason(self, full: Speaker, form: Speaker) -> str:
        if full.kind != "person":
            return f"“{form.name}” is a short form of this name only"
        return f"“{form.name}” can be nobody else in the articles"

    def _kept_apart(
        self, known: _NamedSpeaker, other: _NamedSpeaker, fitting: Sequence[_NamedSpeaker]
    ) -> NameEvidence:
        between = ", ".join(k.speaker.name for k in fitting)
        detail = (
            f"may be one of {between}" if other in fitting else "the names do not fit each other"
        )
        return NameEvidence(
            first=known.speaker.name,
            second=other.speaker.name,
            merged=False,
            detail=detail,
        )

    def _record(self, known: _NamedSpeaker) -> KnownSpeaker:
        identity = self._names.identities.id_of(known.speaker.name)
        forms = known.names.most_common()
        fullest = max(forms, key=lambda f: (self._fullness_of(known, f[0]), f[1], f[0]))[0]
        return KnownSpeaker(
            name=self._names.identities.name(identity) if identity else fullest,
            kind=known.speaker.kind,
            id=identity,
            country=known.speaker.country,
            names=tuple(NameUsed(name=name, quotations=n) for name, n in forms),
            roles=tuple(known.roles),
            quotations=tuple(known.quotations),
            evidence=tuple(known.evidence),
        )

    def _fullness_of(self, known: _NamedSpeaker, name: str) -> int:
        return self._fullness(known.speaker.model_copy(update={"name": name}))

"""What the members of a group amount to: the fullest wording, speakers, days, places."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from quotex.languages.names import name_key
from quotex.linking.groups import Group, Link
from quotex.linking.items import Item
from quotex.linking.names import Names
from quotex.linking.variants import classify_wording, fullest, is_conflict, member_changes
from quotex.records import (
    AgreedDate,
    Conflict,
    LinkedSpeaker,
    LinkedVenue,
    LinkEvidence,
    Member,
    Relation,
    Speaker,
    Utterance,
    VenueKind,
)

_SHOWN = 5  # words of a link that the evidence names


def utterance(group: Group, names: Names, language: str) -> Utterance:
    """Return the record of a group."""
    main = fullest(group.items, language)
    members = [_member(item, main, group.links, language) for item in group.items]
    speakers, speaker_conflicts = _speakers(group.items, names)
    day, date_conflicts = _agreed_date(group.items)
    wording_conflicts = [
        Conflict(field="wording", detail=_change_text(m.article_id, m.quotation, c.before, c.after))
        for m in members
        for c in m.changes
        if m.kind == "direct" and is_conflict(c)
    ]
    return Utterance(
        id=_id(group.items),
        text=main.quotation.text,
        members=tuple(members),
        speakers=tuple(speakers),
        date=day,
        venues=tuple(_venues(group.items)),
        conflicts=(*date_conflicts, *speaker_conflicts, *wording_conflicts),
        score=min(link.probability for link in group.links),
        evidence=tuple(_evidence(link) for link in group.links),
    )


def _id(items: Sequence[Item]) -> str:
    named = sorted(f"{item.article.id}\n{item.quotation.id}" for item in items)
    return "u-" + hashlib.sha256("\n".join(named).encode()).hexdigest()[:16]


def _member(item: Item, main: Item, links: Sequence[Link], language: str) -> Member:
    found = member_changes(main, item, language)
    return Member(
        article_id=item.article.id,
        quotation=item.quotation.id,
        kind=item.quotation.kind,
        publisher=item.article.publisher,
        published=item.published,
        text=item.quotation.text,
        wording=classify_wording(item, found),
        changes=tuple(found),
        probability=max(x.probability for x in links if item in (x.one, x.other)),
    )


def _change_text(article: str, quotation: str, before: str, after: str) -> str:
    return f"{article} {quotation} has “{after}” for “{before}”"


def _speakers(items: Sequence[Item], names: Names) -> tuple[list[LinkedSpeaker], list[Conflict]]:
    """Return the speakers, the fullest name first, and conflicts of those who must differ."""
    by_key: dict[str, Speaker] = {}
    counts: Counter[str] = Counter()
    for item in items:
        if item.speaker is not None:
            key = name_key(item.speaker.name)
            by_key.setdefault(key, item.speaker)
            counts[key] += 1
    if not by_key:
        return [], []
    order = sorted(by_key, key=lambda k: (not by_key[k].named, -counts[k], -len(k.split()), k))
    main = by_key[order[0]]
    for key in order:
        fuller = len(key.split()) > len(main.name.split())
        if fuller and names.relation(main, by_key[key]) == "same name":
            main = by_key[key]
    found, speaker_conflicts = [], []
    for key in sorted(order, key=lambda k: by_key[k] is not main):
        is_main = by_key[key] is main
        found_relation = "same" if is_main else names.relation(main, by_key[key])
        if found_relation == "different":
            detail = f"{main.name} and {by_key[key].name} are different speakers by name"
            speaker_conflicts.append(Conflict(field="speaker", detail=detail))
        relation: Relation = "unclear" if found_relation == "different" else found_relation
        found.append(
            LinkedSpeaker(
                name=by_key[key].name,
                kind=by_key[key].kind,
                relation=relation,
                quotations=counts[key],
                id=names.identities.id_of(by_key[key].name),
            )
        )
    return found, speaker_conflicts


def _agreed_date(items: Sequence[Item]) -> tuple[AgreedDate | None, list[Conflict]]:
    """Return the days on which all dated members agree, or the conflict if they do not."""
    dated = [(i.first, i.last, i.article.id) for i in items if i.first and i.last]
    if not dated:
        return None, []
    first, last = max(d[0] for d in dated), min(d[1] for d in dated)
    if first <= last:
        return AgreedDate(from_=first, to=last), []
    listed = "; ".join(f"{article}: {_days(a, b)}" for a, b, article in dated)
    return None, [Conflict(field="date", detail=f"no day fits all: {listed}")]


def _days(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first} to {last}"


def _venues(items: Sequence[Item]) -> Iterator[LinkedVenue]:
    """Yield the venues of all members, those named most often first."""
    counts: Counter[tuple[VenueKind, str]] = Counter()
    shown: dict[tuple[VenueKind, str], LinkedVenue] = {}
    for item in items:
        seen: set[tuple[VenueKind, str]] = set()
        for venue in item.quotation.venues:
            key = (venue.kind, name_key(venue.span.text))
            seen.add(key)
            if key not in shown or venue.scope == "explicit":
                shown[key] = LinkedVenue(
                    kind=venue.kind, text=venue.span.text, scope=venue.scope, quotations=1
                )
        counts.update(seen)
    for key, count in counts.most_common():
        yield shown[key].model_copy(update={"quotations": count})


def _evidence(link: Link) -> LinkEvidence:
    """Return why a pair was linked, in words."""
    shared, reasons = link.shared, []
    if shared.run_words >= _SHOWN:
        reasons.append(f"{shared.run_words} words in a row: “{shared.run}”")
    elif shared.words:
        reasons.append(f"words in common: {', '.join(shared.words[:_SHOWN])}")
    reasons.append(_speakers_text(link))
    reasons.append(_DATE_TEXTS[shared.date_agreement])
    return LinkEvidence(
        first=f"{link.one.article.id} {link.one.quotation.id}",
        second=f"{link.other.article.id} {link.other.quotation.id}",
        probability=link.probability,
        detail="; ".join(reasons),
    )


def _speakers_text(link: Link) -> str:
    one, other = (x.speaker.name if x.speaker else "?" for x in (link.one, link.other))
    match link.shared.relation:
        case "same":
            return f"the same speaker ({one})"
        case "same name" | "same country" | "same identity" as relation:
            return f"speakers of the {relation} ({one}, {other})"
        case "related":
            return f"speakers who belong together ({one}, {other})"
        case "different":
            return f"different speakers by name ({one}, {other})"
        case _:
            return f"speakers whose relation is unknown ({one}, {other})"


_DATE_TEXTS = {
    1: "the reported days agree",
    -1: "the reported days differ",
    None: "no days to compare",
}

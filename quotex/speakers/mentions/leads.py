"""Who "the council's chief executive" in a lead is, whom the paragraphs after it only name.

News often says first what somebody is, and then quotes them by name without further explanation.
The rule: the noun speaks before anybody is named; the first person named is a speaker soon after,
about whom the text says nothing that would make them somebody new. Or the next paragraph
introduces them by name and age.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set

from quotex.languages.word_lists import SpeakerWords
from quotex.parse.grammar import NOUN_SUBJECTS, is_definite, is_plural
from quotex.parse.view import NOUNS, Token, View
from quotex.speakers.kinds import kind_of_noun
from quotex.speakers.mentions.offices import manner_of
from quotex.speakers.mentions.pronouns import pronoun_features
from quotex.speakers.mentions.roles import Binding, Roles
from quotex.speakers.names.cluster import Cluster, Gender, Run, agree

_LAST_PARAGRAPH = 3  # a title, a day and a lead may come before
_REACH = 2  # paragraphs
_BEFORE_NAME = 3  # paragraphs
_MIN_REPEATED = 2  # words
_TELLING = frozenset({"ADJ", "ADV", "NOUN", "NUM", "PROPN", "VERB"})
_DETERMINERS = frozenset({"det", "poss"})
_DESCRIBING = frozenset({"appos", "relcl", "acl", "nummod"})
_DESCRIPTION = frozenset({"amod", "compound", "nmod", "prep"})
_OBJECTS = frozenset({"dobj", "dative"})
_MARKS = frozenset({'"', "“", "‘", "'"})
_OF_OFFICE = frozenset({"compound", "nmod", "amod", "poss"})


def _is_new(noun: Token) -> bool:
    return any(c.is_a("indefinite_article") for c in noun.children)


def _forget(_: Token, __: Cluster) -> None:
    return None


class Leads:
    """Finds the person whom the lead of one article mentions without a name.

    ``note`` is told who a noun refers to: from then on, "the minister" is that person.
    """

    def __init__(
        self,
        view: View,
        words: SpeakerWords,
        clusters: Sequence[Cluster],
        roles: Roles,
        sources: Set[int],
        note: Callable[[Token, Cluster], None] = _forget,
    ) -> None:
        self._view = view
        self._words = words
        self._roles = roles
        self._sources = sources
        self._note = note
        people = (c for c in clusters if c.label == "PERSON" and (c.gender or " " in c.name))
        self._runs = sorted(((run, c) for c in people for run in c.runs), key=lambda r: r[0])
        self._firsts = [run[0] for run, _ in self._runs]
        self._named_later = dict(self._introduced_unnamed())

    def person(self, noun: Token, gender: Gender) -> Binding | None:
        """Return who a noun of the lead refers to, or None if that is unclear.

        Anywhere in the article, "a man" is whom "the man, Ada Roe," names later.
        """
        if noun.i in self._named_later:
            return Binding(self._named_later[noun.i], "whom the article names later")
        found = self._person(noun, gender)
        if found is not None:
            self._note(noun, found.cluster)
        return found

    def _introduced_unnamed(self) -> Iterator[tuple[int, Cluster]]:
        """Yield the number of "a diver" with whom "the diver, Ada Roe," later turns out to be."""
        tokens = self._view.tokens
        new: dict[str, list[int]] = defaultdict(list)
        for token in tokens if self._roles.appositive_names else ():
            if token.pos in NOUNS and _is_new(token):
                new[token.lemma].append(token.i)
        for number, cluster in self._roles.appositive_names.items():
            noun = tokens[number]
            is_first = cluster.runs and cluster.runs[0][0] > number
            if not (is_first and cluster.label == "PERSON" and is_definite(noun)):
                continue
            if bisect_left(new[noun.lemma], number) != 1:
                continue  # nobody before, or one of several
            before = tokens[new[noun.lemma][0]]
            gap = self._view.paragraph(noun) - self._view.paragraph(before)
            if gap <= _BEFORE_NAME and not self._is_anonymous(before):
                yield before.i, cluster

    def _person(self, noun: Token, gender: Gender) -> Binding | None:
        at = self._view.paragraph(noun)
        if at > _LAST_PARAGRAPH or is_plural(noun) or not self._speaks(noun):
            return None
        if at == 0 and manner_of(noun, self._view) == "bare":
            return self._headline(noun, gender)
        has_determiner = any(c.dep in _DETERMINERS and c.i < noun.i for c in noun.children)
        if (
            not has_determiner
            or kind_of_noun(noun, self._words) != "person"
            or self._is_anonymous(noun)
        ):
            return None  # a headline's "mayor" may be somebody else
        place = bisect_right(self._firsts, noun.i)
        if place == len(self._runs):
            return None
        (first, last), cluster = self._runs[place]
        if any(other != cluster for _, other in self._runs[:place]):
            return None
        if not self._may_have_gender(cluster, gender):
            return None
        if self._is_introduced(noun, cluster, self._view.tokens[last - 1], first):
            return Binding(cluster, "whom the next paragraph introduces")
        name = self._first_source(cluster, place, at + _REACH)
        if name is None or not self._has_no_hearer(noun) or self._is_somebody_new(cluster, name):
            return None
        return Binding(cluster, "the first person named after it")

    def _may_have_gender(self, cluster: Cluster, gender: Gender) -> bool:
        known = cluster.gender or self._roles.genders.get(cluster.number, "")
        return agree(known, gender)

    def _first_source(self, cluster: Cluster, place: int, last_paragraph: int) -> Run | None:
        """Return the first name from a place on that is a source, if only one person is named."""
        for (first, last), other in self._runs[place:]:
            if other != cluster or self._view.paragraph(self._view.tokens[first]) > last_paragraph:
                return None
            if any(i in self._sources for i in range(first, last)):
                return first, last
        return None

    def _headline(self, noun: Token, gender: Gender) -> Binding | None:
        """Return who "winner says" in a headline is: who speaks first in a lead that repeats it."""
        if kind_of_noun(noun, self._words) != "person" or self._is_anonymous(noun):
            return None
        sources = sorted(i for i in self._sources if i > noun.i)
        tokens = [self._view.tokens[i] for i in sources]
        lead = next((t for t in tokens if self._view.paragraph(t) > 0), None)
        if lead is None or self._view.paragraph(lead) > 1:
            return None
        found = next((c for (first, last), c in self._runs if first <= lead.i < last), None)
        if found is None:
            is_same = lead.pos == "NOUN" and lead.lemma == noun.lemma
            return self._person(lead, gender) if is_same else None
        if not (self._may_have_gender(found, gender) and self._restates(lead, noun)):
            return None
        return Binding(found, "who speaks first in the lead")

    def _restates(self, lead: Token, headline: Token) -> bool:
        """Whether the sentence of a lead repeats words of a headline besides the cue."""
        told, repeated = (
            {t.lemma.lower() for t in self._view.sentence(token) if t.pos in _TELLING}
            for token in (headline, lead)
        )
        return len((told & repeated) - {headline.head.lemma}) >= _MIN_REPEATED

    def _is_introduced(self, noun: Token, cluster: Cluster, name: Token, first: int) -> bool:
        """Whether "a pilot" in a lead is named right after it: "Bo Lund, 58,".

        No other person is in the lead, or both speak, and the lead speaks to nobody.
        """
        is_new = _is_new(noun)
        is_described = any(c.dep in _DESCRIPTION for c in noun.children)
        if not (is_new or is_described):
            return False
        if self._view.paragraph(name) - self._view.paragraph(noun) != 1:
            return False
        is_aged = cluster.number in self._roles.ages and not self._roles.of.get(cluster.number)
        if not (is_aged and self._is_opening(name, first) and name.dep in NOUN_SUBJECTS):
            return False
        both_speak = noun.i in self._sources and name.i in self._sources
        return self._is_only_person(noun) or (both_speak and self._has_no_hearer(noun))

    def _is_opening(self, name: Token, first: int) -> bool:
        """Whether a name opens its sentence, or speaks after what does: "In an interview, Roe"."""
        opening = self._view.sentences[name.sentence].first
        is_after_quotation = self._view.tokens[opening].text in _MARKS
        is_after_phrase = self._view.tokens[opening].dep == "prep" and name.head.is_root
        is_later = is_after_quotation or is_after_phrase
        return first == opening or (is_later and name.i in self._sources)

    def _has_no_hearer(self, noun: Token) -> bool:
        """Whether no single person is told or accused of what a noun says."""
        objects = (c for c in noun.head.children if c.dep in _OBJECTS)
        return all(kind_of_noun(o, self._words) != "person" for o in objects)

    def _is_only_person(self, noun: Token) -> bool:
        """Whether a noun is the only one in its sentence for a person or a group."""
        others = (t for t in self._view.sentence(noun) if t.pos in NOUNS and t is not noun)
        return all(kind_of_noun(t, self._words) not in {"person", "group"} for t in others)

    def _speaks(self, noun: Token) -> bool:
        """Whether a noun is a source, or the subject that a source's "he" refers to."""
        if noun.i in self._sources:  # the main statement, not "where a nurse told her that"
            return noun.head.dep != "relcl" and self._is_only_noun_source(noun)
        if noun.dep not in NOUN_SUBJECTS or noun.head.dep not in {"ROOT", "ccomp"}:
            return False
        later = (t for t in self._view.sentence(noun) if t.i > noun.i and t.i in self._sources)
        features = (pronoun_features(t) for t in later)
        return any(f is not None and f.number == "one" for f in features)

    def _is_only_noun_source(self, noun: Token) -> bool:
        """Whether no other noun has spoken before, except the same one or a plural."""
        near = [t for t in self._view.tokens[: noun.i] if t.i in self._sources]
        if self._view.paragraph(noun) == 1:  # a lead restates the headline
            near = [t for t in near if self._view.paragraph(t) == 1]
        return all(t.lemma == noun.lemma or is_plural(t) for t in near if t.pos == "NOUN")

    def _is_anonymous(self, noun: Token) -> bool:
        return any(t.lower in self._words.roles.anonymous for t in self._view.sentence(noun))

    def _is_somebody_new(self, cluster: Cluster, run: Run) -> bool:
        """Whether the text says who a named person is: "Ada Roe, who lives there, said"."""
        if cluster.number in self._roles.ages:
            return True
        first, name = run[0], self._view.tokens[run[1] - 1]
        for child in name.children:
            if child.dep in _DESCRIBING and child.i > name.i:
                return True
            if child.dep in _OF_OFFICE and child.i < first:
                return True
        return name.dep == "appos"

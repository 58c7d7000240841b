"""The rules, in the order in which they are tried. Each proposes; ``select`` decides."""

from quotex.quotations.candidate import Rule
from quotex.quotations.rules.argument import argument, passive
from quotex.quotations.rules.clause import clause_after, clause_around
from quotex.quotations.rules.introduced import introduced
from quotex.quotations.rules.nominal import adjective_cue, noun_cue
from quotex.quotations.rules.phrases import phrase_cue
from quotex.quotations.rules.quoted import quoted
from quotex.quotations.rules.signed import signed
from quotex.quotations.rules.turns import turns

RULES: tuple[Rule, ...] = (
    turns,
    signed,
    quoted,
    introduced,
    clause_after,
    clause_around,
    phrase_cue,
    argument,
    passive,
    noun_cue,
    adjective_cue,
)

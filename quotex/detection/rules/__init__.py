"""The rules, in the order in which they are tried. Each proposes; ``select`` decides."""

from quotex.detection.candidate import Rule
from quotex.detection.rules.argument import argument, passive
from quotex.detection.rules.clause import clause_after, clause_around
from quotex.detection.rules.introduced import introduced
from quotex.detection.rules.nominal import adjective_cue, noun_cue
from quotex.detection.rules.phrases import phrase_cue
from quotex.detection.rules.quoted import quoted
from quotex.detection.rules.signed import signed
from quotex.detection.rules.turns import turns

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

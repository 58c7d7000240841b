"""Each rule on trees built by hand: what it proposes, and what it leaves alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import pytest

from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.quotations.rules import RULES
from quotex.quotations.rules.argument import argument
from quotex.quotations.rules.clause import clause_after, clause_around, made_clear
from quotex.quotations.rules.cueless.gestures import gestures
from quotex.quotations.rules.exchange import exchange
from quotex.quotations.rules.headlines import headlines
from quotex.quotations.rules.hearsay import hearsay, raised
from quotex.quotations.rules.inscribed import inscribed
from quotex.quotations.rules.introduced import introduced
from quotex.quotations.rules.nominal import adjective_cue, noun_cue, noun_is, noun_label
from quotex.quotations.rules.passive import passive, told_to
from quotex.quotations.rules.phrases import phrase_cue
from quotex.quotations.rules.quoted import quoted
from quotex.quotations.rules.remarks import remarks
from tests.trees import Found, context_of, texts

CLEAR = {
    "clause after": (
        clause_after,
        """
        She     she   PRP nsubj 2
        said    say   VBD ROOT  2
        that    that  IN  mark  5
        it      it    PRP nsubj 5
        rained  rain  VBD ccomp 2
        .       .     .   punct 2
        """,
        [(["that it rained"], "said", "She")],
    ),
    "clause after, with a hearer": (
        clause_after,
        """
        Holt       Holt     NNP nsubj 2
        told       tell     VBD ROOT  2
        reporters  reporter NNS dobj  2
        it         it       PRP nsubj 5
        rained     rain     VBD ccomp 2
        """,
        [(["it rained"], "told", "Holt")],
    ),
    "clause after, negated": (
        clause_after,
        """
        She     she   PRP nsubj 4
        did     do    VBD aux   4
        n't     not   RB  neg   4
        say     say   VB  ROOT  4
        it      it    PRP nsubj 6
        rained  rain  VBD ccomp 4
        """,
        [(["it rained"], "did n't say", "She")],
    ),
    "clause after, loose participle": (
        clause_after,
        """
        He      he    PRP nsubj 2
        smiled  smile VBD ROOT  2
        ,       ,     ,   punct 2
        adding  add   VBG advcl 2
        that    that  IN  mark  7
        it      it    PRP nsubj 7
        rained  rain  VBD ccomp 4
        """,
        [(["that it rained"], "adding", "He")],
    ),
    "clause after, quoted as saying": (
        clause_after,
        """
        He      he    PRP nsubjpass 3
        was     be    VBD auxpass   3
        quoted  quote VBN ROOT      3
        by      by    IN  agent     3
        Tass    Tass  NNP pobj      4
        as      as    IN  prep      3
        saying  say   VBG pcomp     6
        it      it    PRP nsubj     9
        rained  rain  VBD ccomp     7
        """,
        [(["it rained"], "was quoted as saying", "He")],
    ),
    "no clause after": (
        clause_after,
        """
        She    she  PRP nsubj 2
        saw    see  VBD ROOT  2
        rain   rain NN  dobj  2
        """,
        [],
    ),
    "a clause under a verb that is no cue": (
        clause_after,
        """
        She     she   PRP nsubj 2
        swam    swim  VBD ROOT  2
        it      it    PRP nsubj 4
        rained  rain  VBD ccomp 2
        """,
        [],
    ),
    "clause before": (
        clause_around,
        """
        It      it    PRP nsubj 2
        rained  rain  VBD ccomp 5
        ,       ,     ,   punct 5
        she     she   PRP nsubj 5
        said    say   VBD ROOT  5
        .       .     .   punct 5
        """,
        [(["It rained"], "said", "she")],
    ),
    "clause around": (
        clause_around,
        """
        The     the   DT  det   2
        boat    boat  NN  nsubj 7
        ,       ,     ,   punct 7
        she     she   PRP nsubj 5
        said    say   VBD parataxis 7
        ,       ,     ,   punct 7
        sank    sink  VBD ROOT  7
        """,
        [(["The boat", "sank"], "said", "she")],
    ),
    "made clear": (
        made_clear,
        """
        She     she   PRP nsubj 2
        made    make  VBD ROOT  2
        it      it    PRP nsubj 4
        clear   clear JJ  ccomp 2
        that    that  IN  mark  7
        it      it    PRP nsubj 7
        rained  rain  VBD ccomp 4
        """,
        [(["that it rained"], "made it clear", "She")],
    ),
    "made the water clear": (
        made_clear,
        """
        She     she   PRP nsubj 2
        made    make  VBD ROOT  2
        water   water NN  nsubj 4
        clear   clear JJ  ccomp 2
        """,
        [],
    ),
    "no clause around a verb without a subject": (
        clause_around,
        """
        Boats   boat  NNS nsubj 2
        sank    sink  VBD ROOT  2
        ,       ,     ,   punct 2
        said    say   VBD parataxis 2
        """,
        [],
    ),
    "phrase before": (
        phrase_cue,
        """
        According accord VBG prep  6
        to        to     IN  prep  1
        Holt      Holt   NNP pobj  2
        ,         ,      ,   punct 6
        it        it     PRP nsubj 6
        rained    rain   VBD ROOT  6
        """,
        [(["it rained"], "According to", "Holt")],
    ),
    "phrase after": (
        phrase_cue,
        """
        It        it     PRP nsubj 2
        rained    rain   VBD ROOT  2
        ,         ,      ,   punct 2
        according accord VBG prep  2
        to        to     IN  prep  4
        Holt      Holt   NNP pobj  5
        """,
        [(["It rained"], "according to", "Holt")],
    ),
    "no phrase": (
        phrase_cue,
        """
        They      they   PRP nsubj 2
        came      come   VBD ROOT  2
        according accord VBG advcl 2
        rank      rank   NN  dobj  3
        """,
        [],
    ),
    "object": (
        argument,
        """
        Holt     Holt   NNP nsubj 2
        rejected reject VBD ROOT  2
        the      the    DT  det   4
        offer    offer  NN  dobj  2
        """,
        [(["the offer"], "rejected", "Holt")],
    ),
    "object that is a bare pronoun": (
        argument,
        """
        Holt     Holt   NNP nsubj 2
        rejected reject VBD ROOT  2
        it       it     PRP dobj  2
        """,
        [],
    ),
    "infinitive": (
        argument,
        """
        Holt     Holt   NNP nsubj 2
        refused  refuse VBD ROOT  2
        to       to     TO  aux   4
        pay      pay    VB  xcomp 2
        """,
        [(["to pay"], "refused", "Holt")],
    ),
    "gerund": (
        argument,
        """
        Holt     Holt   NNP nsubj 2
        denied   deny   VBD ROOT  2
        paying   pay    VBG xcomp 2
        them     they   PRP dobj  3
        """,
        [(["paying them"], "denied", "Holt")],
    ),
    "object and infinitive": (
        argument,
        """
        Holt     Holt   NNP nsubj 2
        urged    urge   VBD ROOT  2
        people   people NNS nsubj 5
        to       to     TO  aux   5
        pay      pay    VB  ccomp 2
        """,
        [(["people to pay"], "urged", "Holt")],
    ),
    "object and predicate": (
        argument,
        """
        Holt     Holt   NNP nsubj 2
        called   call   VBD ROOT  2
        the      the    DT  det   4
        deal     deal   NN  nsubj 6
        a        a      DT  det   6
        farce    farce  NN  ccomp 2
        """,
        [(["the deal a farce"], "called", "Holt")],
    ),
    "preposition": (
        argument,
        """
        Holt     Holt   NNP nsubj 2
        called   call   VBD ROOT  2
        for      for    IN  prep  2
        calm     calm   NN  pobj  3
        """,
        [(["calm"], "called", "Holt")],
    ),
    "as-phrase that the parser hung on the object": (
        argument,
        """
        Voters   voter   NNS nsubj 2
        see      see     VBP ROOT  2
        the      the     DT  det   4
        senator  senator NN  dobj  2
        as       as      IN  prep  4
        a        a       DT  det   7
        coward   coward  NN  pobj  5
        """,
        [(["the senator as a coward"], "see", "Voters")],
    ),
    "no source, no argument": (
        argument,
        """
        Rejected reject VBD ROOT  1
        the      the    DT  det   3
        offer    offer  NN  dobj  1
        """,
        [],
    ),
    "passive with agent": (
        passive,
        """
        The       the       DT  det       2
        plan      plan      NN  nsubjpass 4
        was       be        VBD auxpass   4
        mocked    mock      VBN ROOT      4
        by        by        IN  agent     4
        Holt      Holt      NNP pobj      5
        """,
        [(["The plan"], "was mocked", "Holt")],
    ),
    "passive whose as-phrase the parser hung on the agent": (
        passive,
        """
        The       the       DT  det       2
        plan      plan      NN  nsubjpass 4
        was       be        VBD auxpass   4
        described describe  VBN ROOT      4
        by        by        IN  agent     4
        Holt      Holt      NNP pobj      5
        as        as        IN  prep      6
        a         a         DT  det       9
        farce     farce     NN  pobj      7
        """,
        [(["The plan", "as a farce"], "was described", "Holt")],
    ),
    "passive of a verb that is no cue": (
        passive,
        """
        The       the       DT  det       2
        wall      wall      NN  nsubjpass 4
        was       be        VBD auxpass   4
        painted   paint     VBN ROOT      4
        by        by        IN  agent     4
        Holt      Holt      NNP pobj      5
        """,
        [],
    ),
    "passive of telling, with what is to be done": (
        told_to,
        """
        Guests    guest     NNS nsubjpass 3
        were      be        VBD auxpass   3
        told      tell      VBN ROOT      3
        to        to        TO  aux       5
        leave     leave     VB  xcomp     3
        """,
        [(["to leave"], "were told", "")],
    ),
    "passive of urging": (
        told_to,
        """
        Guests    guest     NNS nsubjpass 3
        were      be        VBD auxpass   3
        urged     urge      VBN ROOT      3
        to        to        TO  aux       5
        leave     leave     VB  xcomp     3
        """,
        [],
    ),
    "words on a sign": (
        inscribed,
        """
        They      they      PRP nsubj     2
        held      hold      VBD ROOT      2
        banners   banner    NNS dobj      2
        reading   read      VBG acl       3
        “         “         `` punct      6
        Go        go        VB  ccomp     4
        home      home      RB  advmod    6
        ”         ”         '' punct      6
        """,
        [(["“Go home”"], "reading", "They")],
    ),
    "words on a sign, with a relative clause": (
        inscribed,
        """
        Fans      fan       NNS nsubj     8
        who       who       WP  nsubj     3
        held      hold      VBD relcl     1
        banners   banner    NNS nsubj     5
        reading   read      VBG ccomp     3
        “         “         `` punct      5
        Stay      stay      VB  xcomp     5
        left      leave     VBD ROOT      8
        ”         ”         '' punct      8
        """,
        [(["“Stay left”"], "reading", "Fans")],
    ),
    "words on a sign that somebody sees": (
        inscribed,
        """
        They      they      PRP nsubj     2
        passed    pass      VBD ROOT      2
        banners   banner    NNS dobj      2
        reading   read      VBG acl       3
        “         “         `` punct      6
        Go        go        VB  ccomp     4
        home      home      RB  advmod    6
        ”         ”         '' punct      6
        """,
        [(["“Go home”"], "reading", "banners")],
    ),
    "words that people read": (
        inscribed,
        """
        They      they      PRP nsubj     2
        held      hold      VBD ROOT      2
        pupils    pupil     NNS dobj      2
        reading   read      VBG acl       3
        “         “         `` punct      6
        Go        go        VB  ccomp     4
        home      home      RB  advmod    6
        ”         ”         '' punct      6
        """,
        [],
    ),
    "noun with its owner": (
        noun_cue,
        """
        Holt      Holt      NNP poss      3
        's        's        POS case      1
        claim     claim     NN  nsubj     7
        that      that      IN  mark      6
        it        it        PRP nsubj     6
        rained    rain      VBD acl       3
        failed    fail      VBD ROOT      7
        """,
        [(["that it rained"], "claim", "Holt")],
    ),
    "noun with a by-phrase": (
        noun_cue,
        """
        A         a         DT  det       2
        claim     claim     NN  nsubj     8
        by        by        IN  prep      2
        Holt      Holt      NNP pobj      3
        that      that      IN  mark      7
        it        it        PRP nsubj     7
        rained    rain      VBD acl       2
        failed    fail      VBD ROOT      8
        """,
        [(["that it rained"], "claim", "Holt")],
    ),
    "noun whose verb only meets with it": (
        noun_cue,
        """
        Holt      Holt      NNP nsubj     2
        faces     face      VBZ ROOT      2
        a         a         DT  det       4
        claim     claim     NN  dobj      2
        that      that      IN  mark      7
        it        it        PRP nsubj     7
        rained    rain      VBD acl       4
        """,
        [(["that it rained"], "claim", "")],
    ),
    "noun that nobody owns": (
        noun_cue,
        """
        The       the       DT  det       2
        claim     claim     NN  nsubj     6
        that      that      IN  mark      5
        it        it        PRP nsubj     5
        rained    rain      VBD acl       2
        failed    fail      VBD ROOT      6
        """,
        [(["that it rained"], "claim", "")],
    ),
    "noun of thinking that nobody owns": (
        noun_cue,
        """
        The       the       DT  det       2
        belief    belief    NN  nsubj     6
        that      that      IN  mark      5
        it        it        PRP nsubj     5
        rained    rain      VBD acl       2
        failed    fail      VBD ROOT      6
        """,
        [],
    ),
    "noun before a colon": (
        noun_label,
        """
        Holt      Holt      NNP poss      3
        's        's        POS case      1
        verdict   verdict   NN  ROOT      3
        :         :         :   punct     3
        it        it        PRP nsubj     6
        rained    rain      VBD appos     3
        """,
        [(["it rained"], "verdict", "Holt")],
    ),
    "noun before a colon, nobody's": (
        noun_label,
        """
        The       the       DT  det       2
        verdict   verdict   NN  ROOT      2
        :         :         :   punct     2
        it        it        PRP nsubj     5
        rained    rain      VBD appos     2
        """,
        [],
    ),
    "another noun before a colon": (
        noun_label,
        """
        Holt      Holt      NNP poss      3
        's        's        POS case      1
        problem   problem   NN  ROOT      3
        :         :         :   punct     3
        it        it        PRP nsubj     6
        rained    rain      VBD appos     3
        """,
        [],
    ),
    "passive with an infinitive": (
        raised,
        """
        The       the       DT  det       2
        mayor     mayor     NN  nsubjpass 4
        is        be        VBZ auxpass   4
        said      say       VBN ROOT      4
        to        to        TO  aux       6
        smoke     smoke     VB  xcomp     4
        """,
        [(["The mayor", "to smoke"], "is said", "")],
    ),
    "passive with an infinitive, by somebody": (
        raised,
        """
        Roe       Roe       NNP nsubjpass 3
        is        be        VBZ auxpass   3
        said      say       VBN ROOT      3
        by        by        IN  agent     3
        Holt      Holt      NNP pobj      4
        to        to        TO  aux       7
        smoke     smoke     VB  xcomp     3
        """,
        [(["Roe", "to smoke"], "is said", "Holt")],
    ),
    "passive with an infinitive, of what is not told": (
        raised,
        """
        The       the       DT  det       2
        mayor     mayor     NN  nsubjpass 4
        is        be        VBZ auxpass   4
        sent      send      VBN ROOT      4
        to        to        TO  aux       6
        work      work      VB  xcomp     4
        """,
        [],
    ),
    "passive without an infinitive": (
        raised,
        """
        It        it        PRP nsubjpass 3
        is        be        VBZ auxpass   3
        said      say       VBN ROOT      3
        that      that      IN  mark      6
        it        it        PRP nsubj     6
        rained    rain      VBD ccomp     3
        """,
        [],
    ),
    "participle on a noun, with an infinitive": (
        raised,
        """
        Men       man       NNS nsubj     5
        said      say       VBN acl       1
        to        to        TO  aux       4
        smoke     smoke     VB  xcomp     2
        left      leave     VBD ROOT      5
        """,
        [],
    ),
    "adverb of hearsay": (
        hearsay,
        """
        The       the       DT  det       2
        mayor     mayor     NN  nsubj     4
        reportedly reportedly RB advmod   4
        left      leave     VBD ROOT      4
        in        in        IN  prep      4
        spring    spring    NN  pobj      5
        """,
        [(["The mayor", "left in spring"], "reportedly", "")],
    ),
    "adverb of hearsay, another clause joined": (
        hearsay,
        """
        Roe       Roe       NNP nsubj     3
        allegedly allegedly RB  advmod    3
        left      leave     VBD ROOT      3
        and       and       CC  cc        3
        Holt      Holt      NNP nsubj     6
        stayed    stay      VBD conj      3
        """,
        [(["Roe", "left"], "allegedly", "")],
    ),
    "adverb of hearsay on a participle": (
        hearsay,
        """
        The       the       DT  det       4
        allegedly allegedly RB  advmod    3
        stolen    steal     VBN amod      4
        car       car       NN  nsubj     5
        burned    burn      VBD ROOT      5
        """,
        [],
    ),
    "another adverb": (
        hearsay,
        """
        The       the       DT  det       2
        mayor     mayor     NN  nsubj     4
        slowly    slowly    RB  advmod    4
        left      leave     VBD ROOT      4
        """,
        [],
    ),
    "question and answer": (
        exchange,
        """
        Roe       Roe       NNP nsubj     2
        asked     ask       VBD ROOT      2
        ,         ,         ,   punct     2
        “         “         ``  punct     6
        Who       who       WP  nsubj     6
        left      leave     VBD ccomp     2
        ?         ?         .   punct     6
        ”         ”         ''  punct     6
        “         “         ``  punct     10
        Nobody    nobody    NN  ccomp     14
        ,         ,         ,   punct     10
        ”         ”         ''  punct     10
        she       she       PRP nsubj     14
        replied   reply     VBD conj      2
        """,
        [(["“Who left?”"], "asked", "Roe"), (["“Nobody,”"], "replied", "she")],
    ),
    "a quoted sentence after one on a person": (
        gestures,
        """
        The       the       DT  det       2
        mayor     mayor     NN  nsubj     3
        shrugged  shrug     VBD ROOT      3
        .         .         .   punct     3
        “         “         ``  punct     7
        We        we        PRP nsubj     7
        left      leave     VBD ROOT      7
        .         .         .   punct     7
        ”         ”         ''  punct     7
        """,
        [(["“We left.”"], "", "The mayor")],
    ),
    "a quoted sentence after one on a thing": (
        gestures,
        """
        The       the       DT  det       2
        bridge    bridge    NN  nsubj     3
        fell      fall      VBD ROOT      3
        .         .         .   punct     3
        “         “         ``  punct     7
        We        we        PRP nsubj     7
        left      leave     VBD ROOT      7
        .         .         .   punct     7
        ”         ”         ''  punct     7
        """,
        [],
    ),
    "two statements side by side": (
        exchange,
        """
        Roe       Roe       NNP nsubj     2
        said      say       VBD ROOT      2
        ,         ,         ,   punct     2
        “         “         ``  punct     6
        Holt      Holt      NNP nsubj     6
        left      leave     VBD ccomp     2
        .         .         .   punct     6
        ”         ”         ''  punct     6
        “         “         ``  punct     10
        Nobody    nobody    NN  ccomp     14
        ,         ,         ,   punct     10
        ”         ”         ''  punct     10
        she       she       PRP nsubj     14
        replied   reply     VBD conj      2
        """,
        [],
    ),
    "clause after, goes on from its cue": (
        clause_after,
        """
        Holt      Holt      NNP nsubj     2
        said      say       VBD ROOT      2
        the       the       DT  det       4
        jail      jail      NN  nsubj     5
        leaked    leak      VBD ccomp     2
        and       and       CC  cc        5
        accused   accuse    VBD conj      5
        Roe       Roe       NNP dobj      7
        """,
        [(["the jail leaked"], "said", "Holt")],
    ),
    "clause after, goes on itself": (
        clause_after,
        """
        Holt      Holt      NNP nsubj     2
        said      say       VBD ROOT      2
        the       the       DT  det       4
        mayor     mayor     NN  nsubj     5
        slept     sleep     VBD ccomp     2
        and       and       CC  cc        5
        accused   accuse    VBD conj      5
        Roe       Roe       NNP dobj      7
        """,
        [(["the mayor slept and accused Roe"], "said", "Holt")],
    ),
    "object of a cue that goes on from another": (
        argument,
        """
        Holt      Holt      NNP nsubj     2
        said      say       VBD ROOT      2
        the       the       DT  det       4
        jail      jail      NN  nsubj     5
        leaked    leak      VBD ccomp     2
        and       and       CC  cc        5
        accused   accuse    VBD conj      5
        Roe       Roe       NNP dobj      7
        """,
        [(["Roe"], "accused", "Holt")],
    ),
    "clause after a bare participle: who was asked does not ask": (
        clause_after,
        """
        Asked     ask       VBN advcl     6
        if        if        IN  mark      4
        it        it        PRP nsubj     4
        rained    rain      VBD advcl     1
        Holt      Holt      NNP nsubj     6
        nodded    nod       VBD ROOT      6
        """,
        [(["if it rained"], "Asked", "")],
    ),
    "clause after, stopped short of": (
        clause_after,
        """
        Holt      Holt      NNP nsubj     2
        stopped   stop      VBD ROOT      2
        short     short     RB  advmod    2
        of        of        IN  prep      3
        denying   deny      VBG pcomp     4
        it        it        PRP nsubj     7
        rained    rain      VBD ccomp     5
        """,
        [(["it rained"], "stopped short of denying", "Holt")],
    ),
    "what is not granted is not denied": (
        argument,
        """
        Courts    court     NNS nsubj     2
        denied    deny      VBD ROOT      2
        him       he        PRP dative    2
        bail      bail      NN  dobj      2
        """,
        [],
    ),
    "what is not granted, in the passive": (
        passive,
        """
        Roe       Roe       NNP nsubjpass 3
        was       be        VBD auxpass   3
        denied    deny      VBN ROOT      3
        entry     entry     NN  dobj      3
        """,
        [],
    ),
    "adjective": (
        adjective_cue,
        """
        Holt      Holt      NNP nsubj     2
        is        be        VBZ ROOT      2
        sure      sure      JJ  acomp     2
        it        it        PRP nsubj     5
        rained    rain      VBD ccomp     3
        """,
        [(["it rained"], "is sure", "Holt")],
    ),
    "adjective before its noun": (
        adjective_cue,
        """
        A         a         DT  det       3
        sure      sure      JJ  amod      3
        sign      sign      NN  ROOT      3
        """,
        [],
    ),
    "quotation before its cue": (
        quoted,
        """
        “         “         ``  punct     7
        It        it        PRP nsubj     3
        rained    rain      VBD ccomp     7
        ,         ,         ,   punct     7
        ”         ”         ''  punct     7
        she       she       PRP nsubj     7
        said      say       VBD ROOT      7
        """,
        [(["“It rained,”"], "said", "she")],
    ),
    "quotation after its cue": (
        quoted,
        """
        She       she       PRP nsubj     2
        said      say       VBD ROOT      2
        :         :         :   punct     2
        “         “         ``  punct     6
        It        it        PRP nsubj     6
        rained    rain      VBD ccomp     2
        .         .         .   punct     6
        ”         ”         ''  punct     6
        """,
        [(["“It rained.”"], "said", "She")],
    ),
    "quotation after a name and a colon": (
        quoted,
        """
        Holt      Holt      NNP ROOT      1
        :         :         :   punct     1
        “         “         ``  punct     5
        It        it        PRP nsubj     5
        rained    rain      VBD ccomp     1
        .         .         .   punct     5
        ”         ”         ''  punct     5
        """,
        [(["“It rained.”"], "", "Holt")],
    ),
    "a title in marks": (
        quoted,
        """
        “         “         ``  punct     2
        Rain      Rain      NNP nsubj     4
        ”         ”         ''  punct     2
        opened    open      VBD ROOT      4
        in        in        IN  prep      4
        May       May       NNP pobj      5
        """,
        [],
    ),
    "a paragraph that is led over to": (
        introduced,
        """
        Holt      Holt      NNP nsubj     2
        added     add       VBD ROOT      2
        :         :         :   punct     2
        ¶         ¶         _SP dep       3
        It        it        PRP nsubj     6
        rained    rain      VBD ROOT      6
        on        on        IN  prep      6
        us        we        PRP pobj      7
        all       all       DT  npadvmod  6
        .         .         .   punct     6
        """,
        [(["It rained on us all."], "added", "Holt")],
    ),
    "a paragraph after a colon that quotes nobody": (
        introduced,
        """
        Holt      Holt      NNP nsubj     2
        sailed    sail      VBD ROOT      2
        :         :         :   punct     2
        ¶         ¶         _SP dep       3
        It        it        PRP nsubj     6
        rained    rain      VBD ROOT      6
        on        on        IN  prep      6
        us        we        PRP pobj      7
        all       all       DT  npadvmod  6
        .         .         .   punct     6
        """,
        [],
    ),
}

UD = {
    "words on a sign": (
        inscribed,
        """
        They      they      PRP nsubj     2
        held      hold      VBD root      2
        banners   banner    NNS obj       2
        reading   read      VBG acl       3
        “         “         `` punct      6
        Go        go        VB  ccomp     4
        home      home      RB  advmod    6
        ”         ”         '' punct      6
        """,
        [(["“Go home”"], "reading", "They")],
    ),
    "passive of telling, with what is to be done": (
        told_to,
        """
        Guests    guest     NNS nsubj:pass 3
        were      be        VBD aux:pass   3
        told      tell      VBN root       3
        to        to        TO  mark       5
        leave     leave     VB  xcomp      3
        """,
        [(["to leave"], "were told", "")],
    ),
    "clause after": (
        clause_after,
        """
        She     she   PRP nsubj 2
        said    say   VBD root  2
        that    that  IN  mark  6
        it      it    PRP nsubj 6
        was     be    VBD cop   6
        rain    rain  NN  ccomp 2
        .       .     .   punct 2
        """,
        [(["that it was rain"], "said", "She")],
    ),
    "clause after, with a hearer": (
        clause_after,
        """
        Holt       Holt     NNP nsubj 2
        told       tell     VBD root  2
        reporters  reporter NNS iobj  2
        it         it       PRP nsubj 5
        rained     rain     VBD ccomp 2
        """,
        [(["it rained"], "told", "Holt")],
    ),
    "clause after, without denying": (
        clause_after,
        """
        Holt     Holt    NNP nsubj 2
        left     leave   VBD root  2
        without  without IN  mark  4
        denying  deny    VBG advcl 2
        that     that    IN  mark  7
        it       it      PRP nsubj 7
        rained   rain    VBD ccomp 4
        """,
        [(["that it rained"], "denying", "Holt")],
    ),
    "clause after, quoted as saying": (
        clause_after,
        """
        He      he    PRP nsubj:pass 3
        was     be    VBD aux:pass   3
        quoted  quote VBN root       3
        as      as    IN  mark       5
        saying  say   VBG advcl      3
        it      it    PRP nsubj      7
        rained  rain  VBD ccomp      5
        """,
        [(["it rained"], "was quoted as saying", "He")],
    ),
    "made clear": (
        made_clear,
        """
        She     she   PRP nsubj 2
        made    make  VBD root  2
        it      it    PRP expl  2
        clear   clear JJ  xcomp 2
        that    that  IN  mark  7
        it      it    PRP nsubj 7
        rained  rain  VBD ccomp 2
        """,
        [(["that it rained"], "made it clear", "She")],
    ),
    "clause before, as parataxis": (
        clause_around,
        """
        It      it    PRP nsubj     2
        rained  rain  VBD root      2
        ,       ,     ,   punct     5
        she     she   PRP nsubj     5
        said    say   VBD parataxis 2
        .       .     .   punct     2
        """,
        [(["It rained"], "said", "she")],
    ),
    "clause around, whose head is no verb": (
        clause_around,
        """
        The     the   DT  det       2
        deal    deal  NN  nsubj     9
        ,       ,     ,   punct     5
        she     she   PRP nsubj     5
        said    say   VBD parataxis 9
        ,       ,     ,   punct     5
        was     be    VBD cop       9
        a       a     DT  det       9
        farce   farce NN  root      9
        """,
        [(["The deal", "was a farce"], "said", "she")],
    ),
    "phrase": (
        phrase_cue,
        """
        According accord VBG case  3
        to        to     IN  fixed 1
        Holt      Holt   NNP obl   6
        ,         ,      ,   punct 3
        it        it     PRP nsubj 6
        rained    rain   VBD root  6
        """,
        [(["it rained"], "According to", "Holt")],
    ),
    "phrase after": (
        phrase_cue,
        """
        It        it     PRP nsubj 2
        rained    rain   VBD root  2
        ,         ,      ,   punct 6
        according accord VBG case  6
        to        to     IN  fixed 4
        Holt      Holt   NNP obl   2
        """,
        [(["It rained"], "according to", "Holt")],
    ),
    "object": (
        argument,
        """
        Holt     Holt   NNP nsubj 2
        rejected reject VBD root  2
        the      the    DT  det   4
        offer    offer  NN  obj   2
        """,
        [(["the offer"], "rejected", "Holt")],
    ),
    "infinitive": (
        argument,
        """
        Holt     Holt   NNP nsubj 2
        refused  refuse VBD root  2
        to       to     TO  mark  4
        pay      pay    VB  xcomp 2
        """,
        [(["to pay"], "refused", "Holt")],
    ),
    "object and infinitive": (
        argument,
        """
        Holt     Holt   NNP nsubj 2
        urged    urge   VBD root  2
        people   people NNS obj   2
        to       to     TO  mark  5
        pay      pay    VB  xcomp 2
        """,
        [(["people to pay"], "urged", "Holt")],
    ),
    "object and predicate": (
        argument,
        """
        Holt     Holt   NNP nsubj 2
        called   call   VBD root  2
        the      the    DT  det   4
        deal     deal   NN  obj   2
        a        a      DT  det   6
        farce    farce  NN  xcomp 2
        """,
        [(["the deal a farce"], "called", "Holt")],
    ),
    "preposition": (
        argument,
        """
        Holt     Holt   NNP nsubj 2
        called   call   VBD root  2
        for      for    IN  case  4
        calm     calm   NN  obl   2
        """,
        [(["calm"], "called", "Holt")],
    ),
    "preposition that leads to no frame": (
        argument,
        """
        Holt     Holt   NNP nsubj 2
        called   call   VBD root  2
        from     from   IN  case  4
        Oslo     Oslo   NNP obl   2
        """,
        [],
    ),
    "passive with agent": (
        passive,
        """
        The       the       DT  det        2
        plan      plan      NN  nsubj:pass 4
        was       be        VBD aux:pass   4
        mocked    mock      VBN root       4
        by        by        IN  case       6
        Holt      Holt      NNP obl:agent  4
        """,
        [(["The plan"], "was mocked", "Holt")],
    ),
    "passive with agent and predicate": (
        passive,
        """
        The       the       DT  det        2
        plan      plan      NN  nsubj:pass 4
        was       be        VBD aux:pass   4
        described describe  VBN root       4
        by        by        IN  case       6
        Holt      Holt      NNP obl:agent  4
        as        as        IN  case       9
        a         a         DT  det        9
        farce     farce     NN  obl        4
        """,
        [(["The plan", "as a farce"], "was described", "Holt")],
    ),
    "passive with a gerund": (
        passive,
        """
        Roe       Roe       NNP nsubj:pass 3
        was       be        VBD aux:pass   3
        accused   accuse    VBN root       3
        of        of        IN  mark       5
        lying     lie       VBG advcl      3
        by        by        IN  case       7
        Holt      Holt      NNP obl:agent  3
        """,
        [(["Roe", "of lying"], "was accused", "Holt")],
    ),
    "noun with a by-phrase": (
        noun_cue,
        """
        A         a         DT  det       2
        claim     claim     NN  nsubj     8
        by        by        IN  case      4
        Holt      Holt      NNP nmod      2
        that      that      IN  mark      7
        it        it        PRP nsubj     7
        rained    rain      VBD acl       2
        failed    fail      VBD root      8
        """,
        [(["that it rained"], "claim", "Holt")],
    ),
    "noun with a preposition": (
        noun_cue,
        """
        Holt      Holt      NNP nmod:poss 3
        's        's        POS case      1
        criticism criticism NN  nsubj     7
        of        of        IN  case      6
        the       the       DT  det       6
        plan      plan      NN  nmod      3
        stung     sting     VBD root      7
        """,
        [(["the plan"], "criticism", "Holt")],
    ),
    "adjective": (
        adjective_cue,
        """
        Holt      Holt      NNP nsubj     3
        is        be        VBZ cop       3
        sure      sure      JJ  root      3
        it        it        PRP nsubj     5
        rained    rain      VBD ccomp     3
        """,
        [(["it rained"], "is sure", "Holt")],
    ),
    "quotation before its cue": (
        quoted,
        """
        “         “         ``  punct     3
        It        it        PRP nsubj     3
        rained    rain      VBD root      3
        ,         ,         ,   punct     3
        ”         ”         ''  punct     3
        she       she       PRP nsubj     7
        said      say       VBD parataxis 3
        """,
        [(["“It rained,”"], "said", "she")],
    ),
}
CLEAR["a headline with a label"] = (
    headlines,
    """
        Mayor     mayor     NN  dep       5
        :         :         :   punct     5
        Bridge    bridge    NN  nsubj     5
        will      will      MD  aux       5
        reopen    reopen    VB  ROOT      5
        ¶         ¶         _SP dep       5
        Rain      rain      NN  nsubj     8
        fell      fall      VBD conj      5
        .         .         .   punct     8
        """,
    [(["Bridge will reopen"], ":", "Mayor")],
)
CLEAR["a headline with a topic"] = (
    headlines,
    """
        Weather   weather   NN  dep       5
        :         :         :   punct     5
        Rain      rain      NN  nsubj     5
        will      will      MD  aux       5
        fall      fall      VB  ROOT      5
        ¶         ¶         _SP dep       5
        Rain      rain      NN  nsubj     8
        fell      fall      VBD conj      5
        .         .         .   punct     8
        """,
    [],
)

CLEAR["what somebody's claim is"] = (
    noun_is,
    """
        Her       her      PRP$ poss  2
        message   message  NN   nsubj 3
        was       be       VBD  ROOT  3
        that      that     IN   mark  6
        it        it       PRP  nsubj 6
        rained    rain     VBD  ccomp 3
        """,
    [(["that it rained"], "message was", "Her")],
)
CLEAR["what nobody's claim is"] = (
    noun_is,
    """
        The       the      DT   det   2
        message   message  NN   nsubj 3
        was       be       VBD  ROOT  3
        that      that     IN   mark  6
        it        it       PRP  nsubj 6
        rained    rain     VBD  ccomp 3
        """,
    [],
)
CLEAR["what somebody wants to know"] = (
    remarks,
    """
        They      they     PRP  nsubj 2
        wanted    want     VBD  ROOT  2
        to        to       TO   aux   4
        know      know     VB   xcomp 2
        why       why      WRB  advmod 7
        it        it       PRP  nsubj 7
        rained    rain     VBD  ccomp 4
        """,
    [(["why it rained"], "wanted to know", "They")],
)
CLEAR["whom somebody wants to know"] = (
    remarks,
    """
        They      they     PRP  nsubj 2
        wanted    want     VBD  ROOT  2
        to        to       TO   aux   4
        know      know     VB   xcomp 2
        her       her      PRP  dobj  4
        """,
    [],
)

Find = Callable[[Context], Iterator[Candidate]]
Row = tuple[Find, str, Sequence[Found]]


@pytest.mark.parametrize(("rule", "table", "expected"), CLEAR.values(), ids=CLEAR)
def test_clear_trees(rule: Find, table: str, expected: list[Found]) -> None:
    context = context_of(table)
    assert texts(context, rule(context)) == expected


@pytest.mark.parametrize(("rule", "table", "expected"), UD.values(), ids=UD)
def test_ud_trees(rule: Find, table: str, expected: list[Found]) -> None:
    context = context_of(table, scheme="ud")
    assert texts(context, rule(context)) == expected


# These two read paragraphs, not trees; see test_turns.py and test_signed.py.
@pytest.mark.parametrize(
    "rule", [r.find for r in RULES if r.needs_parse], ids=lambda find: find.__name__
)
def test_each_rule_has_a_positive_and_a_negative_tree(rule: Find) -> None:
    answers = [bool(expected) for tested, _, expected in CLEAR.values() if tested is rule]
    assert True in answers
    assert False in answers


@pytest.mark.parametrize(("rule", "table", "expected"), CLEAR.values(), ids=CLEAR)
def test_the_evidence_says_more_than_the_cue(rule: Find, table: str, expected: list[Found]) -> None:
    details = [c.detail for c in rule(context_of(table))]
    assert len(details) == len(expected)
    assert [d for d in details if not re.sub("“.*?”", "", d).strip()] == []


@pytest.mark.parametrize("rule", [r.find for r in RULES], ids=lambda find: find.__name__)
def test_rules_accept_a_text_without_words(rule: Find) -> None:
    context = context_of("“ “ `` punct 1\n” ” '' punct 1")
    assert texts(context, rule(context)) == []


@pytest.mark.parametrize(
    ("table", "negated"), [("clause after", False), ("clause after, negated", True)]
)
def test_a_negated_cue_is_marked(table: str, negated: bool) -> None:
    context = context_of(CLEAR[table][1])
    assert [c.negated for c in clause_after(context)] == [negated]


def test_without_negates_in_ud() -> None:
    context = context_of(UD["clause after, without denying"][1], scheme="ud")
    assert [c.negated for c in clause_after(context)] == [True]

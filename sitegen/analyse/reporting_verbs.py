"""Verbs that report what somebody said: data only."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAYING = _words(
    """said says say added adds asked asks wrote writes replied replies responded responds explained explains continued
    continues recalled recalls remarked remarks noted observed observes insisted insists concluded concludes
    tweeted tweets posted posts quipped joked declared declares stated announced announces warned warns argued
    argues commented comments countered admitted admits acknowledged acknowledges stressed stresses emphasized
    emphasizes emphasised emphasises exclaimed cried shouted yelled yells whispered murmured wondered mused
    boasted lamented complained protested pleaded urged urges promised promises predicted predicts confirmed
    confirms reiterated reiterates repeated testified recounted opined conceded concedes maintained maintains
    asserted asserts contended contends suggested suggests read reads reported claimed agreed agrees sang sings
    chanted tells told signaled signalled vowed vows pledged pledges"""
)
"""May stand on either side of the speaker: `“…,” Reed said`, `“…,” said Reed`."""

DESCRIBING = _words(
    """called described describes characterized characterised characterizes labeled labelled labels dubbed branded
    denounced denounces condemned condemns criticized criticised blasted slammed hailed hails praised praises
    welcomed dismissed dismisses rejected rejects accused accuses cited cites demanded ordered expressed voiced
    highlighted highlights underscored hinted indicated indicates revealed reveals believes believed thought
    thinks considers deemed viewed views sees feared fears hopes hoped wants wanted informed advised instructed
    assured reminded encouraged quoted referred refers pointed defended defends proclaimed proclaims
    raised spoke speaks mentioned mocked ridiculed scolded attacked"""
)
"""Stand after the speaker and before the words."""

NOT_INVERTED = _words("told tells urged urges suggested suggests signaled signalled promised promises read reads")
"""Of `SAYING`: what follows them is spoken to, or the words themselves."""

PARTICIPLES = _words(
    """saying adding asking writing telling arguing warning announcing declaring claiming stating noting insisting
    explaining calling describing characterizing labeling labelling dubbing branding denouncing condemning
    accusing citing indicating suggesting stressing emphasizing acknowledging confirming promising predicting
    tweeting commenting concluding maintaining reiterating asserting quoting demanding proclaiming criticizing
    chanting shouting urging pledging vowing"""
)
"""Have the subject of the sentence, or the noun just before them: `a readout indicating that “…”`."""

NOUNS_TOO = _words("states claims reports calls notes demands charges quotes")
"""Verbs only when a clause, a pronoun or the words themselves follow: `the report states that “…”`."""

CLAIMING = _words(
    """said says say told tells tell argued argues argue insisted insists insist contended contends contend alleged
    alleges allege estimated estimates estimate believed believes believe thought thinks think warned warns warn
    stressed stresses stress emphasized emphasizes emphasised emphasises reiterated reiterates complained complains
    complain lamented testified testify remarked opined quipped joked tweeted boasted cautioned cautions caution"""
)
"""Report a claim whatever follows them."""

CLAIMING_THAT = (
    SAYING
    | DESCRIBING
    | _words(
        """show shows showed shown find finds found suggest claim claims report reports reckon reckons calculated
        calculates doubt doubts doubted suspect suspects ruled determined established disclosed learned speculated
        concede acknowledge admit confirm recall conclude announce declare state agree observe hint indicate reveal
        note fear maintain explain add swore swears forecast forecasts projects felt feel feels heard assumes assume
        guess imply implies implied hope assures figured"""
    )
) - CLAIMING
"""Report a claim when a clause follows (`announced that …`), else an act (`announced a ban`)."""

CLAIMING_WITH = {
    "of": _words("accused accuses accuse accusing"),
    "for": _words("blamed blames blame criticised criticises criticise criticized criticizes criticize faulted faults"),
    "on": _words("blamed blames blame"),
    "as": _words(
        """described describes describe portrayed portrays portray characterised characterises characterized
        characterizes depicted depicts hailed hails hail denounced denounces denounce condemned condemns condemn
        criticised criticises criticized criticizes praised praises dismissed dismisses dismiss derided derides
        sees see views view cast casts framed frames regards regard branded brands"""
    ),
    "at": _words("put puts"),
}
"""Report a claim when their object stands before this word: `described the plan as a gift`; `at` a number."""

CLAIMING_STRAIGHT = {
    "of": _words("spoke speaks speak boasts boast"),
    "about": _words("spoke speaks"),
    "for": _words("argued argues"),
}
"""Report a claim when this word follows at once: `spoke of chaos`."""

CLAIMING_TO = _words("claims claimed claim professes professed purports purported")
"""Report a claim when an infinitive follows: `claimed to have found it`."""

CALLING = _words("called calls call labelled labeled labels deemed deems considers consider declared")
"""Report a claim when an object and what it is said to be follow: `called the plan a mistake`."""

BELIEVING = _words("believe believes think thinks expect expects agree accept feel doubt anticipate")
"""Of these, what somebody does not is a claim as well: `does not believe that …`."""

PROGRESSIVE = _words("saying warning claiming arguing insisting suggesting predicting reporting telling")
"""After a form of `be`, report a claim when a clause follows: `is saying that …`."""

CONVINCED = _words(
    """convinced confident certain sure adamant worried concerned afraid hopeful optimistic doubtful sceptical skeptical
    positive fearful satisfied clear"""
)
"""After a form of `be` and before `that`, words for what somebody thinks: `is convinced that …`."""

ORDERING = _words("told tells tell warned warns warn cautioned")
"""Of the claiming, those that are an act with an object and an infinitive: `told residents to stay`."""

DENYING = _words(
    """denied denies deny refuted refutes refute rejected rejects reject dismissed dismisses dismiss disputed disputes
    dispute repudiated repudiates rebutted rebuts contradicted contradicts rubbished disavowed"""
)
"""With a claim as their object, the source's word that something is not so."""

DISPUTING = _words("disputed disputes dispute refuted refutes contested contests contradicted contradicts")
"""Of these, and beside them: whatever the object, the source's word that it is not so."""

RECALLING = _words("described describes describe recalled recalls recall reported report reports admitted admits admit")
"""Report a claim when a gerund follows (`described hearing shots`)."""

EXPECTING = _words("expect expects foresee foresees anticipate anticipates predict predicts predicted")
"""The source's word that something will be."""

FORECASTING = _words("forecast forecasts projected projects")
"""The same, when a clause or what will be follows."""

PLEDGING = _words("pledged pledges vowed vows promised promises threatened threatens")
"""With an infinitive, the source's word that something will be."""

NOUN_OR_VERB = NOUNS_TOO | _words(
    "claim report note demand view charge quote doubt fear hint forecast forecasts estimate"
)
"""No verbs where a verb stands before them in the clause: `she cited a report that …`."""

PLURAL_ONLY = _words("state claim report note demand view charge quote doubt fear hint estimate")
"""Nouns, or verbs behind a plural: `auditors state that …`, but `an explosion state police …`."""

RESPONDING = _words("responded responds replied replies")
"""Report a claim when it follows at once; `to` somebody or something, they are an act."""

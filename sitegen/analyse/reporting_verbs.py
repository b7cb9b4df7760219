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
    """said says say told tells tell added adds argued argues argue insisted insists insist contended contends contend
    maintains noted explained explains asserted asserts alleged alleges allege estimated
    predicted predicts predict believes believe thinks think warned warns warn stressed stresses emphasized
    emphasizes emphasised emphasises reiterated reiterates complained complains lamented testified wrote writes
    remarked opined quipped joked tweeted boasted"""
)
"""Report a claim whatever follows them."""

CLAIMING_THAT = (
    SAYING | DESCRIBING | _words("show shows showed found finds suggest claim reports reckons calculated")
) - CLAIMING
"""Report a claim when a clause follows (`announced that …`), else an act (`announced a ban`)."""

DENYING = _words("denied denies deny refuted refutes rejected rejects dismissed dismisses disputed disputes")
"""With a claim as their object, the source's word that something is not so."""

PLEDGING = _words("pledged pledges vowed vows promised promises threatened threatens")
"""With an infinitive, the source's word that something will be."""

"""Words by which two sentences can contradict each other: data, no logic.

Written by hand from general English; base forms, lower case.
"""

SUPPORTING = frozenset(
    """
    accept agree allow approve authorise authorize back backed confirm embrace endorse favor favour permit ready
    signal support welcome willing willingness
    """.split()
)
OPPOSING = frozenset(
    """
    ban block condemn decline denounce deny disapprove dismiss forbid object oppose opposition prohibit rebuff
    refuse refusal reject rejection resist resistance rule unwilling veto
    """.split()
)

ANTONYMS: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        (
            "rise rose risen increase grow grew climb gain jump soar surge higher",
            "fall fell fallen decrease decline drop lose shrink sink slump lower",
        ),
        ("win won victory", "lose lost"),
        ("guilty convict conviction", "innocent acquit acquittal cleared"),
        ("arrest detain jail imprison", "release free freed"),
        ("alive survive survivor rescued", "dead die died death"),
        ("resume continue ongoing", "conclude end finish suspend halt"),
        ("open reopen", "close shut closure"),
        ("confirm acknowledge admit", "deny denial"),
        ("hire appoint promote", "fire dismiss resign sack oust"),
        ("strengthen tighten", "weaken loosen ease"),
        ("legal lawful", "illegal unlawful"),
        ("accept approve pass", "reject refuse veto"),
    )
)
"""Words that, one in each of two sentences, mean that they do not say the same."""

ENDING = frozenset("abandon cancel cease discontinue halt quit scrap stop suspend".split())
RESUMING = frozenset("reopen restart resume".split())

NEGATIONS = frozenset("not n't no never none neither nor nobody nothing without cannot fail failed lack".split())

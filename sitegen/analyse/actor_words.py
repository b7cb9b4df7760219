"""Words for those who can act, and verbs that show where a subject ends: data only, written by hand."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BODIES = _words(
    """agency airline alliance army assembly association authority bank battalion board body brigade broadcaster
    cabinet charity church club coalition college commission committee company congress consortium council
    country county court delegation department embassy factory family firm force foundation government group
    hospital household industry institute jury league legislature maker manufacturer management market
    militia ministry movement municipality navy neighbourhood neighborhood newspaper opposition operator
    organisation organization panel paper parliament party police presidency publisher regime regulator
    retailer school secretariat senate state supplier team think-tank treasury tribunal union university
    utility watchdog administration leadership military crew side world bloc republic kingdom nation city
    town village region province carmaker automaker start-up startup startups"""
)
"""Of many people; with -s and -ies as well."""

PEOPLE = _words(
    """activist adviser advisor aide ally ambassador analyst architect artist attorney author banker billionaire
    boss brother buyer candidate captain champion chairman chairwoman chancellor chief child citizen
    civilian clerk coach colleague commander commissioner consumer correspondent councillor couple critic
    customer daughter defendant delegate demonstrator deputy designer developer diplomat director doctor
    doorman driver economist editor emigrant employee employer engineer envoy executive expert farmer father
    fighter fisherman firefighter founder friend general governor guard guest historian hostage husband
    immigrant inhabitant inspector insurer investigator investor islander journalist judge king landlord
    lawmaker lawyer leader lecturer legislator lender manager man mayor mediator member merchant militant
    miner minister minority monk mother mourner musician negotiator neighbour neighbor nurse observer
    officer official opponent organiser organizer owner pastor parent partner passenger patient person pilot
    player policeman politician president priest prince prisoner producer professor prosecutor protester
    queen rebel refugee relative reporter representative rescuer researcher resident rival sailor scholar
    scientist secretary senator settler shareholder sheriff sister soldier son spokesman spokesperson
    spokeswoman striker student supporter survivor suspect teacher tenant tourist trader troop unionist user
    victim villager volunteer voter wife witness woman worker writer youth"""
)
"""Singular; with -s, -men, -women and -ies as well."""

MANY = _words(
    """people police men women children families ministries authorities troops folk clergy staff others both many
    some"""
)
"""Plural by themselves."""

NO_VERBS = _words(
    """and or nor but who whom whose which that of in on at by for with from to into near over under about against
    among between across through during after before since until within without inside outside than as like
    per via not only when while where if because although though"""
)
"""After a noun they are no verb."""

PAST = _words(
    """ate beat became began bent bet bit blew bore bought bound broke brought built burst came cast caught chose
    clung cost crept cut dealt did dove drank drew drove dug fed fell felt fled flew forbade forgot fought
    found froze gave got grew had held hid hit hung hurt kept knelt knew laid lay leapt learnt led left lent
    let lit lost made meant met overcame overthrew paid put quit ran rang rode rose said sang sank sat saw
    sent set shook shot shrank shut slept slid sold sought spent split spoke sprang spread stole stood
    strode struck stuck swam swept swore swung taught thought threw told took tore undertook understood
    upheld went withdrew woke won wore wound wrote"""
)
"""Irregular past forms."""

AUXILIARIES = _words(
    """is are was were has have had will would could can may might must should did does do won’t won't isn’t isn't
    aren’t aren't wasn’t wasn't weren’t weren't hasn’t hasn't haven’t haven't didn’t didn't doesn’t doesn't
    don’t don't cannot can’t can't couldn’t couldn't wouldn’t wouldn't"""
)

"""Words for those who act for a country, and for its bodies: data only, written by hand."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ROLES = _words(
    """president chancellor premier minister secretary secretary-general envoy ambassador diplomat negotiator
    commissioner king queen prince princess monarch general admiral marshal colonel captain commander
    brigadier spokesman spokeswoman spokesperson chief undersecretary leader prosecutor attorney delegate
    consul adviser advisor aide official representative governor-general ayatollah emperor sultan emir"""
)
"""Before a person's name, after a country's, they say that the person speaks for it."""

OFFICIALS = _words(
    """officials authorities leaders lawmakers legislators parliamentarians deputies senators ministers diplomats
    negotiators envoys ambassadors delegates delegation troops forces soldiers sailors airmen commanders
    generals officers police prosecutors investigators regulators inspectors guards president government
    negotiating team side leadership representatives judges spies agents firefighters rescuers planes jets
    warships drones missiles strikes"""
)
"""After a country's name or its adjective: they act for it."""

BODIES = _words(
    """ministry department government cabinet parliament senate congress assembly army navy military force forces
    guard police treasury embassy consulate court intelligence agency authority commission council office
    service administration presidency foreign defense defence marines command staff board delegation mission
    bureau"""
)
"""In the name of an organisation, with a country's: it is a body of it."""

NOT_ANY_MORE = ("former", "ex-", "late", "then", "exiled", "anti-", "pro-")
"""Before a role: who has it no more, or is against the country."""

"""Views: what follows from a whole briefing, found once for the pages and for `briefing.json`."""

from dataclasses import replace

from sitegen.concordance import find_utterances
from sitegen.each import Each, here
from sitegen.events import find_events
from sitegen.model import Briefing
from sitegen.positions import find_positions


def with_views(briefing: Briefing, each: Each = here) -> Briefing:
    """The briefing with the words that several articles quote, the events that they date and the positions in them.

    Of a briefing within its rights: all are found from what may be shown. `each`: who reads articles for them.
    """
    return replace(
        briefing,
        utterances=find_utterances(briefing, each),
        events=find_events(briefing, each),
        positions=find_positions(briefing, each),
    )

"""Who is named where, who speaks, and who has a page: look-ups over the names and quotations of a briefing."""

from collections import defaultdict

from sitegen.each import Each, here
from sitegen.model import Briefing, Mention, Quote, Ruling
from sitegen.speakers import find_speakers, names_with_page, stated_speakers

PRONOUNS = frozenset("he she they it we i you one both".split())


class Naming:
    """The names of a briefing, by place and by page."""

    def __init__(self, briefing: Briefing, each: Each = here):
        """`each`: who goes through single articles."""
        self.in_sentence: defaultdict[str, list[tuple[Mention, str]]] = defaultdict(list)
        """Sentence id → the names in it, by place, with the ids of what they name."""
        for entity in briefing.entities:
            for mention in entity.mentions:
                self.in_sentence[mention.sentence].append((mention, entity.id))
        for found in self.in_sentence.values():
            found.sort(key=lambda pair: pair[0].start)
        self.speakers = find_speakers(briefing, each)
        self.stated: dict[Quote, Ruling] = stated_speakers(briefing)
        """Quotations on whose speaker the desk decided."""
        self.stated_in: defaultdict[str, list[tuple[Quote, Ruling]]] = defaultdict(list)
        """Sentence id → those in it."""
        for quote, ruling in self.stated.items():
            self.stated_in[quote.sentence].append((quote, ruling))
        self.decided: defaultdict[str, list[Ruling]] = defaultdict(list)
        """Entity id → what the desk decided on the name."""
        self.dated: dict[tuple[str, str], Ruling] = {}
        """Sentence id and words → what the desk decided on their date."""
        for ruling in briefing.rulings:
            if ruling.about == "name":
                self.decided[ruling.id].append(ruling)
            elif ruling.about == "date":
                self.dated[ruling.id, ruling.words] = ruling
        self.quotes_of: defaultdict[str, list[Quote]] = defaultdict(list)
        """Entity id → what it says, in that order."""
        for quote, speaker in self.speakers.items():
            if speaker:
                self.quotes_of[speaker.id].append(quote)
        self.with_page = names_with_page(briefing.entities, self.speakers.values())


def is_described(quote: Quote) -> bool:
    """Whether the words for a speaker say more than `he`."""
    return quote.speaker_text is not None and quote.speaker_text.casefold() not in PRONOUNS

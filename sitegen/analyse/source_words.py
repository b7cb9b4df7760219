"""Words that show what kind of source a claim has: data only, written by hand."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _lines(text: str) -> frozenset[str]:
    return frozenset(" ".join(text.split()).split(", "))


UNNAMED = _words(
    """official officials source sources people person persons expert experts analyst analysts aide aides adviser
    advisers advisor advisors observer observers witness witnesses critic critics supporter supporters opponent
    opponents authorities diplomat diplomats insider insiders resident residents neighbour neighbours neighbor
    neighbors local locals investigator investigators prosecutor prosecutors police officer officers soldier soldiers
    researcher researchers scientist scientists economist economists lawyer lawyers campaigner campaigners activist
    activists protester protesters colleague colleagues friend friends relative relatives doctor doctors reports rumours
    rumors some many others observers historians scholars engineer engineers executive executives employees staff
    lawmaker lawmakers politicians commentators sceptics skeptics survivors passengers onlookers bystanders"""
)
"""Nouns for people who are not named, the last word of a source: `two senior officials`."""

INDEFINITE = _words("a an one two three four five several some many another other most few both all")
"""Before such a noun in the singular; the definite article points to somebody who was named: `the adviser`."""

GROUPS = _words("police authorities prosecutors investigators")
"""Definite bodies, though they are people: named where a place or an organisation goes before."""

OUTLETS = _lines(
    """Reuters, AP, AFP, Associated Press, Agence France-Presse, Bloomberg, Xinhua, TASS, Tass, Interfax, dpa, DPA,
    Kyodo, PTI, UPI, ANSA, BBC, BBC News, CNN, CBS, CBS News, ABC, ABC News, NBC, NBC News, MSNBC, CNBC, PBS, NPR,
    Fox, Fox News, Sky News, Sky, ITV, ITN, Channel 4, Al Jazeera, Al Arabiya, Deutsche Welle, Radio Free Europe,
    Axios, Politico, BuzzFeed, Breitbart, Vox, Slate, Salon, Variety, Guardian, Independent, Economist, Atlantic,
    New Yorker, New York Times, Washington Post, Wall Street Journal, Financial Times, Times, Telegraph, Daily
    Telegraph, Daily Mail, Sun, Mirror, USA Today, Newsweek, Forbes, Fortune, People, TMZ, Huffington Post, Le
    Monde, Le Figaro, Der Spiegel, Spiegel, Bild, Die Zeit, El País, La Repubblica, Haaretz, Kyiv Independent,
    Kyiv Post, Ukrainska Pravda, Novaya Gazeta, Kommersant, Wikinews, Univision, Fusion"""
)
"""Outlets and agencies; without `the`."""

OUTLET_NOUNS = _words(
    """newspaper newspapers magazine magazines broadcaster broadcasters media agency outlet outlets website tabloid
    daily weekly programme"""
)
"""The last word of a source that is some outlet: `a local newspaper`. `agency` only after `news`."""

OUTLET_ENDS = _words(
    "Times Post Journal Herald Tribune Gazette Chronicle Telegraph Observer Courier Globe Mail Inquirer News Radio TV"
)
"""The last word of an outlet's name of two words or more."""

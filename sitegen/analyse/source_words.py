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
    lawmaker lawmakers politicians commentators sceptics skeptics survivors passengers onlookers bystanders farmers
    parents teachers students pupils drivers nurses workers miners fishermen villagers shopkeepers traders investors
    customers users players fans voters tourists visitors guests refugees migrants prisoners inmates veterans families
    mothers fathers children women men owners landlords tenants medics paramedics firefighters rescuers pilots sailors
    guards priests biologists physicists astronomers geologists climatologists archaeologists ecologists psychologists
    virologists epidemiologists historian bankers brokers dealers retailers developers suppliers commuters motorists
    cyclists demonstrators eyewitness eyewitnesses attendees shareholders delegates negotiators envoys ministers"""
)
"""Nouns for people who are not named, the last word of a source: `two senior officials`, `farmers`."""

INDEFINITE = _words("a an one two three four five several some many another other most few both all")
"""Before such a noun in the singular; the definite article points to somebody who was named: `the adviser`."""

GROUPS = _words("police authorities prosecutors investigators")
"""Definite bodies, though they are people: named where a place or an organisation is named with them."""

SPOKESPEOPLE = _words("spokesman spokesmen spokeswoman spokeswomen spokesperson spokespersons spokespeople")
"""Speak for somebody, and are named as that."""

PARTIES = _words("Democrats Republicans Conservatives Liberals Greens Tories Socialists Communists Islamists")
"""Plurals that are a name."""

HEADLINE_SOURCES = _words(
    """minister ministry mayor president government army military court union lawyer coach club company watchdog report
    inquiry study survey poll police officials official sources expert experts scientists judge prosecutor"""
)
"""Sources that a headline names without an article: `Driver was asleep, police say`."""

NOBODY = _words("nobody none neither nothing no everybody everyone anyone anybody")
"""Say nothing."""

DOCUMENTS = _words(
    """study studies survey surveys poll polls analysis review research reports documents emails letters records footage
    data figures papers report paper statement letter document email memo audit"""
)
"""What is written, and is a source without a name unless somebody's name stands beside it: `a new study`."""

OUTLETS = _lines(
    """Reuters, AP, AFP, Associated Press, Agence France-Presse, Bloomberg, Xinhua, TASS, Tass, Interfax, dpa, DPA,
    Kyodo, PTI, UPI, ANSA, BBC, BBC News, CNN, CBS, CBS News, ABC, ABC News, NBC, NBC News, MSNBC, CNBC, PBS, NPR,
    Fox, Fox News, Sky News, Sky, ITV, ITN, Channel 4, Al Jazeera, Al Arabiya, Deutsche Welle, Radio Free Europe,
    Axios, Politico, BuzzFeed, Breitbart, Vox, Slate, Salon, Variety, Guardian, Independent, Economist, Atlantic,
    New Yorker, New York Times, Washington Post, Wall Street Journal, Financial Times, Times, Telegraph, Daily
    Telegraph, Daily Mail, Sun, Mirror, USA Today, Newsweek, Forbes, Fortune, TMZ, Huffington Post, Le
    Monde, Le Figaro, Der Spiegel, Spiegel, Bild, Die Zeit, El País, La Repubblica, Haaretz, Kyiv Independent,
    Kyiv Post, Ukrainska Pravda, Novaya Gazeta, Kommersant, Wikinews, Univision, Fusion, Newsday, Nikkei, Yonhap,
    Anadolu, RIA Novosti, RIA, IRNA, NHK, RFI, France 24, Euronews, DW, RTÉ, CBC, SBS, ZDF, ARD, Rai, TF1, NRK, SVT,
    Yle, El Mundo, Corriere della Sera, Le Parisien, Libération, Die Welt, Süddeutsche Zeitung, Handelsblatt, Asahi
    Shimbun, Times of India, Hindu, Hindustan Times, Globo, Folha, Gazzetta dello Sport, L’Équipe, Marca, Kicker,
    Vanity Fair, Wired, ProPublica, Bellingcat, Mail on Sunday, Mediapart"""
)
"""Outlets and agencies; without `the`."""

OUTLET_NOUNS = _words(
    """newspaper newspapers magazine magazines broadcaster broadcasters media agency outlet outlets website tabloid
    daily weekly programme television radio TV press"""
)
"""The last word of a source that is some outlet: `a local newspaper`. `agency` only after `news`."""

OUTLET_ENDS = _words(
    """Times Post Journal Herald Tribune Gazette Chronicle Telegraph Observer Courier Globe Mail Inquirer News Radio TV
    Television Sun Star Examiner Dispatch Sentinel Bulletin Weekly Daily Argus Echo Advertiser Ledger Online Zeitung
    Mirror Express Guardian"""
)
"""The last word of an outlet's name of two words or more."""

OUTLET_STARTS = _words("Radio Channel Canal TV Televisión Radiotelevisión")
"""The first word of one: `Radio Arlen`."""

"""Words that show an organisation, a document or an event: data only, written by hand."""


def _lines(text: str) -> frozenset[str]:
    return frozenset(" ".join(text.split()).split(", "))


ORGANISATIONS = _lines(
    """NATO, EU, UN, European Union, United Nations, Kremlin, White House, Pentagon, Congress, Senate, House, Security
    Council, General Assembly, Bundestag, Bundesrat, Duma, State Duma, Knesset, Capitol, Downing Street, Supreme
    Court, Parliament, Politburo, Hezbollah, Hamas, Fatah, Taliban, Islamic State, ISIS, ISIL, al-Qaeda, Al
    Qaeda, Wagner, Mossad, Interpol, Europol, IAEA, WHO, WTO, IMF, World Bank, OPEC, OSCE, ASEAN, Unicef,
    UNESCO, UNHCR, FIFA, UEFA, IOC, NASA, ESA, FBI, CIA, NSA, GCHQ, FSB, KGB, SEC, FDA, EPA, NHS, BBC, CNN,
    CNBC, ABC, NBC, CBS, ITV, PBS, NPR, Fox News, Sky News, Reuters, Bloomberg, AFP, AP, Associated Press,
    Xinhua, TASS, Interfax, Al Jazeera, Axios, Politico, Guardian, New York Times, Washington Post, Wall Street
    Journal, Financial Times, Times, Telegraph, Economist, Le Monde, Der Spiegel, USA Today, Daily Mail,
    Wikinews, Wikipedia, Apple, Google, Microsoft, Amazon, Facebook, Meta, Twitter, Tesla, SpaceX, OpenAI,
    Nvidia, Intel, IBM, Oracle, Cisco, Samsung, Sony, Nokia, Huawei, Toyota, Honda, Nissan, Volkswagen, BMW,
    Daimler, Mercedes, Ford, Chrysler, General Motors, GM, Fiat, Renault, Peugeot, Boeing, Airbus, Lockheed
    Martin, Siemens, Bosch, BP, Shell, ExxonMobil, Exxon, Chevron, Gazprom, Rosneft, Aramco, Walmart, Wal-Mart,
    Ikea, Nestlé, Unilever, Pfizer, Moderna, AstraZeneca, Novartis, Roche, Goldman Sachs, Morgan Stanley,
    JPMorgan, Citigroup, HSBC, Barclays, UBS, Deutsche Bank, Lehman Brothers, Netflix, Disney, Uber, Lufthansa,
    Ryanair, YouTube, Yahoo, Federal Reserve, Fed, G7, G20, G8, Greenpeace, Amnesty International, Human Rights
    Watch, Red Cross, Oxfam, Scotland Yard, GOP, AT&T, HP, Dell, AMD, Opel, Saab, Volvo, Hyundai, Kia"""
)

ORGANISATION_NOUNS = frozenset(
    """Ministry Department Agency Authority Commission Committee Council Court Courts Parliament Congress Senate
    Assembly Party Union Federation Association Organization Organisation Organizations Institute Institution
    University College School Academy Bank Fund Foundation Company Corporation Corp Inc Ltd Limited LLC Plc PLC
    Co Group Holdings Partners Airlines Airways Motors Motor Records Studios Pictures Press News Times Post
    Journal Herald Tribune Gazette Radio Television TV Network Club FC United League Team Army Navy Force Forces
    Guard Police Corps Brigade Battalion Regiment Division Command Bureau Office Board Service Services Society
    Alliance Coalition Front Movement Brothers Bros Sons Church Hospital Museum Trust Cabinet Government
    Administration Secretariat Tribunal Embassy Center Centre Laboratory Laboratories Systems Technologies
    Industries Enterprises Media Entertainment Pharmaceuticals Energy Electric Electronics Software
    Communications Computer Computers Observatory Scouts Workers Library Orchestra Band Choir Mission House
    Lines Railway Railways Railroad Transport Transit Baseball Football Stores Retail Foods Brands Studio Labs
    Capital Securities Insurance Petroleum Steel Aerospace Aviation Pharma Telecom Productions Publishing
    Publications""".split()
)
"""A name that ends so, or goes on after it with `of`, is of an organisation."""

DOCUMENT_NOUNS = frozenset(
    """Agreement Agreements Treaty Accord Accords Act Protocol Resolution Constitution Declaration Charter Memorandum
    Directive Law Plan Bill Pact Report Code Article Amendment Doctrine Roadmap Framework Minutes Bible Koran""".split()
)

NUMBERED_DOCUMENTS = frozenset("Article Resolution Protocol Directive Regulation Section Chapter Amendment".split())
"""With a number they name a part of a document, or one of many: `Article 5`."""

EVENT_NOUNS = frozenset(
    """War Wars Summit Olympics Games Cup Conference Festival Election Elections Revolution Crisis Championship
    Championships Awards Award Prize Forum Congress Marathon Open Tournament Series Bowl Uprising Massacre
    Holocaust Genocide Day Week Year Christmas Easter Ramadan Battle Operation Hurricane Typhoon Cyclone Storm
    Expo Convention Spring Ceremony Parade Referendum Brexit""".split()
)

NO_NAMES = frozenset(
    """I I'm I've I'll I'd Euro Euros TV DNA GDP CEO PM AM AI IT ID PR VIP DVD PC OK USD EUR GBP CD SMS GPS HIV AIDS
    COVID COVID-19 Internet Web God CET GMT UTC EST EDT PST EDT BST AD BC II III IV VI VII VIII IX
    XI XII SUV KO ERA MPP MVP RBI MBA HQ ATM FAQ NGO NGOs PCs CDs DVDs SUVs USB HD 3D MP3 CCTV OS""".split()
)
"""Capitals that name no person, place, organisation, document or event."""

ORGANISATION_HINTS = frozenset(
    """company firm band airline label newspaper manufacturer retailer bank party club charity carmaker automaker
    start-up startup conglomerate broadcaster subsidiary supplier giant maker operator publisher developer brand chain
    duo trio quartet orchestra militia agency think-tank union university""".split()
)
"""Just before a name, in small letters, they say that it is of an organisation: `the airline Nordfly`."""

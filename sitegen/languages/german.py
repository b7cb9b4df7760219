"""German: the words that differ from other languages. Data only, written by hand; not counted from any collection."""

from types import MappingProxyType

from sitegen.reasons import worded

from .tables import (
    DateTable,
    Language,
    LinkTable,
    MarkTable,
    NameTable,
    NumberTable,
    PositionTable,
    ReportTable,
    SentenceTable,
    lines,
    meaning,
    numbered,
    words,
)

_DETERMINERS = words(
    """der die das den dem des ein eine einer eines einem einen kein keine keiner keines keinem keinen dieser diese
    dieses diesem diesen jener jene jenes jenem jenen jeder jede jedes jedem jeden mein meine meiner meines meinem
    meinen sein seine seiner seines seinem seinen ihr ihre ihrer ihres ihrem ihren unser unsere unserer unseres
    unserem unseren euer eure eurer"""
)

_SENTENCES = SentenceTable(
    titles=words(
        """dr prof hr hrn fr frl dipl ing med phil jur rer nat bzw vgl ca evtl ggf inkl exkl sog bspw insb geb gest
        verh vs st z.b d.h s.o s.u i.d.r u.u z.t i.e i.a i.h.v a.d gen lt hl gebr kgl mr mrs ms"""
    ),
    numbered=words(
        """nr nrn art abs s bd bde kap jg ziff tel fig abb aufl anm jan feb febr mär mrz apr jun jul aug sep sept okt
        nov dez"""
    ),
    abbreviations=words(
        """usw etc evtl inkl exkl bspw insb gest verh u.a u.v.m u.ä o.ä o.g mio mrd tsd std min sek str co kg gmbh ag
        e.v jr sen jh jhd v.chr n.chr f ff m.e bzgl zzgl max mind allg ehem ggü hrsg jhdt pl inh mwst plz tgl wg zw km
        kt hbf bhf"""
    ),
    starters=words(
        """der die das dem den des ein eine einer einem einen dies diese dieser dieses diesem diesen jene jener er sie
        es wir ihr ich man sein seine seiner seinem ihre ihrer ihrem unser unsere mein meine kein keine keiner alle
        beide viele einige mehrere manche jeder jede jedes andere weitere solche mehr nur auch noch schon so dann dort
        hier nun jetzt heute gestern morgen zudem außerdem jedoch dennoch allerdings deshalb daher dafür dagegen darum
        damit dabei danach davor darauf dazu trotz wegen laut nach vor seit von vom zu zum zur bei beim mit ohne für
        gegen um durch über unter zwischen während bis auf aus an am im in ins als wenn weil da ob obwohl nachdem
        bevor sobald falls doch aber und oder denn sondern sowie wer was wo wie warum wann wohin welche welcher
        niemand jemand nichts zuvor später bisher bislang inzwischen insgesamt schließlich zunächst zuletzt derzeit
        mittlerweile nicht nie immer oft erst ist sind war waren wird werden hat haben hatte hatten kann können konnte
        soll sollen will muss müssen darf dürfen einst damals sonst ebenso dadurch davon darüber darunter gemäß
        angesichts infolge"""
    ),
    reporting=words("fragte fragt rief sagte sagt schrieb meinte"),
    has_ordinals=True,
    cardinals=words(
        """platz rang seite kapitel nummer nr position zimmer raum gleis linie halle tor haus stufe punkt paragraf
        artikel jahr jahre auf ist sind waren war um bis rund etwa nur mit von über unter fast zu"""
    ),
)

_MARKS = MarkTable(
    double=(
        ("„", '“”"'),
        ("»", '«"'),
        ("«", '»"'),
        ("“", '”"'),
        ("``", "''\""),
        ('"', '"”“'),
    ),
    single=(("‚", "‘’'"), ("›", "‹"), ("‹", "›"), ("'", "'’"), ("‘", "'’")),
)

_CALENDAR = (
    "montag monday dienstag tuesday mittwoch wednesday donnerstag thursday freitag friday samstag saturday sonnabend "
    "saturday sonntag sunday januar january jänner january februar february märz march april april mai may juni june "
    "juli july august august september september oktober october november november dezember december"
).split()

_LINKING = LinkTable(
    stop_words=_DETERMINERS
    | words(
        """ab aber alle allem allen aller alles allein allerdings als also am an ander andere anderem anderen anderer
        anderes anders auch auf aufgrund aus außer außerdem außerhalb bald bei beide beiden beider beim bereits
        besonders bevor bin bis bisher bislang bist bzw da dabei dadurch dafür dagegen daher damals damit danach
        daneben dann daran darauf daraus darf darin darüber darum darunter dass davon davor dazu denen denn dennoch
        deren derer derzeit deshalb dessen deswegen dich dir doch dort du durch durfte dürfen ebenfalls ebenso
        einander einige einigen einiger einiges einmal einst entweder er erst erste ersten erster erstes es etwa etwas
        euch falls fast für gab ganz gar gegen gegenüber gemäß genau gerade gern gibt habe haben hat hatte hatten
        hätte hätten her heute hier hierzu hin hinter ich ihm ihn ihnen im immer in indem infolge innerhalb ins
        insgesamt inzwischen irgend ist ja je jedoch jemand jetzt jeweils kann kaum könne können könnte könnten konnte
        konnten laut lassen ließ machen macht man manche manchen mancher mehr mehrere mehreren meist mich mir mit
        mittlerweile möglich möglicherweise muss musste mussten müssen nach nachdem neben nein nicht nichts nie
        niemand noch nun nur ob oben obwohl oder oft ohne per plötzlich rund schließlich schon sehr sei seien seit
        seitdem selbst sich sie sind so sobald sofort sogar solche solchen solcher soll sollen sollte sollten somit
        sondern sonst soweit sowie sowohl später statt teils trotz trotzdem über um und uns unter viel viele vielen
        vieler vom von vor vorher vorerst während wann war waren warum was weder wegen weil weit weiter weitere
        weiteren weiterer weiterhin welche welchem welchen welcher welches wenig wenige weniger wenn wer werde werden
        wessen wie wieder wieso will wir wird wo wobei wohl wollen wollte wollten worden wurde wurden würde würden zu
        zudem zufolge zuletzt zum zunächst zur zurück zuvor zwar zwischen zwei drei vier fünf sechs sieben acht neun
        zehn elf zwölf gestern morgen vorgestern übermorgen angaben sagte sagt sagen sagten sagend erklärte erklärt
        erklärten betonte betont betonten berichtete berichtet berichteten teilte mitteilte mitgeteilt fügte meinte
        meint hieß heißt kündigte forderte fordert schrieb schreibt nannte nennt fragte fragt antwortete verwies
        sprach spricht äußerte warnte warnt"""
    ),
    stemmer="german",
    has_capital_nouns=True,
    equivalents=MappingProxyType(
        dict(zip(_CALENDAR[::2], _CALENDAR[1::2], strict=True))
        | dict.fromkeys("nicht nie niemals niemand nichts weder".split(), "not")
        | dict.fromkeys("kein keine keiner keines keinem keinen".split(), "no")
        | {"ohne": "without"}
    ),
    vague_nouns=words(
        """Jahr Jahre Jahren Jahres Monat Monate Monaten Monats Woche Wochen Wochenende Tag Tage Tagen Tages Stunde
        Stunden Minute Minuten Uhr Morgen Abend Nacht Mittag Nachmittag Vormittag Montag Dienstag Mittwoch Donnerstag
        Freitag Samstag Sonnabend Sonntag Januar Februar März April Mai Juni Juli August September Oktober November
        Dezember Sommer Winter Frühjahr Herbst Anfang Mitte Ende Zeit Zeiten Prozent Euro Million Millionen Milliarde
        Milliarden Dollar Meter Kilometer Teil Teile Teilen Zahl Zahlen Mal Art Fall Fälle Fällen Grund Gründe Gründen
        Frage Fragen Rahmen Ziel Weg Wege Seite Stelle Stellen Form Punkt Punkte Angaben Angabe Menschen Mensch Leute
        Mann Männer Frau Frauen Kind Kinder Kindern Herr Herrn Person Personen Sprecher Sprecherin Dr Prof Rolle Folge
        Folgen Beispiel Möglichkeit Problem Probleme Situation Lage Entwicklung Bereich Worte Worten Ansicht Meinung
        Thema Themen Platz Anteil Höhe Summe Blick Sicht Hälfte Drittel Gruppe Leben Welt Land Stadt Gast Gäste Gästen
        Vorjahr Vergleich"""
    ),
)

_DATES = DateTable(
    months=numbered(
        "Januar/Jänner/Jan Februar/Feb März/Mär April/Apr Mai Juni/Jun Juli/Jul August/Aug September/Sept/Sep "
        "Oktober/Okt November/Nov Dezember/Dez",
        first=1,
    ),
    weekdays=numbered("Montag Dienstag Mittwoch Donnerstag Freitag Samstag/Sonnabend Sonntag"),
    near_days=meaning((-2, "vorgestern"), (-1, "gestern"), (0, "heute"), (1, "morgen"), (2, "übermorgen")),
    counts=meaning(
        *((number, forms) for number, forms in enumerate(("einem einer", "zwei", "drei", "vier", "fünf"), start=1)),
        *((number, word) for number, word in enumerate("sechs sieben acht neun zehn elf zwölf".split(), start=6)),
    ),
    units=meaning(
        ("day", "Tag Tage Tagen"),
        ("week", "Woche Wochen"),
        ("weekend", "Wochenende"),
        ("month", "Monat Monate Monaten Monats"),
        ("year", "Jahr Jahre Jahren Jahres"),
        ("decade", "Jahrzehnt Jahrzehnte Jahrzehnten"),
    ),
    periods=words("Woche Wochenende Monat Monats Jahr Jahres Jahrzehnt"),
    directions=meaning(
        (-1, "letzte letzten letzter letztes letztem vergangene vergangenen vergangener vergangenes vergangenem"),
        (-1, "vorige vorigen voriger voriges vorigem"),
        (0, "diese diesen dieser dieses diesem"),
        (1, "nächste nächsten nächster nächstes nächstem kommende kommenden kommender kommendes kommendem"),
    ),
    ago_before=words("vor Vor"),
    parts=words("Anfang Mitte Ende"),
    between=words("dem den der"),
    has_ordinals=True,
    has_capital_nouns=True,
    years_after=words("Jahr Jahre Jahren Jahres seit Seit anno Sommer Winter Herbst Frühjahr Frühling"),
    numbers_after=words(
        """als rund etwa ca. circa über unter fast knapp um gegen gut mindestens höchstens maximal Nummer Nr. Artikel
        Platz Seite insgesamt die der den auf mit Halle Raum Zimmer"""
    ),
    ahead=words("wird werden soll sollen will wollen werde sollte geplant erwartet voraussichtlich spätestens"),
    unclear=words("ab bis"),
    past=words("wurde wurden war waren hatte hatten sagte worden"),
)

_ONES = "ein zwei drei vier fünf sechs sieben acht neun".split()
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_DIGITS = (
    dict(numbered("zwei/zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn", 2))
    | dict(numbered("sechzehn siebzehn achtzehn neunzehn", 16))
    | {ten: 10 * n for n, ten in enumerate(_TENS, 2)}
    | {f"{one}und{ten}": 10 * n + m for n, ten in enumerate(_TENS, 2) for m, one in enumerate(_ONES, 1)}
)
_SMALL = {"ein": 1} | _DIGITS

_NUMBERS = NumberTable(
    digits=MappingProxyType(
        _DIGITS
        | {f"{small}hundert": 100 * n for small, n in _SMALL.items() if n < 20}
        | {f"{small}tausend": 1000 * n for small, n in _SMALL.items()}
    ),
    magnitudes=meaning(
        (12, "dutzend"),
        (100, "hundert"),
        (10**3, "tausend tsd."),
        (10**6, "million millionen mio. mio"),
        (10**9, "milliarde milliarden mrd. mrd"),
        (10**12, "billion billionen"),
    ),
    halves=MappingProxyType({"halbe": 0.5, "halben": 0.5}),
    a=words("ein eine einer einem einen"),
    and_=words("und"),
    ordinals=numbered("erste/ersten/erster/erstes zweite/zweiten/zweiter/zweites dritte/dritten/dritter/drittes", 1),
    plurals=meaning(
        (24, "dutzende dutzenden"),
        (200, "hunderte hunderten"),
        (2000, "tausende tausenden"),
        (20_000, "zehntausende zehntausenden"),
        (200_000, "hunderttausende hunderttausenden"),
        (2 * 10**6, "millionen"),
        (2 * 10**9, "milliarden"),
    ),
    vague=words("mehrere mehreren einige einigen wenige wenigen etliche zahlreiche zahlreichen"),
    of=words("von"),
    at_least=("mindestens", "wenigstens", "nicht weniger als"),
    more_than=("mehr als", "über", "gut"),
    at_most=("bis zu", "weniger als", "unter", "höchstens", "maximal", "nicht mehr als"),
    about=("etwa", "rund", "ungefähr", "fast", "knapp", "ca.", "circa", "um die", "geschätzt", "schätzungsweise"),
    or_more=("oder mehr",),
    or_less=("oder weniger",),
    or_so=("oder so",),
    to=("bis", "-", "–", "—", "oder"),
    between=words("zwischen"),
    percent=("%", "prozent"),
    points=("punkte", "punkten"),
    signs=MappingProxyType({"$": "$", "€": "EUR", "£": "£", "US$": "USD"}),
    currencies=meaning(
        ("EUR", "euro eur €"), ("$", "dollar $"), ("USD", "us-dollar"), ("CHF", "franken"), ("£", "pfund")
    ),
    measures=meaning(
        ("km", "km kilometer kilometern"),
        ("m", "m meter metern"),
        ("cm", "cm zentimeter zentimetern"),
        ("kg", "kg kilogramm kilo"),
        ("tonne", "tonne tonnen"),
        ("ha", "ha hektar"),
        ("l", "liter litern"),
        ("MW", "mw megawatt"),
        ("GW", "gw gigawatt"),
        ("degree", "grad °c"),
        ("km/h", "km/h stundenkilometer"),
        ("second", "sekunde sekunden"),
        ("minute", "minute minuten"),
        ("hour", "stunde stunden"),
        ("day", "tag tage tagen"),
        ("week", "woche wochen"),
        ("month", "monat monate monaten"),
        ("year", "jahr jahre jahren"),
    ),
    clock=("uhr",),
    old=("alt", "alte", "alten", "alter"),
    aged=words("alter"),
    labels=words("artikel paragraf nummer nr platz seite halle raum zimmer kapitel absatz linie gleis klasse stufe"),
    function_words=words(
        "der die das den dem des und oder in im am an auf aus bei mit nach von vom zu zum für über unter um als dass "
        "ist sind war waren wird werden wurde wurden hat haben hatte hatten nicht mehr weitere weiteren"
    ),
    from_=words("von"),
    singular_nouns=words("mensch person mann frau kind soldat stimme sitz"),
    lengths_of_time=words("second minute hour day week month year"),
    during=words("über"),
    years_old=("jährige", "jähriger", "jährigen", "jähriges", "jährig"),
    has_decimal_comma=True,
    has_capital_nouns=True,
)

_REPORTS = ReportTable(
    saying=words(
        """sagte sagt sagten sagen erklärte erklärt erklärten erklären meinte meint meinten meinen berichtete berichtet
        berichteten berichten schrieb schreibt schrieben antwortete antwortet fragte fragt fragten rief riefen
        entgegnete ergänzte mahnte warnte warnt warnten warnen"""
    ),
    claiming=words(
        """betonte betont betonten behauptete behauptet behaupteten behaupten versicherte versichert beklagte beklagt
        beklagten kritisierte kritisiert kritisierten kritisieren bestätigte bestätigt bestätigten forderte fordert
        forderten fordern glaubt glaubte glauben urteilte urteilt vermutet vermutete vermuten befürchtet befürchtete
        befürchten hofft hoffte versprach verspricht bekräftigte unterstrich verkündete mutmaßte schätzt schätzte
        argumentierte erinnerte verwies verweist sprach spricht lobte klagte äußerte"""
    ),
    describing=words("nannte nennt nannten nennen bezeichnete bezeichnet bezeichneten sprach spricht sprachen"),
    denying=words("bestritt bestreitet bestritten dementierte dementiert dementierten leugnete leugnet"),
    particles=MappingProxyType(
        {
            "kündigte": words("an"),
            "kündigt": words("an"),
            "kündigten": words("an"),
            "teilte": words("mit"),
            "teilt": words("mit"),
            "teilten": words("mit"),
            "gab": words("bekannt an"),
            "gibt": words("bekannt"),
            "gaben": words("bekannt an"),
            "räumte": words("ein"),
            "räumt": words("ein"),
            "fügte": words("hinzu an"),
            "fügt": words("hinzu an"),
            "wies": words("hin"),
            "weist": words("hin"),
            "gesteht": words("ein"),
            "gestand": words("ein"),
            "hob": words("hervor"),
        }
    ),
    signs=words("so"),
    before_source=lines(
        """laut, Laut, nach Angaben von, Nach Angaben von, nach Angaben, Nach Angaben, nach Worten von, Nach Worten
        von, nach Worten, Nach Worten, nach Ansicht von, Nach Ansicht von, nach Ansicht, Nach Ansicht, nach
        Einschätzung von, Nach Einschätzung von, nach Einschätzung, Nach Einschätzung, nach Auskunft, Nach Auskunft,
        nach Darstellung, Nach Darstellung"""
    ),
    after_source=words("zufolge"),
    source_nouns=words("Angaben Aussagen Worten"),
    hearsay=words("angeblich Angeblich gerüchteweise Gerüchteweise vermeintlich"),
    hearsay_modals=words("soll sollen"),
    hearsay_infinitives=words("haben"),
    participle_endings=("t", "en"),
    conjunctions=words("Und Aber Doch Denn"),
    impersonal=lines("hieß es, heißt es, wie es heißt, wie es hieß"),
    reported=words("sei seien habe werde könne müsse wolle solle dürfe gebe stehe gehe"),
    first_persons=words("ich Ich wir Wir"),
    pronouns=words("er sie es ich wir"),
    determiners=_DETERMINERS | words("mehrere einige viele zwei drei vier zahlreiche manche"),
    no_subjects=words("den dem des einen einem eines diesen diesem dieses seinen seinem ihren ihrem"),
    linking=words("von vom für der des dem und van"),
    adjective_endings=("e", "en", "er", "es", "em"),
    unnamed=words(
        """Kritikern Beobachtern Fachleuten Anwohnern Forschern Wissenschaftlern Ermittlern Bewohnern Gegnern Händlern
        Fischern Schülern Lehrern Demonstranten Mitarbeitern Teilnehmern Leuten Forscherin Kritikerin Kritiker
        Kritikerinnen Beobachter Experten Fachleute Augenzeugen Zeugen Anwohner Anwohnerinnen Quellen Kreise Kreisen
        Regierungskreise Regierungskreisen Diplomaten Beamte Insider Insidern Vertraute Nachbarn Forscher
        Wissenschaftler Ermittler Bewohner Gegner Befürworter Händler Fischer Bauern Eltern Schüler Lehrer Fahrgäste
        Passagiere Demonstranten Aktivisten Analysten Ökonomen Juristen Mitarbeiter Teilnehmer Leute Menschen Zeuge
        Zeugin Augenzeuge Augenzeugin Anwohnerin Experte Expertin Experten Diplomat Beamter Passant Passanten"""
    ),
    outlets=lines(
        """Reuters, dpa, AFP, AP, Spiegel, Der Spiegel, Bild, Die Zeit, Zeit, Welt, Die Welt, Süddeutsche Zeitung,
        Frankfurter Allgemeine Zeitung, FAZ, taz, Handelsblatt, Tagesschau, ARD, ZDF, WDR, NDR, MDR, BR, SWR, ORF,
        SRF, Deutschlandfunk, Deutsche Welle, BBC, CNN, New York Times, Washington Post, Standard, Der Standard,
        Kurier, NZZ, Neue Zürcher Zeitung, Tass, Interfax, Xinhua, Stern, Focus"""
    ),
    outlet_nouns=words(
        "Zeitung Zeitungen Nachrichtenagentur Agentur Magazin Nachrichtenmagazin Sender Fernsehsender Medien Presse"
    ),
    expected=words("soll sollen will wollen plant planen vorgesehen voraussichtlich"),
    possible=words("könnte könnten dürfte dürften möglicherweise vielleicht eventuell womöglich"),
)

_NAMES = NameTable(
    first_names=words(
        """Ada Adrian Agnes Alexander Alexandra Alexej Alfred Alice Andrea Andreas Andrej Angela Angelika Anja Anke
        Anna Annalena Anne Annegret Annette Anton Antonia Armin Arno Arthur Astrid August Barbara Beate Benjamin Bernd
        Bernhard Bettina Birgit Björn Boris Brigitte Bruno Carl Carla Carolin Carsten Christa Christian Christiane
        Christina Christine Christoph Clara Claudia Cornelia Cem Dagmar Daniel Daniela David Detlef Dieter Dirk
        Dominik Donald Doris Eberhard Edgar Elena Elisabeth Elke Emil Emma Emmanuel Erich Erik Erika Erwin Eva Felix
        Florian Frank Franz Franziska Friedrich Fritz Gabriel Gabriele Georg Gerd Gerhard Gertrud Gisela Gregor Greta
        Günter Günther Gudrun Gustav Hanna Hannah Hannelore Hans Harald Heide Heidi Heike Heiko Heinrich Heinz Helene
        Helga Helmut Hendrik Henning Hermann Herbert Holger Horst Hubert Ida Ilse Ines Inge Ingo Ingrid Irene Irina
        Iris Isabel Jakob Jan Jana Jens Jochen Joachim Johann Johanna Johannes Jonas Jörg Josef Joseph Judith Julia
        Julian Jürgen Jutta Kai Karin Karl Karla Karolin Katarina Katharina Kathrin Katja Katrin Kevin Kerstin Klara
        Klaus Konrad Konstantin Kurt Lars Laura Lea Lena Leo Leon Leonie Linda Lisa Lothar Louis Lucas Ludwig Luis
        Lukas Luise Magdalena Maike Manfred Manuela Marc Marcel Marco Marcus Margarete Maria Marie Marina Mario Marion
        Markus Marlene Martin Martina Mathias Matthias Max Maximilian Melanie Michael Michaela Mona Monika Moritz
        Nadine Nancy Natalie Nicole Niels Niklas Nils Nina Norbert Olaf Oliver Olivia Oskar Otto Patrick Paul Paula
        Peter Petra Philipp Philip Rainer Ralf Ralph Regina Reiner Reinhard Renate Richard Rita Robert Roland Rolf
        Roman Rosa Rudolf Ruth Sabine Sahra Sandra Sara Sarah Saskia Sebastian Sigmar Silke Silvia Simon Simone Sofia
        Sonja Sophie Stefan Stefanie Steffen Stephan Susanne Svenja Sven Sylvia Tanja Tatjana Theo Theodor Theresa
        Thomas Thorsten Tim Timo Tobias Tom Torsten Udo Ulf Ulla Ulrich Ulrike Ursula Ute Uwe Valentin Vera Verena
        Veronika Victor Viktor Viktoria Vincent Volker Volodymyr Waltraud Walter Werner Wilhelm Wilfried Willi Willy
        Wladimir Wolf Wolfgang Wolodymyr Yvonne Recep Giorgia Boris Keir Joe Ursula Antonio Mark Ernst"""
    )
    - words("Mark Ernst August Wolf Heide Iris Rosa"),
    honorifics=words("Herr Herrn Frau Dr Prof Professor Professorin Doktor Sir Lady Lord Papst König Königin Prinz"),
    roles=words(
        """Bürgermeister Bürgermeisterin Bürgermeisters Oberbürgermeister Oberbürgermeisterin Minister Ministerin
        Ministers Außenminister Außenministerin Innenminister Innenministerin Finanzminister Finanzministerin
        Verkehrsminister Verkehrsministerin Verteidigungsminister Verteidigungsministerin Justizminister
        Justizministerin Wirtschaftsminister Wirtschaftsministerin Umweltminister Umweltministerin Gesundheitsminister
        Gesundheitsministerin Ministerpräsident Ministerpräsidentin Premierminister Premierministerin Präsident
        Präsidentin Präsidenten Bundespräsident Kanzler Kanzlerin Bundeskanzler Bundeskanzlerin Staatssekretär
        Staatssekretärin Senator Senatorin Gouverneur Gouverneurin Landrat Landrätin Stadtrat Stadträtin Abgeordneter
        Abgeordnete Parteichef Parteichefin Fraktionschef Fraktionschefin Generalsekretär Generalsekretärin
        Botschafter Botschafterin Sprecher Sprecherin Regierungssprecher Regierungssprecherin Direktor Direktorin
        Leiter Leiterin Vorsitzender Vorsitzende Vorsitzenden Geschäftsführer Geschäftsführerin Richter Richterin
        Staatsanwalt Staatsanwältin Anwalt Anwältin Rechtsanwalt Rechtsanwältin Trainer Trainerin General Generals
        Oberst Kapitän Kapitänin Ingenieur Ingenieurin Autor Autorin Schauspieler Schauspielerin Historiker
        Historikerin Intendant Intendantin Hafenmeister Hafenmeisterin"""
    ),
    particles=words("von van der den de zu"),
    determiners=_DETERMINERS | words("im am zum zur vom beim ins"),
    before_places=words("in nahe"),
    places=lines(
        """Deutschland, Österreich, Schweiz, Frankreich, Italien, Spanien, Portugal, Polen, Tschechien, Slowakei,
        Ungarn, Rumänien, Bulgarien, Griechenland, Türkei, Ukraine, Russland, Belarus, Moldau, Georgien, Armenien,
        Aserbaidschan, Dänemark, Schweden, Norwegen, Finnland, Island, Estland, Lettland, Litauen, Niederlande,
        Belgien, Luxemburg, Irland, Großbritannien, England, Schottland, Wales, Nordirland, Kroatien, Slowenien,
        Serbien, Bosnien, Albanien, Kosovo, Montenegro, Nordmazedonien, Malta, Zypern, USA, US, Vereinigte Staaten,
        Kanada, Mexiko, Brasilien, Argentinien, Chile, Kolumbien, Venezuela, Peru, Kuba, China, Japan, Südkorea,
        Nordkorea, Indien, Pakistan, Afghanistan, Iran, Irak, Israel, Syrien, Libanon, Jordanien, Ägypten, Libyen,
        Tunesien, Algerien, Marokko, Sudan, Südsudan, Äthiopien, Kenia, Nigeria, Südafrika, Mali, Niger, Somalia,
        Saudi-Arabien, Jemen, Katar, Kuwait, Vereinigte Arabische Emirate, Australien, Neuseeland, Vietnam, Thailand,
        Indonesien, Philippinen, Taiwan, Kasachstan, Usbekistan, Europa, Asien, Afrika, Amerika, Südamerika,
        Nordamerika, Naher Osten, Balkan, Krim, Donbass, Gaza, Gazastreifen, Westjordanland, Berlin, Hamburg, München,
        Köln, Frankfurt, Stuttgart, Düsseldorf, Leipzig, Dortmund, Essen, Bremen, Dresden, Hannover, Nürnberg,
        Duisburg, Bochum, Bonn, Münster, Mannheim, Karlsruhe, Augsburg, Wiesbaden, Kiel, Lübeck, Rostock, Mainz,
        Erfurt, Kassel, Magdeburg, Potsdam, Saarbrücken, Schwerin, Freiburg, Wien, Graz, Linz, Salzburg, Innsbruck,
        Zürich, Bern, Basel, Genf, Lausanne, Luzern, Paris, London, Rom, Mailand, Venedig, Neapel, Madrid, Barcelona,
        Lissabon, Warschau, Krakau, Danzig, Prag, Bratislava, Budapest, Bukarest, Sofia, Athen, Istanbul, Ankara,
        Kiew, Charkiw, Odessa, Lwiw, Moskau, Minsk, Tiflis, Kopenhagen, Stockholm, Oslo, Helsinki, Tallinn, Riga,
        Vilnius, Amsterdam, Rotterdam, Den Haag, Brüssel, Antwerpen, Dublin, Belfast, Edinburgh, Zagreb, Ljubljana,
        Belgrad, Sarajevo, Washington, New York, Los Angeles, Chicago, San Francisco, Toronto, Peking, Shanghai,
        Hongkong, Hong Kong, Tokio, Seoul, Neu-Delhi, Mumbai, Kabul, Teheran, Bagdad, Jerusalem, Tel Aviv, Damaskus,
        Beirut, Kairo, Tripolis, Tunis, Nairobi, Kapstadt, Sydney, Canberra, Bayern, Baden-Württemberg, Hessen,
        Sachsen, Thüringen, Brandenburg, Mecklenburg-Vorpommern, Niedersachsen, Nordrhein-Westfalen, Rheinland-Pfalz,
        Saarland, Sachsen-Anhalt, Schleswig-Holstein, Tirol, Kärnten, Steiermark, Nordsee, Ostsee, Mittelmeer, Rhein,
        Elbe, Donau"""
    )
    - {"Essen"},
    organisations=lines(
        """NATO, Nato, EU, UN, Europäische Union, Vereinte Nationen, Bundestag, Bundesrat, Bundesregierung,
        Bundeswehr, Bundesbank, Europäische Kommission, Europäisches Parlament, Europäische Zentralbank, Kreml, Weißes
        Haus, Pentagon, Kongress, Knesset, Hamas, Hisbollah, Taliban, SPD, CDU, CSU, FDP, AfD, Grüne, Linke, ÖVP, SPÖ,
        FPÖ, Neos, Ver.di, Verdi, IG Metall, DGB, Deutsche Bahn, Lufthansa, Volkswagen, BMW, Siemens, Bosch, Daimler,
        Mercedes, BASF, Bayer, SAP, Deutsche Bank, Commerzbank, Allianz, Telekom, Reuters, dpa, ARD, ZDF, BBC, CNN,
        Google, Apple, Microsoft, Amazon, Facebook, Meta, Tesla, Rotes Kreuz, Greenpeace, Amnesty International,
        Weltbank, Interpol, Europol, WHO, IWF, OSZE"""
    )
    - {"Allianz", "Linke", "Grüne", "Kongress"},
    no_names=words(
        """EUR USD GBP CHF CEO WLAN PDF TV PC SMS CGI GPS DNA AIDS HIV UV PS LKW PKW Lkw Pkw ICE RE IC KI IT OK CO2 II
        III IV VI VII VIII IX XI XII FC SC SV TSV TV VfL VfB GmbH AG KG OHG EG OG UG MWST PLZ"""
    ),
)

_POSITIONS = PositionTable(
    verbs=MappingProxyType(
        {
            "wants": lines(
                """fordert, forderte, fordern, forderten, verlangt, verlangte, verlangen, verlangten, pocht auf, pochte
                auf, pochen auf, pochten auf, dringt auf, drang auf, dringen auf, drangen auf, besteht auf, bestand auf,
                bestehen auf, bestanden auf, will, wollen, wollte, wollten, plädiert für, plädierte für, plädieren für,
                drängt auf, drängte auf, drängen auf"""
            ),
            "offers": lines(
                """bietet, bot, bieten, boten, schlägt, schlug, schlagen, schlugen, ist bereit, sind bereit, war
                bereit, waren bereit, zeigt sich bereit, zeigte sich bereit, zeigten sich bereit, erklärte sich bereit,
                erklärten sich bereit"""
            ),
            "accepts": lines(
                """akzeptiert, akzeptierte, akzeptieren, akzeptierten, stimmt, stimmte, stimmen, stimmten, unterstützt,
                unterstützte, unterstützen, unterstützten, befürwortet, befürwortete, befürworten, befürworteten,
                billigt, billigte, billigten"""
            ),
            "refuses": lines(
                """lehnt, lehnte, lehnen, lehnten, weist, wies, weisen, wiesen, weigert sich, weigerte sich, weigern
                sich, weigerten sich, verweigert, verweigerte, verweigern, verweigerten, schließt, schloss"""
            ),
            "intends": lines(
                """verspricht, versprach, versprechen, versprachen, plant, plante, planen, planten, kündigt, kündigte,
                kündigen, kündigten, droht mit, drohte mit, drohen mit, drohten mit, beabsichtigt, beabsichtigte"""
            ),
        }
    ),
    particles=meaning(
        ("an", "bietet bot bieten boten kündigt kündigte kündigen kündigten"),
        ("vor", "schlägt schlug schlagen schlugen"),
        ("zu", "stimmt stimmte stimmen stimmten"),
        ("ab", "lehnt lehnte lehnen lehnten"),
        ("zurück", "weist wies weisen wiesen"),
        ("aus", "schließt schloss"),
    ),
    late_negations=words("nicht nie niemals kein keine keinen keinem keiner keines"),
    beside=words("hat haben hatte hatten auch erneut weiter weiterhin zudem dagegen hingegen jedoch aber nun"),
    will=words("werde würden"),
    duties=words("müsse müssten solle sollten"),
    denials=words("bestreitet bestritt bestreiten bestritten dementiert dementierte dementieren dementierten"),
    dismissals=words("weist wies weisen wiesen"),
    claims=words(
        """vorwurf vorwürfe vorwürfen anschuldigung anschuldigungen behauptung behauptungen bericht berichte berichten
        darstellung"""
    ),
    untrue=words("falsch unwahr haltlos unbegründet erfunden lüge lügen unsinn"),
    persons=words("er sie"),
    bodies=words("er sie es"),
    joining=words("und aber denn"),
    subordinate=words("der die das weil warum wie wann wo was"),
    linking=_DETERMINERS | {"und"},
    governing=words(
        """von mit durch für aus bei in im an am auf gegen über zwischen unter nach vor seit zu zur zum vom ohne um laut
        neben hinter trotz wegen während"""
    ),
    deputies=words("sprecher sprecherin sprechern anwalt anwältin anwälte"),
    authorities=words("regierung präsident präsidentin ministerium unterhändler diplomaten behörden parlament"),
    conditions=words("wenn falls ob sobald bis"),
)

GERMAN = Language(
    tag="de",
    name=worded("German"),
    function_words=words(
        """der die das und ist nicht mit den von ein eine dem des sich auf für im zu auch als nach wird bei einer
        werden aus hat dass sie es wurde am zum zur einen noch wie haben über um vom sind war oder aber nur"""
    ),
    sentences=_SENTENCES,
    marks=_MARKS,
    linking=_LINKING,
    dates=_DATES,
    reports=_REPORTS,
    names=_NAMES,
    numbers=_NUMBERS,
    positions=_POSITIONS,
)

"""Words that names are made of and compared without: data only, written by hand."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HONORIFICS = _words(
    """mr mrs ms miss mx dr sir dame lord lady prof professor rev reverend monsieur madame herr frau senor senora
    sheikh shaikh gen general col colonel president minister senator sen rep governor gov judge justice"""
)

SUFFIXES = _words("jr sr ii iii iv")

PARTICLES = _words("von van der den de la del della di da dos du le bin ibn al el ben abu ter zu")

SMALL_WORDS = _words("a an the of and for in on to at by de la des du von van der und et y")

LEGAL_FORMS = _words(
    """inc incorporated corp corporation co company companies ltd limited llc llp lp plc ag se sa spa nv bv gmbh kg ab
    as oy oyj asa srl sarl sas sl pte pty pt pjsc jsc ojsc oao ooo pao zao kk bhd berhad group holding holdings
    """
)
"""At the end of a company's name: it is the same without."""

UNSPOKEN_FORMS = _words("inc co ltd llc llp lp plc ag se sa spa nv bv gmbh ab asa srl")
"""Those that no acronym has a letter of."""

FORMS_BEFORE = _words("oao ooo pao zao ojsc pjsc jsc srl pt mv")
"""Before the name of a company, or a ship, the same."""

LEGAL_PHRASES = (
    "open joint stock company",
    "joint stock company",
    "limited liability company",
    "aktiengesellschaft",
    "s a r l",
    "s a",
)

SPELLINGS = {
    "organisation": "organization",
    "labour": "labor",
    "defence": "defense",
    "centre": "center",
    "programme": "program",
    "int": "international",
    "intl": "international",
    "dept": "department",
    "univ": "university",
    "first": "1st",
    "motor": "motors",
    "three": "3",
}

DESCRIBING = _words(
    """motors motor automotive auto computer computers airlines airways air industries systems technologies technology
    energy media pharmaceuticals pharma software entertainment records pictures studios stores foods brands electric
    electronics motorcycles aerospace aviation"""
)
"""What a company makes, after its name: with the name or without, it is the same company."""

PARTS = _words(
    """police department school university college church hospital county city council court fire district library
    museum airport office sheriff bureau committee subcommittee caucus panel fund foundation services labs team"""
)
"""After a name they make a name of a part of it, or of what is there: the first name does not stand for it."""

_NICKNAMES = """
    al albert alan alexander | alex alexander alexandra | andy andrew | ben benjamin | bibi benjamin | bill
    william | billy william | bob robert | bobby robert | charlie charles | chris christopher christian
    christine | chuck charles | dan daniel | danny daniel | dave david | dick richard | don donald | ed edward
    edwin | eddie edward | fred frederick | greg gregory | hank henry | harry henry harold | jack john | jake
    jacob | jeff jeffrey | jen jennifer | jerry gerald | jim james | jimmy james | joe joseph | joey joseph |
    jon jonathan | kate katherine catherine | kathy katherine | ken kenneth | larry lawrence laurence | liz
    elizabeth | matt matthew | meg margaret | mick michael | mike michael | mitch mitchell | nick nicholas | pat
    patrick patricia | pete peter | phil philip phillip | ray raymond | rich richard | rick richard | rob robert
    | ron ronald | sam samuel samantha | steve stephen steven | sue susan | ted theodore edward | terry terence
    | tim timothy | tom thomas | tommy thomas | tony anthony antony | vic victor | will william | zack zachary
"""
NICKNAMES: dict[str, tuple[str, ...]] = {
    names.split()[0]: tuple(names.split()[1:]) for names in _NICKNAMES.split("|") if names.strip()
}

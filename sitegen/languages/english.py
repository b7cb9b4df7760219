"""English: the words that differ from other languages. Its dates, names and reports have a grammar in `analyse`."""

from .tables import Language, LinkTable, MarkTable, SentenceTable, words

_SENTENCES = SentenceTable(
    titles=words(
        """mr mrs ms mx dr prof gen lt col maj sgt cpl pvt capt cmdr adm brig sen rep reps sens gov rev
        hon pres msgr fr st mt ft supt insp det messrs mme mlle amb atty assoc asst vs cf
        viz e.g i.e approx ca lt.col lt.gen maj.gen brig.gen vice-adm"""
    ),
    numbered=words(
        """no nos p pp art arts sec secs fig figs vol vols ch chs chap para paras ed eds eq pt ver v c
        jan feb mar apr jun jul aug sep sept oct nov dec"""
    ),
    abbreviations=words(
        """co cos inc ltd corp plc llc bros jr sr esq etc al dept univ assn intl est ave blvd rd sq ext
        tel a.m p.m am pm ph.d m.d b.a m.a d.c mass calif conn fla ala ariz ark colo del ill
        ind kan ky md mich minn miss mont neb nev okla ore pa tenn tex vt va wash wis wyo
        cal ga la min max hr hrs yr yrs lb lbs oz sq govt mfg rs"""
    ),
    starters=words(
        """the a an this that these those it its he she they we you i his her their our my your there
        here in on at by for from to with without after before since until while when where
        why who what how which as if although though because despite during under over among
        between against within however but and or so yet nor still then thus hence therefore
        moreover meanwhile nevertheless nonetheless instead later earlier today yesterday
        tomorrow now once also another other others some many most several few all both each
        every one two three neither either none no nobody somebody anybody everybody someone anyone everyone
        nothing something anything everything not only even just more such is are was
        were do does did has have had can could will would should may might must let
        according asked speaking additionally currently finally recently officials critics
        experts"""
    ),
    reporting=words(
        """said says say asked asks wrote writes added adds told tells cried shouted exclaimed replied
        replies demanded wondered tweeted posted joked quipped recalled recalls continued
        continues explained explains"""
    ),
)

_MARKS = MarkTable(double=(("“", '”"'), ("„", '“”"'), ("«", '»"'), ("``", "''\""), ('"', '"”')))

_LINKING = LinkTable(
    stop_words=words(
        """a about above across after afterward again against ago all almost along already also although always am amid
        amidst among amongst an and another any anybody anyone anything anyway anywhere are around as aside at away
        back be became because become becomes becoming been before being below beside besides despite between beyond
        both but by can cannot could did do does doing done down during each either else elsewhere enough especially
        etc even eventually ever every everybody everyone everything everywhere except far few fewer finally first
        firstly following for former forth from further furthermore had has have having he hence her here hers
        herself him himself his how however i if in including indeed instead into is it its itself just last lastly
        later latest latter least less let like likely likewise many may maybe me meanwhile might mine more moreover
        most mostly much must my myself namely near nearby nearly neither never nevertheless next no nobody none
        nonetheless nor not nothing notwithstanding now nowhere of off often on once one ones only onto or other
        others otherwise ought our ours ourselves out outside over own per perhaps please possibly previous
        previously quite rather really recent recently regarding same second secondly she should simply since so
        some somebody somehow someone something sometimes somewhere soon still such than that the their theirs them
        themselves then there thereafter thereby therefore these they third this those though three through
        throughout thus to together too toward towards two under unless unlike until up upon us usually various very
        via was we well were what whatever when whenever where whereas wherever whether which while who whoever
        whole whom whose why will with within without would yes yet you your yours yourself yourselves ain't aren't
        can't couldn't didn't doesn't don't hadn't hasn't haven't he'd he'll he's i'd i'll i'm i've isn't it'd it'll
        it's let's mustn't she'd she'll she's shouldn't that's there's they'd they'll they're they've wasn't we'd
        we'll we're we've weren't what's who's won't wouldn't you'd you'll you're you've n't 's versus per plus
        minus whom four five six seven eight nine ten eleven twelve"""
    ),
    stemmer="english",
)

ENGLISH = Language(
    tag="en",
    name="English",
    function_words=words(
        """the of and to in is was that for it with as his on be at by had are but from or have an they which were
        their has would there been more when who will said this he she its not"""
    ),
    sentences=_SENTENCES,
    marks=_MARKS,
    linking=_LINKING,
    has_own_grammar=True,
)

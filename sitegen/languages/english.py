"""English: the words that differ from other languages. Its dates, names and reports have a grammar in `analyse`."""

from types import MappingProxyType

from sitegen.reasons import worded

from .tables import Language, LinkTable, MarkTable, PositionTable, SentenceTable, lines, words

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

_POSITIONS = PositionTable(
    verbs=MappingProxyType(
        {
            "wants": lines(
                """want, wants, wanted, wanting, demand, demands, demanded, demanding, call for, calls
                for, called for, calling for, call on, calls on, called on, calling on, urge, urges,
                urged, urging, insist on, insists on, insisted on, insisting on, seek, seeks,
                seeking, push for, pushes for, pushed for, pushing for, press for, presses for,
                pressed for, pressing for, ask for, asks for, asked for, asking for, asks that,
                asked that, appeal for, appeals for, appealed for, appealing for, favor, favors,
                favored, favour, favours, favoured, advocate, advocates, advocated, advocating,
                would like, would prefer, prefer, prefers, preferred, recommend, recommends,
                recommended, recommending, lobbied for, campaigned for, is eager for, are eager for,
                was eager for, were eager for"""
            ),
            "offers": lines(
                """offer to, offers to, offered to, offering to, offer, offers, offered, offering,
                propose, proposes, proposed, proposing, is ready to, are ready to, is willing to,
                are willing to, was willing to, were willing to, is prepared to, are prepared to,
                was prepared to, were prepared to, is open to, are open to, was open to, were open
                to, 'm ready to, 're ready to, 'm willing to, 're willing to, 'm prepared to, 're
                prepared to, 'm open to, 're open to, volunteered to"""
            ),
            "accepts": lines(
                """accept, accepts, accepted, accepting, agree to, agrees to, agreed to, agree with,
                agrees with, agreed with, support, supports, supported, supporting, back, backs,
                backed, backing, endorse, endorses, endorsed, endorsing, approve of, approves of,
                approved of, approve, approves, approved, consent to,
                consents to, consented to"""
            ),
            "refuses": lines(
                """refuse, refuses, refused, refusing, reject, rejects, rejected, rejecting, rule out,
                rules out, ruled out, ruling out, oppose, opposes, opposed, opposing, is opposed to,
                are opposed to, was opposed to, were opposed to, 'm opposed to, 're opposed to, is
                against, are against, was against, were against, turn down, turns down, turned down,
                object to, objects to, objected to, resist, resists, resisted, resisting, veto,
                vetoes, vetoed, balked at"""
            ),
            "intends": lines(
                """vow, vows, vowed, vowing, pledge, pledges, pledged, pledging, promise, promises,
                promised, promising, threaten to, threatens to, threatened to, threatening to,
                committed to, is committed to, are committed to, 'm committed to, 're committed to,
                plan to, plans to, planned to, planning to, intend to, intends to, intended to,
                intending to"""
            ),
        }
    ),
    before_names=words("offer offers offered offering"),
    idioms=lines(
        """seek to, seeks to, seeking to, wanted by, backed down, backed away, backed off, backed out, backed
        up, back down, back off, back at, back in, back to, back on, back from"""
    ),
    nouns=MappingProxyType(
        {
            "wants": lines(
                """demand for, demand that, demands for, demands that, call for, calls for, insistence
                on, desire for, need for, need to"""
            ),
            "offers": lines("willingness to, readiness to, openness to, offer to, offer of, proposal for, proposal to"),
            "accepts": lines("support for, acceptance of, endorsement of, approval of"),
            "refuses": lines(
                """refusal to, opposition to, rejection of, resistance to, objection to, objections to,
                stance against, unwillingness to, reluctance to"""
            ),
            "intends": lines(
                """promise to, pledge to, vow to, threat to, commitment to, intention to, intention of,
                plan to, plans to, determination to"""
            ),
        }
    ),
    expressing=words(
        """express expresses expressed expressing signal signals signaled signalled indicate indicates
        indicated indicating show shows showed shown voice voices voiced declare declares declared state
        states stated repeat repeats repeated reiterate reiterates reiterated reaffirm reaffirms reaffirmed
        maintain maintains maintained emphasize emphasizes emphasized emphasise emphasises emphasised stress
        stresses stressed announce announces announced underline underlines underlined underscore
        underscores underscored confirm confirms confirmed"""
    ),
    noun_verbs=words("demand call appeal offer support back pledge promise vow plan veto favor favour resist need"),
    negated=MappingProxyType({"wants": "refuses", "accepts": "refuses"}),
    negations=words("not never cannot can't won't don't doesn't didn't wouldn't"),
    beside=words(
        """has have had also again once more now then still later further even long already instead both all do
        does did been since just 've"""
    ),
    being=words("is are was were be been being 're 'm"),
    being_endings=("ing",),
    adverb_endings=("ly",),
    will=words("will would 'll"),
    refusals=words("won't wouldn't"),
    imagined=words("would wouldn't"),
    infinitive=words("to"),
    no_deeds=words("see know find tell say be have get like"),
    no_wishes=words("know think contemplate imagine thank say be do"),
    duties=lines("must, should, ought to, we need to"),
    no_duties=words("have expect know note remember"),
    silence=words(
        """comment say answer discuss elaborate respond identify speculate specify disclose confirm name
        describe give provide speak talk reveal release"""
    ),
    denials=words(
        """deny denies denied denying dispute disputes disputed disputing refute refutes refuted refuting
        contradict contradicts contradicted contradicting rebut rebuts rebutted"""
    ),
    dismissals=words(
        "reject rejects rejected rejecting dismiss dismisses dismissed dismissing contest contests contested"
    ),
    claims=words(
        """claim claims allegation allegations accusation accusations charge charges report reports suggestion
        suggestions notion notions rumor rumors rumour rumours assertion assertions wrongdoing involvement
        responsibility"""
    ),
    claim_openings=words("that any it having being all"),
    untrue=words("false untrue baseless groundless unfounded fabricated invented lie lies hoax nonsense true truth"),
    participles=words("saying stating adding insisting arguing declaring announcing stressing emphasizing emphasising"),
    clause_opening=words("that"),
    persons=words("he she"),
    bodies=words("it they"),
    first_persons=words("we i"),
    coordinating=words("and but"),
    joining=words("and but that so or because"),
    subordinate=words("who which because what how why when where than"),
    linking=words("the a an and or some"),
    times=words("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow"),
    governing=words(
        """of with by from to for at in on against about between than over under like near into behind among
        before after during since through toward towards versus without"""
    ),
    deputies=words(
        """spokesman spokeswoman spokesperson spokesmen spokespeople lawyer lawyers attorney attorneys
        representative representatives counsel"""
    ),
    conditions=words("if whether unless until once"),
    authorities=words(
        """government administration presidency ministry military officials president diplomats negotiators
        authorities parliament"""
    ),
    agents=words("by"),
    owning=words("'s"),
)

ENGLISH = Language(
    tag="en",
    name=worded("English"),
    function_words=words(
        """the of and to in is was that for it with as his on be at by had are but from or have an they which were
        their has would there been more when who will said this he she its not"""
    ),
    sentences=_SENTENCES,
    marks=_MARKS,
    linking=_LINKING,
    positions=_POSITIONS,
    has_own_grammar=True,
)

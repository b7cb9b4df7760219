"""Common words of English news, sorted by what they do: data, no logic.

Written by hand from general English, not counted from any collection. Words are in base form and lower case;
`words` compares stems, so inflected forms need no entry unless they are irregular.
"""

REPORTING_VERBS = frozenset(
    """
    acknowledge add admit allege announce argue ask assert cite claim comment confirm declare describe emphasize
    emphasise explain express highlight indicate insist mention note point quote recall reiterate remark repeat
    reply report respond reveal say said say speak state stress suggest tell told think thought underline
    underscore urge warn write wrote written
    """.split()
)
"""How a claim is passed on; they say nothing of what is claimed."""

COMMON_VERBS = frozenset(
    """
    accept accuse achieve act address advance affect aim allow answer appear apply appoint approach approve
    arrange arrest arrive attempt attend attract avoid base bear beat become begin began begun believe belong
    break bring brought build built buy bought call came care carry catch caught cause change charge check
    choose chose chosen clear close come complete complicate concern conclude conduct consider contain continue
    contribute cover create cut deal decide decline defend demand deny depend deserve design determine develop
    die discuss draw drew drive drop earn ease emerge enable encourage end endure engage enjoy ensure enter
    establish estimate exist expand expect experience explore extend face facilitate fail fall fallen feature
    feel fell felt fight fill find finish fit focus follow force form found gain gather gave get getting give
    given go goes going gone got govern grow grew grown handle happen hear heard held help hit hold hope hurt
    identify imagine impact impose improve include increase influence inform intend introduce invite involve
    issue join keep kept kill knew know known lack land launch lay lead learn leave led left let lie lift limit link
    listen live look lose lost love made maintain make manage mark matter mean meant measure meet met mind miss
    move must need obtain occur offer open operate oppose order organise organize originate own paid participate
    pass pay perform pick place plan play prepare present press prevent proceed produce promise prompt propose
    prove provide publish pull purchase push put raise ran rate reach react read realise realize receive
    recognise recognize recommend reduce refer reflect refuse reinforce reject relate release rely remain
    remember remove render replace represent require resolve rest restore result return rise risen rose run sat
    save saw secure see seek seem seen sell send sent separate serve set settle shape share shift show shown
    shut sign sit sold solve sought spend spent split spread stand start stay step stood stop strengthen strike
    struggle submit succeed suffer support suppose surface surround take taken talk teach tend test thank took
    touch trade train travel treat tried try turn undergo understand understood use vary visit vote wait wake
    walk want watch wear welcome win won wonder wore work worry
    """.split()
)

PAST_FORMS = frozenset(
    """
    ate became began begun bit blew bought broke brought built came caught chose chosen crept dealt did drank
    drawn drew driven drove dug eaten fallen fell fled flew flown forgot forgotten fought froze gave given gone
    got grew grown held hid hidden hung kept knew known laid lain led lent lost made meant met mistaken overcame
    paid ran rang rode ridden rose risen said sang sank sat saw seen sent shaken shook shot shown shrank slept
    slid sold sought spoke spoken spent stole stolen stood struck stuck stung swam swept swore sworn swung taken
    taught thought threw thrown told took tore torn understood went withdrew withdrawn woke won wore worn wrote
    written born borne
    """.split()
)
"""Irregular pasts that are no nouns."""

VAGUE_NOUNS = frozenset(
    """
    ability accordance account achievement action activity advance affair afternoon age agenda aim amount
    analysis analyst answer anything approach area aspect attempt attention attitude backdrop background basis
    beginning behalf behavior behaviour belief benefit bid bit boy brother capacity career case cause challenge
    chance change character child children choice circumstance clause colleague combination comment commitment
    community comparison complexity component concept concern conclusion condition consensus consequence
    consideration contact content context contrast contribution conversation copy cornerstone corner country
    county couple course critic crowd culture date daughter day deal debate decade decision degree demand detail
    development difference difficulty dimension direction discussion display dozen dynamics earlier edge effect
    effort element emphasis end engagement environment era evening event evidence example exchange expectation
    experience expert explanation expression extent eye face fact factor fall family father feature feeling
    field figure flexibility focus follow form foundation friend front future gentleman girl goal group guy half
    hand head heart help history home hope hour house hundred husband idea image impact implication importance
    impression incident individual influence information initiative insight instance intent intention interest
    interview involvement issue item job journalist key kind knowledge lack lady landscape language leader level
    life light line list location look lot majority man manner mark matter means measure media member men
    mention message method middle midnight million minute moment month mood morning mother move name nation
    nature need news night note number object occasion official openness opinion opportunity option order others
    outcome overture pair paper paragraph parent part participant participation partner party past path patience
    pattern people percent period person perspective phase phone phrase piece place play plea plenty point
    portion position possibility potential power practice presence pressure principle priority problem process
    product program programme progress proposal prospect provision public purpose quarter question range rate
    reaction readiness reader reason reference region relation relationship remark reply report reporter
    representative request resolution resource respect response responsibility rest result return reviewer rise
    risk role room round row rule scale scenario scene season section sector sense sentence sentiment series
    service session set setting shape share shift side sign significance site situation size skill society
    someone son sort sound source speaker spokesman spokesperson spokeswoman stability stage stake stance
    standard start state statement status step stop story strategy strength structure stuff style subject
    success suggestion summer support surface surprise system tactic talk target task team tension term test
    text theme thing thought thousand threat tie time title today tomorrow tone top topic total touch town
    tradition transparency trend truth try turn type uncertainty understanding update use user value variety
    version view viewer violence visit voice walk wall watch way week weekend wife willingness winter wish
    witness woman women word work worker world worry yard year yesterday youth addition agreement ally conflict
    connection crisis favor favour
    negotiation statistics spring autumn january february march april may june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday percentage
    """.split()
)
"""Nouns that say little alone: no title is made of them only. They may end one (`peace plan`)."""

NOT_ALONE = frozenset(
    """
    administration administrator advocate applicant architecture argument authority boyfriend candidate capital
    committee complaint compound coverage critic discretion employee expert feature franchise girlfriend guard hardware
    inconsistency inquiry investigation investigator keynote laptop lawmaker lifespan manufacturer mom moderator mum
    neighbour neighbor nomination notebook opponent opposition panel participant passenger plaintiff platform protester
    refresh relative resident resignation sequel software sponsor spouse suggestion supplier teenager terror throat
    tourist upgrade victory worker
    ban function hole legislation raw north south east west northeast northwest southeast southwest province region
    magnitude century policy
    absence abundance access acclaim accusation act addition admiration advantage aftermath aid alarm ambition anger
    anniversary announcement anxiety apology appeal appearance appetite applause arrangement arrival assertion
    assessment assistance assumption atmosphere attraction authority authorities average awareness backlash
    balance barrage barrier batch beauty being blame blow bond boost bottom boundary branch breach breadth break
    breakthrough bulk bunch burden calm caution celebration cent century ceremony certainty chain chaos characteristic
    charm circle circuit clarity clue coincidence collapse collection column comeback comfort command companion
    comparison competence complaint compliance component compromise concentration concession conduct confidence
    confrontation confusion consent consultation consumption continuation controversy convenience conversion
    conviction cooperation coordination copy core counterpart courage coverage creation credibility credit criterion
    criticism curiosity custom cycle damage danger darkness deadline dealing debut decline dedication
    defeat deficiency delay delivery departure deployment depth description desire despair destination destruction
    deterioration determination dialogue dignity dilemma disadvantage disappointment disaster discipline discovery
    dislike dispute distance distinction distribution division dollar domain doubt downfall downturn dozens dream
    duration duty eagerness ease efficiency elite embrace emergence emotion encounter enemy enforcement enthusiasm
    entity entrance entry episode equivalent error essence establishment estimate euro evaluation excellence exception
    excitement exclusion excuse execution existence exit expansion expense explosion exposure extension extreme
    failure fairness faith fallout fame fashion fate fault favourite fear finding flaw flow flurry fortune founder
    fraction fragment frame framework freedom frenzy frequency frustration fulfilment fury gain gap gathering
    generation gesture giant glance glimpse gratitude grip ground grounds growth guarantee guess guidance guideline
    habit halt handful handling harm haste hatred headquarters height heir heritage hero highlight hint honour honor
    horror humour humor hundreds icon identity ignorance illusion imagination implementation improvement inability
    inch inclusion income inconvenience increase indication ingredient injury innocence inquiry inspiration instruction
    integrity intensity interaction interpretation interruption intervention introduction invitation irony isolation
    joke journey joy judgement judgment jump justification keeper label laughter launch layer leadership legacy legend
    length liability likelihood limit limitation link load logic loser loss lot luck luxury maker making margin
    material maximum measurement mechanism membership merit mess middle mile milestone millions minimum
    minority miracle misery mission mistake misunderstanding mix mixture mode moderation modification momentum monster
    motivation motive mystery myth narrative necessity neglect nightmare nobody nod norm notice notion objective
    objection obligation observation observer obstacle occurrence offer offering opinion oversight outbreak outcry
    outlook output outrage overhaul overview pace package pain passage passion patience pause peak peer performance
    permission personality perspective pile pioneer pitch pity pleasure portrait portrayal pose possession pound
    praise precaution precedent predecessor prediction preference prejudice premise preparation presentation prestige
    pretext prevention pride privilege procedure profile prohibition promise promotion proof proportion protection
    provision publicity pursuit quality quantity quest quote rage rank ratio rationale reach realisation reality
    realization realm rebel reception recipient recognition recommendation recovery reduction reference reform refusal
    regard regime regret reliability relief reluctance reminder removal repetition replacement reputation resemblance
    reserve resistance restraint restriction retreat return reunion revelation revenge reversal review revision revival
    reward rhetoric rhythm ride rival rivalry root route routine ruin rumor rumour rush sacrifice sake satisfaction
    scheme scope scrutiny search secrecy secret selection sequence setback severity shadow shame shock
    shortcoming signal silence similarity simplicity slice slogan smile solution sorrow spectacle speculation speed
    spell spirit split spread spree status stereotype strain strand stranger stress stretch stroke struggle stuff
    substance substitute succession successor suffering sum superiority supporter supposition surge surrender survival
    suspicion swing symbol sympathy symptom tale temper temptation tendency tens tenure thousands threshold thrill
    throne timing toll tone tour trace track trail trait transfer transformation transition transmission tribute trick
    trigger trillion trillions triumph trouble trust turmoil turnout twist union unit unity update upheaval urgency
    usage validity variation vehicle venture vision visitor volume wake warning waste wave weakness wealth
    weight welcome whole wisdom withdrawal wonder worth zeal
    """.split()
)
"""Nouns that say too little to head a page alone, though they tell sentences apart as well as any word."""

COMMON_NOUNS = frozenset(
    """
    account action ad advice agency air airport album animal apartment application arm army art article audience
    author baby ball band bank bar base bed bill blood board boat body book border bottle box brand bridge
    brother budget building bus business camera camp campaign candidate car card cash cell center centre chair
    charge church city claim class client clip clothes club coach coast coffee college color colour company
    computer condition congress conference contract control corporation cost council county court crime customer
    cut data dead death decision defense defence department desk device dinner director district doctor document
    dog dollar door dress drink drive driver drug economy education election email employee employer energy
    engine equipment exam executive facility fan farm fee fight file film finance fire firm fish flight floor
    folk food football foot force foreigner fund gas game gift glass government ground guest gun hair hall hat
    health hearing holiday horse hospital hotel husband income industry institution insurance investor island
    jacket judge jury kid king knife lab lake land law lawyer letter library loan loss love lunch machine
    magazine mail maker map market match meal meeting memory menu metal mind ministry model money motion
    mountain mouth movie museum music neighbor neighborhood network newspaper nurse ocean office oil opponent
    owner page parliament passenger patient pay phone photo photograph picture plane plant player police
    politics pool population post president price prime prison prize professor profit project property protest
    race radio rain record report republic research restaurant revenue river road rock room sale sample school
    science screen sea seat security sentence server shop shoe shooting shot show sister sky snow soldier song
    space speech sport spot spring square staff star station stock store storm street student studio study sun
    supply support surgery system table talk tax teacher team technology telephone television temperature test
    theater theatre ticket tool tour trade traffic train transport travel treatment tree trial trip troop truck
    tv union unit university vehicle video village violence vote voter wage wall war water weapon weather web
    website wedding wind window wine wood writer
    """.split()
)
"""Nouns too general to head a page alone, though they may make up a phrase (`school board`)."""

COMMON_ADJECTIVES = frozenset(
    """
    able additional available aware bad best better big black blue brief broad busy capable central certain
    clear close cold common complex comprehensive considerable consistent constant contentious continual crucial
    critical current daily dark dead deep deeper difficult dire direct double due early easy eager effective
    elusive entire essential exact existing extensive extra extreme fair familiar famous fast favorite favourite
    final fine firm formal free fresh full fundamental general good great greater green guilty happy hard heavy
    high higher huge huge human immediate imminent important impossible impractical individual initial innocent
    intense interesting international key large larger largest late legal less light limited little local long
    longer longtime low lower main major mere minor modern mutual national natural necessary negative new normal
    obvious official old older ongoing open ordinary overall particular permanent personal pivotal poor popular
    positive possible potential powerful present primary prior private proper proposed public quick quiet rare
    ready real reasonable red regional regular related relevant reliable repeated responsible rich right robust
    safe senior sensitive serious several severe sharp short shorter significant similar simple single slow
    small smaller social solid sorry special specific stable steady straight strange strong stronger sudden
    sufficient sure sweeping tall temporary thick thin tough true typical unclear unfair unique united unknown unlikely
    unusual upcoming urgent usual valuable vast visible vital warm weak weekly western white wide widespread
    wonderful worse worst wrong yearly young younger eastern northern southern
    """.split()
)

COMMON_ADVERBS = frozenset(
    """
    abruptly absolutely accordingly actually ahead aggressively apparently approximately barely briefly broadly
    carefully certainly clearly closely completely consistently constantly currently deeply definitely
    deliberately directly early easily effectively entirely equally exactly exclusively extremely fairly firmly
    forever formally frankly frequently fully generally genuinely gradually greatly hardly heavily highly
    hopefully immediately importantly increasingly initially interestingly largely legally long mainly merely
    nationwide naturally necessarily normally obviously occasionally officially openly originally overall
    overnight overseas overwhelmingly partially partly perfectly personally potentially precisely presumably
    primarily probably promptly properly publicly quickly quietly rapidly rarely readily reportedly repeatedly
    roughly sadly seemingly seldom seriously severely sharply shortly significantly slightly slowly solely
    specifically sporadically strongly substantially successfully suddenly supposedly surely temporarily totally
    truly twice typically ultimately undoubtedly unfortunately unexpectedly virtually widely worldwide tonight
    today tomorrow yesterday abroad alone anymore apart online
    downstairs upstairs indoors outdoors thereof thereby therein hereby herein
    """.split()
)

ROLE_WORDS = frozenset(
    """
    actor actress adviser advisor agent aide ambassador analyst archbishop attorney author bishop boss captain
    chairman chairwoman chancellor chief coach columnist commander commissioner congressman congresswoman
    counsel delegate deputy detective director doctor editor envoy executive father founder general governor
    inspector judge justice king lawmaker lawyer lieutenant manager mayor minister negotiator officer official
    owner partner pastor politician pope premier president priest prince princess professor prosecutor queen
    rabbi rapper representative secretary senator sergeant sheriff singer speaker spokesman spokesperson
    spokeswoman star superintendent suspect treasurer vice victim winner witness mr mrs ms miss dr gen sen rep
    gov sgt lt col capt rev prof sir lord lady
    """.split()
)
"""What people are called; phrases that end in one name a person, not a subject."""

ANAPHORS = frozenset(
    """
    he she it they this that these those his her its their him them such here there both others another however
    but and so yet still thus therefore meanwhile moreover furthermore nonetheless nevertheless instead besides
    additionally also then otherwise similarly likewise consequently hence accordingly rather indeed
    interestingly finally although though nor or because which who i we you my our your
    """.split()
)
"""First words that lean on the sentence before."""

MERE_ADJECTIVES = frozenset(
    """
    new newest latest recent previous current former future past next last same own other largest biggest smallest
    highest lowest best worst oldest youngest longest strongest fastest greatest thinnest lightest top leading
    continuing ongoing growing rising increasing remaining following prominent numerous entire whole
    additional potential possible minor major little huge big serious severe significant strong tight good great
    robust considerable
    """.split()
)
"""First words of a phrase that say which one, how great, or how it stands; the rest is the subject, if there is one."""

CLASSIFYING = frozenset(
    """
    religious indigenous legislative executive administrative automotive collective native creative reproductive
    renewable sustainable portable cooperative preventive punitive infectious radioactive digestive explosive
    """.split()
)
"""Adjectives with the endings of opinions that tell a kind."""

MATTERS = frozenset(
    """
    accident aid ban blood budget casualty complaint conservation contract controversy cost crime criticism damage
    deadline death defeat defence defense delay delivery drug economy education election energy evacuation execution
    expense explosion fee finance fire flight food fuel funding gas health income inquiry insurance investigation land
    law legislation loan motive music nomination oil pay police politics prison prize profit protest rain
    recovery removal research retreat revenue salary school security sentence shooting snow sport storm surgery
    tax theft trade traffic train transport treatment trial victory violence vote wage war water weapon weather
    withdrawal
    """.split()
)
"""Of the nouns too general to head a page alone, those that name a matter or an event, not who, where or how: where
little else is found, a reader knows from one what stands on its page."""

KINDS_OF_PLACE = frozenset(
    """
    city cities town towns village villages island islands province provinces region regions capital area areas
    county counties district districts neighborhood neighbourhood country countries
    """.split()
)

ONE_PERSON = frozenset(
    """
    accuser activist adult aide athlete applicant boxer boyfriend candidate caller celebrity challenger champion
    citizen civilian client colleague comedian contractor critic customer defendant defender demonstrator designer
    driver employee employer engineer expert farmer firefighter fighter gangster girlfriend guard gunman hacker host
    immigrant inmate innovator insider intern investor juror landlord leader legislator migrant mobster moderator
    neighbor neighbour nominee observer opponent organizer organiser passenger patient photographer
    pilot plaintiff player prisoner promoter protester publicist quarterback refugee reporter researcher resident
    retiree rioter rival runner sailor scientist shooter soldier specialist student supporter survivor teacher
    technician teenager tenant tourist trainer veteran voter worker youth
    """.split()
)
"""Who somebody is: a phrase that ends in one of them in the singular names a person, not a subject."""

QUANTITIES = frozenset(
    """
    several multiple numerous various many dozen inch inches mile miles kilometer kilometers kilometre kilometres
    metre metres meter meters pound pounds kilogram kilograms kilos ton tons tonnes percent gallons acres yard yards
    hours minutes days weeks months years mph km
    """.split()
)
"""How many, or of what."""

OF_NEWSROOMS = frozenset(
    "agency agencies conference conferences release releases briefing briefings report reports outlet outlets".split()
)
"""Behind "news" or "press": how something became known."""

OUTLETS = frozenset("news post times press journal tribune herald gazette telegraph radio tv".split())
"""Last words of the names of outlets."""

PLURAL_MODIFIERS = frozenset(
    """
    arms sports sales savings rights weapons arts customs damages drugs goods games jobs women womens men systems
    operations communications relations affairs services securities sanctions elections appropriations emissions
    narcotics munitions explosives earnings parents veterans
    """.split()
)
"""Words that stand in the plural before another noun ("arms deal")."""

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec
    """.split()
)

SAME_NAME: dict[tuple[str, ...], str] = {
    ("united", "states", "of", "america"): "usa",
    ("united", "states"): "usa",
    ("united", "kingdom"): "uk",
    ("united", "nations"): "un",
    ("european", "union"): "eu",
    ("white", "house"): "white-house",
    ("supreme", "court"): "supreme-court",
}
"""Names of several words that count as one stem: the words apart mean something else."""

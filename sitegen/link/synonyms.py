"""Words of English news that stand for one another where two sentences have much else in common: mostly data.

Written by hand from general English, not counted from any collection. Base forms and irregular ones: stems are
compared. A word may stand in several classes, since it may mean several things.
"""

from .words import stem

_CLASSES = """
abandon scrap cancel axe shelve
accident crash collision wreck smash derailment collide pile-up
acquire buy bought purchase acquisition takeover buyout
actor actress star
afraid fear worry worried concern dread
assurance guarantee pledge
agreement deal accord pact treaty settlement
aid assistance help relief assist
airplane plane aircraft jet airliner jetliner
ambush attack raid assault strike offensive storm
announce unveil announcement reveal disclose
answer reply respond response
apartment flat
apologise apologize apology sorry
appoint name appointment nominate nomination chosen choose chose pick select selection
approve approval pass passed ratify endorse endorsement
area region zone district
arrest detain detention custody apprehend capture nab held detained
attempt try bid tried effort
attorney lawyer counsel solicitor barrister
author writer novelist
award prize honour honor
baby infant newborn
ban prohibit bar outlaw forbid prohibition
bankruptcy insolvency insolvent bankrupt
battle fight clash combat fighting fought
beat defeat win victory triumph won beaten overcome
beautiful attractive handsome
begin start commence launch began begun kick
big large huge major massive enormous vast
bike bicycle cycle
birth born
blast explosion bomb bombing explode detonate detonation
blaze fire inferno flame wildfire
body corpse remains
boost raise increase rise grow growth climb hike jump surge soar rose risen grew grown lift
bout match fight game contest
boy lad
youth teenager teen
broadcast air televise
build construct construction erect built
building structure premises
burglary theft steal robbery rob heist stole stolen thief robber burglar raid
business company firm corporation enterprise
car vehicle automobile truck van
cash money sum funds fund
cease stop halt end suspend
chairman chairwoman chair chairperson
charity foundation
chief head boss leader director
child kid youngster children
cinema movie film picture
city town municipality
clear acquit exonerate acquittal
close shut closure shutdown
coach manager trainer
collapse crumble
comedian comic
complain complaint
complete finish conclude completion
condemn denounce criticise criticize criticism slam blast decry condemnation rebuke
conference meeting summit talks gathering
confess admit confession acknowledge
convict guilty conviction
cop police officer policeman policewoman constable patrolman
cost price worth
country nation
crowd throng mob
cut reduce reduction slash trim lower decrease decline drop fall slump plunge shrink fell fallen
cyclone hurricane typhoon
damage destroy destruction wreck ruin devastate raze flatten demolish level devastation
danger risk threat peril hazard
dead death die kill fatal fatality dies died slain perish toll slay murder deadly killing
deny denial reject refute
depart leave departure left quit exit
dismiss fire sack oust firing dismissal ousted ouster
dispute row feud quarrel argument altercation argue
doctor physician medic surgeon
draft draught
earthquake quake temblor tremor seism
elect vote election poll ballot
employee worker staff personnel staffer
end finish conclude conclusion
error mistake blunder
escape flee fled
estimate reckon projection forecast predict expect
evacuate evacuation flee fled
examine inspect investigate probe inquiry investigation enquiry
expel deport expulsion deportation
father dad daddy
fan supporter admirer
fault blame
final last
fine penalty
flood deluge inundate flooding
former ex onetime
found find discover discovery
free release liberate freed freedom
gathering rally protest demonstration march demonstrate
get receive got obtain
give grant donate donation gave given
goal score
grab seize took take taken snatch
gun weapon firearm rifle pistol handgun revolver
gunman shooter attacker assailant
happen occur
head lead
hide conceal hid hidden
hire recruit employ
hit strike struck rock jolt
home house residence dwelling
hospital clinic
host present emcee hosting
hurt injure injury wound injured wounded
husband spouse
ill sick illness disease
illegal unlawful illicit
incident episode affair
inmate prisoner convict detainee
internet web online
invade invasion incursion
isle island
jail prison imprison imprisonment penitentiary
job post position role
joke quip jest
journalist reporter correspondent
judge justice magistrate
leak spill seep
law legislation bill statute act
launch unveil introduce introduction
lose loss lost
luck fortune
man male gentleman
marry wed wedding marriage
meet met meeting talk
militant rebel insurgent guerrilla fighter
missile rocket
mother mum mom mummy mommy
murder kill slay homicide manslaughter slain
neighbour neighbor
new fresh latest
offer propose proposal
old elderly
opponent rival foe adversary
order command instruct
outbreak epidemic
own possess
peace truce ceasefire armistice
people person folk
photograph photo picture image snapshot
plan intend aim intention
plea plead pleaded pled
pledge promise vow commit commitment
pope pontiff
postpone delay defer postponement
powerful strong robust
praise laud hail applaud congratulate
prevent block
previous former earlier prior
program programme scheme
proof evidence
puzzle mystery
quick fast rapid swift
rain downpour
recall remember
record album
refuse decline refusal
repair fix mend
replace succeed successor replacement
rescue save
resident inhabitant villager local
resign resignation step quit
road street
school college academy
scientist researcher
scream shriek yell shout
search hunt manhunt
see saw
sell sold sale
send sent dispatch mail
sentence jail imprison
ship vessel boat
shoot shot gunfire fire shooting
shop store supermarket
sibling brother
sibling sister
sink sank sunk
small tiny little
song track single
spokesman spokeswoman spokesperson
stab knife stabbing
stadium arena
stake share
storm tempest hurricane
strike walkout stoppage
student pupil undergraduate
sue lawsuit suit litigation
suffer sustain receive
suspend suspension
team club side squad
threaten threat
travel trip journey visit
tweet twitter
university college
verdict ruling decision
victim casualty
video footage clip tape
village hamlet
violence unrest rioting riot
want wish desire
war conflict
wealthy rich affluent
weapon arms
wife spouse
witness onlooker bystander
world globe global worldwide
"""


def _classes() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_CLASSES.split("\n")):
        for word in line.split():
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items() if word}


_CLASSES_OF = _classes()
_NONE: frozenset[int] = frozenset()


def classes_of(word: str) -> frozenset[int]:
    """The classes of a stem: two stems that share one may stand for one another."""
    return _CLASSES_OF.get(word, _NONE)

"""The tables that a language is described by: the types of `Language` and of its parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from sitegen.reasons import Reason

_Value = TypeVar("_Value")


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def lines(text: str) -> frozenset[str]:
    """The entries of a text, which commas part."""
    return frozenset(" ".join(text.split()).split(", "))


def numbered(text: str, first: int = 0) -> Mapping[str, int]:
    """Each word of a text with a number: words that `/` joins have the same, the next word has the next."""
    return MappingProxyType({w: first + n for n, entry in enumerate(text.split()) for w in entry.split("/")})


def meaning(*entries: tuple[_Value, str]) -> Mapping[str, _Value]:
    """Each word of the texts with the value beside its text."""
    return MappingProxyType({word: value for value, text in entries for word in text.split()})


def _nothing() -> Mapping[str, _Value]:
    return MappingProxyType({})


# Tables are compared by identity, so that what is compiled of one can be kept by it.
@dataclass(frozen=True, slots=True, eq=False)
class SentenceTable:
    """Words that tell a full stop that ends a sentence from one that does not.

    Abbreviations without their last stop, and without spaces (`z.b` for `z. B.`). All in lower case.
    """

    titles: frozenset[str]
    """Never end a sentence: something is bound to follow (`Gen.`, `vs.`)."""
    numbered: frozenset[str]
    """End no sentence before a number (`No. 10`, `Jan. 5`)."""
    abbreviations: frozenset[str]
    """May end a sentence: they do if the next word is a starter (`Inc.`, `a.m.`)."""
    starters: frozenset[str]
    """Words that open a sentence when they have a capital, and are not the second half of a name."""
    reporting: frozenset[str] = frozenset()
    """Verbs that follow a quoted question or exclamation and its speaker (`“Why?” Ada Reed asked.`)."""
    has_ordinals: bool = False
    """Whether a full stop after a number makes it an ordinal (`3. Oktober`): it then ends a sentence only before a
    starter, after one of `cardinals`, or when the number is as long as a year."""
    cardinals: frozenset[str] = frozenset()
    """Words after which a number is no ordinal (`Platz 3.`)."""


@dataclass(frozen=True, slots=True, eq=False)
class MarkTable:
    """Quotation marks: what opens, and what may close it."""

    double: tuple[tuple[str, str], ...]
    """An opening mark, and its closing ones. A straight mark closes all: writers and converters mix them."""
    single: tuple[tuple[str, str], ...] = (("'", "'’"), ("‘", "'’"))
    """The same for the marks inside of those, some of which are apostrophes as well."""


@dataclass(frozen=True, slots=True, eq=False)
class DateTable:
    """Words for times, all as they stand in a sentence; those of one meaning side by side."""

    months: Mapping[str, int] = field(default_factory=_nothing)
    """Names, inflected and abbreviated (without a stop), from 1."""
    weekdays: Mapping[str, int] = field(default_factory=_nothing)
    """From 0, which is Monday."""
    near_days: Mapping[str, int] = field(default_factory=_nothing)
    """How many days from the publication: `gestern`. With a capital only where a sentence begins."""
    counts: Mapping[str, int] = field(default_factory=_nothing)
    """Numbers in words, inflected."""
    units: Mapping[str, str] = field(default_factory=_nothing)
    """What names a `day`, `week`, `weekend`, `month`, `year` or `decade`."""
    periods: frozenset[str] = frozenset()
    """Of these, what one of them can stand behind a direction: no plurals, no days."""
    directions: Mapping[str, int] = field(default_factory=_nothing)
    """Adjectives for the one before (-1), the present one (0), the next (1): `vergangenen`."""
    ago_before: frozenset[str] = frozenset()
    """Stand before a count and a unit: `vor zwei Wochen`."""
    ago_after: frozenset[str] = frozenset()
    """Stand after them."""
    parts: frozenset[str] = frozenset()
    """Before a month or a year, for a part of it: `Anfang Mai`."""
    between: frozenset[str] = frozenset()
    """Small words between a weekday and a day: `Montag, dem 6. Oktober`."""
    has_ordinals: bool = False
    """Whether the number of a day has a stop: `6. Oktober`."""
    has_capital_nouns: bool = False
    """Whether nouns have capitals: a year before one counts it (`2000 Bücher`)."""
    years_after: frozenset[str] = frozenset()
    """Words after which a number like a year is one, whatever follows: `Jahr 2000`."""
    numbers_after: frozenset[str] = frozenset()
    """Words after which it is none: `rund 2000`."""
    ahead: frozenset[str] = frozenset()
    """Words that make a weekday or month after them one to come: `wird am Montag`."""
    unclear: frozenset[str] = frozenset()
    """Words that leave it open, unless one of the others stands there as well: `bis Juni`."""
    past: frozenset[str] = frozenset()
    """Words that show it."""


@dataclass(frozen=True, slots=True, eq=False)
class NumberTable:
    """Words that write numbers. All in lower case."""

    digits: Mapping[str, int] = field(default_factory=_nothing)
    """Words under a hundred."""
    magnitudes: Mapping[str, int] = field(default_factory=_nothing)
    """What multiplies the number before it, in words or cut short behind figures."""
    halves: Mapping[str, float] = field(default_factory=_nothing)
    """What adds to a number or stands before a magnitude (`half a million`)."""
    a: frozenset[str] = frozenset()
    """One, before a magnitude (`a hundred`)."""
    and_: frozenset[str] = frozenset()
    """Inside a number in words (`a hundred and five`)."""
    ordinals: Mapping[str, int] = field(default_factory=_nothing)
    plurals: Mapping[str, int] = field(default_factory=_nothing)
    """Vague numbers, with what they are at least (`dozens`)."""
    vague: frozenset[str] = frozenset()
    """Those that say nothing of how many (`several`)."""
    of: frozenset[str] = frozenset()
    """Between two of them, and before what is counted."""
    at_least: tuple[str, ...] = ()
    """Before a number, as are the next three."""
    more_than: tuple[str, ...] = ()
    at_most: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    or_more: tuple[str, ...] = ()
    """After a number, as are the next two."""
    or_less: tuple[str, ...] = ()
    or_so: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    """Between the two ends of a range."""
    between: frozenset[str] = frozenset()
    percent: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    """After per cent: a difference of two shares."""
    signs: Mapping[str, str] = field(default_factory=_nothing)
    """Currency signs, with the unit that they stand for: the sign itself where several countries use it."""
    currencies: Mapping[str, str] = field(default_factory=_nothing)
    """The same for words behind a number."""
    measures: Mapping[str, str] = field(default_factory=_nothing)
    """Words and abbreviations of measures, with the unit."""
    clock: tuple[str, ...] = ()
    """After a time of day (`a.m.`)."""
    old: tuple[str, ...] = ()
    """After a count of years."""
    aged: frozenset[str] = frozenset()
    """Before an age."""
    labels: frozenset[str] = frozenset()
    """Before a number that names and does not count (`Article 5`)."""
    function_words: frozenset[str] = frozenset()
    """What ends the words that say what is counted."""
    from_: frozenset[str] = frozenset()
    """Before two numbers, that which makes them a change and no range (`from 20 to 30`)."""
    singular_nouns: frozenset[str] = frozenset()
    """What makes `one` before it a number and no pronoun."""
    plural_nouns: frozenset[str] = frozenset()
    """Nouns of several that do not end in one of `plural_endings`."""
    plural_endings: tuple[str, ...] = ()
    no_nouns: tuple[str, ...] = ()
    """Endings of words that have that ending and are no nouns of several."""
    lengths_of_time: frozenset[str] = frozenset()
    """Of the units of measures."""
    during: frozenset[str] = frozenset()
    """Of the bounds, what before one of them is none (`over two days`)."""
    years_old: tuple[str, ...] = ()
    """Behind an age, in one word (`38-jährige`)."""
    has_decimal_comma: bool = False
    """Whether `1.000,5` is a thousand and a half."""
    has_capital_nouns: bool = False
    """Whether what is counted is the first word with a capital; else the first noun of several."""


@dataclass(frozen=True, slots=True, eq=False)
class ReportTable:
    """Words that say whose claim a sentence is, all as they stand in a sentence."""

    saying: frozenset[str] = frozenset()
    """Verbs that report a claim, whatever follows."""
    claiming: frozenset[str] = frozenset()
    """Verbs that report one when a clause or a quotation follows."""
    describing: frozenset[str] = frozenset()
    """Verbs that stand before quoted words and their object: `nannte den Plan „…“`."""
    denying: frozenset[str] = frozenset()
    """The source's word that something is not so."""
    particles: Mapping[str, frozenset[str]] = field(default_factory=_nothing)
    """Verbs that count only with one of these words later in their clause: `teilte … mit`."""
    signs: frozenset[str] = frozenset()
    """Stand between quoted words and their speaker without being a verb: `„…“, so Ada Reed`."""
    before_source: frozenset[str] = frozenset()
    """Prepositions and phrases before a source: `laut`, `nach Angaben`."""
    after_source: frozenset[str] = frozenset()
    """The same behind one: `zufolge`."""
    source_nouns: frozenset[str] = frozenset()
    """Nouns for what a source said, no part of its name: `Angaben der Polizei zufolge`."""
    hearsay: frozenset[str] = frozenset()
    """Say that something is told, and not by whom."""
    hearsay_modals: frozenset[str] = frozenset()
    """The same, when a participle and one of `hearsay_infinitives` end the clause: `soll das Land verlassen haben`."""
    hearsay_infinitives: frozenset[str] = frozenset()
    participle_endings: tuple[str, ...] = ()
    conjunctions: frozenset[str] = frozenset()
    """Before the subject of a sentence, and no part of it: `Und sie sagte`."""
    impersonal: frozenset[str] = frozenset()
    """Phrases that report without a source: `hieß es`."""
    reported: frozenset[str] = frozenset()
    """Forms of verbs that only report: what the last source of the paragraph said goes on with them."""
    first_persons: frozenset[str] = frozenset()
    """With one of these such a form reports nothing: `ich habe`. They are no sources but in quotation marks."""
    pronouns: frozenset[str] = frozenset()
    """Speakers without a name."""
    determiners: frozenset[str] = frozenset()
    """May begin the words for a source."""
    no_subjects: frozenset[str] = frozenset()
    """Of these, such as begin no subject: `den Plan`."""
    linking: frozenset[str] = frozenset()
    """Small words inside of a source: `die Sprecherin von Nordfly`."""
    adjective_endings: tuple[str, ...] = ()
    """Of small words between a determiner and its noun: `der neue Minister`."""
    unnamed: frozenset[str] = frozenset()
    """Nouns for people who are not named."""
    outlets: frozenset[str] = frozenset()
    """Media and agencies by name."""
    outlet_nouns: frozenset[str] = frozenset()
    """Nouns for them."""
    expected: frozenset[str] = frozenset()
    """Words for what is to come."""
    possible: frozenset[str] = frozenset()
    """Words for what may be."""


@dataclass(frozen=True, slots=True, eq=False)
class NameTable:
    """What shows a name in a language that gives capitals to all nouns: nothing else does."""

    first_names: frozenset[str] = frozenset()
    """Such as are no common words."""
    honorifics: frozenset[str] = frozenset()
    """Before a name, no part of it, without a stop."""
    roles: frozenset[str] = frozenset()
    """The same for what somebody is: `Bürgermeisterin`."""
    particles: frozenset[str] = frozenset()
    """Small words inside of a person's name."""
    determiners: frozenset[str] = frozenset()
    """What stands after one of these somewhere in an article is a common noun."""
    before_places: frozenset[str] = frozenset()
    """What stands after one of these is no person."""
    places: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    no_names: frozenset[str] = frozenset()
    """Words in capitals that name nothing: `EUR`."""


@dataclass(frozen=True, slots=True, eq=False)
class LinkTable:
    """What the comparison of sentences must know."""

    stop_words: frozenset[str]
    """Words that carry no content of their own; those that pass a claim on as well, where no table lists them apart."""
    stemmer: str
    """Of Snowball, by its name there."""
    has_capital_nouns: bool = False
    """Whether every noun has a capital, and nothing else but names and first words."""
    vague_nouns: frozenset[str] = frozenset()
    """In such a language, nouns that name no subject, in all their forms."""
    equivalents: Mapping[str, str] = field(default_factory=_nothing)
    """Words, in lower case, by which two sentences can contradict each other: the English negation, weekday or month
    that each of them stands for."""


@dataclass(frozen=True, slots=True, eq=False)
class PositionTable:
    """Words by which somebody takes a position: what they want, offer, accept, refuse, will do or deny.

    All in lower case; a phrase is up to four words with single spaces.
    """

    verbs: Mapping[str, frozenset[str]] = field(default_factory=_nothing)
    """Stance → phrases for it, behind their subject."""
    particles: Mapping[str, str] = field(default_factory=_nothing)
    """Phrases that are for it only where their clause ends in this word: `lehnt … ab`."""
    idioms: frozenset[str] = frozenset()
    """Phrases that begin like one of `verbs` and show no stance."""
    before_names: frozenset[str] = frozenset()
    """Of `verbs`, such as show it only before a name: `offered Nordfly …`."""
    nouns: Mapping[str, frozenset[str]] = field(default_factory=_nothing)
    """Stance → phrases for it, behind one of `expressing` or a name in the genitive."""
    expressing: frozenset[str] = frozenset()
    noun_verbs: frozenset[str] = frozenset()
    """Verbs that are nouns behind a name in the singular."""
    negated: Mapping[str, str] = field(default_factory=_nothing)
    """Stance → what it becomes behind a negation; without an entry, a phrase for it is then none."""
    negations: frozenset[str] = frozenset()
    late_negations: frozenset[str] = frozenset()
    """Negate the verb before them, anywhere in its clause."""
    beside: frozenset[str] = frozenset()
    """May stand between a subject and its verb, as may words with one of `adverb_endings`."""
    adverb_endings: tuple[str, ...] = ()
    being: frozenset[str] = frozenset()
    """The same before verbs with one of `being_endings`."""
    being_endings: tuple[str, ...] = ()
    will: frozenset[str] = frozenset()
    """Behind somebody as the subject of their own claim, what they will do."""
    refusals: frozenset[str] = frozenset()
    """The same, what they will not do: `won’t`."""
    imagined: frozenset[str] = frozenset()
    """Of these, such as in quotation marks tell what is imagined: `I would`."""
    no_deeds: frozenset[str] = frozenset()
    """Verbs behind these that are no deed: `we will see`."""
    infinitive: frozenset[str] = frozenset()
    """Before the verb for what somebody wants to do."""
    no_wishes: frozenset[str] = frozenset()
    """Verbs behind it that ask for nothing: `we want to thank`."""
    duties: frozenset[str] = frozenset()
    """Phrases for, in a claim, what its source wants, whatever the subject: `must`."""
    no_duties: frozenset[str] = frozenset()
    """Behind these, what somebody only supposes: `must have`."""
    silence: frozenset[str] = frozenset()
    """Behind a refusal, words that make it none: `refused to comment`."""
    denials: frozenset[str] = frozenset()
    """Verbs with one of `claims` as their object, or one of `claim_openings` behind them."""
    dismissals: frozenset[str] = frozenset()
    """The same, but only with one of `claims`."""
    claims: frozenset[str] = frozenset()
    claim_openings: frozenset[str] = frozenset()
    untrue: frozenset[str] = frozenset()
    """Words by which a claim calls another one untrue."""
    participles: frozenset[str] = frozenset()
    """Of reporting verbs, with one of `clause_opening` behind them: the actor of the sentence says so."""
    clause_opening: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    """Pronouns that stand for the source where its claim goes on, if that is a person."""
    bodies: frozenset[str] = frozenset()
    """The same if it is none."""
    first_persons: frozenset[str] = frozenset()
    """Stand for the speaker in quotation marks."""
    coordinating: frozenset[str] = frozenset()
    """Words between two verbs of one subject."""
    joining: frozenset[str] = frozenset()
    """Words between two clauses."""
    subordinate: frozenset[str] = frozenset()
    """Words that open a clause below another."""
    linking: frozenset[str] = frozenset()
    """Small words inside of a subject, before its last name: `France and the`."""
    times: frozenset[str] = frozenset()
    """Words in capitals before a subject, and no part of it: `on Monday Nordfly …`."""
    governing: frozenset[str] = frozenset()
    """Prepositions: a name behind one is no subject."""
    deputies: frozenset[str] = frozenset()
    """Nouns for who speaks for the name that a preposition behind them governs."""
    authorities: frozenset[str] = frozenset()
    """Nouns for who speaks for the country whose they are: `the Peruvian government`."""
    conditions: frozenset[str] = frozenset()
    """Words whose clause tells of nothing that is."""
    agents: frozenset[str] = frozenset()
    """Behind a verb, that it is a passive: `rejected by`."""
    owning: frozenset[str] = frozenset()
    """Endings of a genitive that are words here: `’s`."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """All that the stages know of one language. A language without a table finds nothing of what the table is for."""

    tag: str
    """BCP 47, without a region."""
    name: Reason
    function_words: frozenset[str]
    """Its commonest small words, by which a text in it is known; in lower case."""
    sentences: SentenceTable
    marks: MarkTable
    linking: LinkTable
    dates: DateTable = DateTable()
    reports: ReportTable = ReportTable()
    names: NameTable = NameTable()
    numbers: NumberTable = NumberTable()
    positions: PositionTable = PositionTable()
    has_own_grammar: bool = False
    """Whether `analyse` has a grammar written for it, which finds dates, names and whose claims there are instead of
    the tables: English only."""

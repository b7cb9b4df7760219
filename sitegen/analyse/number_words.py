"""What the number finder must know of English: data only. Other languages have theirs in `languages`."""

from types import MappingProxyType

from sitegen.languages import NumberTable

from .date_words import ENGLISH as DATES


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _each(unit: str, text: str) -> dict[str, str]:
    return dict.fromkeys(text.split(), unit)


_SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}

ENGLISH = NumberTable(
    digits=MappingProxyType(_SMALL),
    magnitudes=MappingProxyType(
        {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
        | {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
    ),
    halves=MappingProxyType({"half": 0.5, "quarter": 0.25}),
    a=_words("a an"),
    and_=_words("and"),
    ordinals=DATES.ordinals,
    plurals=MappingProxyType(
        {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2 * 10**6, "billions": 2 * 10**9}
        | {"tens": 20, "trillions": 2 * 10**12}
    ),
    vague=_words("several few handful countless numerous"),
    of=_words("of"),
    at_least=("at least", "no fewer than", "no less than", "not less than", "a minimum of"),
    more_than=("more than", "over", "above", "upwards of", "in excess of", "greater than", "exceeding"),
    at_most=(
        "up to",
        "as many as",
        "as much as",
        "less than",
        "fewer than",
        "under",
        "at most",
        "below",
        "no more than",
        "not more than",
        "a maximum of",
    ),
    about=(
        *(
            "about",
            "around",
            "some",
            "roughly",
            "approximately",
            "nearly",
            "almost",
            "close to",
            "an estimated",
            "estimated",
        ),
        *("circa", "approx", "approx.", "~"),
    ),
    or_more=("or more", "or over", "or above", "plus", "+"),
    or_less=("or less", "or fewer", "or under", "or below"),
    or_so=("or so", "odd", "-odd"),
    to=("to", "-", "–", "—", "or"),
    between=_words("between"),
    percent=("%", "percent", "per cent", "percentage", "pc"),
    points=("point", "points"),
    signs=MappingProxyType(
        {
            "$": "$",
            "€": "EUR",
            "£": "£",
            "¥": "¥",
            "₹": "INR",
            "₽": "RUB",
            "₴": "UAH",
            "₩": "KRW",
            "₪": "ILS",
            "₺": "TRY",
        }
        | {"US$": "USD", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "R$": "BRL"}
    ),
    currencies=MappingProxyType(
        _each("$", "dollar dollars")
        | _each("EUR", "euro euros")
        | _each("£", "pound pounds sterling")
        | _each("¥", "yen yuan")
        | {"yuan": "CNY", "yen": "JPY", "hryvnia": "UAH", "roubles": "RUB", "rubles": "RUB", "rupees": "rupees"}
        | {code.lower(): code for code in "USD EUR GBP JPY CNY CHF AUD CAD UAH RUB INR".split()}
    ),
    measures=MappingProxyType(
        _each("km", "km kilometre kilometres kilometer kilometers")
        | _each("m", "metre metres meter meters")
        | _each("cm", "cm centimetre centimetres centimeter centimeters")
        | _each("mm", "mm millimetre millimetres millimeter millimeters")
        | _each("mile", "mile miles")
        | _each("ft", "ft foot feet")
        | _each("inch", "inch inches")
        | _each("yard", "yard yards")
        | _each("kg", "kg kilogram kilograms kilo kilos")
        | _each("g", "gram grams")
        | _each("lb", "lb lbs")
        | _each("tonne", "tonne tonnes")
        | _each("ton", "ton tons")
        | _each("ha", "ha hectare hectares")
        | _each("acre", "acre acres")
        | _each("barrel", "barrel barrels")
        | _each("l", "litre litres liter liters")
        | _each("gallon", "gallon gallons")
        | _each("MW", "mw megawatt megawatts")
        | _each("GW", "gw gigawatt gigawatts")
        | _each("degree", "degree degrees °c °f")
        | _each("km/h", "kph km/h kmh")
        | _each("mph", "mph")
        | _each("second", "second seconds")
        | _each("minute", "minute minutes min mins")
        | _each("hour", "hour hours hr hrs")
        | _each("day", "day days")
        | _each("week", "week weeks")
        | _each("month", "month months")
        | _each("year", "year years")
        | _each("decade", "decade decades")
        | _each("century", "century centuries")
    ),
    clock=("a.m.", "p.m.", "a.m", "p.m", "am", "pm", "o'clock", "o’clock", "gmt", "utc", "noon", "midnight"),
    old=("old",),
    aged=_words("aged age"),
    labels=_words(
        """
        article articles section chapter page paragraph no nos number flight route highway rule resolution protocol
        room gate line channel bus boeing airbus phase stage group formula apollo version type class grade level
        figure table item clause appendix part vol volume issue chapter schedule division unit block sector district
        ward update
        """
    ),
    function_words=_words(
        """
        the a an and or but of in on at to for from by with as than that which who whom whose when where while if is
        are was were be been being has have had do does did will would can could may might shall should must not no
        it its he she they we you i his her their our this these those there so because since until before after
        during about over under between into out up down off per each every all both some any more most less least
        other others ago later earlier old said says say told including were also now then still just only even
        already according
        """
    ),
    from_=_words("from"),
    singular_nouns=_words("person man woman child officer soldier civilian student worker passenger vote seat point"),
    plural_nouns=_words(
        "people men women children police troops staff cattle sheep fish aircraft series species personnel percent feet"
    ),
    plural_endings=("s", "men", "people"),
    no_nouns=tuple("ss was has its this his plus across towards wards always perhaps says".split()),
    lengths_of_time=_words("second minute hour day week month year decade century"),
    during=_words("over"),
)

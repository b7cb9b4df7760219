"""Countries and bodies of countries, with all that stands for them in news: data, and the look-ups over it.

Written by hand. A row: name | other names | words for its people and what is theirs | capital, where its name means
the government. Brussels, Geneva and The Hague are left out: they mean bodies that sit there as often as a government.
"""

from dataclasses import dataclass

from sitegen.reasons import Reason, worded

_ROWS = """
Afghanistan | | Afghan | Kabul
African Union | AU | |
Albania | | Albanian | Tirana
Algeria | | Algerian | Algiers
Andorra | | Andorran | Andorra la Vella
Angola | | Angolan | Luanda
Antigua and Barbuda | | Antiguan |
Arab League | League of Arab States | |
Argentina | | Argentine, Argentinian | Buenos Aires
Armenia | | Armenian | Yerevan
Australia | | Australian | Canberra
Austria | | Austrian | Vienna
Azerbaijan | | Azerbaijani, Azeri | Baku
Bahamas | | Bahamian | Nassau
Bahrain | | Bahraini | Manama
Bangladesh | | Bangladeshi | Dhaka
Barbados | | Barbadian | Bridgetown
Belarus | Belorussia | Belarusian | Minsk
Belgium | | Belgian |
Belize | | Belizean | Belmopan
Benin | | Beninese | Porto-Novo
Bhutan | | Bhutanese | Thimphu
Bolivia | | Bolivian | La Paz
Bosnia and Herzegovina | Bosnia, Bosnia-Herzegovina | Bosnian | Sarajevo
Botswana | | | Gaborone
Brazil | | Brazilian | Brasília, Brasilia
Brunei | | Bruneian |
Bulgaria | | Bulgarian | Sofia
Burkina Faso | | Burkinabe | Ouagadougou
Burundi | | Burundian | Gitega
Cambodia | | Cambodian | Phnom Penh
Cameroon | | Cameroonian | Yaoundé, Yaounde
Canada | | Canadian | Ottawa
Cape Verde | Cabo Verde | Cape Verdean | Praia
Central African Republic | | | Bangui
Chad | | Chadian | N’Djamena, N'Djamena
Chile | | Chilean |
China | People’s Republic of China, People's Republic of China, PRC | Chinese | Beijing, Peking
Colombia | | Colombian | Bogotá, Bogota
Comoros | | Comorian | Moroni
Congo | Democratic Republic of the Congo, Democratic Republic of Congo, DR Congo, DRC | Congolese | Kinshasa
Costa Rica | | Costa Rican |
Croatia | | Croatian, Croat | Zagreb
Cuba | | Cuban | Havana
Cyprus | | Cypriot | Nicosia
Czech Republic | Czechia | Czech | Prague
Denmark | | Danish, Dane | Copenhagen
Djibouti | | Djiboutian |
Dominica | | |
Dominican Republic | | | Santo Domingo
East Timor | Timor-Leste | Timorese | Dili
Ecuador | | Ecuadorian, Ecuadorean | Quito
Egypt | | Egyptian | Cairo
El Salvador | | Salvadoran, Salvadorean | San Salvador
England | | |
Eritrea | | Eritrean | Asmara
Estonia | | Estonian | Tallinn
Eswatini | Swaziland | Swazi | Mbabane
Ethiopia | | Ethiopian | Addis Ababa
European Union | EU | | Berlaymont
Fiji | | Fijian | Suva
Finland | | Finnish, Finn | Helsinki
France | | French | Paris
Gabon | | Gabonese | Libreville
Gambia | | Gambian | Banjul
Georgia | | Georgian | Tbilisi
Germany | Federal Republic of Germany | German | Berlin
Ghana | | Ghanaian | Accra
Greece | | Greek | Athens
Grenada | | Grenadian |
Guatemala | | Guatemalan |
Guinea | | Guinean | Conakry
Guinea-Bissau | | | Bissau
Guyana | | Guyanese |
Haiti | | Haitian | Port-au-Prince
Honduras | | Honduran | Tegucigalpa
Hungary | | Hungarian | Budapest
Iceland | | Icelandic, Icelander | Reykjavik, Reykjavík
India | | Indian | New Delhi, Delhi
Indonesia | | Indonesian | Jakarta
Iran | Islamic Republic of Iran | Iranian | Tehran, Teheran
Iraq | | Iraqi | Baghdad
Ireland | Republic of Ireland | Irish | Dublin
Israel | | Israeli |
Italy | | Italian | Rome
Ivory Coast | Côte d’Ivoire, Côte d'Ivoire | Ivorian | Yamoussoukro
Jamaica | | Jamaican |
Japan | | Japanese | Tokyo
Jordan | | Jordanian | Amman
Kazakhstan | | Kazakh, Kazakhstani | Astana
Kenya | | Kenyan | Nairobi
Kiribati | | |
Kosovo | | Kosovar | Pristina
Kuwait | | Kuwaiti |
Kyrgyzstan | | Kyrgyz | Bishkek
Laos | | Laotian, Lao | Vientiane
Latvia | | Latvian | Riga
Lebanon | | Lebanese | Beirut
Lesotho | | Basotho | Maseru
Liberia | | Liberian | Monrovia
Libya | | Libyan | Tripoli
Liechtenstein | | | Vaduz
Lithuania | | Lithuanian | Vilnius
Luxembourg | | Luxembourgish |
Madagascar | | Malagasy | Antananarivo
Malawi | | Malawian | Lilongwe
Malaysia | | Malaysian | Kuala Lumpur, Putrajaya
Maldives | | Maldivian | Malé
Mali | | Malian | Bamako
Malta | | Maltese | Valletta
Marshall Islands | | Marshallese | Majuro
Mauritania | | Mauritanian | Nouakchott
Mauritius | | Mauritian |
Mexico | | Mexican | Mexico City
Micronesia | | Micronesian |
Moldova | | Moldovan | Chisinau, Chișinău
Monaco | | Monegasque |
Mongolia | | Mongolian | Ulaanbaatar
Montenegro | | Montenegrin | Podgorica
Morocco | | Moroccan | Rabat
Mozambique | | Mozambican | Maputo
Myanmar | Burma | Burmese | Naypyidaw
Namibia | | Namibian | Windhoek
NATO | North Atlantic Treaty Organization, North Atlantic Treaty Organisation | |
Nauru | | Nauruan |
Nepal | | Nepalese, Nepali | Kathmandu
Netherlands | Holland | Dutch | Amsterdam
New Zealand | | New Zealander | Wellington
Nicaragua | | Nicaraguan | Managua
Niger | | Nigerien | Niamey
Nigeria | | Nigerian | Abuja
North Korea | Democratic People’s Republic of Korea, DPRK | North Korean | Pyongyang
North Macedonia | Macedonia | Macedonian, North Macedonian | Skopje
Northern Ireland | | Northern Irish | Stormont
Norway | | Norwegian | Oslo
Oman | | Omani | Muscat
Pakistan | | Pakistani | Islamabad
Palau | | Palauan |
Palestine | Palestinian Authority, Palestinian territories | Palestinian | Ramallah
Panama | | Panamanian |
Papua New Guinea | | Papua New Guinean | Port Moresby
Paraguay | | Paraguayan | Asunción, Asuncion
Peru | | Peruvian | Lima
Philippines | | Filipino, Philippine | Manila
Poland | | Polish, Pole | Warsaw
Portugal | | Portuguese | Lisbon
Qatar | | Qatari | Doha
Romania | | Romanian | Bucharest
Russia | Russian Federation | Russian | Moscow
Rwanda | | Rwandan | Kigali
Saint Lucia | | |
Samoa | | Samoan | Apia
San Marino | | |
Saudi Arabia | | Saudi, Saudi Arabian | Riyadh
Scotland | | Scottish, Scot | Holyrood
Senegal | | Senegalese | Dakar
Serbia | | Serbian, Serb | Belgrade
Seychelles | | |
Sierra Leone | | Sierra Leonean | Freetown
Singapore | | Singaporean |
Slovakia | | Slovak, Slovakian | Bratislava
Slovenia | | Slovenian, Slovene | Ljubljana
Solomon Islands | | | Honiara
Somalia | | Somali | Mogadishu
South Africa | | South African | Pretoria
South Korea | Republic of Korea | South Korean | Seoul
South Sudan | | South Sudanese | Juba
Soviet Union | USSR | Soviet |
Spain | | Spanish, Spaniard | Madrid
Sri Lanka | | Sri Lankan | Colombo
Sudan | | Sudanese | Khartoum
Suriname | | Surinamese | Paramaribo
Sweden | | Swedish, Swede | Stockholm
Switzerland | | Swiss | Bern, Berne
Syria | | Syrian | Damascus
Taiwan | | Taiwanese | Taipei
Tajikistan | | Tajik | Dushanbe
Tanzania | | Tanzanian | Dodoma
Thailand | | Thai | Bangkok
Togo | | Togolese | Lomé, Lome
Tonga | | Tongan |
Trinidad and Tobago | | Trinidadian | Port of Spain
Tunisia | | Tunisian | Tunis
Turkey | Türkiye | Turkish, Turk | Ankara
Turkmenistan | | Turkmen | Ashgabat
Tuvalu | | Tuvaluan |
Uganda | | Ugandan | Kampala
Ukraine | | Ukrainian | Kyiv, Kiev
United Arab Emirates | UAE, Emirates | Emirati | Abu Dhabi
United Kingdom | UK, Britain, Great Britain | British, Briton | London
United Nations | UN | | Turtle Bay
United States | United States of America, US, USA, America | American | Washington, Washington DC
Uruguay | | Uruguayan | Montevideo
Uzbekistan | | Uzbek | Tashkent
Vanuatu | | | Port Vila
Vatican | Holy See | |
Venezuela | | Venezuelan | Caracas
Vietnam | | Vietnamese | Hanoi
Wales | | Welsh | Cardiff Bay
Yemen | | Yemeni | Sanaa, Sana’a
Yugoslavia | | Yugoslav |
Zambia | | Zambian | Lusaka
Zimbabwe | | Zimbabwean | Harare
"""

_SEATS = """
Russia | Kremlin, State Duma, Duma, Federation Council, FSB, GRU
United States | White House, Oval Office, Pentagon, Capitol Hill, US Congress, Foggy Bottom, State Department,
 Department of State, US Treasury, Treasury Department, Department of Defense, Department of Justice,
 Justice Department, CIA, FBI, Department of Homeland Security, Mar-a-Lago
United Kingdom | Downing Street, 10 Downing Street, Number 10, No 10, Whitehall, Westminster, House of Commons,
 House of Lords, Foreign Office, Home Office, Buckingham Palace, MI5, MI6
France | Élysée, Elysée, Elysee, Élysée Palace, Elysee Palace, Matignon, Quai d’Orsay, Quai d'Orsay
Germany | Bundestag, Bundesrat, Bundeswehr, Bundesbank
Israel | Knesset, Mossad, Shin Bet, Israel Defense Forces, IDF
Italy | Quirinale, Palazzo Chigi, Farnesina
Spain | Moncloa, Zarzuela
China | Zhongnanhai, People’s Liberation Army, People's Liberation Army, PLA, Politburo
South Korea | Blue House, Cheong Wa Dae
Ukraine | Verkhovna Rada, Rada, Bankova
Poland | Sejm
Sweden | Riksdag
Denmark | Folketing
Norway | Storting
Finland | Eduskunta
Netherlands | Binnenhof
Ireland | Dáil, Taoiseach
Argentina | Casa Rosada
Brazil | Planalto, Planalto Palace
Philippines | Malacañang, Malacanang, Malacañang Palace
India | Lok Sabha, Rajya Sabha, Rashtrapati Bhavan
Iran | Revolutionary Guards, Islamic Revolutionary Guard Corps, IRGC
European Union | European Commission, European Council, European Parliament, European Central Bank, ECB, Frontex
United Nations | Security Council, UN Security Council, General Assembly, UN General Assembly
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whom a name stands for, and why."""

    side: str
    """A country, or a body of countries."""
    reason: Reason
    is_capital: bool = False


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(",") if part.strip()]


def _plain(name: str) -> str:
    """Without `the`, and without the dots of `U.S.`"""
    name = name.removeprefix("the ").removeprefix("The ")
    return name.replace(".", "") if name.count(".") > 1 else name


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in table.strip().replace("\n ", " ").splitlines()]


def _names() -> dict[str, str]:
    return {name: row[0] for row in _rows(_ROWS) for name in (row[0], *_split(row[1]))}


def _peoples() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in _rows(_ROWS):
        for word in _split(row[2]):
            found[word] = row[0]
            if not word.endswith(("ish", "ch", "s", "ese")):
                found[f"{word}s"] = row[0]
    return found


def _seats() -> dict[str, Standing]:
    capitals = {
        name: Standing(row[0], worded("the capital of %(name)s", name=with_article(row[0])), is_capital=True)
        for row in _rows(_ROWS)
        for name in _split(row[3])
    }
    seats = {
        name: Standing(row[0], worded("a seat or body of %(name)s", name=with_article(row[0])))
        for row in _rows(_SEATS)
        for name in _split(row[1])
    }
    return capitals | seats


def with_article(name: str) -> str:
    """`the United States`, `Norway`."""
    return f"the {name}" if name.startswith("United ") or name.endswith(("s", "Union", "Republic", "League")) else name


_NAMES = _names()
_PEOPLES = _peoples()
_SEATS_OF = _seats()
_LONGEST = 5
"""Words of the name of a country."""


def country(name: str) -> str | None:
    """The country that a name is one of: `U.S.` → `United States`; None: it is of none."""
    return _NAMES.get(_plain(name))


def countries() -> tuple[str, ...]:
    """The countries and bodies of countries, by name."""
    return tuple(sorted({*_NAMES.values()}))


def people(word: str) -> str | None:
    """The country whose people, or whose own, a word says: `Norwegian` → `Norway`."""
    return _PEOPLES.get(word)


def seat(name: str) -> Standing | None:
    """Whom a capital or a seat of government stands for."""
    return _SEATS_OF.get(_plain(name))


def owner(words: tuple[str, ...]) -> tuple[str, int] | None:
    """The country that words begin with, as a name, an owner or an adjective, and how many words say it.

    `South Korean President` → (`South Korea`, 2); `Australia’s defence ministry` → (`Australia`, 1).
    """
    if not words or not words[0][:1].isupper():
        return None
    for count in range(min(_LONGEST, len(words)), 0, -1):
        said = " ".join(words[:count]).removesuffix("’s").removesuffix("'s").removesuffix("’").removesuffix("'")
        found = people(said) or country(said)
        if found:
            return found, count
    return None

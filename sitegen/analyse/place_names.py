"""Places that news names most, and the words for those who live there: data only.

Written by hand: countries and their capitals, the larger regions and cities, the states of the USA.
"""


def _lines(text: str) -> frozenset[str]:
    return frozenset(" ".join(text.split()).split(", "))


COUNTRIES = _lines(
    """Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas,
    Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Bosnia and
    Herzegovina, Botswana, Brazil, Brunei, Bulgaria, Burkina Faso, Burma, Burundi, Cambodia, Cameroon, Canada,
    Cape Verde, Chad, Central African Republic, Chile, China, Colombia, Comoros, Congo, Costa Rica, Croatia,
    Cuba, Cyprus, Czechia, Czech Republic, Denmark, Djibouti, Dominica, Dominican Republic, East Timor, Ecuador,
    Egypt, El Salvador, Eritrea, Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Georgia,
    Germany, Ghana, Greece, Grenada, Guatemala, Guinea, Guinea-Bissau, Guyana, Haiti, Honduras, Hungary,
    Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan,
    Kazakhstan, Kenya, Kiribati, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya,
    Liechtenstein, Lithuania, Luxembourg, Macedonia, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta,
    Mauritania, Mauritius, Mexico, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia,
    Nauru, Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Northern
    Ireland, Norway, Oman, Pakistan, Palau, Palestine, Panama, Papua New Guinea, Paraguay, Peru, Philippines,
    Poland, Portugal, Qatar, Romania, Russia, Russian Federation, Rwanda, Saint Lucia, Samoa, San Marino, Saudi
    Arabia, Scotland, Senegal, Serbia, Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands,
    Somalia, South Africa, South Korea, South Sudan, Soviet Union, Spain, Sri Lanka, Sudan, Suriname, Sweden,
    Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Togo, Tonga, Trinidad and Tobago, Tunisia,
    Turkey, Türkiye, Turkmenistan, Tuvalu, Uganda, Ukraine, United Arab Emirates, United Kingdom, United States,
    United States of America, Uruguay, US, USA, UK, UAE, USSR, Uzbekistan, Vanuatu, Vatican, Venezuela, Vietnam,
    Wales, Yemen, Yugoslavia, Zambia, Zimbabwe, America, Britain, Great Britain, England, Holland, Korea"""
)

CITIES = _lines(
    """Abu Dhabi, Abuja, Accra, Addis Ababa, Aleppo, Alexandria, Algiers, Amman, Amsterdam, Anchorage, Ankara, Antwerp,
    Asmara, Astana, Athens, Atlanta, Auckland, Austin, Baghdad, Baku, Bali, Baltimore, Bamako, Bangalore,
    Bangkok, Bangui, Barcelona, Basra, Beijing, Beirut, Belfast, Belgrade, Berlin, Bern, Bilbao, Birmingham,
    Bishkek, Bogotá, Bogota, Bologna, Bonn, Bordeaux, Boston, Brasília, Brasilia, Bratislava, Brisbane, Bristol,
    Brussels, Bucharest, Budapest, Buenos Aires, Cairo, Calais, Calcutta, Calgary, Cambridge, Canberra, Cape
    Town, Caracas, Cardiff, Casablanca, Charlotte, Chennai, Chicago, Chisinau, Cincinnati, Cleveland, Cologne,
    Colombo, Conakry, Copenhagen, Dakar, Dallas, Damascus, Dar es Salaam, Delhi, Denver, Detroit, Dhaka, Dnipro,
    Doha, Donetsk, Dresden, Dubai, Dublin, Durban, Düsseldorf, Edinburgh, Fallujah, Florence, Frankfurt,
    Freetown, Gaza City, Gdansk, Geneva, Genoa, Glasgow, Gothenburg, Guangzhou, Hamburg, Hanoi, Harare, Havana,
    Helsinki, Hiroshima, Ho Chi Minh City, Hong Kong, Honolulu, Houston, Hyderabad, Islamabad, Istanbul,
    Jakarta, Jeddah, Jerusalem, Johannesburg, Juba, Kabul, Kampala, Kandahar, Karachi, Kathmandu, Kazan,
    Kharkiv, Khartoum, Kherson, Kiev, Kyiv, Kigali, Kingston, Kinshasa, Kolkata, Krakow, Kuala Lumpur, Kursk,
    Kyoto, La Paz, Lagos, Lahore, Las Vegas, Lausanne, Leeds, Leipzig, Lille, Lima, Lisbon, Liverpool,
    Ljubljana, London, Los Angeles, Luanda, Luhansk, Lusaka, Lviv, Lyon, Madrid, Malaga, Managua, Manchester,
    Manila, Maputo, Mariupol, Marrakesh, Marseille, Mecca, Medina, Melbourne, Memphis, Mexico City, Miami,
    Milan, Milwaukee, Minneapolis, Minsk, Mogadishu, Monrovia, Montevideo, Montreal, Moscow, Mosul, Mumbai,
    Munich, Nagasaki, Nairobi, Nanjing, Naples, Nashville, New Delhi, New Orleans, New York City, Newcastle,
    Nice, Nicosia, Odesa, Odessa, Osaka, Oslo, Ottawa, Ouagadougou, Oxford, Palermo, Paris, Perth, Philadelphia,
    Phnom Penh, Phoenix, Pittsburgh, Port-au-Prince, Porto, Portland, Prague, Pretoria, Pristina, Pyongyang,
    Quebec City, Quito, Rabat, Rafah, Ramallah, Rangoon, Reykjavik, Riga, Rio de Janeiro, Riyadh, Rome,
    Rotterdam, Salzburg, San Diego, San Francisco, San José, San Jose, San Salvador, Sanaa, Santiago, Santo
    Domingo, São Paulo, Sapporo, Sarajevo, Seattle, Seoul, Seville, Shanghai, Sharm el-Sheikh, Shenzhen, Skopje,
    Sochi, Sofia, St. Louis, St. Petersburg, Stockholm, Strasbourg, Stuttgart, Sydney, Taipei, Tallinn,
    Tashkent, Tbilisi, Tegucigalpa, Tehran, Tel Aviv, The Hague, Thessaloniki, Tirana, Tokyo, Toronto, Toulouse,
    Tripoli, Tunis, Turin, Ulaanbaatar, Utrecht, Valencia, Vancouver, Venice, Vienna, Vientiane, Vilnius,
    Vladivostok, Warsaw, Washington, Wellington, Wuhan, Yangon, Yerevan, Yokohama, York, Zagreb, Zaporizhzhia,
    Zurich, Cupertino, Brooklyn, Manhattan, Hollywood, Heathrow, Gatwick, Geneva"""
)

REGIONS = _lines(
    """Africa, Antarctica, Asia, Europe, Eurasia, North America, South America, Latin America, Central America,
    Oceania, Middle East, Far East, Balkans, Caucasus, Scandinavia, Caribbean, Mediterranean, Atlantic, Pacific,
    Arctic, Sahara, Sahel, Siberia, Crimea, Donbas, Donbass, Gaza, Gaza Strip, West Bank, Golan Heights,
    Galilee, Kurdistan, Kashmir, Tibet, Xinjiang, Chechnya, Dagestan, Darfur, Tigray, Transnistria, Abkhazia,
    South Ossetia, Nagorno-Karabakh, Bavaria, Saxony, Catalonia, Andalusia, Sicily, Sardinia, Corsica, Brittany,
    Normandy, Provence, Tuscany, Lombardy, Flanders, Greenland, Svalbard, Hainan, Okinawa, Hokkaido, Punjab,
    Kerala, Gujarat, Bengal, Ontario, Quebec, Alberta, British Columbia, Nova Scotia, Queensland, New South
    Wales, Victoria, Tasmania, Yorkshire, Cornwall, Kent, Essex, Sussex, Wiltshire, Cumbria, Alabama, Alaska,
    Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana,
    Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi,
    Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, North Carolina, North
    Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas,
    Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming, Puerto Rico, New England, Guam, DC, Silicon
    Valley, Persian Gulf, Black Sea, Red Sea, Baltic Sea, North Sea, South China Sea, Sea of Azov, Suez Canal,
    Strait of Hormuz, Western Sahara, East Germany, West Germany, Earth, Mars"""
)

PLACES = COUNTRIES | CITIES | REGIONS

DEMONYMS = _lines(
    """Afghan, African, Albanian, Algerian, American, Angolan, Arab, Arabian, Arabic, Argentine, Argentinian, Armenian,
    Asian, Australian, Austrian, Azerbaijani, Azeri, Bahraini, Balkan, Baltic, Bangladeshi, Basque, Bavarian,
    Belarusian, Belgian, Bolivian, Bosnian, Brazilian, British, Briton, Bulgarian, Burmese, Cambodian,
    Cameroonian, Canadian, Caribbean, Catalan, Chechen, Chilean, Chinese, Christian, Colombian, Congolese,
    Croatian, Cuban, Cypriot, Czech, Danish, Dutch, Ecuadorian, Egyptian, English, Eritrean, Estonian,
    Ethiopian, Eurasian, European, Filipino, Finnish, Flemish, French, Gazan, Georgian, German, Germanic,
    Ghanaian, Greek, Guatemalan, Haitian, Hebrew, Hindu, Hispanic, Honduran, Hungarian, Icelandic, Indian,
    Indonesian, Iranian, Iraqi, Irish, Islamic, Islamist, Israeli, Italian, Ivorian, Jamaican, Japanese, Jew,
    Jewish, Jordanian, Kashmiri, Kazakh, Kenyan, Korean, Kosovar, Kurdish, Kuwaiti, Kyrgyz, Laotian, Latin,
    Latino, Latvian, Lebanese, Liberian, Libyan, Lithuanian, Macedonian, Malaysian, Malian, Maltese, Mexican,
    Moldovan, Mongolian, Moroccan, Muslim, Nepalese, Nepali, Nigerian, Nordic, Norwegian, Pakistani,
    Palestinian, Panamanian, Paraguayan, Persian, Peruvian, Polish, Portuguese, Qatari, Roman, Romanian,
    Russian, Rwandan, Saudi, Scandinavian, Scottish, Senegalese, Serb, Serbian, Shia, Shiite, Sikh, Singaporean,
    Slavic, Slovak, Slovenian, Somali, Soviet, Spanish, Sudanese, Sunni, Swede, Swedish, Swiss, Syrian,
    Taiwanese, Tajik, Tanzanian, Thai, Tibetan, Tunisian, Turk, Turkish, Turkmen, Ugandan, Ukrainian, Uruguayan,
    Uyghur, Uzbek, Venezuelan, Vietnamese, Welsh, Western, Eastern, Northern, Southern, Yemeni, Zambian,
    Zimbabwean, Californian, Texan, Catholic, Protestant, Orthodox, Buddhist, Anglican, Marxist, Communist,
    Democrat, Democratic, Republican, Conservative, Labour, Liberal, Tory, Londoner, Muscovite, Parisian,
    Jewish, Nazi, West, East, North, South"""
)
"""Adjectives and people, not names of places, with those of parties and faiths. Plurals in -s and -men as well."""

PLACE_NOUNS = frozenset(
    """City River Sea Ocean Island Islands Mountain Mountains Mount Lake Strait Straits Peninsula Street Avenue Road
    Airport Square Province Region County Valley Bay Park Gulf Desert Canyon Coast Beach Bridge Harbour Harbor
    Port Dock Station Junction Castle Palace Empire Republic Kingdom Shore Tower Cathedral Village Town Oblast
    District Hill Hills
    Pond Creek Reservoir Falls Field Farm Woods Ridge Lane Terminal Campus Stadium
    Forest Canal Cape Heights Territory Territories Boulevard Plaza Highway""".split()
)
"""A name that ends so, or begins with Mount, Lake, Cape, Port, is of a place."""

PLACE_HINTS = frozenset(
    """region province oblast city river district county peninsula valley island state suburb neighbourhood
    neighborhood area village town airport coast border municipality prefecture""".split()
)
"""After a name, or before it with `of`, they say that it is of a place."""

WORKS_BEFORE = frozenset(
    """album single song track film movie book novel game show series program programme play opera poem magazine title
    called entitled titled ship vessel yacht""".split()
)
"""Before a name they say that it is of a work, a thing, or at least of no person."""

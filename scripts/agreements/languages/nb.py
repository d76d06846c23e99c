"""Figures in Norwegian bokmål."""

from scripts.agreements.languages.language import (
    Language,
    by_meaning,
    comparison_words,
    compound_numbers,
    month_names,
    weekdays,
)

UP_TO_NINETEEN = {
    "null": 0, "en": 1, "én": 1, "ei": 1, "et": 1, "ett": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6,
    "sju": 7, "syv": 7, "åtte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14,
    "femten": 15, "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19,
}  # fmt: skip
TENS = {
    "tjue": 20, "tyve": 20, "tretti": 30, "tredve": 30, "førti": 40, "femti": 50, "seksti": 60, "sytti": 70,
    "åtti": 80, "nitti": 90,
}  # fmt: skip

BOKMAL = Language(
    decimal=",",
    grouping=".",
    numbers={**UP_TO_NINETEEN, **TENS, **compound_numbers(UP_TO_NINETEEN, TENS, ""), "hundre": 100, "tusen": 1000},
    shares={
        "halvparten": "1/2",
        "halve": "1/2",
        "en halv": "1/2",
        "det halve": "1/2",
        "en tredjedel": "1/3",
        "en tredel": "1/3",
        "to tredjedeler": "2/3",
        "to tredeler": "2/3",
        "en fjerdedel": "1/4",
        "en firedel": "1/4",
        "tre fjerdedeler": "3/4",
        "tre firedeler": "3/4",
    },  # fmt: skip
    periods={
        "straks": ("0", "seconds"),
        "umiddelbart": ("0", "seconds"),
        "omgående": ("0", "seconds"),
        "med en gang": ("0", "seconds"),
        "uten opphold": ("0", "seconds"),
        "et halvt år": ("6", "months"),
        "ett halvt år": ("6", "months"),
        "en halv time": ("30", "minutes"),
        "en halvtime": ("30", "minutes"),
        "et døgn": ("24", "hours"),
        "ett døgn": ("24", "hours"),
    },  # fmt: skip
    units=by_meaning(
        seconds="sekund, sekunder, sek",
        minutes="minutt, minutter, min",
        hours="time, timer, timene, t, klokketime, klokketimer",
        days="dag, dager, dagene, kalenderdag, kalenderdager",
        working_days="virkedag, virkedager, arbeidsdag, arbeidsdager, hverdag, hverdager",
        weeks="uke, uker, ukene, kalenderuke, kalenderuker",
        months="måned, måneder, månedene, mnd, md, kalendermåned, kalendermåneder",
        quarters="kvartal, kvartaler",
        years="år, årene, kalenderår",
    ),
    counts=by_meaning(
        users="bruker, brukere",
        cases="sak, saker, henvendelse, henvendelser",
        employees="ansatt, ansatte",
        licences="lisens, lisenser",
        routers="ruter, rutere",
        devices="enhet, enheter",
        servers="server, servere",
        characters="tegn",
        places="plass, plasser, sted, steder",
        kinds="type, typer, slag",
    ),
    percent=frozenset({"%", "prosent", "pst", "pst."}),
    currency={"kr": "", "kr.": "", "krone": "", "kroner": "", "norske kroner": "NOK", "euro": "EUR"},
    times=frozenset({"x", "ganger", "gange"}),
    factors={"dobbel": "2", "dobbelt": "2", "dobbelte": "2", "det dobbelte": "2", "tredobbelt": "3"},
    frequencies=by_meaning(
        per_hour="hver time, per time, i timen",
        per_day="daglig, hver dag, hvert døgn, per dag, per døgn, om dagen, i døgnet, hver natt",
        per_week="ukentlig, hver uke, per uke, i uken",
        per_month="månedlig, månedsvis, hver måned, hver kalendermåned, per måned, per kalendermåned, i måneden",
        per_quarter="kvartalsvis, hvert kvartal, per kvartal, i kvartalet",
        per_year="årlig, hvert år, per år, i året, om året",
    ),
    occasions=frozenset({"gang", "ganger"}),
    months=month_names("januar februar mars april mai juni juli august september oktober november desember"),
    days=weekdays(
        {
            "mon": "mandag mandager man ma man.",
            "tue": "tirsdag tirsdager tir ti tirs tir.",
            "wed": "onsdag onsdager ons on ons.",
            "thu": "torsdag torsdager tor to tors tor.",
            "fri": "fredag fredager fre fr fre.",
            "sat": "lørdag lørdager lør lø lør.",
            "sun": "søndag søndager søn sø søn.",
        },
        {
            "hverdag": ("mon", "fri"),
            "hverdager": ("mon", "fri"),
            "virkedag": ("mon", "fri"),
            "virkedager": ("mon", "fri"),
            "arbeidsdager": ("mon", "fri"),
            "ukedager": ("mon", "fri"),
            "helg": ("sat", "sun"),
            "helger": ("sat", "sun"),
            "helgen": ("sat", "sun"),
            "i helgene": ("sat", "sun"),
            "alle dager": ("mon", "sun"),
            "hver dag": ("mon", "sun"),
            "daglig": ("mon", "sun"),
            "alle ukens dager": ("mon", "sun"),
            "hver natt": ("mon", "sun"),
        },
    ),  # fmt: skip
    all_day=frozenset({"hele døgnet", "døgnet rundt", "hele dagen"}),
    clock_words=frozenset({"kl", "kl.", "klokken", "klokka", "fra", "i tidsrommet", "tidsrommet", "på"}),
    between=frozenset({"mellom"}),
    until=frozenset({"til", "t.o.m.", "til og med"}),
    both=frozenset({"og", "samt"}),
    comparisons=comparison_words(
        at_least="minst, minimum, fra, fra og med, ikke under, lik eller bedre enn, bedre enn eller lik, "
        "bedre eller lik, bedre enn eller lik med, lik eller over, over eller lik, lik eller høyere enn, "
        "høyere enn eller lik, lik eller mer enn",
        more_than="mer enn, flere enn, over, bedre enn, høyere enn, lengre enn, større enn",
        at_most="høyst, maksimalt, maks, inntil, opptil, opp til, til og med, til, ikke over, lik eller dårligere enn, "
        "dårligere enn eller lik, dårligere eller lik, lik eller under, under eller lik, lik eller lavere enn",
        less_than="under, mindre enn, færre enn, lavere enn, dårligere enn, kortere enn",
    ),
    suffixes=comparison_words(
        at_least="eller mer, eller flere, eller bedre, eller høyere, eller over, og over, og mer, og oppover",
        more_than="",
        at_most="eller mindre, eller færre, eller lavere, eller dårligere, eller under, og under, og lavere",
        less_than="",
    ),
    example="36 måneder",
)

"""Figures in Swedish."""

from scripts.agreements.languages.language import (
    Language,
    by_meaning,
    comparison_words,
    compound_numbers,
    month_names,
    weekdays,
)

UP_TO_NINETEEN = {
    "noll": 0, "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9,
    "tio": 10, "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16, "sjutton": 17,
    "arton": 18, "nitton": 19,
}  # fmt: skip
TENS = {"tjugo": 20, "trettio": 30, "fyrtio": 40, "femtio": 50, "sextio": 60, "sjuttio": 70, "åttio": 80, "nittio": 90}

SWEDISH = Language(
    decimal=",",
    grouping=".",
    numbers={**UP_TO_NINETEEN, **TENS, **compound_numbers(UP_TO_NINETEEN, TENS, ""), "hundra": 100, "tusen": 1000},
    shares={
        "hälften": "1/2",
        "halva": "1/2",
        "en halv": "1/2",
        "en tredjedel": "1/3",
        "två tredjedelar": "2/3",
        "en fjärdedel": "1/4",
        "tre fjärdedelar": "3/4",
    },  # fmt: skip
    periods={
        "genast": ("0", "seconds"),
        "omedelbart": ("0", "seconds"),
        "omgående": ("0", "seconds"),
        "utan dröjsmål": ("0", "seconds"),
        "ett halvår": ("6", "months"),
        "ett halvt år": ("6", "months"),
        "en halvtimme": ("30", "minutes"),
        "en halv timme": ("30", "minutes"),
        "ett dygn": ("24", "hours"),
    },  # fmt: skip
    units=by_meaning(
        seconds="sekund, sekunder, sek",
        minutes="minut, minuter, min",
        hours="timme, timmar, timmarna, tim, h, t",
        days="dag, dagar, dagarna, kalenderdag, kalenderdagar",
        working_days="arbetsdag, arbetsdagar, vardag, vardagar, helgfri vardag, helgfria vardagar, helgfri arbetsdag",
        weeks="vecka, veckor, veckorna",
        months="månad, månader, månaderna, mån, kalendermånad, kalendermånader",
        quarters="kvartal",
        years="år, åren, kalenderår",
    ),
    counts=by_meaning(
        users="användare",
        cases="ärende, ärenden, fall",
        employees="anställd, anställda",
        licences="licens, licenser",
        routers="router, routrar",
        devices="enhet, enheter",
        servers="server, servrar",
        characters="tecken",
        places="plats, platser",
        kinds="typ, typer, slag",
    ),
    percent=frozenset({"%", "procent"}),
    currency={"kr": "", "kr.": "", "krona": "", "kronor": "", "svenska kronor": "SEK", "euro": "EUR"},
    times=frozenset({"x", "gånger"}),
    factors={"dubbel": "2", "dubbelt": "2", "dubbla": "2", "det dubbla": "2", "tredubbla": "3"},
    frequencies=by_meaning(
        per_hour="varje timme, per timme, i timmen",
        per_day="dagligen, varje dag, varje dygn, per dag, per dygn, om dagen, varje natt",
        per_week="varje vecka, veckovis, per vecka, i veckan",
        per_month="månadsvis, månatligen, varje månad, varje kalendermånad, per månad, per kalendermånad, i månaden",
        per_quarter="kvartalsvis, varje kvartal, per kvartal, i kvartalet",
        per_year="årligen, årsvis, varje år, per år, om året",
    ),
    occasions=frozenset({"gång", "gånger"}),
    months=month_names("januari februari mars april maj juni juli augusti september oktober november december"),
    days=weekdays(
        {
            "mon": "måndag måndagar mån må mån.",
            "tue": "tisdag tisdagar tis ti tis.",
            "wed": "onsdag onsdagar ons on ons.",
            "thu": "torsdag torsdagar tor to tors tor.",
            "fri": "fredag fredagar fre fr fre.",
            "sat": "lördag lördagar lör lö lör.",
            "sun": "söndag söndagar sön sö sön.",
        },
        {
            "vardag": ("mon", "fri"),
            "vardagar": ("mon", "fri"),
            "helgfri vardag": ("mon", "fri"),
            "helgfria vardagar": ("mon", "fri"),
            "arbetsdagar": ("mon", "fri"),
            "helg": ("sat", "sun"),
            "helger": ("sat", "sun"),
            "helgen": ("sat", "sun"),
            "alla dagar": ("mon", "sun"),
            "varje dag": ("mon", "sun"),
            "dagligen": ("mon", "sun"),
        },
    ),  # fmt: skip
    all_day=frozenset({"hela dygnet", "dygnet runt", "hela dagen"}),
    clock_words=frozenset({"kl", "kl.", "klockan", "från", "på"}),
    between=frozenset({"mellan"}),
    until=frozenset({"till", "t.o.m.", "till och med"}),
    both=frozenset({"och", "samt"}),
    comparisons=comparison_words(
        at_least="minst, lägst, från, från och med, lika med eller bättre än, bättre än eller lika med, "
        "lika med eller över, över eller lika med, minimum",
        more_than="mer än, fler än, flera än, över, bättre än, högre än, större än",
        at_most="högst, maximalt, max, upp till, till och med, till, lika med eller sämre än, sämre än eller lika med, "
        "under eller lika med",
        less_than="under, mindre än, färre än, lägre än, sämre än",
    ),
    suffixes=comparison_words(
        at_least="eller mer, eller fler, eller flera, eller bättre, eller högre, och över, och uppåt",
        more_than="",
        at_most="eller mindre, eller färre, eller lägre, eller sämre, och under",
        less_than="",
    ),
    example="12 månader",
)

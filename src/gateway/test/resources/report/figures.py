#!/usr/bin/env python3
"""Computes every cell of a report from the cases themselves, and compares: figures.py CASES RULES REPORT. It knows nothing of tallies."""
import json
import math
import sys
from collections import defaultdict

cases = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
rules = json.load(open(sys.argv[2], encoding="utf-8"))
report = json.load(open(sys.argv[3], encoding="utf-8"))
quarter = report["kind"] == "QUARTER"
months = {int(m["period"][5:7]) for m in report["months"]} if quarter else {int(report["period"][5:7])}
SPECIAL = set(rules["specialPapers"])
SPECIAL_FACTS = set(rules["specialFacts"])
count = defaultdict(int)     # (table, row, figure)
times = defaultdict(list)    # (table, row)


def key(text):
    return text or "NONE"


def main_rows(case):
    centre = case["centre"]
    row = "NONE" if not centre else centre if centre in rules["centres"] else "OTHER"
    return {"TOTAL": "TOTAL", "BY_SERVICE": case["service"], "BY_FAMILY": rules["families"].get(case["service"], "NONE"), "BY_CENTRE": row, "BY_CHANNEL": case["channel"]}


def add(table, row, figure, n=1):
    count[table, row, figure] += n
    count[table, "TOTAL", figure] += n if row != "TOTAL" or table == "TOTAL" else 0


def right(measure, a, b):
    if measure == "RIGHT_OFFER":
        add("BY_RIGHT", a, b)
    elif measure == "RIGHT_REFUSED":
        add("BY_RIGHT_REFUSAL", a + "/" + b, "REFUSED")
    elif measure == "RIGHT_TOOK":
        name, until = a.split("/")
        for row in (name, "TOTAL"):
            times["BY_RIGHT", row, until + "_DAYS"].append(int(b))
    elif measure == "RIGHT_UNDECIDED":
        add("BY_RIGHT", a, "UNDECIDED")
        count["BY_RIGHT_UNDECIDED", "TOTAL", "UNDECIDED"] += 1
    else:
        count["BY_RIGHT_UNDECIDED", a + "/" + b, "UNDECIDED"] += 1


for case in cases:
    if case["month"] not in months:
        continue
    for code, service in case["refusals"]:
        add("BY_REFUSAL", code, "REFUSALS")
        if quarter and (rules["families"].get(service) == "disability" or {"disability", "rehabilitation", "medicalReferral"} & set(rules["facts"].get(service, []))):
            add("D_REFUSALS", code, "REFUSALS")
    for act, kind, said in case["acts"]:
        if act.startswith("RIGHT_"):
            right(act, kind, said)
            continue
        if act == "CORRECTION" and quarter and kind in rules["registers"]:
            count["D_REGISTERS", kind, "CORRECTIONS"] += 1
        of_its_kind = [act + "/" + kind] if act not in ("VIEW", "CORRECTION") else []
        for row in [act] + of_its_kind:
            count["TRANSPARENCY", row, "ENTRIES"] += 1
            if act in ("HIT_CLOSED", "CORRECTION_ENDED"):
                times["TRANSPARENCY", row].append(int(said))
        if said == "COMPLAINT":
            count["TRANSPARENCY", "COMPLAINT", "ENTRIES"] += 1
    for table, row in main_rows(case).items():
        for figure, n in (("CASES", 1), ("FREE", not case["still"]), ("NOT_FREE", bool(case["still"])), ("NOT_ASKED", len(case["not"])),
                          ("COLLECTED", len(case["collected"])), ("VISITS", len(set(case["authorities"])))):
            if table == "TOTAL":
                count["TOTAL", "TOTAL", figure] += n
                for other in ("BY_SERVICE", "BY_FAMILY", "BY_CENTRE", "BY_CHANNEL"):
                    count[other, "TOTAL", figure] += n
            else:
                count[table, row, figure] += n
        times[table, row].append(case["tenths"])
    for other in ("BY_SERVICE", "BY_FAMILY", "BY_CENTRE", "BY_CHANNEL"):
        times[other, "TOTAL"].append(case["tenths"])
    add("BY_OUTCOME", "NEEDED" if case["still"] else "FREE", "CASES")
    for paper in case["not"]:
        add("BY_DOCUMENT", paper, "NOT_ASKED")
    for paper in case["collected"]:
        add("BY_DOCUMENT", paper, "COLLECTED")
    for paper in case["still"]:
        add("BY_DOCUMENT", paper, "STILL_ASKED")
    for agency, verdict, tenths in case["answers"]:
        add("BY_AGENCY", agency, "ASKED")
        add("BY_AGENCY", agency, verdict)
        times["BY_AGENCY", agency].append(tenths)
        times["BY_AGENCY", "TOTAL"].append(tenths)
        if verdict in ("UNAVAILABLE", "TIMED_OUT"):
            add("BY_AGENCY", agency, "IN_VAIN")
            if case["completed"]:
                add("BY_AGENCY", agency, "COMPLETED")
        if verdict == "REJECTED":
            add("BY_REJECTION", agency + "/SIGNATURE_INVALID", "REJECTED")
        if quarter and agency in rules["registers"]:
            count["D_REGISTERS", agency, "ASKED"] += 1
            count["D_REGISTERS", agency, verdict] += 1
    for fact, one, other in case["conflicts"]:
        add("BY_CONFLICT", f"{fact}/{one}+{other}", "CONFLICTS")
    sex, band = case["sex"], case["band"]
    for table, row in (("BY_SEX", sex), ("BY_AGE", band), ("BY_SEX_AND_AGE", sex + "/" + band)):
        for figure, n in (("CASES", 1), ("FREE", not case["still"]), ("NOT_FREE", bool(case["still"]))):
            add(table, row, figure, n)
        times[table, row].append(case["tenths"])
        times[table, "TOTAL"].append(case["tenths"])
    if quarter:
        told = case["disability"]
        row = "DISABILITY" if told else "OTHERS"
        for figure, n in (("CASES", 1), ("FREE", not case["still"]), ("NOT_FREE", bool(case["still"]))):
            add("D_COMPARED", row, figure, n)
        times["D_COMPARED", row].append(case["tenths"])
        times["D_COMPARED", "TOTAL"].append(case["tenths"])
        if told:
            for name, values in told.items():
                count["D_" + name, "TOTAL", "CASES"] += 1
                for value in values:
                    count["D_" + name, value, "CASES"] += 1


def rank(values, percent):
    ordered = sorted(values)
    return ordered[math.ceil(percent * len(ordered) / 100 - 1e-9) - 1]


def rounded(number, digits):
    return math.floor(number * digits + 0.5) / digits


def expected(table, row, figure):
    def of(name):
        return count[table, row, name]
    if figure == "FREE_SHARE":
        return rounded(of("FREE") / of("CASES"), 10000) if of("CASES") else None
    if figure == "ANSWERED_SHARE":
        return rounded((of("ANSWERED") + of("NO_RECORD")) / of("ASKED"), 10000) if of("ASKED") else None
    if figure == "AWAY_SHARE":
        away = sum(count[table, channel, "CASES"] for channel in ("HOME", "MOBILE", "REMOTE"))
        return rounded(away / of("CASES"), 10000) if row == "TOTAL" and of("CASES") else None
    if figure == "HOURS":
        return rounded(of("VISITS") * rules["minutes"] / 60, 10) if rules["minutes"] else None
    if figure in ("MEDIAN_SECONDS", "P95_SECONDS"):
        its = times[table, row]
        return None if not its else "hidden" if len(its) < 10 else rounded(rank(its, 50 if figure == "MEDIAN_SECONDS" else 95) / 10, 10)
    if figure in ("MEDIAN_DURATION", "P95_DURATION"):
        its = times[table, row]
        return None if not its else "hidden" if len(its) < 10 else rank(its, 50 if figure == "MEDIAN_DURATION" else 95)
    if figure in ("ACCEPTED_DAYS", "ANSWERED_DAYS"):
        its = times[table, row, figure]
        return None if not its else "hidden" if len(its) < 10 else rank(its, 50)
    return of(figure)


def least(table, row):
    if table in ("BY_SEX", "BY_AGE", "BY_SEX_AND_AGE") or table.startswith("BY_RIGHT") or table.startswith("D_") and table != "D_REGISTERS":
        return 10
    if table == "BY_DOCUMENT" and row in SPECIAL or table == "BY_CONFLICT" and row.split("/")[0] in SPECIAL_FACTS:
        return 10
    return 5


wrong = []
shown = hidden = 0
rows_wanted = defaultdict(set)
for table, row, _ in list(count):
    if row != "TOTAL":
        rows_wanted[table].add(row)
COUNTS = {"CASES", "FREE", "NOT_FREE", "NOT_ASKED", "COLLECTED", "VISITS", "STILL_ASKED", "IN_VAIN", "COMPLETED", "ASKED", "ANSWERED", "NO_RECORD", "STALE",
          "NOT_AUTHORISED", "TIMED_OUT", "UNAVAILABLE", "REJECTED", "OTHER_VERDICT", "CONFLICTS", "REFUSALS", "CORRECTIONS", "ENTRIES",
          "OFFERED", "ACCEPTED", "DECLINED", "EXPIRED", "WITHDRAWN", "AWARDED", "REFUSED", "OVERDUE", "UNDECIDED"}
for table in report["tables"]:
    name = table["table"]
    rows = {row["key"]: row["cells"] for row in table["rows"]}
    if set(rows) != rows_wanted[name]:
        wrong.append(f"{name} has other rows: {set(rows) ^ rows_wanted[name]}")
    if table["total"]:
        rows["TOTAL"] = table["total"]
    for row, cells in rows.items():
        for figure in table["figures"]:
            want = expected(name, row, figure)
            got = cells.get(figure)
            if isinstance(got, dict):
                hidden += 1
                if want is None:
                    wrong.append(f"{name} {row} {figure} is hidden, and there is nothing")
            elif got is None:
                if want is not None:
                    wrong.append(f"{name} {row} {figure} is missing: {want}")
            else:
                shown += 1
                if got != want:
                    wrong.append(f"{name} {row} {figure} is {got}, and should be {want}")
                if figure in COUNTS and 0 < got < (least(name, row) if row != "TOTAL" else 5):
                    wrong.append(f"{name} {row} {figure} is shown, and is only {got}")
print(f"{shown} cells shown, {hidden} hidden, {len(wrong)} wrong")
print("\n".join(wrong[:40]))
sys.exit(1 if wrong or not shown else 0)

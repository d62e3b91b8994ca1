"""Recounts the figures of reports, with nothing of the gateway's code: python3 recount.py CHAIN SERVICES > FIGURES

CHAIN has a line for each entry of the audit chain in its order: {"sequence", "entry", "dossier"}, the last the JSON that was given out, or null.
SERVICES is the folder of the passports. FIGURES are lines "hour measure service centre channel a b = n", tabs between the words, and then lines
"case month dossier", one for each case and month.
"""
import collections
import datetime
import json
import pathlib
import re
import sys
import uuid

BAKU = datetime.timezone(datetime.timedelta(hours=4))
UTC = datetime.timezone.utc
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=UTC)


def moment(identifier):
    """When an id (UUID of version 7) was made: its first 48 bits are milliseconds."""
    return EPOCH + datetime.timedelta(milliseconds=uuid.UUID(identifier).int >> 80)


def fetched(folder):
    """By service and document, the register of papers that a citizen fetches."""
    services = {}
    for file in sorted(pathlib.Path(folder).glob("*.yaml")):
        if file.name == "catalogue.yaml":
            continue
        text = file.read_text(encoding="utf-8")
        code = re.search(r"(?m)^code: (\S+)$", text).group(1)
        services[code] = {}
        papers = re.search(r"(?ms)^documents:\n(.*?)(?=^\S|\Z)", text).group(1)
        for paper in re.split(r"(?m)^  - ", papers)[1:]:
            said = dict(re.findall(r"(?m)^(?:    )?(id|obtained|register): (\S+)$", paper))
            if said.get("obtained") == "COLLECTED" and "register" in said:
                services[code][said["id"]] = said["register"]
    return services


def tenths(milliseconds):
    return str(-(-milliseconds // 100))


def band(born, day):
    try:
        birth = datetime.date.fromisoformat(born)
    except (TypeError, ValueError):
        return "UNKNOWN"
    age = day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
    for low, high in ((0, 17), (18, 29), (30, 44), (45, 59), (60, 69)):
        if low <= age <= high:
            return f"{low}-{high}"
    return "70+" if age >= 70 else "UNKNOWN"


class Figures(collections.Counter):
    def put(self, where, measure, a="", b="", n=1):
        hour, service, centre, channel = where
        self[(hour.astimezone(UTC).strftime("%Y-%m-%dT%H:00:00Z"), measure, service, centre, channel, a, b)] += n


def value(dossier, fact):
    return dossier.get("facts", {}).get(fact, {}).get("value", {})


def case(figures, services, entry, dossier, where):
    needed = {d["id"] for d in dossier["documents"] if d["verdict"] == "STILL_NEEDED"}
    spared = {d["id"] for d in dossier["documents"] if d["verdict"] == "NOT_NEEDED"}
    took = tenths(entry["tookMs"]) if "tookMs" in entry else None
    free = dossier["subject"]["state"] == "KNOWN" and not any(
        d["verdict"] in ("STILL_NEEDED", "UNKNOWN") for d in dossier["documents"])
    grounds = [d["verdict"] for d in dossier["documents"] if d.get("ground")]
    if grounds and set(grounds) == {"NOT_APPLICABLE"}:
        free = False
    figures.put(where, "CASES")
    figures.put(where, "OUTCOME", "DECEASED" if dossier["subject"]["state"] == "DECEASED" else "NEEDED" if needed else "FREE" if free else "UNDECIDED")
    if free:
        figures.put(where, "DOCUMENT_FREE")
    if took:
        figures.put(where, "TOOK", took)
    for paper in needed:
        figures.put(where, "STILL_ASKED", paper)
    offices = set()
    for paper in spared:
        figures.put(where, "NOT_ASKED", paper)
        if paper in services.get(where[1], {}):
            figures.put(where, "COLLECTED", paper)
            offices.add(services[where[1]][paper])
    for office in offices:
        figures.put(where, "VISITS", office)
    pairs = set()
    for conflict in dossier.get("conflicts", []):
        sayings = {one["source"]: one.get("value") for one in conflict["values"]}
        for source, said in sayings.items():
            if source != conflict["winner"] and said != sayings[conflict["winner"]]:
                pairs.add((conflict["fact"], "+".join(sorted((source, conflict["winner"])))))
    for fact, agencies in pairs:
        figures.put(where, "CONFLICT", fact, agencies)
    person(figures, entry, dossier, where, free, took)


def person(figures, entry, dossier, where, free, took):
    local = moment(entry["id"]).astimezone(BAKU)
    month = (local.replace(day=1, hour=0), "", "", "")
    identity = value(dossier, "identity")
    sex = {"FEMALE": "F", "MALE": "M"}.get(identity.get("sex"), "UNKNOWN")
    age = band(identity.get("birthDate"), local.date())
    figures.put(month, "PERSON_CASES", sex, age)
    if free:
        figures.put(month, "PERSON_FREE", sex, age)
    if took:
        figures.put(month, "PERSON_TOOK", f"{sex} {age}", took)
    disability = value(dossier, "disability")
    kind = "DISABILITY" if disability else "OTHER"
    figures.put(month, kind + "_CASES")
    if free:
        figures.put(month, kind + "_FREE")
    if took:
        figures.put(month, kind + "_TOOK", took)
    if disability:
        figures.put(month, "DISABILITY", "BAND", f'{disability["percentFrom"]}-{disability["percentTo"]}')
        figures.put(month, "DISABILITY", "CAUSE", disability["cause"])
        figures.put(month, "DISABILITY", "SEX", sex)
        figures.put(month, "DISABILITY", "AGE", age)
        figures.put(month, "DISABILITY", "REGION", region(value(dossier, "address").get("region")))
        figures.put(month, "DISABILITY", "CHANNEL", where[3])
        for aid in set(value(dossier, "rehabilitation").get("devices", [])):
            figures.put(month, "DISABILITY", "AID", aid)
        figures.put(month, "DISABILITY", "REASSESSMENT", due(disability.get("reviewOn"), local.date()))


def region(text):
    return text if text and len(text) <= 40 and text[0].isalpha() and all(c.isalpha() or c in " .'-" for c in text) else "UNKNOWN"


def due(day, today):
    if not day:
        return "FOR_LIFE"
    left = (datetime.date.fromisoformat(day) - today).days
    return "OVERDUE" if left < 0 else "WITHIN_90_DAYS" if left <= 90 else "LATER"


STEPS = {"offer-" + step: step.upper() for step in ("accepted", "declined", "withdrawn", "expired", "awarded", "refused", "overdue")}


def month_of(entry):
    return (moment(entry["id"]).astimezone(BAKU).replace(day=1, hour=0), "", "", "")


def step(figures, entry):
    """A step of an offer of a right; the id of the offer has the time at which it was made."""
    name = STEPS.get(entry["act"], "OFFERED")
    figures.put(month_of(entry), "RIGHT_OFFER", entry["right"], name)
    if name == "REFUSED":
        figures.put(month_of(entry), "RIGHT_REFUSED", entry["right"], entry["reason"])
    if name in ("ACCEPTED", "AWARDED", "REFUSED"):
        until = "ACCEPTED" if name == "ACCEPTED" else "ANSWERED"
        figures.put(month_of(entry), "RIGHT_TOOK", entry["right"] + "/" + until, str((moment(entry["id"]) - moment(entry["offer"])).days))


def main(chain, folder):
    services = fetched(folder)
    figures = Figures()
    last = {}
    history = collections.defaultdict(list)
    for line in open(chain, encoding="utf-8"):
        row = json.loads(line)
        entry, dossier = row["entry"], row["dossier"]
        hour = moment(entry["id"]).replace(minute=0, second=0, microsecond=0)
        kind = entry["kind"]
        if kind == "REFUSAL":
            service = entry.get("service", "")
            figures.put((hour, service if service in services else "", "", "UNKNOWN"), "REFUSAL", entry["code"], n=entry.get("times", 1))
        elif kind == "CORRECTION":
            figures.put((hour, "", "", ""), "CORRECTION", entry["agency"])
        elif kind == "STEP" and entry["state"] in ("ACCEPTED", "REJECTED"):
            figures.put((hour, "", "", ""), "CORRECTION_ENDED", entry["state"], str((moment(entry["id"]) - moment(entry["correction"])).days))
        elif kind == "ACT" and entry["act"] == "CLOSE":
            open_for = moment(entry["id"]) - moment(entry["hit"])
            figures.put((hour, "", "", ""), "HIT_CLOSED", entry["what"], str(int(open_for.total_seconds() // 3600)))
        elif kind == "BUS" and entry["act"] == "slip-rated":
            service = entry["service"] if entry["service"] in services else ""
            figures.put((hour, service, entry.get("office") or "", ""), "RATING", str(entry["stars"]), "COMPLAINT" if entry["complaint"] else "")
        elif kind == "BUS" and entry["act"] == "own-lookups-viewed":
            figures.put((hour, "", "", ""), "VIEW")
        elif kind == "BUS" and entry["act"] in ("hit-opened", "lookup-asked-about"):
            figures.put((hour, "", "", ""), "HIT_OPENED", "BY_RULE" if entry["act"] == "hit-opened" else "BY_CITIZEN")
        elif kind == "BUS" and (entry["act"] == "right-offered" or entry["act"] in STEPS):
            step(figures, entry)
        elif kind == "BUS" and entry["act"] == "right-evaluated" and entry["outcome"] == "UNDECIDED" and entry.get("asked") == 0:
            figures.put(month_of(entry), "RIGHT_UNDECIDED", entry["right"])
            unheard = {"NO_REGISTER" if "." in one else one for one in entry.get("registers", "").split(",") if one}
            for one in unheard | ({"DISPUTED"} if entry.get("because") == "DISPUTED" else set()):
                figures.put(month_of(entry), "RIGHT_UNHEARD", entry["right"], one)
        elif kind == "DOSSIER" and not apart(row, entry):
            matter = (entry["requester"], entry["caseRef"], entry["service"], entry["person"])
            where = (hour, entry["service"] if entry["service"] in services else "", entry.get("office", ""), entry.get("channel", "UNKNOWN"))
            history[matter].append((moment(entry["id"]), entry, dossier, where))
            if dossier["subject"]["state"] != "UNKNOWN":
                last[matter + (moment(entry["id"]).astimezone(BAKU).strftime("%Y-%m"),)] = (entry, dossier, where)
    for entry, dossier, where in last.values():
        case(figures, services, entry, dossier, where)
    for lookups in history.values():
        agencies(figures, lookups)
    for key, n in sorted(figures.items()):
        print("\t".join(key), "=", n)
    for key, (entry, dossier, where) in sorted(last.items(), key=lambda one: (one[0][-1], one[1][0]["id"])):
        print("case", key[-1], entry["id"])


def apart(row, entry):
    return "apart" in entry or "completeness" not in entry and (row.get("bulk") or "view" in entry and entry["facts"] == ["identity", "address"]
                                                                and re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", entry["caseRef"]) is not None)


def agencies(figures, lookups):
    """Of the lookups of one case, in the order of the chain."""
    for i, (at, entry, dossier, where) in enumerate(lookups):
        spoke = {agency for agency, verdict in entry["verdicts"].items() if verdict in ("ANSWERED", "NO_RECORD", "STALE")}
        if "completes" in dossier or dossier["subject"]["state"] == "UNKNOWN" and spoke == set(entry["verdicts"]):
            continue
        rows = {source["agency"]: source for source in dossier.get("sources", [])}
        for agency, verdict in entry["verdicts"].items():
            figures.put(where, "AGENCY_ANSWER", agency, verdict)
            if agency in rows:
                figures.put(where, "AGENCY_TOOK", agency, tenths(rows[agency]["elapsedMs"]))
                if verdict == "REJECTED":
                    figures.put(where, "AGENCY_REJECTED", agency, rows[agency]["reason"])
            if verdict in ("TIMED_OUT", "UNAVAILABLE"):
                figures.put(where, "IN_VAIN", agency)
                if any(later - at < datetime.timedelta(hours=24) and other["verdicts"].get(agency) in ("ANSWERED", "NO_RECORD", "STALE")
                       for later, other, _, _ in lookups[i + 1:]):
                    figures.put(where, "COMPLETED", agency)


main(*sys.argv[1:])

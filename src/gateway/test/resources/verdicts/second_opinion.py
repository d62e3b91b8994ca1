#!/usr/bin/env python3
"""A second opinion on which papers a citizen must still bring.

JSON lines in, JSON lines out, same order. One line is one lookup about one person.
It shares no code and no table with Vahid. The tables below were written by reading the passports of the services,
and the rules by reading verdicts.md and contracts/problems.md. What those left open was settled later, see
second-opinion.md, and is marked here as (settled N); of a guess the line itself says why.

Names used below: an *answer* is what became of one register; a *loss* is a part of its answer that nobody could
believe.
"""
import json
import sys

# ------------------------------------------------------------------------------------------------------------------
# The papers. Source: the passports in contracts/services; the same paper has the same id in each of them.
#
# fact      what the paper is about, as dossier.schema.json names it; a paper without it is in no register
# register  the agency that issues the paper
# says      the fields that stand on it, all of them; says_one_of: at least one of them
# only      by field, the values with which a record is such a paper at all (the passport's `where`)
# starts, ends   the fields with its first and last day
# lists     "all": one paper that lists every record; "each": every record within the field `part` is a paper of its
#           own; left out: one good record is enough (passport.schema.json, listsAll and part)
# of        the states of the person for which it makes sense; left out: the living

LIVING, ANYBODY, DEAD = {"KNOWN"}, {"KNOWN", "DECEASED"}, {"DECEASED"}


def paper(fact, register, says="", says_one_of="", only=None,
          starts=None, ends=None, lists=None, part=None, of=LIVING):
    return {"fact": fact, "register": register, "says": says.split(), "says_one_of": says_one_of.split(),
            "only": only or {}, "starts": starts, "ends": ends, "lists": lists, "part": part, "of": of}


PAPERS = {
    # Ministry of Internal Affairs
    "id-card": paper("identity", "identity-register", "documentNumber givenName surname birthDate documentExpires",
                     ends="documentExpires"),
    "residence-registration": paper("address", "identity-register", "city registeredSince"),
    "vehicle-certificate": paper("vehicles", "traffic-police", "plate make registeredOn"),
    # Civil status
    "marriage-certificate": paper("civilStatus", "civil-status", "status since actNumber",
                                  only={"status": {"MARRIED", "DIVORCED", "WIDOWED"}}),
    "spouse-death-certificate": paper("civilStatus", "civil-status", "status since actNumber",
                                      only={"status": {"WIDOWED"}}),
    "birth-certificates": paper("family", "civil-status", "fin birthDate birthActNumber",
                                lists="each", part="children"),
    "kinship-proof": paper("family", "civil-status", says_one_of="spouse children parents", of=ANYBODY),
    "death-certificate": paper("death", "civil-status", "date actNumber", of=DEAD),
    # Notary
    "guardianship-ruling": paper("guardianship", "notary", "guardianFin since courtCase kind", starts="since"),
    "inheritance-certificate": paper("inheritance", "notary", "caseNumber deceasedFin share"),
    # State Social Protection Fund
    "benefits-certificate": paper("benefits", "pensions", "kind amount from", lists="all"),
    "insurance-certificate": paper("insuredRecord", "pensions", "insuranceNumber"),
    "individual-account-extract": paper("insuredRecord", "pensions", "insuranceNumber totalMonths"),
    "martyr-certificate": paper("martyrStatus", "pensions", "martyrFin relation certificateNumber"),
    "martyr-recognition": paper("martyrStatus", "pensions", "martyrFin recognisedOn"),
    # Medical-social expertise, health
    "disability-certificate": paper("disability", "disability", "percentFrom percentTo since cause", ends="reviewOn"),
    "rehabilitation-programme": paper("rehabilitation", "disability", "planNumber from", starts="from", ends="until"),
    "medical-referral": paper("medicalReferral", "health", "number kind issuedOn", only={"status": {"ACTIVE"}}),
    "prosthesis-referral": paper("medicalReferral", "health", "number kind issuedOn",
                                 only={"kind": {"PROSTHESIS", "WHEELCHAIR"}, "status": {"ACTIVE"}}),
    "treatment-referral": paper("medicalReferral", "health", "number kind issuedOn",
                                only={"kind": {"TREATMENT"}, "status": {"ACTIVE"}}),
    "war-disability-certificate": paper("disability", "disability", "percentFrom percentTo since cause",
                                        only={"cause": {"WAR"}}, ends="reviewOn"),
    "health-insurance-certificate": paper("healthInsurance", "health-insurance", "policyNumber coverage from",
                                          starts="from", ends="until"),
    # Work, schools, taxes
    "employment-book": paper("employment", "employment", "employerVoen startedOn", lists="all"),
    "labour-contract": paper("employment", "employment", "employerVoen position startedOn", lists="all"),
    "unemployed-certificate": paper("unemployment", "employment", "registeredOn status",
                                    only={"status": {"REGISTERED"}}),
    "study-certificate": paper("education", "education", "institution level status", only={"status": {"STUDYING"}}),
    "education-document": paper("education", "education", "institution level status", only={"status": {"COMPLETED"}}),
    "income-certificate": paper("income", "tax", "year gross", lists="all"),
    "taxpayer-certificate": paper("taxpayer", "tax", "voen status", only={"status": {"ACTIVE", "SUSPENDED"}}),
    # Queues and social services
    "queue-certificate": paper("housingQueue", "social-services", "queue number registeredOn status", of=ANYBODY),
    "car-queue-certificate": paper("housingQueue", "social-services", "queue number registeredOn status",
                                   only={"queue": {"CAR"}}, of=ANYBODY),
    "flat-queue-certificate": paper("housingQueue", "social-services", "queue number registeredOn status",
                                    only={"queue": {"FLAT"}}, of=ANYBODY),
    "social-services-certificate": paper("socialServices", "social-services", "service active", lists="all"),
    # Armed forces
    "military-service-certificate": paper("militaryService", "defence", "kind from"),
    "combat-certificate": paper("combatService", "defence", "operations wounded"),
    "military-card": paper("conscription", "mobilisation", "status registeredOn"),
    "veteran-card": paper("veteranStatus", "mobilisation", "kind cardNumber grantedOn"),
    "hero-card": paper("veteranStatus", "mobilisation", "kind cardNumber grantedOn",
                       only={"kind": {"PATRIOTIC_WAR_HERO"}}),
    "insurance-payout-certificate": paper("insurancePayout", "state-insurance", "policyNumber event amount",
                                          lists="all"),
    # Property, land, household
    "property-extract": paper("property", "property", "registryNumber right kind share", lists="all"),
    "land-share-certificate": paper("landShare", "agriculture", "plotNumber areaHa"),
    "livestock-certificate": paper("livestock", "agriculture", "cattle sheep poultry"),
    "subsidy-certificate": paper("subsidies", "agriculture", "season amount", lists="all"),
    "family-composition": paper("household", "local-executive", "householdId size members"),
    "housing-conditions": paper("housing", "local-executive", "kind condition"),
    # Foreigners and displaced persons
    "displaced-person-card": paper("displacedStatus", "displaced-persons", "cardNumber displacedFrom"),
    "residence-permit": paper("residencePermit", "migration", "permitNumber kind from", starts="from", ends="until"),
}
# Papers that no register holds; the passports say so.
for name in ("bank-details", "business-plan", "dispute-statement", "employment-book-before-2014", "family-consent",
             "home-visit-consent", "naming-proposal", "purchase-bills", "tuition-contract"):
    PAPERS[name] = paper(None, None)

# The papers of each service beside the identity card, which all but one ask for. Source: the same passports.
SERVICES = {
    "ccu-car": "disability-certificate car-queue-certificate vehicle-certificate",
    "ccu-disability-assessment": "medical-referral disability-certificate combat-certificate",
    "ccu-disability-pension-or-allowance": "disability-certificate individual-account-extract employment-book",
    "ccu-disability-presidential-pension": "disability-certificate benefits-certificate bank-details",
    "ccu-employment-or-self-employment":
        "martyr-certificate veteran-card employment-book unemployed-certificate taxpayer-certificate",
    "ccu-family-composition-certificate": "residence-registration family-composition",
    "ccu-flat-or-house":
        "martyr-certificate disability-certificate flat-queue-certificate family-composition property-extract",
    "ccu-health-insurance-enquiry": "health-insurance-certificate",
    "ccu-heirs-lump-sum": "martyr-certificate inheritance-certificate bank-details",
    "ccu-housing-need-registration":
        "martyr-certificate disability-certificate family-composition housing-conditions property-extract",
    "ccu-intake":
        "residence-registration vehicle-certificate marriage-certificate birth-certificates death-certificate "
        "spouse-death-certificate guardianship-ruling inheritance-certificate benefits-certificate "
        "insurance-certificate martyr-certificate disability-certificate rehabilitation-programme employment-book "
        "unemployed-certificate queue-certificate social-services-certificate military-service-certificate "
        "combat-certificate military-card veteran-card medical-referral health-insurance-certificate "
        "study-certificate income-certificate taxpayer-certificate property-extract displaced-person-card "
        "residence-permit land-share-certificate livestock-certificate subsidy-certificate "
        "insurance-payout-certificate family-composition housing-conditions",
    "ccu-martyr-certificate-officers": "marriage-certificate kinship-proof martyr-recognition",
    "ccu-martyr-certificate-other-ranks": "marriage-certificate kinship-proof martyr-recognition",
    "ccu-martyr-family-pension": "martyr-certificate marriage-certificate bank-details",
    "ccu-military-insurance-payout":
        "martyr-certificate disability-certificate insurance-payout-certificate bank-details",
    "ccu-patriotic-war-hero-pension": "hero-card bank-details",
    "ccu-prosthesis-or-wheelchair": "disability-certificate rehabilitation-programme prosthesis-referral",
    "ccu-queue-place-after-death": "death-certificate queue-certificate kinship-proof",
    "ccu-rehabilitation-or-sanatorium": "veteran-card martyr-certificate rehabilitation-programme medical-referral",
    "ccu-street-naming": "martyr-certificate naming-proposal family-consent",
    "ccu-survivor-pension": "kinship-proof martyr-certificate study-certificate",
    "ccu-treatment-and-medicines": "veteran-card treatment-referral health-insurance-certificate purchase-bills",
    "ccu-tuition-waiver": "martyr-certificate disability-certificate study-certificate tuition-contract",
    "ccu-utility-allowance": "martyr-certificate veteran-card disability-certificate benefits-certificate",
    "ccu-veteran-certificate": "veteran-card military-service-certificate",
    "ccu-veteran-pension": "veteran-card military-service-certificate individual-account-extract",
    "ccu-war-veteran-title": "military-card combat-certificate",
    "child-allowance": "birth-certificates bank-details",
    "day-centre": "disability-certificate guardianship-ruling social-services-certificate",
    "disability-assessment": "medical-referral disability-certificate",
    "disability-pension": "disability-certificate individual-account-extract bank-details",
    "displaced-family-support": "displaced-person-card family-composition",
    "employment-certificate": "employment-book",
    "guardian-support": "guardianship-ruling benefits-certificate",
    "home-care": "family-composition social-services-certificate home-visit-consent",
    "individual-account-extract": "individual-account-extract",
    "insured-foreigner-registration": "residence-permit labour-contract insurance-certificate",
    "insured-person-registration": "insurance-certificate",
    "labour-contract-check": "labour-contract",
    "labour-dispute": "labour-contract individual-account-extract dispute-statement",
    "legal-aid": "social-services-certificate",
    "martyr-family-presidential-pension": "martyr-certificate marriage-certificate bank-details",
    "old-age-pension": "individual-account-extract labour-contract employment-book-before-2014",
    "pension-amount-certificate": "benefits-certificate",
    "self-employment": "unemployed-certificate taxpayer-certificate business-plan",
    "survivor-pension": "kinship-proof marriage-certificate study-certificate",
    "targeted-social-assistance":
        "family-composition housing-conditions income-certificate employment-book unemployed-certificate "
        "benefits-certificate property-extract vehicle-certificate land-share-certificate livestock-certificate "
        "subsidy-certificate",
    "technical-aids": "disability-certificate rehabilitation-programme",
    "unemployed-registration": "employment-book education-document taxpayer-certificate",
    "unemployed-status-certificate": "unemployed-certificate",
    "unemployment-insurance-payment":
        "unemployed-certificate employment-book individual-account-extract bank-details",
    "war-disability-presidential-pension": "war-disability-certificate bank-details",
}
WITHOUT_ID_CARD = {"insured-foreigner-registration"}

# Registers that do not hold everybody. Source: `absence` in connectors/*/connector.yaml; all others are complete.
COMPLETE_FOR_CITIZENS = {"civil-status", "education"}
INCOMPLETE = {"local-executive"}

# Fields that stand on no paper here, and whose loss still takes the whole record out of its list: the schema requires
# them, or a record would read otherwise without them. Source: facts.md, last column, and the stars.
TAKES_THE_RECORD = {"employment": {"endedOn"}, "benefits": {"until"}, "education": {"tuitionWaiver"},
                    "children": {"diedOn"}}

# ------------------------------------------------------------------------------------------------------------------
# What the registers said


class Lookup:
    """The answers of one lookup, and what they mean together."""

    def __init__(self, line):
        self.today = line["day"]
        self.answers = {answer["agency"]: answer for answer in line["answers"]}

    def answer(self, agency):
        """What became of the agency; one that is not in the line was not asked."""
        return self.answers.get(agency) or {"agency": agency, "verdict": "NOT_ASKED"}

    def spoke(self, agency):
        """Only these three count. A silent, late or unbelieved register has said nothing (verdicts.md)."""
        return self.answer(agency)["verdict"] in ("ANSWERED", "NO_RECORD", "STALE")

    def late(self, agency):
        return self.answer(agency)["verdict"] == "STALE"

    def said(self, agency, fact):
        """What a register that spoke says of a fact, or None. An empty list or record says nothing."""
        if self.answer(agency)["verdict"] not in ("ANSWERED", "STALE"):
            return None
        return (self.answer(agency).get("facts") or {}).get(fact) or None

    def losses(self, agency, fact):
        """Where in the fact something was lost: each a list of steps, [] for the whole fact."""
        answer = self.answer(agency)
        # One that was rejected because nothing of it could be read has told of a death all the same. (settled 4)
        unread = answer["verdict"] == "REJECTED" and answer.get("reason") == "UNMAPPABLE" and fact == "death"
        if answer["verdict"] not in ("ANSWERED", "STALE") and not unread:
            return []
        found = []
        for loss in self.answer(agency).get("lost") or []:
            path, rule = loss["path"].strip("/").split("/"), loss.get("rule")
            # No word was lost by these two. The register had no act, which proves nothing about a foreigner: that is
            # an absence (facts.md). Or it sent a record twice, which counts once (words/rules.yaml).
            if path[0] != fact or rule in ("ABSENCE_INCONCLUSIVE", "SAME_RECORD_TWICE"):
                continue
            # Of these the whole record is left out (facts.md: "none is believed"; combine: of before the birth).
            if rule in ("BEFORE_BIRTH", "CHILD_OLDER_THAN_PARENT", "SAME_NUMBER_TWICE"):
                found.append(path[1:-1])
                continue
            # Somebody "studies" in a year that is over: the study is in doubt, not the year (found.md T12).
            found.append(path[1:2] if rule == "STUDY_YEAR_OVER" else path[1:])
        return found

    def others_who_say(self, fact, register):
        return [agency for agency in self.answers if agency != register and self.said(agency, fact)]

    # -- the person

    def state(self):
        """KNOWN, DECEASED or UNKNOWN. Source: subject.state and subject.reason in dossier.schema.json."""
        civil = self.answer("civil-status")
        # Only civil status proves a death.
        if self.said("civil-status", "death"):
            return "DECEASED"
        elsewhere = self.others_who_say("death", "civil-status")
        if self.losses("civil-status", "death"):
            # It has an act of death that nobody can believe. Is that the only word, nobody knows whether he lives;
            # another register's word settles it.
            return "DECEASED" if elsewhere else "UNKNOWN"
        # Where civil status spoke of the person, only its act counts: without one he lives, whatever others say.
        # "No record" is not a word about the person, and neither is an empty late answer.
        late_word = self.late("civil-status") and (civil.get("facts") or civil.get("lost"))
        # The death of a foreigner may be entered abroad, so that civil status does not deny it. (settled 5)
        if civil["verdict"] != "ANSWERED" and not late_word or self.citizen() is False:
            if elsewhere:
                return "DECEASED"
            if self.unreadable_deaths():
                return "UNKNOWN"
        return "KNOWN" if any(self.knows_him(agency) for agency in self.answers) else "UNKNOWN"

    def unreadable_deaths(self):
        """Other registers than civil status that tell of a death which cannot be believed."""
        return [agency for agency in self.answers
                if agency != "civil-status" and self.losses(agency, "death") and not self.said(agency, "death")]

    def knows_him(self, agency):
        """It has a record of the person. An answer of which everything was lost establishes nobody."""
        answer = self.answer(agency)
        if answer["verdict"] not in ("ANSWERED", "STALE"):
            return False
        return bool(answer.get("facts")) or answer["verdict"] == "ANSWERED" and not answer.get("lost")

    def citizen(self):
        """True, False, or None when nobody knows. Source: problems.md, CITIZENSHIP_UNKNOWN; found.md, T9.

        The identity register says the citizenship, and so does a residence permit that is valid today. A citizen has no
        such permit (Migration Code), so AZE beside it is a conflict: absence is inconclusive then, as of a foreigner
        (found.md, T9). So is it of whoever holds a permit that names no citizenship. (settled 8)
        """
        words = []
        identity = self.said("identity-register", "identity") or {}
        if has(identity, "citizenship"):
            words.append(identity["citizenship"])
        permit = self.said("migration", "residencePermit")
        if permit and not in_time(permit, "from", "until", self.today):
            words.append(permit.get("citizenship") or "not told")
        return all(word == "AZE" for word in words) if words else None


def has(record, field):
    """A field is there when it says something: false and 0 do, an empty list does not."""
    return record.get(field) not in (None, "", [], {})


def in_time(record, starts, ends, today):
    """Reasons why the record is not valid today. Both its first and its last day count (verdicts.md)."""
    flaws = []
    if ends and has(record, ends) and record[ends] < today:
        flaws.append("EXPIRED")
    if starts and has(record, starts) and record[starts] > today:
        flaws.append("NOT_BEGUN")
    return flaws

# ------------------------------------------------------------------------------------------------------------------
# One paper


def judge(one, lookup, state):
    """The verdict on one paper, and the reasons that are all true of it."""
    # A paper makes sense for some states only. For a dead person the papers of the living are nobody's (verdicts.md);
    # that holds for papers of no register too.
    if state == "DECEASED" and "DECEASED" not in one["of"]:
        return "NOT_APPLICABLE", ["SUBJECT_DECEASED"]
    if state == "KNOWN" and one["of"] == DEAD:
        return of_the_dead(one, lookup)
    if one["fact"] is None:
        return "STILL_NEEDED", ["NO_REGISTER"]
    if not lookup.spoke(one["register"]):
        return unheard(one, lookup)
    if lookup.said(one["register"], one["fact"]) is None:
        # Where nothing is left of the fact, nobody knows what else stood in it. (settled 13)
        if lookup.losses(one["register"], one["fact"]):
            # It said something, and nobody could believe it (verdicts.md, found.md T4).
            return "UNKNOWN", ["UNMAPPABLE"] + other_source(one, lookup)
        return absent(one, lookup, ["NO_SUCH_RECORD"])
    return of_records(one, lookup)


def of_the_dead(one, lookup):
    """The death certificate of somebody who is not known to be dead.

    Civil status alone says that somebody lives: while it is silent, or another register tells of a death, the paper is
    UNKNOWN (verdicts.md). A death that cannot be read tells of a death too.
    """
    if lookup.others_who_say(one["fact"], one["register"]) or lookup.unreadable_deaths():
        return "UNKNOWN", ["OTHER_SOURCE_ONLY"] + ["STALE_ABSENCE"] * lookup.late(one["register"])
    # Nobody who may live brings a death certificate. (settled 2)
    if lookup.answer(one["register"])["verdict"] == "NOT_ASKED":
        return "UNKNOWN", ["DEATH_NOT_ASKED"]
    if not lookup.spoke(one["register"]):
        return unheard(one, lookup)
    if lookup.late(one["register"]):
        return "UNKNOWN", ["STALE_ABSENCE"]
    # For a foreigner too: it spoke and has no act, more the sentence does not claim.
    return "NOT_APPLICABLE", ["SUBJECT_NOT_DECEASED"]


def unheard(one, lookup):
    """The issuing register said nothing. The citizen does not pay for that (verdicts.md).

    Silent, rejected, refused, switched off and not asked are different things (found.md T10). Only for one that is
    still being connected must he bring the paper, unless another register tells of it (problems.md,
    REGISTER_NOT_ASKED).
    """
    answer = lookup.answer(one["register"])
    elsewhere = other_source(one, lookup)
    if answer["verdict"] == "NOT_ASKED":
        return ("UNKNOWN", elsewhere) if elsewhere else ("STILL_NEEDED", ["REGISTER_NOT_ASKED"])
    if answer["verdict"] == "REJECTED":
        # Nothing of the answer could be believed, of this fact or of others. (settled 6)
        unreadable = any(loss["fact"] == one["fact"] for loss in answer.get("lost") or [])
        return "UNKNOWN", ["UNMAPPABLE"] * unreadable + ["REGISTER_REJECTED"] + elsewhere
    if answer["verdict"] == "NOT_AUTHORISED":
        return "UNKNOWN", ["REGISTER_REFUSED"] + elsewhere
    if answer.get("reason") in ("SWITCHED_OFF", "ROLLOUT_OFF"):
        return "UNKNOWN", ["REGISTER_SWITCHED_OFF"] + elsewhere
    return "UNKNOWN", ["REGISTER_SILENT"] + elsewhere


def other_source(one, lookup):
    """What another register says is a reason to ask the issuing one again, and no more (verdicts.md)."""
    return ["OTHER_SOURCE_ONLY"] if lookup.others_who_say(one["fact"], one["register"]) else []


def absent(one, lookup, none):
    """The register spoke and has no such record; `none` are the reasons if that proves that there is none."""
    elsewhere = other_source(one, lookup)
    # A late register said nothing by what it does not have, not even one that is incomplete.
    if lookup.late(one["register"]):
        return "UNKNOWN", ["STALE_ABSENCE"] + elsewhere
    if elsewhere:
        return "UNKNOWN", elsewhere
    # No record means no paper only where the register holds everybody whom it concerns (verdicts.md, connectors).
    if one["register"] in INCOMPLETE:
        return "STILL_NEEDED", ["ABSENCE_INCONCLUSIVE"]
    if one["register"] in COMPLETE_FOR_CITIZENS:
        citizen = lookup.citizen()
        if citizen is None:
            return "UNKNOWN", ["CITIZENSHIP_UNKNOWN"]
        if not citizen:
            return "STILL_NEEDED", ["ABSENCE_INCONCLUSIVE"]
    return "NOT_APPLICABLE", none


def of_records(one, lookup):
    """The register has records of the fact: are they this paper, whole, and valid today?"""
    said = lookup.said(one["register"], one["fact"])
    losses = losses_of(one, lookup)
    if one["part"]:
        said = said.get(one["part"]) or []
    if isinstance(said, list):
        # "Indexes count the agency's own list": [] is the whole list, [number] a record, [number, field] a field of it.
        # Whether another referral is in force takes nothing from one that is; every other kind stands in a field that
        # its record has to have, so that the record is lost. (settled 11)
        # One that is of another kind anyway may be in whatever state.
        kinds = [path for path in losses if one["fact"] == "medicalReferral" and path[1:] == ["status"]]
        perhaps = any(is_such_paper(one, record) == "perhaps" for record in said)
        if kinds and perhaps and of_list(one, lookup, said)[0] != "NOT_NEEDED" \
                or any(touches(one, path[1:]) for path in losses if path not in kinds):
            # Something was lost from a list of records: nobody knows what the paper would say (verdicts.md). That
            # holds beside a good record too: one is enough only where none was lost (passport.schema.json).
            return "UNKNOWN", ["UNMAPPABLE"]
        return of_list(one, lookup, said)
    return of_record(one, lookup, said, losses)


def losses_of(one, lookup):
    """What was lost of the fact; of a paper about a list within it, what was lost of the whole or of that list."""
    losses = lookup.losses(one["register"], one["fact"])
    if one["part"]:
        losses = [path[1:] for path in losses if path[:1] in ([], [one["part"]])]
    return losses


def touches(one, path):
    """Does the loss at this place of a record matter to the paper? [] is the whole record."""
    if not path:
        return True
    on_paper = {*one["says"], *one["says_one_of"], *one["only"], one["starts"], one["ends"]}
    return path[0] in on_paper | TAKES_THE_RECORD.get(one["part"] or one["fact"], set())


def of_record(one, lookup, record, losses):
    """A fact that is one record."""
    # What says whether the record is such a paper was lost, or who knows what.
    if any(path == [] or path[0] in one["only"] for path in losses):
        return "UNKNOWN", ["UNMAPPABLE"]
    kind = is_such_paper(one, record)
    if kind == "no":
        # SINGLE is no act: it follows from there being none, as an absence does, and proves it no better (facts.md,
        # ABSENCE_INCONCLUSIVE). A divorce or a closed registration is a record of its own.
        # Of a foreigner the later act may be entered abroad: a widowhood after a marriage here. (settled 9)
        if record.get("status") == "SINGLE" or one["register"] in COMPLETE_FOR_CITIZENS:
            return absent(one, lookup, ["OTHER_STATE"])
        return "NOT_APPLICABLE", ["OTHER_STATE"]
    # What was lost of what the paper certifies makes it UNKNOWN, whatever else it lacks (found.md T4).
    if any(touches(one, path) for path in losses):
        return "UNKNOWN", ["UNMAPPABLE"]
    return whole(one, lookup, flaws_of(one, record, lookup.today))


def of_list(one, lookup, records):
    """A fact, or a part of one, that is a list of records; nothing of it was lost."""
    such = [record for record in records if is_such_paper(one, record) == "yes"]
    perhaps = [record for record in records if is_such_paper(one, record) == "perhaps"]
    if not such and perhaps:
        # The record does not tell whether it is such a paper: the state holds it incomplete.
        return "STILL_NEEDED", ["FIELD_MISSING"]
    if not such:
        return absent(one, lookup, ["OTHER_STATE", "NO_SUCH_RECORD"] if records else ["NO_SUCH_RECORD"])
    flaws = [flaws_of(one, record, lookup.today) for record in such]
    if one["lists"]:
        # Every record counts: the paper lists them all, or each is a paper of its own (passport.schema.json).
        return whole(one, lookup, [flaw for each in flaws for flaw in each])
    # One good record of several is enough (passport.schema.json, listsAll).
    return whole(one, lookup, [] if [] in flaws else [flaw for each in flaws for flaw in each])


def is_such_paper(one, record):
    """Is the record this kind of paper at all? Source: the passport's `where` (found.md T14)."""
    if any(has(record, field) and record[field] not in values for field, values in one["only"].items()):
        return "no"
    return "yes" if all(has(record, field) for field in one["only"]) else "perhaps"


def flaws_of(one, record, today):
    """Why the record does not replace the paper: only with every field that it certifies, and valid today."""
    flaws = in_time(record, one["starts"], one["ends"], today)
    if not all(has(record, field) for field in [*one["says"], *one["only"]]):
        flaws.append("FIELD_MISSING")
    if one["says_one_of"] and not any(has(record, field) for field in one["says_one_of"]):
        flaws.append("FIELD_MISSING")
    return flaws


def whole(one, lookup, flaws):
    if flaws:
        # Expired or incomplete: the citizen has something to bring (verdicts.md). Several reasons may be true at once.
        return "STILL_NEEDED", list(dict.fromkeys(flaws))
    return "NOT_NEEDED", ["REGISTER_HELD" if lookup.late(one["register"]) else "REGISTER_HOLDS"]

# ------------------------------------------------------------------------------------------------------------------


def papers_of(service):
    return ([] if service in WITHOUT_ID_CARD else ["id-card"]) + SERVICES[service].split()



def opinion(line):
    lookup = Lookup(line)
    state = lookup.state()
    # Of somebody whom nobody knows, or who may be dead, no paper is judged (verdicts.md).
    documents = {} if state == "UNKNOWN" else {
        name: list(judge(PAPERS[name], lookup, state)) for name in papers_of(line["service"])}
    return {"case": line["case"], "subject": state, "documents": documents}


def main():
    with open(sys.argv[1], encoding="utf-8") if len(sys.argv) > 1 else sys.stdin as lines:
        for text in lines:
            if text.strip():
                print(json.dumps(opinion(json.loads(text)), ensure_ascii=False))


if __name__ == "__main__":
    main()

package az.dost.vahid.journeys.tally;

import az.dost.vahid.answer.Verdict;
import az.dost.vahid.calendar.Baku;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.proof.record.Correction;
import az.dost.vahid.proof.record.RecordedDossier;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Two months at five centres and by six channels, of all that a month can have, the same for each seed. The second has
 * a leap day.
 */
final class PlayedMonths {
    private static final List<String> CENTRES = List.of("baku-1", "baku-2", "sumgait", "ganja", "sheki");
    private static final List<String> CHANNELS =
            List.of("CENTRE", "SELF_SERVICE", "CALL_CENTRE", "MOBILE", "HOME", "REMOTE");
    private static final List<String> AGENCIES = List.of(
            "civil-status",
            "disability",
            "health",
            "identity-register",
            "pensions",
            "social-services",
            "tax",
            "traffic-police");
    private static final List<String> VERDICTS =
            List.of("NOT_NEEDED", "NOT_NEEDED", "NOT_NEEDED", "NOT_APPLICABLE", "STILL_NEEDED", "UNKNOWN");
    private static final List<String> REGIONS = List.of("Nəsimi", "Xətai", "Şəki", "Gəncə", "7 no. str. 12");
    private static final long HOUR = 3_600_000;
    final YearMonth first = YearMonth.of(2024, 1);
    final YearMonth second = first.plusMonths(1);
    private final Random random;
    private final List<Passport> passports;

    PlayedMonths(long seed, Collection<Passport> passports) {
        this.random = new Random(seed);
        this.passports = List.copyOf(passports);
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private boolean oneOf(int many) {
        return random.nextInt(many) == 0;
    }

    /** In the order in which they are written: not quite that of their times. */
    List<PlayedLookup> lookups(int count) {
        long begin = TallyPlace.begin(first).toEpochMilli() - 3_600_000;
        long length = TallyPlace.begin(second.plusMonths(1)).toEpochMilli() + 3_600_000 - begin;
        List<PlayedLookup> made = new ArrayList<>();
        while (made.size() < count) {
            Instant at = Instant.ofEpochMilli(oneOf(50) ? edge() : begin + (long) (random.nextDouble() * length));
            made.add(lookup(at, "6XY" + random.nextInt(1000, 9999), "CASE/" + random.nextInt(count), one(passports)));
            while (made.size() < count && oneOf(3)) {
                made.add(again(made.get(made.size() - 1)));
            }
        }
        made.sort(Comparator.comparing(lookup -> lookup.at.plusMillis(random.nextInt(30_000))));
        return made;
    }

    /** A moment beside one at which months change. */
    private long edge() {
        return TallyPlace.begin(first.plusMonths(random.nextInt(3))).toEpochMilli() + random.nextInt(-2, 2);
    }

    /** In the hour in which the second month begins, of a few cases that others may look up too. */
    PlayedLookup withinAnHour(int cases) {
        int one = random.nextInt(cases);
        Instant at = TallyPlace.begin(second).plusMillis(random.nextLong(-HOUR / 2, HOUR / 2));
        return lookup(at, "6XY" + (1000 + one), "CASE/" + one, passports.get(one % passports.size()));
    }

    /** The same case some seconds later, and now and then a follow-up. */
    PlayedLookup soonAgain(PlayedLookup before) {
        return again(before, random.nextLong(1, HOUR / 60));
    }

    /** The same case somewhat later, often within a day, and now and then a follow-up. */
    private PlayedLookup again(PlayedLookup before) {
        return again(before, oneOf(4) ? random.nextLong(40 * 24 * HOUR) : random.nextLong(1, 27 * HOUR));
    }

    private PlayedLookup again(PlayedLookup before, long later) {
        Passport passport = passports.stream()
                .filter(one -> one.code().equals(before.service))
                .findFirst()
                .orElseThrow();
        PlayedLookup lookup = lookup(before.at.plusMillis(later), before.fin, before.caseRef, passport);
        return oneOf(3) ? lookup.completes(before.id) : lookup;
    }

    private PlayedLookup lookup(Instant at, String fin, String caseRef, Passport passport) {
        PlayedLookup lookup = new PlayedLookup(at)
                .of(fin, caseRef, passport.code())
                .at(oneOf(9) ? null : one(CENTRES), oneOf(9) ? null : one(CHANNELS))
                .took(random.nextInt(6_000));
        boolean known = !oneOf(12);
        lookup.state(known ? oneOf(20) ? "DECEASED" : "KNOWN" : "UNKNOWN");
        AGENCIES.stream()
                .filter(agency -> !oneOf(3))
                .forEach(agency -> lookup.answer(agency, verdict(known), random.nextInt(3_000)));
        if (known) {
            passport.documents().forEach(paper -> lookup.paper(paper.id(), paper.ground(), one(VERDICTS)));
            person(lookup);
        }
        if (oneOf(15)) {
            lookup.verdictsOnly();
        }
        kind(lookup);
        return lookup;
    }

    private Verdict verdict(boolean known) {
        return !known
                ? oneOf(15) ? Verdict.TIMED_OUT : Verdict.NO_RECORD
                : oneOf(8) ? one(List.of(Verdict.values())) : Verdict.ANSWERED;
    }

    private void person(PlayedLookup lookup) {
        if (!oneOf(10)) {
            ObjectNode identity = lookup.fact("identity");
            identity.put("sex", oneOf(2) ? "FEMALE" : "MALE");
            if (!oneOf(10)) {
                // Birthdays on the day itself, and of the leap day, among them.
                LocalDate day = LocalDate.ofInstant(lookup.at, Baku.ZONE);
                identity.put(
                        "birthDate",
                        (oneOf(5)
                                        ? day.minusYears(one(List.of(18, 30, 45, 60, 70)))
                                                .plusDays(random.nextInt(-1, 2))
                                        : oneOf(20) ? LocalDate.of(1996, 2, 29) : day.minusDays(random.nextInt(32_000)))
                                .toString());
            }
        }
        if (oneOf(4)) {
            disability(lookup);
        }
        if (oneOf(6)) {
            lookup.conflict("identity", "birthDate", "identity-register", one(List.of("civil-status", "pensions")));
            if (oneOf(2)) {
                lookup.conflict("identity", "surname", "civil-status", "identity-register");
            }
        }
    }

    private void disability(PlayedLookup lookup) {
        int from = one(List.of(31, 61, 81));
        lookup.fact("disability")
                .put("percentFrom", from)
                .put("percentTo", from == 31 ? 60 : from == 61 ? 80 : 100)
                .put("cause", one(List.of("GENERAL", "CHILDHOOD", "WAR", "WORK")));
        if (!oneOf(3)) {
            lookup.fact("disability")
                    .put(
                            "reviewOn",
                            LocalDate.ofInstant(lookup.at, Baku.ZONE)
                                    .plusDays(one(List.of(-1, 0, 90, 91, 400)))
                                    .toString());
        }
        if (!oneOf(5)) {
            lookup.fact("address").put("region", one(REGIONS)).put("street", "Nizami küç.");
        }
        if (oneOf(2)) {
            lookup.fact("rehabilitation")
                    .putArray("devices")
                    .add("WHEELCHAIR")
                    .add(one(List.of("PROSTHESIS", "WHEELCHAIR", "HEARING_AID")));
        }
    }

    private void kind(PlayedLookup lookup) {
        if (oneOf(20)) {
            lookup.old = true;
            lookup.bulkRow = oneOf(3);
        } else if (oneOf(20)) {
            lookup.apart = one(List.of(RecordedDossier.Apart.values()));
        }
        if (lookup.old && !lookup.bulkRow && oneOf(3)) {
            // A check of a caller, as it was before entries said so.
            lookup.apart = RecordedDossier.Apart.CALLER_CHECK;
            lookup.caseRef = UUID.nameUUIDFromBytes(lookup.caseRef.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .toString();
            lookup.verdictsOnly();
        }
    }

    /**
     * What is no dossier: refusals, one with a FIN where a service should stand, corrections, citizens who look, hits
     * that are opened and closed.
     */
    void acts(CountedRecord counted, int count) {
        for (int i = 0; i < count; i++) {
            Instant at = TallyPlace.begin(first).plusSeconds(random.nextInt(50 * 86_400));
            UUID id = RecordId.at(at.toEpochMilli());
            counted.record.record.keepRefusal(
                    RecordId.at(at.toEpochMilli()),
                    "dost-centre-1",
                    "a.quliyeva",
                    "CASE/1",
                    one(List.of("ccu-car", "5AB1C2D", "no-such-service")),
                    one(List.of("NOT_GRANTED", "OVERLOADED")),
                    null,
                    false);
            counted.record.corrections().keep(id, "b2".repeat(32), one(AGENCIES), new byte[0]);
            counted.record
                    .corrections()
                    .step(
                            id,
                            one(List.of(Correction.State.SENT, Correction.State.ACCEPTED, Correction.State.REJECTED)),
                            new byte[0]);
            ObjectNode rated = JsonNodeFactory.instance
                    .objectNode()
                    .put("requester", "dost-centre-1")
                    .put("office", oneOf(4) ? null : one(CENTRES))
                    .put("service", one(passports).code())
                    .put("stars", random.nextInt(1, 6))
                    .put("complaint", oneOf(3));
            counted.record
                    .acts()
                    .keep(
                            RecordId.at(at.toEpochMilli()),
                            oneOf(5) ? "slip-told" : "slip-rated",
                            rated,
                            connection -> true);
            ObjectNode about = JsonNodeFactory.instance
                    .objectNode()
                    .put("person", "b2".repeat(32))
                    .put("hit", id.toString())
                    .put("rule", "out-of-hours");
            counted.record
                    .acts()
                    .keep(
                            RecordId.at(at.toEpochMilli()),
                            one(List.of("own-lookups-viewed", "hit-opened", "lookup-asked-about", "report-viewed")),
                            about,
                            connection -> true);
            counted.record.record.keepAct(
                    "dost-centre-1",
                    "u.auditor",
                    one(List.of("SHOW", "CLOSE")),
                    id,
                    one(List.of("JUSTIFIED", "MISUSE")));
            right(counted, at);
        }
    }

    /** A look at a right, an offer, and a step of it some days later. */
    private void right(CountedRecord counted, Instant at) {
        String right = one(List.of("old-age-pension", "birth-allowance"));
        ObjectNode look = JsonNodeFactory.instance
                .objectNode()
                .put("right", right)
                .put("outcome", one(List.of("UNDECIDED", "UNDECIDED", "NOT_ENTITLED")))
                .put("asked", random.nextInt(2))
                .put("registers", one(List.of("tax", "pensions,wanted.raisedChildren", "wanted.a,wanted.b", "")));
        if (oneOf(4)) {
            look.put("because", "DISPUTED");
        }
        act(counted, RecordId.at(at.toEpochMilli()), "right-evaluated", look);
        UUID offer = RecordId.at(at.toEpochMilli());
        act(
                counted,
                offer,
                "right-offered",
                JsonNodeFactory.instance.objectNode().put("right", right));
        ObjectNode step = JsonNodeFactory.instance
                .objectNode()
                .put("offer", offer.toString())
                .put("right", right)
                .put("reason", "ALREADY_DRAWN");
        String state = one(List.of(
                "accepted", "declined", "withdrawn", "expired", "awarded", "refused", "refused", "overdue", "read"));
        Instant then = at.plusMillis(random.nextLong(40 * 24 * HOUR));
        act(counted, RecordId.at(then.toEpochMilli()), "offer-" + state, step);
    }

    private static void act(CountedRecord counted, UUID id, String act, ObjectNode said) {
        counted.record.acts().keep(id, act, said, connection -> true);
    }
}

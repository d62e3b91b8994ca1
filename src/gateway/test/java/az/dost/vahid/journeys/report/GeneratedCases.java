package az.dost.vahid.journeys.report;

import az.dost.vahid.calendar.Baku;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cases as they could have been, as lines for an outside program, and the tallies that they come to. */
final class GeneratedCases {
    private static final List<String> CENTRES = List.of("north", "south", "east", "west", "small", "tiny", "");
    private static final List<String> CHANNELS =
            List.of("CENTRE", "SELF_SERVICE", "CALL_CENTRE", "MOBILE", "HOME", "REMOTE", "UNKNOWN");
    private static final List<String> BANDS = List.of("30-44", "45-59", "60-69", "18-29", "70+", "0-17", "UNKNOWN");
    private static final List<String> SEXES = List.of("F", "M", "UNKNOWN");
    private static final List<String> VERDICTS =
            List.of("ANSWERED", "NO_RECORD", "TIMED_OUT", "UNAVAILABLE", "REJECTED", "STALE", "NOT_AUTHORISED");
    private static final List<String> AGENCIES =
            List.of("pensions", "disability", "tax", "health", "civil-status", "notary", "education");
    private static final List<String> RIGHTS =
            List.of("birth-allowance", "old-age-pension", "disability-pension", "funeral-allowance");
    private static final List<String> STEPS = List.of(
            "OFFERED",
            "OFFERED",
            "OFFERED",
            "ACCEPTED",
            "ACCEPTED",
            "DECLINED",
            "EXPIRED",
            "WITHDRAWN",
            "AWARDED",
            "REFUSED",
            "OVERDUE");
    private static final List<String> FACTS = List.of("address", "disability", "identity", "death");
    private final Random random;
    /** Apart, so that what it draws changes nothing else. */
    private final Random ofRights;

    private final List<YearMonth> months;
    private final List<String> services;
    private final List<String> papers;
    private final List<ObjectNode> cases = new ArrayList<>();
    private final Map<List<Object>, Long> tallies = new LinkedHashMap<>();

    GeneratedCases(long seed, int cases, List<YearMonth> months, List<String> services, List<String> papers) {
        this.random = new Random(seed);
        this.ofRights = new Random(seed + 1);
        this.months = months;
        this.services = services;
        this.papers = papers;
        for (int i = 0; i < cases; i++) {
            add();
        }
    }

    /** The first ones more often than the last ones, of which there are only a few. */
    private <T> T one(List<T> of) {
        return of.get((int) (of.size() * Math.pow(random.nextDouble(), 3)));
    }

    private void add() {
        YearMonth month = months.get(random.nextInt(months.size()));
        Instant first = month.atDay(1).atStartOfDay(Baku.ZONE).toInstant();
        Instant hour = first.plus(random.nextInt(month.lengthOfMonth() * 24), ChronoUnit.HOURS);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("month", month.getMonthValue())
                .put("service", one(services))
                .put("centre", one(CENTRES))
                .put("channel", one(CHANNELS))
                .put("tenths", 1 + (int) (40 * Math.pow(random.nextDouble(), 2)))
                .put("sex", one(SEXES))
                .put("band", one(BANDS))
                .put("completed", random.nextBoolean());
        papers(json);
        answers(json.putArray("answers"));
        ArrayNode conflicts = json.putArray("conflicts");
        if (random.nextInt(40) == 0) {
            conflicts.addArray().add(one(FACTS)).add("civil-status").add("pensions");
        }
        ArrayNode refusals = json.putArray("refusals");
        if (random.nextInt(50) == 0) {
            refusals.addArray()
                    .add(one(List.of("NOT_GRANTED", "APPROVAL_NEEDED", "OVERLOADED", "SERVICE_UNKNOWN")))
                    .add(random.nextInt(5) == 0 ? "" : services.get(random.nextInt(services.size())));
        }
        acts(json.putArray("acts"));
        rights((ArrayNode) json.path("acts"));
        disability(json);
        cases.add(json);
        tally(json, hour);
    }

    private void papers(ObjectNode json) {
        ArrayNode not = json.putArray("not");
        ArrayNode collected = json.putArray("collected");
        ArrayNode still = json.putArray("still");
        ArrayNode authorities = json.putArray("authorities");
        for (String paper : papers) {
            double chance = random.nextDouble();
            if (chance < 0.04) {
                still.add(paper);
            } else if (chance < 0.2) {
                not.add(paper);
                if (random.nextBoolean()) {
                    collected.add(paper);
                    authorities.add(AGENCIES.get(papers.indexOf(paper) % 3));
                }
            }
        }
    }

    private void answers(ArrayNode answers) {
        for (String agency : AGENCIES) {
            if (random.nextInt(3) == 0) {
                answers.addArray().add(agency).add(one(VERDICTS)).add(1 + random.nextInt(20));
            }
        }
    }

    /** What happened beside: measure, which of its kind, and how long it took or what else is said. */
    private void acts(ArrayNode acts) {
        if (random.nextInt(60) == 0) {
            acts.addArray().add("VIEW").add("").add("");
        }
        if (random.nextInt(300) == 0) {
            acts.addArray()
                    .add("HIT_OPENED")
                    .add(one(List.of("BY_RULE", "BY_CITIZEN")))
                    .add("");
        }
        if (random.nextInt(300) == 0) {
            acts.addArray()
                    .add("HIT_CLOSED")
                    .add(one(List.of("JUSTIFIED", "MISUSE", "RULE_TOO_STRICT")))
                    .add(Integer.toString(random.nextInt(200)));
        }
        if (random.nextInt(200) == 0) {
            acts.addArray().add("CORRECTION").add(one(AGENCIES)).add("");
            acts.addArray()
                    .add("CORRECTION_ENDED")
                    .add(one(List.of("ACCEPTED", "REJECTED")))
                    .add(Integer.toString(random.nextInt(30)));
        }
        if (random.nextInt(100) == 0) {
            acts.addArray()
                    .add("RATING")
                    .add(Integer.toString(1 + random.nextInt(5)))
                    .add(random.nextInt(4) == 0 ? "COMPLAINT" : "");
        }
    }

    /** A step of an offer, or a look of which something was not known. */
    private void rights(ArrayNode acts) {
        String right = RIGHTS.get((int) (RIGHTS.size() * Math.pow(ofRights.nextDouble(), 3)));
        if (ofRights.nextInt(20) == 0) {
            String step = STEPS.get(ofRights.nextInt(STEPS.size()));
            acts.addArray().add("RIGHT_OFFER").add(right).add(step);
            String days = Integer.toString(ofRights.nextInt(40));
            if (step.equals("ACCEPTED")) {
                acts.addArray().add("RIGHT_TOOK").add(right + "/ACCEPTED").add(days);
            } else if (step.equals("AWARDED") || step.equals("REFUSED")) {
                acts.addArray().add("RIGHT_TOOK").add(right + "/ANSWERED").add(days);
            }
            if (step.equals("REFUSED")) {
                acts.addArray()
                        .add("RIGHT_REFUSED")
                        .add(right)
                        .add(ofRights.nextInt(3) == 0 ? "FACT_WRONG" : "ALREADY_DRAWN");
            }
        }
        if (ofRights.nextInt(30) == 0) {
            acts.addArray().add("RIGHT_UNDECIDED").add(right).add("");
            for (String register : List.of("pensions", "tax", "NO_REGISTER")) {
                if (ofRights.nextInt(3) == 0) {
                    acts.addArray().add("RIGHT_UNHEARD").add(right).add(register);
                }
            }
        }
    }

    private void disability(ObjectNode json) {
        if (random.nextInt(4) > 0) {
            json.putNull("disability");
            return;
        }
        ObjectNode told = json.putObject("disability");
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "BAND",
                one(List.of("31-60", "61-80", "81-100")),
                "CAUSE",
                one(List.of("GENERAL", "WAR", "CHILDHOOD", "LABOUR")),
                "SEX",
                json.path("sex").asText(),
                "AGE",
                json.path("band").asText(),
                "REGION",
                one(List.of("Baku", "Barda", "Shaki", "Lankaran")),
                "CHANNEL",
                json.path("channel").asText(),
                "REASSESSMENT",
                one(List.of("LATER", "FOR_LIFE", "WITHIN_90_DAYS", "OVERDUE"))));
        values.forEach((name, value) -> told.putArray(name).add(value));
        ArrayNode aids = told.putArray("AID");
        for (String aid : List.of("WHEELCHAIR", "HEARING_AID", "PROSTHESIS")) {
            if (random.nextInt(aid.length() / 2) == 0) {
                aids.add(aid);
            }
        }
    }

    private void tally(ObjectNode json, Instant hour) {
        String tenths = json.path("tenths").asText();
        boolean free = json.path("still").isEmpty();
        String person = json.path("sex").asText();
        String band = json.path("band").asText();
        count(json, hour, "CASES", "", "");
        count(json, hour, "TOOK", tenths, "");
        count(json, hour, "PERSON_CASES", person, band);
        count(json, hour, "PERSON_TOOK", person + " " + band, tenths);
        boolean told = json.path("disability").isObject();
        count(json, hour, told ? "DISABILITY_CASES" : "OTHER_CASES", "", "");
        count(json, hour, told ? "DISABILITY_TOOK" : "OTHER_TOOK", tenths, "");
        count(json, hour, "OUTCOME", free ? "FREE" : "NEEDED", "");
        if (free) {
            count(json, hour, "DOCUMENT_FREE", "", "");
            count(json, hour, "PERSON_FREE", person, band);
            count(json, hour, told ? "DISABILITY_FREE" : "OTHER_FREE", "", "");
        }
        Map.of("not", "NOT_ASKED", "collected", "COLLECTED", "still", "STILL_ASKED")
                .forEach((member, measure) ->
                        json.path(member).forEach(paper -> count(json, hour, measure, paper.asText(), "")));
        Set<String> authorities = new TreeSet<>();
        json.path("authorities").forEach(authority -> authorities.add(authority.asText()));
        authorities.forEach(authority -> count(json, hour, "VISITS", authority, ""));
        json.path("answers").forEach(answer -> {
            String agency = answer.get(0).asText();
            String verdict = answer.get(1).asText();
            count(json, hour, "AGENCY_ANSWER", agency, verdict);
            count(json, hour, "AGENCY_TOOK", agency, answer.get(2).asText());
            if (verdict.equals("REJECTED")) {
                count(json, hour, "AGENCY_REJECTED", agency, "SIGNATURE_INVALID");
            }
            if (verdict.equals("UNAVAILABLE") || verdict.equals("TIMED_OUT")) {
                count(json, hour, "IN_VAIN", agency, "");
                if (json.path("completed").asBoolean()) {
                    count(json, hour, "COMPLETED", agency, "");
                }
            }
        });
        json.path("conflicts")
                .forEach(conflict -> count(
                        json,
                        hour,
                        "CONFLICT",
                        conflict.get(0).asText(),
                        conflict.get(1).asText() + "+" + conflict.get(2).asText()));
        json.path("refusals")
                .forEach(refusal -> count(
                        hour,
                        "REFUSAL",
                        refusal.get(1).asText(),
                        "",
                        "UNKNOWN",
                        refusal.get(0).asText(),
                        ""));
        json.path("acts")
                .forEach(act -> count(
                        hour,
                        act.get(0).asText(),
                        "",
                        "",
                        "",
                        act.get(1).asText(),
                        act.get(2).asText()));
        json.path("disability")
                .properties()
                .forEach(each -> each.getValue()
                        .forEach(value -> count(json, hour, "DISABILITY", each.getKey(), value.asText())));
    }

    private void count(ObjectNode json, Instant hour, String measure, String a, String b) {
        count(
                hour,
                measure,
                json.path("service").asText(),
                json.path("centre").asText(),
                json.path("channel").asText(),
                a,
                b);
    }

    private void count(
            Instant hour, String measure, String service, String centre, String channel, String a, String b) {
        tallies.merge(List.of(Timestamp.from(hour), measure, service, centre, channel, a, b), 1L, Long::sum);
    }

    /** JSON lines. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        cases.forEach(each -> lines.append(each).append('\n'));
        return lines.toString();
    }

    void keep(JdbcTemplate jdbc) {
        jdbc.batchUpdate(
                "insert into report_tally (hour, measure, service, centre, channel, a, b, n) values (?, ?, ?, ?, ?, ?, ?, ?)",
                tallies.entrySet(),
                2_000,
                (row, each) -> {
                    for (int i = 0; i < each.getKey().size(); i++) {
                        row.setObject(i + 1, each.getKey().get(i));
                    }
                    row.setLong(each.getKey().size() + 1, each.getValue());
                });
    }
}

package az.dost.vahid.faces;

import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.whole.FaultSwitch;
import az.dost.vahid.whole.RunningVahid;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** What has to be there for a bad request to be bad, by the name that its case gives it. */
final class Given {
    /** Whose token stands in requests. */
    static final Portal CITIZEN = Portal.of(4_999);

    /** Makes it in the running gateway. @return its id, null when nothing is given */
    static String make(String name) {
        if (name == null) {
            return null;
        }
        return switch (name) {
            case "an expired dossier" -> expiredDossier();
            case "a published event" -> publishedEvent();
            case "a dead letter" -> deadLetter("OPEN");
            case "a settled dead letter" -> deadLetter("DROPPED");
            case "a hit" -> hit("some.one");
            case "a hit of an auditor" -> hit("s.auditor");
            case "a report" -> report();
            case "another auditor's report that was refused" -> refusedReport();
            case "an open correction" ->
                CITIZEN.correct(
                        BadRequest.of("citizens").findFirst().orElseThrow().body());
            case "another citizen's correction" ->
                Portal.of(4_998).correct("{\"fact\":\"address\",\"claim\":\"I moved\"}");
            case "a citizen's lookup" -> lookupOf(CITIZEN);
            case "another citizen's lookup" -> lookupOf(Portal.of(4_998));
            case "a lookup asked about" -> askedAbout();
            case "a complete dossier" -> Gateway.id(Gateway.lookUp("application/json"));
            case "a partial dossier" -> partialDossier();
            case "a complete bulk lookup" -> bulk("COMPLETED", null);
            case "a cancelled bulk lookup" -> bulk("CANCELLED", null);
            case "a used idempotency key" -> bulk("CANCELLED", "faces-key");
            case "a lookup under a key" ->
                Gateway.id(Gateway.post(
                        Gateway.request().toString(),
                        Map.of(
                                "Authorization",
                                Gateway.BEARER,
                                "Content-Type",
                                "application/json",
                                "Idempotency-Key",
                                "faces-key")));
            case "a month that goes on" -> ClosedQuarter.NOW.toString();
            case "a closed month" -> {
                ClosedQuarter.close();
                yield ClosedQuarter.MONTH;
            }
            default -> throw new AssertionError("Nobody knows how to make " + name);
        };
    }

    private static String lookupOf(Portal citizen) {
        var request = Gateway.request().put("service", "ccu-car");
        request.putObject("subject").put("fin", citizen.fin());
        return Gateway.id(Gateway.post(
                request.toString(), Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json")));
    }

    private static String askedAbout() {
        String id = lookupOf(CITIZEN);
        CITIZEN.askAbout(id, "Why?");
        return id;
    }

    private static JdbcTemplate database() {
        return RunningVahid.get().bean(JdbcTemplate.class);
    }

    /** As retention leaves it. */
    private static String expiredDossier() {
        String id = Gateway.id(Gateway.lookUp("application/json"));
        database().update("update dossier set content = null, xml = null where id = ?", UUID.fromString(id));
        return id;
    }

    /** As one is after a source was away. */
    private static String partialDossier() {
        try (FaultSwitch faults = RunningVahid.get().faults()) {
            faults.set("traffic-police", Fault.HTTP_500);
            return Gateway.id(Gateway.lookUp("application/json"));
        }
    }

    private static String publishedEvent() {
        String id = UUID.randomUUID().toString();
        BadRequest any = BadRequest.of("events").findFirst().orElseThrow();
        String event = any.right().path("body").toString().replace("a-new-event", id);
        var answer = Gateway.send(
                "POST",
                "/v1/events",
                event,
                Map.of(
                        "Authorization",
                        any.right().at("/headers/Authorization").asText(),
                        "Content-Type",
                        "application/cloudevents+json"));
        OpenApi.check("/v1/events", "post", answer);
        return id;
    }

    private static String deadLetter(String state) {
        UUID id = UUID.randomUUID();
        database()
                .update(
                        "insert into dead_letter (id, subscription, reason, detail, attempts, state) values (?, 'faces', 'POISON', 'Test', 1, ?)",
                        id,
                        state);
        return id.toString();
    }

    private static String hit(String official) {
        UUID id = UUID.randomUUID();
        database()
                .update(
                        "insert into misuse_hit (id, rule, action, subject, requester, official, times, first_at, last_at, told_at)"
                                + " values (?, 'faces', 'FLAG', ?, 'faces', ?, 1, now(), now(), now())",
                        id,
                        id.toString(),
                        official);
        return id.toString();
    }

    private static String report() {
        return report("t.auditor");
    }

    private static String refusedReport() {
        String id = report("t.auditor");
        Gateway.send("POST", "/v1/audit/reports/" + id + "/refusal", "{\"note\":\"No\"}", auditor("s.auditor"));
        return id;
    }

    private static String report(String askedBy) {
        String question =
                "{\"requester\":\"dost-centre-1\",\"official\":\"a.b\",\"from\":\"2026-11-01\",\"to\":\"2026-11-02\",\"reason\":\""
                        + UUID.randomUUID() + "\"}";
        return Person.json(Gateway.send("POST", "/v1/audit/reports", question, auditor(askedBy)))
                .path("id")
                .asText();
    }

    private static Map<String, String> auditor(String official) {
        return Map.of(
                "Authorization",
                "Bearer demo-audit-office",
                "Vahid-Official",
                official,
                "Content-Type",
                "application/json");
    }

    private static String bulk(String state, String key) {
        UUID id = UUID.randomUUID();
        String terms = "{\"service\":\"ccu-car\",\"caseRef\":\"FACES/1\",\"official\":\"a.b\"}";
        database()
                .update(
                        "insert into bulk_job (id, requester, terms, idempotency_key, digest, state, subjects, faulty, mac) values (?, 'dost-centre-1', "
                                + "?::json, ?, '\\x00', ?, 1, 0, ?)",
                        id,
                        terms,
                        key,
                        state,
                        RunningVahid.get()
                                .bean(RowSeals.class)
                                .of("bulk_job", id, "dost-centre-1", terms, null, new byte[1], 1));
        return id.toString();
    }

    private Given() {}
}

package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.quality.TicketJob;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.whole.FaultSwitch;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every list in parts: whatever their size, one after the other they have all of its rows, once each and in order. */
class PagingTest {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
    private static final String TICKETS = "/v1/quality/agencies/pensions/tickets";
    private static final int ROWS = 9;
    private static final int MOST_PARTS = 300;
    private static final Portal CITIZEN = Portal.of(4_997);
    private static final Person CLERK = new Person("e.guliyev");

    /**
     * @param rows the member with the list
     * @param rest the member that said where the rest is before there was a link, null where there was none
     * @param least how many rows the test has put there
     */
    record Paged(String path, String rows, String rest, int least, Map<String, String> caller) {
        HttpResponse<byte[]> get(String address) {
            HttpResponse<byte[]> answer = path.startsWith("/v1/operations")
                    ? Operators.send("GET", address, null, caller)
                    : Gateway.send("GET", address, null, caller);
            assertThat(answer.statusCode())
                    .as("%s: %s", address, new String(answer.body()))
                    .isEqualTo(200);
            OpenApi.check(path.replace("/pensions/", "/{agency}/"), "get", answer);
            return answer;
        }

        String with(String parameter) {
            return query() + (query().contains("?") ? "&" : "?") + parameter;
        }

        /** Filters go with the link. */
        private String query() {
            return path
                    + switch (path) {
                        case "/v1/audit/hits" -> "?state=OPEN";
                        case "/v1/dead-letters" -> "?subscription=faces";
                        case "/v1/officials/me/cases" -> "?service=ccu-car";
                        default -> "";
                    };
        }

        @Override
        public String toString() {
            return path;
        }
    }

    @BeforeAll
    static void fill() {
        for (int i = 0; i < ROWS; i++) {
            Given.make("a hit");
            Given.make("a report");
            Given.make("a dead letter");
            lookUp(i);
            CLERK.lookUp(RunningVahid.get().population().fin(100 + i), "ccu-car", "PAGES/" + i, null);
        }
        lookUp("ccu-intake", Personas.DEAD_AND_ALIVE.fin());
        RunningVahid.get().bean(TicketJob.class).run();
        for (String fact : List.of("address", "education", "employment")) {
            assertThat(CITIZEN.correct("{\"fact\":\"" + fact + "\",\"claim\":\"It is another.\"}"))
                    .isNotNull();
        }
        for (int i = 0; i < 3; i++) {
            Gateway.send(
                    "POST",
                    "/v1/partners/applications",
                    BadRequest.of("partners").findFirst().orElseThrow().body(null),
                    Map.of("Content-Type", "application/json"));
            Operators.post(
                    "/v1/operations/dead-letters/batches",
                    "{\"act\":\"DROP\",\"subscription\":\"nobodys\",\"because\":\"test\"}",
                    Operators.ACTS,
                    "Vahid-Official",
                    "some.operator",
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
        }
    }

    private static void lookUp(String service, String fin) {
        var request = Gateway.request().put("service", service);
        request.putObject("subject").put("fin", fin);
        Gateway.post(request.toString(), Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
    }

    private static void lookUp(int number) {
        var request = Gateway.request().put("caseRef", "PAGES/" + number);
        request.putObject("subject").put("fin", CITIZEN.fin());
        // What is asked of an agency that is mixed up is told to the one whom it told of.
        try (FaultSwitch faults = RunningVahid.get().faults()) {
            faults.set("traffic-police", Fault.HTTP_500);
            Gateway.post(
                    request.toString(), Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
        }
    }

    static Stream<Paged> lists() {
        Map<String, String> auditor =
                Map.of("Authorization", "Bearer demo-audit-office", "Vahid-Official", "z.rzayeva");
        Map<String, String> operator = Map.of("Authorization", Operators.ACTS, "Vahid-Official", "some.operator");
        Map<String, String> citizen = Map.of("Authorization", "Bearer " + CITIZEN.token());
        Map<String, String> clerk = Map.of("Authorization", "Bearer " + CLERK.token());
        Map<String, String> register = Map.of("Authorization", "Bearer demo-registers");
        return Stream.of(
                new Paged("/v1/audit/hits", "hits", "before", ROWS, auditor),
                new Paged("/v1/audit/reports", "reports", "before", ROWS, auditor),
                new Paged("/v1/citizens/me/lookups", "lookups", "before", ROWS, citizen),
                new Paged("/v1/citizens/me/mix-ups", "mixUps", "before", 0, citizen),
                new Paged("/v1/citizens/me/corrections", "corrections", null, 3, citizen),
                new Paged("/v1/officials/me/cases", "cases", "next", ROWS, clerk),
                new Paged("/v1/dead-letters", "deadLetters", null, ROWS, operator),
                new Paged(TICKETS, "tickets", null, 1, register),
                new Paged("/v1/operations/drops", "drops", "before", 3, operator),
                new Paged("/v1/operations/partners", "partners", null, 0, operator),
                new Paged("/v1/operations/partners/applications", "applications", null, 3, operator),
                new Paged("/v1/operations/dead-letters/batches", "batches", null, 3, operator));
    }

    /** Each list of a contract that takes a limit is here. */
    @Test
    void every_list_with_a_limit_is_tried() {
        List<String> limited = new ArrayList<>();
        OpenApi.all()
                .forEach(contract -> contract.paths()
                        .properties()
                        .forEach(path -> path.getValue()
                                .path("get")
                                .path("parameters")
                                .forEach(parameter -> {
                                    if (parameter.path("name").asText().equals("limit")) {
                                        limited.add(path.getKey());
                                    }
                                })));
        assertThat(lists().map(list -> list.path().replace("/pensions/", "/{agency}/")))
                .containsExactlyInAnyOrderElementsOf(limited);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void parts_of_any_size_have_the_same_rows_once_each(Paged list) {
        List<String> whole = follow(list, list.query());
        assertThat(whole).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(list.least());
        for (int size : new int[] {1, 2, 7, 999_999}) {
            assertThat(follow(list, list.with("limit=" + size)))
                    .as("by %s", size)
                    .isEqualTo(whole);
        }
    }

    private static List<String> follow(Paged list, String first) {
        List<String> rows = new ArrayList<>();
        String address = first;
        for (int parts = 0; address != null; parts++) {
            assertThat(parts).isLessThan(MOST_PARTS);
            HttpResponse<byte[]> answer = list.get(address);
            JsonNode some = Person.json(answer).path(list.rows());
            Matcher limit = Pattern.compile("limit=(\\d+)").matcher(address);
            if (limit.find()) {
                assertThat(some.size()).isLessThanOrEqualTo(Integer.parseInt(limit.group(1)));
            }
            some.forEach(row -> rows.add(Stream.of("id", "ticketId")
                    .filter(row::has)
                    .findFirst()
                    .map(id -> row.path(id).asText())
                    .orElse(row.toString())));
            Matcher next = NEXT.matcher(answer.headers().firstValue("Link").orElse(""));
            address = next.matches() ? next.group(1) : null;
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("lists")
    void what_said_where_the_rest_is_before_works_on_and_tells_until_when(Paged list) {
        HttpResponse<byte[]> first = list.get(list.with("limit=2"));
        assertThat(first.headers().firstValue("Deprecation")).isEmpty();
        String rest = list.rest() == null
                ? null
                : Person.json(first).path(list.rest()).textValue();
        if (rest == null) {
            assertThat(list.rest() == null || list.least() == 0).isTrue();
            return;
        }
        HttpResponse<byte[]> second = list.get(list.with("limit=2&before=" + rest));
        assertThat(Person.json(second).path(list.rows()))
                .isEqualTo(
                        Person.json(list.get(list.with("limit=2&page=" + rest))).path(list.rows()));
        Instant since = Instant.ofEpochSecond(Long.parseLong(
                second.headers().firstValue("Deprecation").orElseThrow().replaceFirst("^@", "")));
        assertThat(since)
                .isEqualTo(
                        LocalDate.of(2026, 12, 2).atStartOfDay(ZoneOffset.UTC).toInstant());
        assertThat(ZonedDateTime.parse(
                                second.headers().firstValue("Sunset").orElseThrow(),
                                DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isAfter(since);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void what_is_no_limit_and_no_place_is_refused(Paged list) {
        Map<String, String> wrong = new HashMap<>(Map.of("limit", "0", "page", "~"));
        wrong.forEach((name, value) -> {
            HttpResponse<byte[]> answer = list.path().startsWith("/v1/operations")
                    ? Operators.send("GET", list.with(name + "=" + value), null, list.caller())
                    : Gateway.send("GET", list.with(name + "=" + value), null, list.caller());
            assertThat(answer.statusCode()).as(name).isEqualTo(400);
            assertThat(Person.json(answer).path("field").textValue()).isEqualTo(name);
        });
    }
}

package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each resource that GET reads is asked for by HEAD as well: the same is answered, but for the body, and recorded. */
class HeadTest {
    /** Of what is answered in blocks, the length is known at its end; and two answers have two of these. */
    private static final Set<String> NOT_COMPARED =
            Set.of("date", "content-length", "transfer-encoding", "connection", "vahid-signature");

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";
    private static final int MOST_READ_OUT = 40;
    /** Reading is an act here that HEAD would not do. */
    private static final Set<String> GET_ONLY = Set.of("/v1/dossiers/{id}/slip");

    /** Calls between members, whose methods are the provider's. */
    private static final String OF_MEMBERS = "exchange";

    private static final Map<String, String> IDS = new TreeMap<>();
    private static final List<Map<String, String>> CALLERS = new ArrayList<>();

    @BeforeAll
    static void give() {
        IDS.put("/v1/dossiers/{id}", Given.make("a complete dossier"));
        IDS.put("/v1/dead-letters/{id}", Given.make("a dead letter"));
        IDS.put("/v1/audit/hits/{id}", Given.make("a hit"));
        IDS.put("/v1/audit/reports/{id}", Given.make("a report"));
        IDS.put("/v1/bulk/{id}", Given.make("a cancelled bulk lookup"));
        IDS.put("/v1/citizens/me/lookups/{id}", Given.make("a citizen's lookup"));
        IDS.put("/v1/citizens/me/corrections/{id}", Given.make("an open correction"));
        IDS.put("/v1/statistics/reports/{id}", Given.make("a closed month"));
        IDS.put("/v1/statistics/open-data/{id}", IDS.get("/v1/statistics/reports/{id}"));
        CALLERS.add(Map.of("Authorization", Gateway.BEARER));
        CALLERS.add(Map.of("Authorization", Operators.ACTS, "Vahid-Official", "some.operator"));
        CALLERS.add(Map.of("Authorization", "Bearer demo-audit-office", "Vahid-Official", "z.rzayeva"));
        for (String login :
                List.of("a.mammadova", "k.aliyev", "g.ahmadova", "l.huseynova", "o.safarov", "r.ismayilov")) {
            CALLERS.add(Map.of("Authorization", "Bearer " + new Person(login).token()));
        }
        CALLERS.add(Map.of("Authorization", "Bearer " + Given.CITIZEN.token()));
    }

    /** With something that is there in place of each name in braces, where the test knows any. */
    private static String path(String template) {
        for (var given : IDS.entrySet()) {
            String before = given.getKey().replace("{id}", "");
            if (template.startsWith(before + "{")) {
                return filled(
                        before + given.getValue() + template.substring(template.indexOf('}', before.length()) + 1));
            }
        }
        return filled(template);
    }

    private static String filled(String template) {
        return template.replace("{code}", "ccu-car")
                .replace("{kind}", "verdicts")
                .replace("{folder}", "bundled")
                .replace("{file}", template.contains("{folder}") ? "lookup.openapi.json" : "lookup.openapi.yaml")
                .replace("{table}", "T01")
                .replace("{centre}", "dost-centre-1")
                .replaceAll("\\{[a-z]+}", UNKNOWN);
    }

    private static HttpResponse<byte[]> ask(String face, String method, String path, Map<String, String> headers) {
        return face.equals("operations")
                ? Operators.send(method, path, null, headers)
                : Gateway.send(method, path, null, headers);
    }

    private static Map<String, List<String>> headers(HttpResponse<byte[]> answer) {
        Map<String, List<String>> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> {
            if (!NOT_COMPARED.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name.toLowerCase(Locale.ROOT), values);
            }
        });
        return headers;
    }

    @Test
    void answers_as_get_does_without_the_body() {
        Set<String> read = new TreeSet<>();
        for (OpenApi contract : OpenApi.all()) {
            for (Map.Entry<String, JsonNode> operation : contract.paths().properties()) {
                if (!operation.getValue().has("get") || contract.toString().equals(OF_MEMBERS)) {
                    continue;
                }
                String path = path(operation.getKey());
                Map<String, String> caller = CALLERS.get(0);
                HttpResponse<byte[]> got = null;
                for (Map<String, String> one : CALLERS) {
                    HttpResponse<byte[]> answer = ask(contract.toString(), "GET", path, one);
                    if (got == null || answer.statusCode() == 200) {
                        caller = one;
                        got = answer;
                    }
                    if (answer.statusCode() == 200) {
                        read.add(operation.getKey());
                        break;
                    }
                }
                HttpResponse<byte[]> head = ask(contract.toString(), "HEAD", path, caller);
                assertThat(head.body()).as(path).isEmpty();
                if (GET_ONLY.contains(operation.getKey())) {
                    assertThat(head.statusCode()).as(path).isEqualTo(405);
                    assertThat(head.headers().firstValue("Allow")).as(path).hasValue("GET");
                    continue;
                }
                assertThat(head.statusCode()).as(path).isEqualTo(got.statusCode());
                assertThat(headers(head)).as(path).isEqualTo(headers(got));
                assertThat(head.headers().map()).as(path).doesNotContainKey("allow");
            }
        }
        assertThat(read).hasSizeGreaterThan(MOST_READ_OUT);
    }

    @Test
    void is_refused_whom_get_refuses() {
        String path = path("/v1/dossiers/{id}");
        assertThat(Gateway.send("HEAD", path, null, Map.of()).statusCode()).isEqualTo(401);
        assertThat(Gateway.send("HEAD", path, null, Map.of("Authorization", Gateway.OTHER_BEARER))
                        .statusCode())
                .isEqualTo(404);
        assertThat(Gateway.send("HEAD", path, null, Map.of("Authorization", Gateway.BEARER))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void is_recorded_as_get_is() {
        String hit = Given.make("a hit");
        Map<String, String> auditor =
                Map.of("Authorization", "Bearer demo-audit-office", "Vahid-Official", "z.rzayeva");
        assertThat(entries(hit)).isZero();
        Gateway.send("HEAD", "/v1/audit/hits/" + hit, null, auditor);
        long once = entries(hit);
        assertThat(once).isPositive();
        Gateway.send("GET", "/v1/audit/hits/" + hit, null, auditor);
        assertThat(entries(hit)).isEqualTo(2 * once);
    }

    private static long entries(String id) {
        return RunningVahid.get()
                .bean(JdbcTemplate.class)
                .queryForObject("select count(*) from audit where entry::text like ?", Long.class, "%" + id + "%");
    }

    @Test
    void is_named_where_another_method_is_refused_and_options_are_as_they_were() {
        HttpResponse<byte[]> answer = Gateway.send("PUT", "/v1/keys", "", Map.of());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
        assertThat(Gateway.send("OPTIONS", "/v1/keys", null, Map.of()).statusCode())
                .isEqualTo(405);
        assertThat(Gateway.send("HEAD", "/v1/events", null, Map.of()).statusCode())
                .isEqualTo(405);
    }
}

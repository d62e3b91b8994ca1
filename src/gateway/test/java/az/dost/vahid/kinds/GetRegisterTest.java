package az.dost.vahid.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.problem.StartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a register that is asked by GET does. */
@Tag("attack")
class GetRegisterTest {
    @TempDir
    private Path desk;

    private Example example;
    private RegisterPeer peer;
    private Map<String, String> settings;

    @BeforeEach
    void start() throws Exception {
        example = Example.patient("herd-book", desk);
        peer = new RegisterPeer(example);
        settings = peer.behave(Conduct.ANSWERS);
    }

    @AfterEach
    void stop() throws Exception {
        peer.close();
    }

    private void change(String from, String to) throws Exception {
        Path descriptor = example.folder().resolve("connector.yaml");
        assertThat(Files.readString(descriptor)).contains(from);
        Files.writeString(descriptor, Files.readString(descriptor).replace(from, to));
    }

    private void map(String mapping) throws Exception {
        Files.writeString(example.folder().resolve("mapping.jslt"), mapping);
    }

    @Test
    void the_citizen_stands_in_the_path_below_the_endpoint_and_nowhere_else() throws Exception {
        assertThat(example.ask(settings).verdict()).isEqualTo(Verdict.ANSWERED);
        String[] lines = peer.heads.get(0).split("\r\n", 2);
        assertThat(lines[0])
                .matches(
                        "GET /base/owners/5AB1CD2/herd\\?kind=cattle&kind=sheep%20%26%20goats&on=\\d{4}-\\d\\d-\\d\\dT\\d\\d%3A\\d\\d%3A\\d\\d\\.\\d{3}Z HTTP/1.1");
        assertThat(lines[1])
                .doesNotContain(Peer.FIN)
                .doesNotContainIgnoringCase("content-length")
                .doesNotContainIgnoringCase("content-type");
    }

    @Test
    void what_the_contract_wants_in_headers_goes_there_and_no_cache_may_answer() throws Exception {
        example.ask(settings);
        assertThat(peer.heads.get(0))
                .containsPattern("(?i)X-Correlation: [0-9a-f-]{36}\r\n")
                .containsPattern("(?i)Cache-Control: no-cache, no-store\r\n");
        assertThat(peer.heads.get(0).replaceAll("(?si).*X-Correlation: (\\S+).*", "$1"))
                .isEqualTo(peer.heads.get(0).replaceAll("(?si).*X-Request-Id: (\\S+).*", "$1"));
    }

    @Test
    void a_register_without_tls_is_refused_at_the_start() {
        Map<String, String> open = new HashMap<>(settings);
        open.replaceAll((name, value) -> value.replace("https:", "http:"));
        assertThatThrownBy(() -> example.gateway(open))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("vahid.endpoints.herd-book");
    }

    @Test
    void neither_is_one_whose_answers_prove_themselves() throws Exception {
        change("kind: tls", "kind: jws-detached");
        Map<String, String> open = new HashMap<>(settings);
        open.replaceAll((name, value) -> value.replace("https:", "http:"));
        assertThatThrownBy(() -> example.gateway(open))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("the FIN stands in the address");
    }

    @ParameterizedTest
    @CsvSource({
        "301 Moved Permanently",
        "302 Found",
        "303 See Other",
        "307 Temporary Redirect",
        "308 Permanent Redirect"
    })
    void a_redirect_is_the_agencys_error_and_is_not_followed(String status) throws Exception {
        peer.instead = head -> RegisterPeer.http(
                status,
                "Location: https://localhost:"
                        + settings.get("vahid.endpoints.herd-book").replaceAll("\\D", "") + "/base/owners/" + Peer.FIN
                        + "/herd?at=home\r\n",
                "");
        SourceAnswer answer = example.ask(settings);
        assertThat(answer.verdict()).isEqualTo(Verdict.UNAVAILABLE);
        assertThat(answer.reason()).isEqualTo(Reason.AGENCY_ERROR);
        assertThat(peer.heads).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"Age: 3600, TOO_OLD", "Age: 0, ", "Age: 30, ", "Age: yesterday, TOO_OLD"})
    void an_answer_that_a_cache_has_kept_is_as_old_as_it_says(String age, Reason reason) throws Exception {
        String body = peer.said("found", Peer.FIN);
        peer.instead = head -> RegisterPeer.http("200 OK", age + "\r\n", body);
        SourceAnswer answer = example.ask(settings);
        assertThat(answer.reason()).isEqualTo(reason);
        if (age.equals("Age: 30")) {
            assertThat(answer.asOf()).isBefore(Instant.now().minusSeconds(29));
        }
    }

    @Test
    void an_answer_that_was_made_an_hour_ago_is_not_of_now() throws Exception {
        String body = peer.said("found", Peer.FIN);
        String hourAgo = DateTimeFormatter.RFC_1123_DATE_TIME
                .withLocale(Locale.ENGLISH)
                .format(Instant.now().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC));
        peer.instead = head -> RegisterPeer.http("200 OK", "Date: " + hourAgo + "\r\n", body);
        assertThat(example.ask(settings).reason()).isEqualTo(Reason.TOO_OLD);
    }

    @Test
    void replies_that_name_nobody_are_about_whom_the_request_named_where_the_connector_says_so() throws Exception {
        map("{\"facts\": {\"livestock\": {\"cattle\": .cattle, \"sheep\": .sheep, \"poultry\": 0}}}");
        assertThat(example.ask(settings).reason()).isEqualTo(Reason.OTHER_CITIZEN);
        change("dated: false", "dated: false\n  subject: request");
        assertThat(example.ask(settings).verdict()).isEqualTo(Verdict.ANSWERED);
    }

    @Test
    void then_a_reply_that_names_somebody_else_is_still_refused() throws Exception {
        change("dated: false", "dated: false\n  subject: request");
        settings = peer.behave(Conduct.MEANS_ANOTHER_CITIZEN);
        assertThat(example.ask(settings).reason()).isEqualTo(Reason.OTHER_CITIZEN);
    }

    @Test
    void and_one_that_a_cache_has_kept_at_all() throws Exception {
        map("{\"facts\": {\"livestock\": {\"cattle\": .cattle, \"sheep\": .sheep, \"poultry\": 0}}}");
        change("dated: false", "dated: false\n  subject: request");
        String body = peer.said("found", Peer.FIN);
        peer.instead = head -> RegisterPeer.http("200 OK", "Age: 1\r\n", body);
        assertThat(example.ask(settings).reason()).isEqualTo(Reason.TOO_OLD);
    }

    @Test
    void an_answer_that_must_send_the_requests_id_back_is_held_to_it() throws Exception {
        map("{\"subject\": .owner, \"requestId\": .id, \"facts\": {}}");
        change("answerTo: connection", "answerTo: request-id");
        peer.instead = head -> RegisterPeer.ok("{\"owner\": \"" + Peer.FIN + "\", \"id\": \""
                + head.replaceAll("(?si).*X-Correlation: (\\S+).*", "$1") + "\"}");
        assertThat(example.ask(settings).verdict()).isEqualTo(Verdict.NO_RECORD);
        peer.instead = head -> RegisterPeer.ok("{\"owner\": \"" + Peer.FIN + "\", \"id\": \"another\"}");
        assertThat(example.ask(settings).reason()).isEqualTo(Reason.OTHER_REQUEST);
    }

    @Test
    void pages_are_asked_for_in_the_address() throws Exception {
        change(
                "{kind: [cattle, \"sheep & goats\"], on: \"{sentAt}\"}",
                "{page: \"{page}\"}\n  paging: {items: /herds, more: .more}");
        map(
                "{\"subject\": .owner, \"facts\": {\"livestock\": {\"cattle\": sum([for (.herds) .cattle]), \"sheep\": 0, \"poultry\": 0}}}");
        peer.instead = head -> RegisterPeer.ok("{\"owner\": \"" + Peer.FIN
                + "\", \"herds\": [{\"cattle\": 2}], \"more\": " + head.contains("page=1 ") + "}");
        SourceAnswer answer = example.ask(settings);
        assertThat(answer.facts().at("/livestock/cattle").asInt()).isEqualTo(4);
        assertThat(peer.heads).hasSize(2).last().asString().startsWith("GET /base/owners/5AB1CD2/herd?page=2 HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/base/owners/5AB1CD2",
                "/base/owners/5AB1CD2 and more",
                "http://localhost/base"
            })
    void a_promise_of_an_answer_somewhere_else_is_malformed(String location) throws Exception {
        change("okStatus: [200, 404]", "poll: {status: 202}");
        peer.instead = head -> RegisterPeer.http("202 Accepted", "Location: " + location + "\r\n", "");
        assertThat(example.ask(settings).reason()).isEqualTo(Reason.MALFORMED);
        assertThat(peer.heads).hasSize(1);
    }

    @Test
    void a_promised_answer_is_fetched_where_the_agency_says() throws Exception {
        change("okStatus: [200, 404]", "poll: {status: 202, intervalMs: 10}");
        String body = peer.said("found", Peer.FIN);
        peer.instead = head -> head.startsWith("GET /base/answers/7?of=" + Peer.FIN + " HTTP/1.1")
                ? RegisterPeer.ok(body)
                : RegisterPeer.http("202 Accepted", "Location: /base/answers/7?of=" + Peer.FIN + "\r\n", "");
        assertThat(example.ask(settings).verdict()).isEqualTo(Verdict.ANSWERED);
        assertThat(peer.heads).hasSize(2);
    }
}

package az.dost.vahid.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.problem.StartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only X-Road does between the gateway and an agency. */
class XRoadTest {
    @TempDir
    private Path desk;

    private Example example;
    private SecurityServerPeer peer;
    private Map<String, String> settings;

    @BeforeEach
    void start() throws Exception {
        example = Example.patient("veterinary-service", desk);
        peer = new SecurityServerPeer(example);
        settings = peer.behave(Conduct.ANSWERS);
    }

    @AfterEach
    void stop() throws Exception {
        peer.close();
    }

    @Test
    void the_request_names_who_asks_for_whom_and_why_and_the_citizen_in_its_body_only() throws Exception {
        assertThat(example.ask(settings).verdict()).isEqualTo(Verdict.ANSWERED);
        assertThat(peer.last.uri()).isEqualTo("/r1/AZ/GOV/1400110471/animals/livestock/owners/search");
        assertThat(peer.lastHeaders("X-Road-Client")).containsExactly("AZ/GOV/2000357321/vahid");
        assertThat(peer.lastHeaders("X-Road-Id")).singleElement().asString().hasSize(36);
        assertThat(peer.lastHeaders("X-Road-UserId")).containsExactly("AZrehearsal");
        assertThat(peer.lastHeaders("X-Road-Issue")).containsExactly("rehearsal");
        assertThat(peer.last.headers().toString()).doesNotContain(Peer.FIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Road-Id", "X-Road-Client", "X-Road-Service", "X-Road-Request-Id", "X-Road-Request-Hash"})
    void an_answer_that_is_not_tied_to_its_request_is_refused(String header) throws Exception {
        peer.disturbed = (id, answer) -> answer.putHeader(header, "AZ/GOV/1/other");
        assertThat(example.ask(settings).reason()).isEqualTo(Reason.OTHER_REQUEST);
        peer.disturbed = (id, answer) -> answer.headers().remove(header);
        assertThat(example.ask(settings).reason()).isEqualTo(Reason.OTHER_REQUEST);
        peer.disturbed = (id, answer) -> answer.headers().add(header, "AZ/GOV/1/other");
        assertThat(example.ask(settings).reason()).as("told twice").isEqualTo(Reason.OTHER_REQUEST);
    }

    @ParameterizedTest
    @CsvSource({
        "server.serverproxy.access_denied, NOT_AUTHORISED, CREDENTIALS_REFUSED",
        "Server.ServerProxy.AccessDenied, NOT_AUTHORISED, CREDENTIALS_REFUSED",
        "server.clientproxy.network_error, UNAVAILABLE, CONNECTION_FAILED",
        "Server.ClientProxy.NetworkError, UNAVAILABLE, CONNECTION_FAILED",
        "server.clientproxy.invalid_signature_value, REJECTED, SIGNATURE_INVALID",
        "server.clientproxy.inconsistent_response, REJECTED, OTHER_REQUEST",
        "server.serverproxy.service_disabled, UNAVAILABLE, AGENCY_ERROR",
        "client.missing_header_field, UNAVAILABLE, AGENCY_ERROR",
        "., UNAVAILABLE, AGENCY_ERROR"
    })
    void an_error_of_the_exchange_has_its_verdict_in_both_spellings(String type, Verdict verdict, Reason reason)
            throws Exception {
        peer.error = type;
        SourceAnswer answer = example.ask(settings);
        assertThat(answer.verdict()).isEqualTo(verdict);
        assertThat(answer.reason()).isEqualTo(reason);
    }

    @Test
    void a_service_that_wants_the_citizen_in_a_header_gets_it_there_and_no_body() throws Exception {
        Path descriptor = example.folder().resolve("connector.yaml");
        Files.writeString(
                descriptor,
                Files.readString(descriptor).replace("request: request.json", "finHeader: X-Owner\n  method: GET"));
        SourceAnswer answer = example.ask(settings);
        assertThat(peer.last.method().name()).isEqualTo("GET");
        assertThat(peer.lastHeaders("X-Owner")).containsExactly(Peer.FIN);
        assertThat(peer.last.uri()).doesNotContain(Peer.FIN);
        assertThat(answer.verdict()).as("the hash of a head alone").isEqualTo(Verdict.ANSWERED);
    }

    @Test
    void a_service_that_wants_the_citizen_in_its_path_is_tied_to_that_path() throws Exception {
        Path descriptor = example.folder().resolve("connector.yaml");
        Files.writeString(
                descriptor,
                Files.readString(descriptor)
                        .replace("/owners/search", "/owners/{fin}/animals")
                        .replace(
                                "request: request.json",
                                "finHeader: X-Owner\n  method: GET\n  finInAddress: The service has one operation, GET /owners/{owner}/animals, and no other place."));
        SourceAnswer answer = example.ask(settings);
        assertThat(peer.last.uri()).isEqualTo("/r1/AZ/GOV/1400110471/animals/livestock/owners/5AB1CD2/animals");
        assertThat(answer.verdict()).as("the hash of that path").isEqualTo(Verdict.ANSWERED);
    }

    @Test
    void whom_the_client_represents_is_named_and_part_of_the_hash() throws Exception {
        Path descriptor = example.folder().resolve("connector.yaml");
        Files.writeString(
                descriptor,
                Files.readString(descriptor)
                        .replace("    client: ", "    representedParty: COM/1234567\n    client: "));
        assertThat(example.ask(settings).verdict()).isEqualTo(Verdict.ANSWERED);
        assertThat(peer.lastHeaders("X-Road-Represented-Party")).containsExactly("COM/1234567");
    }

    @Test
    void a_security_server_without_tls_is_refused_at_the_start() {
        Map<String, String> open = new HashMap<>(settings);
        open.replaceAll((name, value) -> value.replace("https:", "http:"));
        assertThatThrownBy(() -> example.gateway(open))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("vahid.endpoints.security-server");
    }
}

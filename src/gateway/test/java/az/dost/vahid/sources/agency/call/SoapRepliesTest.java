package az.dost.vahid.sources.agency.call;

import static az.dost.vahid.signature.key.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.signature.key.CryptoProvider;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies over X-Road's SOAP protocol, and faults: what they mean, and what is told of them. */
@Tag("attack")
class SoapRepliesTest {
    private static final String FIN = "5AB1CD2";
    private static final String ANSWER =
            "<p:workPermitResponse xmlns:p=\"urn:permits\"><p:fin>" + FIN + "</p:fin></p:workPermitResponse>";
    private ConnectorFolder folder;
    private Conversation conversation;
    private String headers;

    @BeforeEach
    void ask() throws Exception {
        folder = SoapFolder.of("work-permits");
        conversation = new Conversation(
                null,
                folder.connector(),
                new Question(FIN, "service", "official", "case", System.nanoTime() + TimeUnit.MINUTES.toNanos(1)));
        conversation.sentBody = new Requests(folder, null, new CryptoProvider(false), null).next(conversation);
        headers = new String(conversation.sentBody, StandardCharsets.UTF_8)
                .replaceFirst("(?s)^.*<soap:Header>(.*)</soap:Header>.*$", "$1");
    }

    private JsonNode read(String header, String content) {
        String envelope = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header>" + header
                + "</s:Header><s:Body>" + content + "</s:Body></s:Envelope>";
        return new Replies(folder.connector(), null, null)
                .read(new Wire.Reply(envelope.getBytes(StandardCharsets.UTF_8), "text/xml", null), conversation);
    }

    private AgencyException refused(String fault) {
        return catchThrowableOfType(AgencyException.class, () -> read("", "<s:Fault>" + fault + "</s:Fault>"));
    }

    @Test
    void an_answer_that_repeats_its_headers_is_read() {
        assertThat(read(headers, ANSWER).path("fin").asText()).isEqualTo(FIN);
    }

    @ParameterizedTest
    @CsvSource({"workPermit, otherPermit", "vahid, other", "v1, v2"})
    void an_answer_with_a_wrong_header_is_refused(String said, String other) {
        assertRefused(Reason.OTHER_REQUEST, () -> read(headers.replace(said, other), ANSWER));
    }

    @Test
    void an_answer_to_another_request_is_refused() {
        assertRefused(
                Reason.OTHER_REQUEST,
                () -> read(headers.replace(conversation.requestId, "00000000-0000-4000-8000-000000000000"), ANSWER));
        assertRefused(Reason.OTHER_REQUEST, () -> read("", ANSWER));
        assertRefused(
                Reason.OTHER_REQUEST,
                () -> read(
                        headers + "<x:requestHash xmlns:x=\"http://x-road.eu/xsd/xroad.xsd\""
                                + " algorithmId=\"http://www.w3.org/2001/04/xmlenc#sha512\">bm90IGl0</x:requestHash>",
                        ANSWER));
    }

    @Test
    void two_elements_in_a_body_are_no_answer() {
        assertRefused(Reason.MALFORMED, () -> read(headers, ANSWER + ANSWER));
    }

    @Test
    void a_fault_is_told_by_its_names_and_not_by_its_text() {
        AgencyException refused =
                refused("<faultcode>s:Server</faultcode><faultstring>" + FIN + " of Bakı is dead</faultstring>"
                        + "<detail><e:RegisterClosed xmlns:e=\"urn:e\">Ali " + FIN + "</e:RegisterClosed></detail>");
        assertThat(refused.verdict()).isEqualTo(Verdict.UNAVAILABLE);
        assertThat(refused.reason()).isEqualTo(Reason.AGENCY_ERROR);
        assertThat(refused.fault()).isEqualTo("Server RegisterClosed");
        assertThat(refused).hasMessage("AGENCY_ERROR").hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Client.5AB1CD2", "client-5ab1cd2", "Client5AB1CD2x", "Client.6AB1CD2", "6ab1cd2", "Ali Aliyev"})
    void a_code_with_a_citizen_in_it_is_not_told(String code) {
        assertThat(refused("<faultcode>" + code + "</faultcode><faultstring/>").fault())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Server.ServerProxy.AccessDenied, NOT_AUTHORISED, CREDENTIALS_REFUSED",
        "server.serverproxy.access_denied, NOT_AUTHORISED, CREDENTIALS_REFUSED",
        "Server.ClientProxy.NetworkError, UNAVAILABLE, CONNECTION_FAILED",
        "Server.ClientProxy.InvalidSignatureValue, REJECTED, SIGNATURE_INVALID",
        "Server.ClientProxy.InconsistentResponse, REJECTED, OTHER_REQUEST",
        "wsse:FailedAuthentication, NOT_AUTHORISED, CREDENTIALS_REFUSED",
        "Client.MissingHeaderField, UNAVAILABLE, AGENCY_ERROR"
    })
    void a_fault_of_the_exchange_or_of_ws_security_has_its_verdict(String code, Verdict verdict, Reason reason) {
        AgencyException refused = refused("<faultcode>" + code + "</faultcode><faultstring/>");
        assertThat(refused.verdict()).isEqualTo(verdict);
        assertThat(refused.reason()).isEqualTo(reason);
    }
}

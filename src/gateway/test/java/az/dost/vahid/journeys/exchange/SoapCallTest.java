package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls over SOAP 4.0 through the running gateway to a real provider. */
class SoapCallTest {
    private static final RunningExchange EXCHANGE = RunningExchange.get();
    private final String id = UUID.randomUUID().toString();

    @BeforeAll
    static void provide() {
        EXCHANGE.provider.answer("/base", (http, request) -> {
            http.getResponseHeaders().set("Content-Type", "text/xml;charset=UTF-8");
            byte[] answer =
                    between(new String(request.body() == null ? new byte[0] : request.body(), StandardCharsets.UTF_8));
            http.sendResponseHeaders(200, answer.length);
            http.getResponseBody().write(answer);
        });
    }

    /** The provider's answer to a request, told by the id in it. */
    private static byte[] between(String request) {
        String id = request.replaceFirst("(?s).*<xro:id>(.*?)</xro:id>.*", "$1");
        return SoapMessages.answer("findAct", "v1", id).getBytes(StandardCharsets.UTF_8);
    }

    @BeforeEach
    void forget() {
        EXCHANGE.provider.received.clear();
    }

    private static HttpResponse<String> call(String path, String type, HttpRequest.BodyPublisher body) {
        return RunningExchange.send(HttpRequest.newBuilder(EXCHANGE.address(path))
                .header("Authorization", "Bearer desk")
                .header("Content-Type", type)
                .header("SOAPAction", "\"\"")
                .POST(body));
    }

    private static HttpResponse<String> call(String envelope) {
        return call("/", "text/xml;charset=UTF-8", BodyPublishers.ofString(envelope));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/soap"})
    void a_call_reaches_the_provider_as_it_was_and_its_answer_is_told_the_requests_hash(String path) throws Exception {
        String request = SoapMessages.request("findAct", "v1", id);
        HttpResponse<String> answer = call(path, "text/xml;charset=UTF-8", BodyPublishers.ofString(request));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        TestProvider.Received received = EXCHANGE.provider.received.remove();
        assertThat(new String(received.body(), StandardCharsets.UTF_8)).isEqualTo(request);
        assertThat(received.header("SOAPAction")).isEqualTo("\"\"");
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-512").digest(request.getBytes(StandardCharsets.UTF_8)));
        String header =
                "<xrd:requestHash xmlns:xrd=\"http://x-road.eu/xsd/xroad.xsd\" algorithmId=\"http://www.w3.org/2001/04/xmlenc#sha512\">"
                        + hash + "</xrd:requestHash>";
        assertThat(answer.body())
                .isEqualTo(SoapMessages.answer("findAct", "v1", id)
                        .replace("</soapenv:Header>", header + "</soapenv:Header>"));
        assertThat(EXCHANGE.record(id))
                .containsEntry("outcome", "PASSED")
                .containsEntry("protocol", "SOAP")
                .containsEntry("request_hash", hash)
                .containsEntry("issue", "CASE/1");
    }

    @Test
    void another_version_is_unknown_and_a_grant_holds_for_every_version() {
        assertThat(call(SoapMessages.request("findAct", "v9", id)).body())
                .contains("<faultcode>server.serverproxy.unknown_service</faultcode>");
        assertThat(call(SoapMessages.request("findAct", "v2", UUID.randomUUID().toString()))
                        .body())
                .as("v2 is granted to nobody by itself")
                .doesNotContain("access_denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "application/xop+xml; type=\"text/xml\""})
    void attachments_pass_as_they_are_whatever_their_length(String rootType) {
        String envelope = SoapMessages.request("findAct", "v1", id);
        String head = "--mime-1\r\nContent-Type: " + rootType + "; charset=UTF-8\r\nContent-ID: <root>\r\n\r\n"
                + envelope + "\r\n--mime-1\r\nContent-Type: application/octet-stream\r\nContent-ID: <a>\r\n\r\n";
        long length = 4 << 20;
        InputStream body = new SequenceInputStream(
                Collections.enumeration(List.of(bytes(head), new Generated(length), bytes("\r\n--mime-1--\r\n"))));
        EXCHANGE.provider.answer("/base", (http, request) -> {
            http.getResponseHeaders()
                    .set("Content-Type", "multipart/related; type=\"text/xml\"; boundary=\"answer-2\"");
            http.sendResponseHeaders(200, 0);
            http.getResponseBody()
                    .write(("--answer-2\r\nContent-Type: text/xml\r\n\r\n" + SoapMessages.answer("findAct", "v1", id)
                                    + "\r\n--answer-2\r\nContent-ID: <b>\r\n\r\nattached\r\n--answer-2--\r\n")
                            .getBytes(StandardCharsets.UTF_8));
        });
        try {
            HttpResponse<String> answer = call(
                    "/",
                    "multipart/related; type=\"" + rootType.replaceAll(";.*", "")
                            + "\"; boundary=mime-1; start=\"<root>\"",
                    RunningExchange.chunked(() -> body));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            TestProvider.Received received = EXCHANGE.provider.received.remove();
            String boundary = boundary(received.header("Content-Type"));
            assertThat(received.header("Content-Type"))
                    .startsWith("multipart/related; type=\"" + rootType.replaceAll(";.*", "") + "\"")
                    .contains("start=\"<root>\"");
            assertThat(received.length())
                    .isEqualTo(
                            ("--" + boundary + "\r\nContent-Type: " + rootType.replaceAll(";.*", "") + "; charset=utf-8"
                                                    + rootType.replaceFirst("[^;]*", "")
                                                    + "\r\nContent-Transfer-Encoding: 8bit\r\nContent-ID: <root>\r\n\r\n"
                                                    + envelope + "\r\n--" + boundary
                                                    + "\r\nContent-Type: application/octet-stream\r\nContent-ID: <a>\r\n\r\n")
                                            .length()
                                    + length
                                    + ("\r\n--" + boundary + "--\r\n").length());
            String own = boundary(answer.headers().firstValue("Content-Type").orElse(""));
            assertThat(answer.body())
                    .contains("requestHash")
                    .endsWith("\r\n--" + own + "\r\nContent-ID: <b>\r\n\r\nattached\r\n--" + own + "--\r\n");
        } finally {
            provide();
        }
    }

    private static String boundary(String type) {
        return type.replaceFirst(".*boundary=\"(.*?)\".*", "$1");
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_fault_of_the_provider_is_passed_on_as_it_is() {
        String fault = SoapMessages.envelope(
                "",
                "<soapenv:Fault><faultcode>soapenv:Server</faultcode><faultstring>Own</faultstring></soapenv:Fault>");
        answering(500, "text/xml", fault);
        try {
            HttpResponse<String> answer = call(SoapMessages.request("findAct", "v1", id));
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo(fault);
        } finally {
            provide();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html | <html/> | service_failed",
                "text/xml | <not-soap/> | service_failed",
                "text/xml | other id | inconsistent_response",
                "text/xml | other user | inconsistent_response",
                "text/xml | no issue | inconsistent_response",
                "text/xml | a party more | inconsistent_response",
                "text/xml | other element | inconsistent_response",
                "text/xml | no headers | inconsistent_response"
            })
    void an_answer_that_is_none_to_this_request_is_not_passed_on(String type, String what, String code) {
        answering(
                200,
                type,
                switch (what) {
                    case "other id" -> SoapMessages.answer("findAct", "v1", "another");
                    case "other user" ->
                        SoapMessages.answer("findAct", "v1", id).replace(">AZ1234567<", ">AZ7654321<");
                    case "a party more" ->
                        SoapMessages.answer("findAct", "v1", id)
                                .replace(
                                        "<xro:userId>",
                                        "<r:representedParty xmlns:r=\"http://x-road.eu/xsd/representation.xsd\">"
                                                + "<r:partyCode>1</r:partyCode></r:representedParty><xro:userId>");
                    case "no issue" ->
                        SoapMessages.answer("findAct", "v1", id).replace("<xro:issue>CASE/1</xro:issue>", "");
                    case "other element" ->
                        SoapMessages.answer("findAct", "v1", id).replace("findActResponse", "somethingElse");
                    case "no headers" -> SoapMessages.envelope("", "<x:findActResponse xmlns:x=\"urn:test:acts\"/>");
                    default -> what;
                });
        try {
            HttpResponse<String> answer = call(SoapMessages.request("findAct", "v1", id));
            assertThat(answer.body())
                    .contains("<faultcode>server.serverproxy." + code + "</faultcode>")
                    .contains("<detail><faultDetail xmlns=\"\">");
        } finally {
            provide();
        }
    }

    private static void answering(int status, String type, String body) {
        EXCHANGE.provider.answer("/base", (http, request) -> {
            http.getResponseHeaders().set("Content-Type", type);
            http.sendResponseHeaders(status, body.getBytes(StandardCharsets.UTF_8).length);
            http.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<xro:id>.*?</xro:id> | '' | client.missing_header_field",
                "<xro:client.*?</xro:client> | '' | client.missing_header_field",
                "<iden:serviceCode>.*?</iden:serviceCode> | '' | client.missing_header_field",
                "<xro:id> | <xro:id>1</xro:id><xro:id> | client.duplicate_header_field",
                "<xro:client iden:objectType=\"SUBSYSTEM\"> | <xro:client/><xro:client iden:objectType=\"SUBSYSTEM\"> | client.duplicate_header_field",
                ">4.0< | >3.0< | client.invalid_protocol_version",
                ">cases< | >archive< | server.serverproxy.access_denied",
                ">cases< | >nobody< | server.clientproxy.unknown_member",
                ">cases< | >..< | client.invalid_header_field",
                ">desk< | >%2e%2e< | client.invalid_header_field",
                ">registry< | >nobody< | server.clientproxy.unknown_member",
                "serviceCode>findAct< | serviceCode>other< | client.invalid_soap",
                "<soapenv:Envelope | <!DOCTYPE x [<!ENTITY e \"e\">]><soapenv:Envelope | client.invalid_soap",
                "http://schemas.xmlsoap.org/soap/envelope/ | http://www.w3.org/2003/05/soap-envelope | client.invalid_soap",
                "</soapenv:Header> | '' | client.invalid_soap"
            })
    void a_bad_request_gets_the_protocols_fault_and_is_not_delivered(String pattern, String replacement, String code) {
        String bad = Pattern.compile(
                        pattern.startsWith("<soapenv") || pattern.startsWith("http") ? Pattern.quote(pattern) : pattern,
                        Pattern.DOTALL)
                .matcher(SoapMessages.request("findAct", "v1", id))
                .replaceFirst(Matcher.quoteReplacement(replacement));
        HttpResponse<String> answer = call(bad);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("<faultcode>" + code + "</faultcode>")
                .contains("<faultactor></faultactor>");
        String detail = answer.body().replaceFirst("(?s).*<faultDetail xmlns=\"\">(.*?)</faultDetail>.*", "$1");
        assertThat(EXCHANGE.database()
                        .queryForObject(
                                "select count(*) from audit where id = ?", Integer.class, UUID.fromString(detail)))
                .isPositive();
        assertThat(EXCHANGE.provider.received).isEmpty();
    }

    @Test
    void a_providers_soap_services_are_listed_with_the_requests_headers_and_hash() {
        assertThat(call(SoapMessages.metadata("listMethods", "", id)).body())
                .contains("<m:listMethodsResponse")
                .contains("<i:serviceCode>findAct</i:serviceCode><i:serviceVersion>v1</i:serviceVersion>")
                .contains("<i:serviceVersion>v2</i:serviceVersion>")
                .doesNotContain("echo")
                .contains("<xro:id>" + id + "</xro:id>")
                .contains("requestHash")
                .endsWith("</soapenv:Body></soapenv:Envelope>");
        assertThat(call(SoapMessages.metadata("allowedMethods", "", id)).body()).contains("<i:serviceVersion>v1<");
    }

    @Test
    void a_services_wsdl_comes_as_an_attachment() {
        HttpResponse<String> answer =
                call(SoapMessages.metadata("getWsdl", "<xro:serviceCode>findAct</xro:serviceCode>", id));
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("multipart/related");
        assertThat(answer.body()).contains("<m:getWsdlResponse").contains("\r\n\r\n<definitions/>\r\n--");
        assertThat(call(SoapMessages.metadata("getWsdl", "<xro:serviceCode>echo</xro:serviceCode>", id))
                        .body())
                .contains("<faultcode>server.serverproxy.unknown_service</faultcode>");
    }

    @Test
    void an_envelope_that_is_too_long_is_refused() throws Exception {
        String large =
                SoapMessages.request("findAct", "v1", id).replace("<x:number>", "<x:number>" + "9".repeat(2 << 20));
        HttpRequest request = HttpRequest.newBuilder(EXCHANGE.address("/"))
                .header("Authorization", "Bearer desk")
                .header("Content-Type", "text/xml;charset=UTF-8")
                .POST(BodyPublishers.ofString(large))
                .build();
        // Over a connection of its own: the server closes it, for nobody reads the rest.
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .contains("<faultcode>client.invalid_soap</faultcode>");
    }
}

package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.xroad.FaultCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A message with attachments in which another reader could find another envelope is refused; what goes on is written
 * anew.
 */
@Tag("attack")
class MultipartAttacksTest {
    private static final String TYPE = "multipart/related; type=\"text/xml\"; boundary=\"b\"; start=\"<r>\"";
    private static final String ROOT = "Content-Type: text/xml; charset=UTF-8\r\nContent-ID: <r>\r\n\r\n";
    private static final String SOUND = "--b\r\n" + ROOT
            + "<envelope/>\r\n--b\r\nContent-Type: image/png\r\nContent-ID: <a>\r\nX-Own: 1\r\n\r\n\r\n--c\r\nattached\r\n--b--\r\n";

    private static String passed(String type, String body) throws IOException {
        SoapMessage message = SoapMessage.read(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), type, 100_000, FaultCode.INVALID_SOAP);
        String own = message.contentType()
                .replaceFirst("^[^\"]*$", "vahid-none")
                .replaceFirst(".*boundary=\"(.*?)\".*", "$1");
        return message.contentType().replace(own, "own") + "\n"
                + new String(message.with(message.envelope()).readAllBytes(), StandardCharsets.UTF_8)
                        .replace(own, "own");
    }

    private static void refused(String type, String body) {
        assertThatThrownBy(() -> passed(type, body))
                .isInstanceOfSatisfying(
                        ExchangeFault.class, fault -> assertThat(fault.code()).isEqualTo(FaultCode.INVALID_SOAP));
    }

    @Test
    void what_goes_on_is_written_anew_with_a_boundary_of_our_own() throws IOException {
        assertThat(passed(TYPE, SOUND))
                .isEqualTo(
                        "multipart/related; type=\"text/xml\"; boundary=\"own\"; start=\"<r>\"\n"
                                + "--own\r\nContent-Type: text/xml; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-ID: <r>\r\n\r\n<envelope/>"
                                + "\r\n--own\r\nContent-Type: image/png\r\nContent-ID: <a>\r\n\r\n\r\n--c\r\nattached\r\n--own--\r\n");
        assertThat(passed("text/xml;", "<envelope/>")).isEqualTo("text/xml; charset=utf-8\n<envelope/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/xml; charset=utf-7",
                "text/xml; charset=UTF-16",
                "text/xml; charset=utf-8; charset=utf-7",
                "text/xml; charset=utf-7; charset=utf-8",
                "text/xml, text/xml",
                "text/xml (comment)",
                "application/soap+xml",
                "multipart/related",
                "multipart/mixed; boundary=b",
                "multipart/related; boundary=b; boundary=c",
                "multipart/related; boundary=c; boundary=b",
                "multipart/related; boundary=b; BOUNDARY=c",
                "multipart/related; boundary=\"b\\\"\"",
                "multipart/related; boundary=b; boundary*=us-ascii''c",
                "multipart/related; boundary*0=b",
                "multipart/related (; boundary=c); boundary=b",
                "multipart/related; boundary=b (c)",
                "multipart/related; boundary = b",
                "multipart/related; boundary=b; start=\"<a>\"",
                "multipart/related; boundary=b; start=\"<r>\"; start=\"<a>\"",
                "multipart/related; boundary=\"b \"",
                "multipart/related; boundary=b, multipart/related; boundary=c",
                "multipart/related; boundary=b; type=\"application/soap+xml\"",
                "multipart/related; boundary=\"\"",
                "multipart/related; boundary=b;; x"
            })
    void a_content_type_that_two_readers_could_read_differently_is_refused(String type) {
        refused(type, SOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "preamble\r\n--b|--b",
                "p\r\n--b|--b",
                "--bxyContent-Type: text/xml|--b\r\nContent-Type: text/xml",
                "--c\r\n\r\n<other/>\r\n--b|--b",
                " --b|--b",
                "\r\n\r\n--b|--b",
                "--b |--b",
                "--bb|--b",
                "--b\n|--b\r\n",
                "\r\n--bx|\r\n--b",
                "Content-Type: text/html|Content-Type: text/xml; charset=UTF-8",
                "Content-Type: text/xml; charset=UTF-16|Content-Type: text/xml; charset=UTF-8",
                "Content-Type: text/xml\r\nContent-Type: text/xml|Content-Type: text/xml; charset=UTF-8",
                "Content-Type: text/xml\r\n charset=x|Content-Type: text/xml; charset=UTF-8",
                "Content-Transfer-Encoding: base64\r\nContent-ID: <r>|Content-ID: <r>",
                "Content-Transfer-Encoding: quoted-printable\r\nContent-ID: <r>|Content-ID: <r>",
                "Content_ID: <r>|Content-ID: <r>",
                "Content-ID : <r>|Content-ID: <r>",
                "Content-ID: <r>\r\nContent-ID: <a>|Content-ID: <r>",
                "Content-ID: <other>|Content-ID: <r>",
                "Content-ID: <r>|Content-ID: <a>",
                "--b--\r\ntail|--b--\r\n",
                "--b--\r\n--b\r\n\r\n<other/>\r\n--b--|--b--\r\n",
                "|\r\n--b--\r\n",
                "Content-ID: <\u0259>|Content-ID: <r>"
            })
    void parts_that_two_readers_could_find_differently_are_refused(String attack) {
        String[] parts = attack.split("\\|");
        String body = parts[1].equals("--b") ? SOUND.replaceFirst("^--b", parts[0]) : SOUND.replace(parts[1], parts[0]);
        assertThat(body).isNotEqualTo(SOUND);
        refused(TYPE, body);
    }

    @Test
    void parts_headers_and_attachments_have_an_end() {
        refused(TYPE, SOUND.replace("X-Own: 1", "X-Own: " + "1".repeat(9_000)));
        refused(TYPE, SOUND.replace("--b--", "--b\r\n\r\n\r\n".repeat(1_001) + "--b--"));
        refused(TYPE, SOUND.replace("<envelope/>", "<envelope/>".repeat(10_000)));
    }

    @Test
    void a_boundary_that_nearly_comes_again_and_again_costs_little() {
        String near = ("\r\n--" + "b".repeat(69)).repeat(500_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(passed(
                                TYPE.replace("\"b\"", "\"" + "b".repeat(70) + "\""),
                                SOUND.replace("--b", "--" + "b".repeat(70)).replace("attached", near)))
                        .contains(near));
    }
}

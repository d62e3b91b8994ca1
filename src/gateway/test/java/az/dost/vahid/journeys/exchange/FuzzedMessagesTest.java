package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.fuzz.Fuzz;
import az.dost.vahid.mime.ContentType;
import az.dost.vahid.xroad.FaultCode;
import az.dost.vahid.xroad.IdentifierException;
import az.dost.vahid.xroad.MemberId;
import az.dost.vahid.xroad.SafePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Messages of members, mutilated: read as one call, or refused; and what goes on of one that was read is read as the
 * same call again.
 */
class FuzzedMessagesTest {
    private static final int TRIES = 2_000;
    private static final int SIEGE = 60_000;
    private static final int LONGEST = 100_000;
    private static final String TYPE = "multipart/related; type=\"text/xml\"; boundary=\"b\"; start=\"<r>\"";
    private static final byte[] ENVELOPE =
            SoapMessages.request("findAct", "v1", "1").getBytes(StandardCharsets.UTF_8);
    private static final byte[] PARTS = ("--b\r\nContent-Type: text/xml; charset=UTF-8\r\nContent-ID: <r>\r\n\r\n"
                    + SoapMessages.request("findAct", "v1", "1")
                    + "\r\n--b\r\nContent-Type: image/png\r\nContent-ID: <a>\r\n\r\nattached\r\n--b--\r\n")
            .getBytes(StandardCharsets.UTF_8);

    private static void envelopes(int tries) {
        Fuzz.of(List.of(ENVELOPE, SoapMessages.answer("findAct", "v1", "1").getBytes(StandardCharsets.UTF_8)), tries)
                .read(input -> new SoapEnvelope(input).head(), XMLStreamException.class, ExchangeFault.class);
    }

    private static void parts(int tries) {
        Fuzz.of(List.of(PARTS), tries)
                .read(
                        input -> {
                            SoapMessage message = SoapMessage.read(
                                    new ByteArrayInputStream(input), TYPE, LONGEST, FaultCode.INVALID_SOAP);
                            byte[] passed = message.with(message.envelope()).readAllBytes();
                            SoapMessage again = SoapMessage.read(
                                    new ByteArrayInputStream(passed),
                                    message.contentType(),
                                    LONGEST,
                                    FaultCode.INVALID_SOAP);
                            assertThat(again.envelope()).isEqualTo(message.envelope());
                            again.after().transferTo(java.io.OutputStream.nullOutputStream());
                        },
                        ExchangeFault.class);
    }

    private static void types(int tries) {
        Fuzz.of(
                        List.of(
                                TYPE.getBytes(StandardCharsets.UTF_8),
                                "text/xml;charset=utf-8;".getBytes(StandardCharsets.UTF_8)),
                        tries)
                .read(input -> ContentType.of(new String(input, StandardCharsets.ISO_8859_1)));
    }

    private static void names(int tries) {
        Fuzz.of(
                        List.of(
                                "AZ/GOV/desk/cases".getBytes(StandardCharsets.UTF_8),
                                "AZ/GOV/d%C9%99sk".getBytes(StandardCharsets.UTF_8)),
                        tries)
                .read(
                        input -> assertThat(MemberId.of(MemberId.of(text(input)).toString()))
                                .isEqualTo(MemberId.of(text(input))),
                        IdentifierException.class);
        Fuzz.of(List.of("/acts/1;v=1/a%20b".getBytes(StandardCharsets.UTF_8)), tries)
                .read(input -> SafePath.segments("/" + text(input)), IdentifierException.class);
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    @Test
    void are_read_or_refused() {
        envelopes(TRIES);
        parts(TRIES);
        types(TRIES);
        names(TRIES);
    }

    @Test
    @Tag("attack")
    @Tag("siege")
    void are_read_or_refused_however_often() {
        envelopes(SIEGE);
        parts(SIEGE);
        types(SIEGE);
        names(SIEGE);
    }

    /** Delimiters may come in any pieces. */
    @Test
    void parts_are_the_same_in_whatever_pieces_they_come() throws IOException {
        InputStream byByte = new InputStream() {
            private int at;

            @Override
            public int read() {
                return at < PARTS.length ? PARTS[at++] & 0xFF : -1;
            }

            @Override
            public int read(byte[] target, int offset, int most) {
                int one = most == 0 ? 0 : read();
                if (one >= 0 && most > 0) {
                    target[offset] = (byte) one;
                }
                return one < 0 ? -1 : Math.min(1, most);
            }
        };
        SoapMessage message = SoapMessage.read(byByte, TYPE, LONGEST, FaultCode.INVALID_SOAP);
        assertThat(message.envelope()).isEqualTo(ENVELOPE);
        assertThat(new String(message.after().readAllBytes(), StandardCharsets.UTF_8))
                .contains("\r\n\r\nattached\r\n--")
                .endsWith("--\r\n");
    }
}

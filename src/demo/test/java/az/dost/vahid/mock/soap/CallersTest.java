package az.dost.vahid.mock.soap;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.signature.xml.SoapRequest.Sent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions that look like the gateway's and are not. */
class CallersTest {
    private static final String WSU =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static SoapAgencies agencies;

    @BeforeAll
    static void start(@TempDir Path folder) {
        agencies = new SoapAgencies(folder);
    }

    @AfterAll
    static void stop() {
        agencies.close();
    }

    static Stream<Descriptor> signedFor() {
        return Descriptor.all().stream()
                .filter(descriptor -> descriptor.text("/auth/kind").equals("wss-x509"));
    }

    static Stream<Descriptor> namedFor() {
        return Descriptor.all().stream()
                .filter(descriptor -> descriptor.text("/auth/kind").equals("wss-username"));
    }

    @ParameterizedTest
    @MethodSource("signedFor")
    void aSignatureOverSomethingElseDoesNotSpeakForTheBody(Descriptor agency) throws Exception {
        SoapCaller caller = new SoapCaller(agencies, agency);
        String body = caller.filled(Personas.WAR_VETERAN.fin(), "r-1");
        assertThat(status(caller, envelope(caller.signed(body)))).isEqualTo(200);
        String aside = "<aside xmlns=\"urn:aside\" xmlns:wsu=\"" + WSU + "\" wsu:Id=\"Body\"></aside>";
        String signed = envelope(caller.signed(aside));
        String moved = signed.replace(
                "</soap:Header>" + aside,
                aside + "</soap:Header>" + body.replace("wsu:Id=\"Body\"", "wsu:Id=\"Other\""));
        assertThat(moved).isNotEqualTo(signed);
        assertThat(status(caller, moved)).isEqualTo(500);
    }

    @ParameterizedTest
    @MethodSource("namedFor")
    void aTokenIsGoodForOneQuestionOnly(Descriptor agency) throws Exception {
        SoapCaller caller = new SoapCaller(agencies, agency);
        String question = question(caller);
        assertThat(status(caller, question)).isEqualTo(200);
        assertThat(status(caller, question)).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            another name              | <wsse:Username>[^<]*                                 | <wsse:Username>somebody
            a password in the clear   | #PasswordDigest">[^<]*                               | #PasswordText">s3 of disability
            another nonce             | (?<=#Base64Binary">)....                             | AAAA
            another time              | (?<=</wsse:Nonce><wsu:Created[^>]{0,200}>)[^<]+      | 2026-01-01T00:00:00Z
            no time stamp             | <wsu:Timestamp.*</wsu:Timestamp>                     | <!-- -->
            a time stamp that is over | (?<=<wsu:Expires>)[^<]+                              | 2026-01-01T00:00:00Z
            """)
    void aTokenIsRefusedWith(String what, String part, String instead) throws Exception {
        SoapCaller caller = new SoapCaller(agencies, Descriptor.of(Path.of("connectors/disability")));
        String good = question(caller);
        String bad = good.replaceFirst(part, instead);
        assertThat(bad).isNotEqualTo(good);
        assertThat(status(caller, bad)).as(what).isEqualTo(500);
    }

    private static String question(SoapCaller caller) {
        return envelope(caller.signed(
                caller.filled(Personas.WAR_VETERAN.fin(), UUID.randomUUID().toString())));
    }

    private static String envelope(Sent sent) {
        return new String(sent.envelope(), StandardCharsets.UTF_8);
    }

    private static int status(SoapCaller caller, String envelope) throws Exception {
        return caller.send(caller.client, new Sent(envelope.getBytes(StandardCharsets.UTF_8), null))
                .statusCode();
    }
}

package az.dost.vahid.mock.soap;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.signature.SoapRequest.Sent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The disability expertise knows its caller by a UsernameToken, and nobody else by a changed one. */
class NamedCallerTest {
    private static SoapAgencies agencies;
    private static SoapCaller caller;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        agencies = new SoapAgencies(folder);
        caller = new SoapCaller(agencies, Descriptor.of(Path.of("connectors/disability")));
    }

    @AfterAll
    static void stop() {
        agencies.close();
    }

    @Test
    void aTokenIsGoodForOneQuestionOnly() throws Exception {
        Sent question = question();
        assertThat(caller.send(caller.client, question).statusCode()).isEqualTo(200);
        assertThat(caller.send(caller.client, question).statusCode()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "another name              | <wsse:Username>[^<]*                  | <wsse:Username>somebody",
        "a password in the clear   | #PasswordDigest\">[^<]*               | #PasswordText\">s3 of disability",
        "another nonce             | (?<=#Base64Binary\">).... | AAAA",
        "another time              | (?<=</wsse:Nonce><wsu:Created[^>]{0,200}>)[^<]+ | 2026-01-01T00:00:00Z",
        "no time stamp             | <wsu:Timestamp.*</wsu:Timestamp>      | <!-- -->",
        "a time stamp that is over | (?<=<wsu:Expires>)[^<]+ | 2026-01-01T00:00:00Z"})
    void aTokenIsRefusedWith(String what, String part, String instead) throws Exception {
        String good = new String(question().envelope(), StandardCharsets.UTF_8);
        String bad = good.replaceFirst(part, instead);
        assertThat(bad).isNotEqualTo(good);
        assertThat(caller.send(caller.client, new Sent(bad.getBytes(StandardCharsets.UTF_8), null)).statusCode()).as(what).isEqualTo(500);
    }

    private static Sent question() {
        return caller.signed(caller.filled(Personas.WAR_VETERAN.fin(), UUID.randomUUID().toString()));
    }
}

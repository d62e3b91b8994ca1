package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.whole.RunningVahid;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.xml.transform.dom.DOMSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Every bad envelope gets a SOAP fault with the problem of the WSDL, and nothing of the request or of our insides. */
@Tag("attack")
class BadEnvelopeTest {
    private static LogWatch log;

    @BeforeAll
    static void watch() {
        RunningVahid.get();
        log = new LogWatch();
    }

    @AfterAll
    static void endWatch() {
        log.close();
    }

    @ParameterizedTest
    @MethodSource("az.dost.vahid.faces.BadEnvelope#all")
    void getsItsFault(BadEnvelope envelope) throws Exception {
        HttpResponse<byte[]> answer = Soap.post(envelope.text(), envelope.token());
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        Element fault = Soap.content(answer.body());
        Element problem = (Element)
                fault.getElementsByTagNameNS(Soap.NAMESPACE, "problem").item(0);
        assertThat(text(problem, "code")).isEqualTo(envelope.code());
        assertThat(text(problem, "field")).isEqualTo(envelope.field());
        assertThat(fault.getElementsByTagName("faultstring").item(0).getTextContent())
                .isEqualTo(ProblemCode.valueOf(envelope.code()).title());
        LookupSchema.ofFiles().validate(new DOMSource(problem));
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .doesNotContain(BadRequest.FIN, "Exception", "\tat ");
        assertThat(answer.headers().map()).doesNotContainKey("authorization");
        assertThat(log.lines())
                .noneMatch(line -> line.contains(BadRequest.FIN))
                .noneMatch(line -> line.contains("Exception"));
    }

    private static String text(Element problem, String name) {
        var found = problem.getElementsByTagNameNS(Soap.NAMESPACE, name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}

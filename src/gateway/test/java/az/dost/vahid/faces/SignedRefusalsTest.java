package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.xml.XmlFactories;
import jakarta.jms.TextMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** A requester that is known can prove to others that it was refused, and why, whichever face it asked. */
class SignedRefusalsTest {
    private static final String WRONG =
            Gateway.request().put("service", "no-such-service").toString();

    private static GatewayProof proof() {
        return new GatewayProof(
                GatewayProof.certificate(Gateway.get("/v1/keys/certificate").body()));
    }

    @Test
    void over_http_in_a_header() {
        HttpResponse<byte[]> refusal =
                Gateway.post(WRONG, Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
        String jws = refusal.headers().firstValue("Vahid-Signature").orElseThrow();
        assertThatCode(() -> proof().detached(jws, refusal.body())).doesNotThrowAnyException();
        refusal.body()[refusal.body().length / 2] ^= 1;
        assertThatThrownBy(() -> proof().detached(jws, refusal.body())).isInstanceOf(ChangedException.class);
    }

    @Test
    void by_message_in_a_property() throws Exception {
        try (Messages messages = new Messages()) {
            TextMessage refusal = messages.ask(WRONG);
            byte[] problem = refusal.getText().getBytes(StandardCharsets.UTF_8);
            String jws = refusal.getStringProperty("VahidSignature");
            assertThat(refusal.getText()).contains("SERVICE_UNKNOWN");
            assertThatCode(() -> proof().detached(jws, problem)).doesNotThrowAnyException();
            problem[problem.length / 2] ^= 1;
            assertThatThrownBy(() -> proof().detached(jws, problem)).isInstanceOf(ChangedException.class);
        }
    }

    @Test
    void over_soap_in_the_faults_detail() throws Exception {
        Element problem =
                problem(Soap.post(Soap.envelope(Gateway.request().put("service", "no-such-service")), Gateway.BEARER)
                        .body());
        LookupSchema.ofFiles().validate(new DOMSource(problem));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(problem), new StreamResult(out));
        assertThatCode(() -> proof().xml(out.toByteArray())).doesNotThrowAnyException();
        byte[] changed = out.toString(StandardCharsets.UTF_8)
                .replace("SERVICE_UNKNOWN", "NOT_GRANTED")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> proof().xml(changed)).isInstanceOf(ChangedException.class);
    }

    @Test
    void a_stranger_is_owed_no_signature() throws IOException {
        HttpResponse<byte[]> refusal = Gateway.post(WRONG, Map.of("Content-Type", "application/json"));
        assertThat(refusal.headers().firstValue("Vahid-Signature")).isEmpty();
        Element problem =
                problem(Soap.post(Soap.envelope(Gateway.request()), null).body());
        assertThat(problem.getElementsByTagNameNS("http://www.w3.org/2000/09/xmldsig#", "Signature")
                        .getLength())
                .isZero();
    }

    private static Element problem(byte[] envelope) {
        return (Element) XmlFactories.parse(envelope)
                .getElementsByTagNameNS(Soap.NAMESPACE, "problem")
                .item(0);
    }
}

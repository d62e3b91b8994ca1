package az.dost.vahid.sources.agency.call;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.ProofKind;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.key.Agency;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A proof that is looked for nowhere lets every reply pass: an agency with one is not asked at all. */
@Tag("attack")
class UnprovableRepliesTest {
    private static Replies replies(ProofKind kind, String soapVersion, String reply) {
        Connector.Call call = new Connector.Call(
                null,
                null,
                soapVersion,
                null,
                null,
                null,
                null,
                null,
                reply,
                List.of(200),
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null);
        Connector.Proof proof = new Connector.Proof(kind, null, null, 60, true, null);
        return new Replies(
                new Connector(
                        "agency",
                        null,
                        null,
                        null,
                        false,
                        soapVersion == null ? Connector.Protocol.REST : Connector.Protocol.SOAP,
                        null,
                        List.of(),
                        null,
                        null,
                        5000,
                        1,
                        1,
                        false,
                        10_000,
                        call,
                        null,
                        proof,
                        null,
                        null,
                        null),
                Agency.RSA.pinned(),
                Agency.CRYPTO);
    }

    @ParameterizedTest
    @CsvSource({
        "CMS_DETACHED, 1.1, json",
        "CMS_DETACHED, , xml",
        "CMS_DETACHED, , json",
        "WSS_X509, , xml",
        "WSS_X509, , json",
        "XML_SIGNATURE, , json"
    })
    void a_proof_that_no_reply_of_the_form_can_have_stops_the_start(ProofKind kind, String soapVersion, String reply) {
        assertThatThrownBy(() -> replies(kind, soapVersion, reply))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("agency");
    }

    @ParameterizedTest
    @CsvSource({
        "TLS, , json",
        "JWS_DETACHED, , json",
        "JWS_DETACHED, 1.1, json",
        "WSS_X509, 1.2, json",
        "XML_SIGNATURE, , xml",
        "XML_SIGNATURE, 1.1, json"
    })
    void any_other_is_looked_for(ProofKind kind, String soapVersion, String reply) {
        assertThatCode(() -> replies(kind, soapVersion, reply)).doesNotThrowAnyException();
    }
}

package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.signature.key.RequestSignature;
import java.util.stream.Stream;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.ws.security.SecurityConstants;
import org.springframework.stereotype.Component;

/** WS-Security 1.1 at the mock agencies' endpoints: who may ask, and how answers are signed. */
@Component
final class SoapSecurity {
    private final DemoKeys keys;

    SoapSecurity(DemoKeys keys) {
        this.keys = keys;
    }

    /**
     * X.509 both ways: the gateway has signed Body and Timestamp, the answer confirms its signature.
     *
     * @param algorithm RSA or EC, of the answer
     * @param taken signatures of questions that the agency's contract allows
     */
    void x509(EndpointImpl endpoint, String agency, String algorithm, RequestSignature... taken) {
        endpoint.getInInterceptors()
                .add(new SignedByGateway(Stream.of(taken)
                        .map(one -> keys.gatewayCertificate(one.alias()))
                        .toList()));
        // A question is told from its copy by the SignatureConfirmation; the mock keeps no memory of questions.
        endpoint.getProperties().put(SecurityConstants.ENABLE_TIMESTAMP_CACHE, false);
        endpoint.getProperties().put(SecurityConstants.ENABLE_NONCE_CACHE, false);
        endpoint.getOutInterceptors().add(new AnswerSigner(keys, agency, algorithm, true));
    }

    /** Signs answers to questions that are authenticated otherwise. Algorithm is RSA or EC. */
    void answers(EndpointImpl endpoint, String agency, String algorithm) {
        endpoint.getOutInterceptors().add(new AnswerSigner(keys, agency, algorithm, false));
    }
}

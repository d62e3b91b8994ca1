package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.DemoKeys;
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

    /** X.509 both ways: the gateway has signed Body and Timestamp, the answer confirms its signature. */
    void x509(EndpointImpl endpoint, String agency, String algorithm) {
        endpoint.getInInterceptors().add(new SignedByGateway(keys.gatewayCertificate("wss")));
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

package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.DemoKeys;
import java.util.HashMap;
import java.util.Map;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.ws.security.SecurityConstants;
import org.apache.cxf.ws.security.wss4j.DefaultCryptoCoverageChecker;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.dom.handler.RequestData;
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
        endpoint.getInInterceptors().add(new SignedByGateway(PinnedCrypto.trusting(keys.gatewayCertificate("wss"))));
        DefaultCryptoCoverageChecker coverage = new DefaultCryptoCoverageChecker();
        coverage.setSignBody(true);
        coverage.setSignTimestamp(true);
        endpoint.getInInterceptors().add(coverage);
        // A question is told from its copy by the SignatureConfirmation; the mock keeps no memory of questions.
        endpoint.getProperties().put(SecurityConstants.ENABLE_TIMESTAMP_CACHE, false);
        endpoint.getProperties().put(SecurityConstants.ENABLE_NONCE_CACHE, false);
        endpoint.getOutInterceptors().add(new AnswerSigner(keys, agency, algorithm, true));
    }

    /** Signs answers to questions that are authenticated otherwise. Algorithm is RSA or EC. */
    void answers(EndpointImpl endpoint, String agency, String algorithm) {
        endpoint.getOutInterceptors().add(new AnswerSigner(keys, agency, algorithm, false));
    }

    private static final class SignedByGateway extends WSS4JInInterceptor {
        private final Crypto gateway;

        SignedByGateway(Crypto gateway) {
            super(new HashMap<>(Map.of(
                    ConfigurationConstants.ACTION, ConfigurationConstants.SIGNATURE + " " + ConfigurationConstants.TIMESTAMP,
                    ConfigurationConstants.ENABLE_SIGNATURE_CONFIRMATION, "true")));
            this.gateway = gateway;
        }

        @Override
        public Crypto loadSignatureVerificationCrypto(RequestData requestData) {
            return gateway;
        }
    }
}

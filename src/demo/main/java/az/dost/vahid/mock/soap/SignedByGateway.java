package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.DemoKeys;
import jakarta.xml.soap.SOAPException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.apache.wss4j.dom.message.token.Timestamp;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Lets in questions whose Body and Timestamp the gateway has signed. */
final class SignedByGateway extends WSS4JInInterceptor {
    private final Crypto gateway;

    /** @param gateway certificates of the keys that may have signed */
    SignedByGateway(List<X509Certificate> gateway) {
        super(new HashMap<>(Map.of(
                ConfigurationConstants.ACTION,
                ConfigurationConstants.SIGNATURE + " " + ConfigurationConstants.TIMESTAMP,
                ConfigurationConstants.ENABLE_SIGNATURE_CONFIRMATION,
                "true")));
        this.gateway = PinnedCrypto.trusting(gateway);
    }

    @Override
    public Crypto loadSignatureVerificationCrypto(RequestData requestData) {
        requestData.setSignatureProvider(DemoKeys.CRYPTO.provider());
        return gateway;
    }

    /**
     * WSS4J is content with a signature over anything; CXF's own check of what it covers costs a third of a call in
     * XPath.
     */
    @Override
    protected void doResults(
            SoapMessage message,
            String actor,
            Element header,
            Element body,
            WSHandlerResult results,
            boolean withCallbacks)
            throws SOAPException, XMLStreamException, WSSecurityException {
        List<Node> signed = found(results, WSConstants.SIGN, WSSecurityEngineResult.TAG_DATA_REF_URIS)
                .flatMap(references -> ((Collection<?>) references).stream())
                .map(reference -> DOMUtils.getDomElement(((WSDataRef) reference).getProtectedElement()))
                .toList();
        List<Node> stamps = found(results, WSConstants.TS, WSSecurityEngineResult.TAG_TIMESTAMP)
                .map(stamp -> DOMUtils.getDomElement(((Timestamp) stamp).getElement()))
                .toList();
        if (!signed.contains(DOMUtils.getDomElement(body)) || !signed.containsAll(stamps)) {
            throw new WSSecurityException(WSSecurityException.ErrorCode.FAILED_CHECK);
        }
        super.doResults(message, actor, header, body, results, withCallbacks);
    }

    private static Stream<Object> found(WSHandlerResult results, int action, String tag) {
        return results.getActionResults().getOrDefault(action, List.of()).stream()
                .map(result -> result.get(tag));
    }
}

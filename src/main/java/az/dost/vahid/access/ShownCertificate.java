package az.dost.vahid.access;

import az.dost.vahid.signature.ClientCertificate;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import org.apache.camel.Exchange;
import org.apache.camel.component.cxf.common.message.CxfConstants;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** The certificate that a caller showed in mutual TLS, from the connection itself: no header can stand for it. */
final class ShownCertificate {
    /** Jakarta Servlet, section 3.10. */
    private static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";

    /** Null when there was none, as always with a message of the broker. */
    static ClientCertificate of(Exchange exchange) {
        HttpServletRequest request = request(exchange);
        Object shown = request == null ? null : request.getAttribute(ATTRIBUTE);
        return shown instanceof X509Certificate[] chain && chain.length > 0 ? ClientCertificate.of(chain[0]) : null;
    }

    private static HttpServletRequest request(Exchange exchange) {
        if (exchange.getMessage() instanceof PlatformHttpMessage message) {
            return message.getRequest();
        }
        Object soap = exchange.getMessage().getHeader(CxfConstants.CAMEL_CXF_MESSAGE);
        return soap instanceof org.apache.cxf.message.Message message
                && message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest request ? request : null;
    }

    private ShownCertificate() { }
}

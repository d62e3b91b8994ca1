package az.dost.vahid.check.rehearse;

import az.dost.vahid.connector.CallAddress;
import az.dost.vahid.connector.Connector;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;

/** What a request says beside its body, in the places where the connector has placeholders: address and headers. */
final class AskedBeside {
    /**
     * By the placeholders' names.
     *
     * @throws IllegalArgumentException when the request is for another address than the connector's
     */
    static Map<String, String> of(Connector connector, HttpExchange exchange) {
        Map<String, String> told = new HashMap<>();
        String header = connector.call().finHeader();
        if (header != null && exchange.getRequestHeaders().getFirst(header) != null) {
            told.put("fin", exchange.getRequestHeaders().getFirst(header));
        }
        CallAddress address = connector.call().address();
        if (address != null) {
            Matcher came = address.matcher(
                    exchange.getRequestURI().getRawPath(),
                    exchange.getRequestURI().getRawQuery());
            if (came == null) {
                throw new IllegalArgumentException("The request is for another address than the connector's");
            }
            address.placeholders()
                    .forEach(name -> told.put(
                            name, URLDecoder.decode(came.group(name).replace("+", "%2B"), StandardCharsets.UTF_8)));
        }
        return told;
    }

    private AskedBeside() {}
}

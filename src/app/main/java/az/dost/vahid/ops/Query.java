package az.dost.vahid.ops;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** An address below the contract's, with what is asked for; nothing of a citizen. */
final class Query {
    private final StringBuilder path;
    private char next = '?';

    Query(String below) {
        path = new StringBuilder(GatewayClient.BASE).append(below);
    }

    /** @param value null for none */
    Query with(String name, Object value) {
        if (value != null) {
            path.append(next)
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
            next = '&';
        }
        return this;
    }

    String path() {
        return path.toString();
    }
}

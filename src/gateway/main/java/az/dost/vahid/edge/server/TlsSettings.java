package az.dost.vahid.edge.server;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.tls.*}.
 *
 * @param port of the HTTPS listener, null for none
 * @param host address to listen at
 * @param key alias of the gateway's key that the server shows
 * @param required whether a client must show a certificate
 * @param protocols versions of TLS
 * @param ciphers suites of all versions, the best first
 */
@ConfigurationProperties("vahid.tls")
record TlsSettings(
        Integer port, String host, String key, boolean required, List<String> protocols, List<String> ciphers) {}

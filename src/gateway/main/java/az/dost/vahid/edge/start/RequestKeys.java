package az.dost.vahid.edge.start;

import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.RequestSignature;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the gateway has the keys by which its agencies take signed requests. Those of a token are looked for when it
 * is opened.
 */
final class RequestKeys {
    private static final String KEYS = "vahid.keys";
    private final Map<RequestSignature, List<String>> wanted = new EnumMap<>(RequestSignature.class);

    /** @param connector descriptor of an agency */
    void add(JsonNode connector) {
        if (connector.at("/auth/kind").asText().equals("wss-x509")) {
            RequestSignature signature =
                    RequestSignature.named(connector.at("/auth/signature").asText());
            wanted.computeIfAbsent(signature, one -> new ArrayList<>())
                    .add(connector.path("id").asText());
        }
    }

    void check(SettingsReader settings) {
        wanted.forEach((signature, agencies) -> settings.mention(
                KEYS,
                "gateway.p12 with the key " + signature.alias() + " (" + signature.kind() + "): it signs requests to "
                        + String.join(", ", agencies),
                ""));
        Path keys = settings.path(KEYS);
        String password = settings.value("vahid.keys-password");
        if (wanted.isEmpty()
                || keys == null
                || password.isEmpty()
                || !settings.value("vahid.keys-token").isEmpty()
                || !Files.isReadable(keys.resolve("gateway.p12"))) {
            return;
        }
        Set<String> present = aliases(keys.resolve("gateway.p12"), password.toCharArray());
        if (present == null) {
            settings.add(
                    MissingSetting.wrong("vahid.keys-password", "does not open " + keys.resolve("gateway.p12"), ""));
            return;
        }
        wanted.forEach((signature, agencies) -> {
            if (!present.contains(signature.alias())) {
                settings.add(new MissingSetting(
                        KEYS,
                        "has no key " + signature.alias() + " (" + signature.kind() + ") in gateway.p12, and "
                                + String.join(", ", agencies) + " want requests signed by it",
                        "The command 'keys new' makes one, keytool -importkeystore brings it there",
                        ""));
            }
        });
    }

    /** Null when the store does not open. */
    private static Set<String> aliases(Path file, char[] password) {
        try {
            return new GatewayKeys(file, password, new CryptoProvider(false))
                    .certificates()
                    .keySet();
        } catch (IllegalStateException e) {
            return null;
        }
    }
}

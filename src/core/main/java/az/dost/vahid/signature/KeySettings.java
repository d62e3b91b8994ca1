package az.dost.vahid.signature;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the gateway's keys, directly below {@code vahid}.
 *
 * @param keys folder with {@code gateway.p12} and the agencies' certificates
 * @param keysToken the configuration of SunPKCS11 for keys in a token, blank for none
 * @param keysPassword of {@code gateway.p12}, or the token's PIN
 * @param personKey file with the key by which persons are known, or {@code store} where it lies with the other keys
 * @param crypto {@code native} where its library loads, or {@code jdk}
 */
@ConfigurationProperties("vahid")
record KeySettings(Path keys, String keysToken, String keysPassword, Path personKey, String crypto) {
    /** Whether the key by which persons are known lies in the store or the token of the others. */
    boolean personStored() {
        return personKey.toString().equals("store");
    }

    /** Certificates of keys that sign dossiers, of before and of other gateways; the file need not be there. */
    Path known() {
        return keys.resolve("gateway-dossier.pem");
    }
}

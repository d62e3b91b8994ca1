package az.dost.vahid.kit.certify;

import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.connector.Connector.AuthKind;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.sources.agency.SingleAgency;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Brings an agency up to be asked, with the settings of a command. */
public final class TriedAgency {
    private static final Set<AuthKind> WITH_OWN_KEY = Set.of(AuthKind.WSS_X509, AuthKind.MUTUAL_TLS);

    /** @throws az.dost.vahid.problem.StartException naming the setting that the agency lacks */
    public static SingleAgency of(CheckedFolder folder, Map<String, String> settings, Path keys) throws Exception {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("command", new HashMap<>(settings)));
        CryptoProvider crypto = new CryptoProvider(true);
        GatewayKeys own = WITH_OWN_KEY.contains(folder.connector().auth().kind())
                ? new GatewayKeys(
                        keys.resolve("gateway.p12"),
                        environment.getProperty("vahid.keys-password", "").toCharArray(),
                        crypto)
                : null;
        return of(folder, environment, own, new PinnedCertificates(keys.resolve("agencies"), crypto), crypto);
    }

    public static SingleAgency of(
            CheckedFolder folder,
            Environment settings,
            GatewayKeys own,
            PinnedCertificates certificates,
            CryptoProvider crypto)
            throws Exception {
        return new SingleAgency(folder.running(), settings, own, certificates, crypto);
    }

    private TriedAgency() {}
}

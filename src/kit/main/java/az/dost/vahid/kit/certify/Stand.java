package az.dost.vahid.kit.certify;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.rehearse.PlayedAgency;
import az.dost.vahid.check.rehearse.PlayedService;
import az.dost.vahid.check.trial.AskedAgency;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.FileSystemUtils;

/**
 * A connector's own route on one side, the agency that is played from its samples on the other, a loopback connection
 * between.
 */
public final class Stand implements AutoCloseable {
    final Connector connector;
    /** Null for a database, which is not asked for documents. */
    final PlayedAgency agency;

    final boolean timely;
    final PlayedService server;
    private final CheckedFolder folder;
    private final AskedAgency asked;
    private final AskedAgency askedByStranger;
    private final Path pinned = Files.createTempDirectory("vahid-certify");

    /** @throws IllegalStateException when the folder has nothing to play from */
    public Stand(CheckedFolder folder, GatewayKeys keys, CryptoProvider crypto) throws Exception {
        this.folder = folder;
        connector = folder.connector();
        // Not among the gateway's: a real agency's certificate may be there.
        Rehearsal.Asked played = Rehearsal.start(folder, pinned.resolve(connector.id() + ".pem"), 0, Map.of());
        agency = played.agency();
        server = played.service();
        timely = played.timely();
        asked = asked(folder, PlayedService.SECRET, keys, crypto);
        askedByStranger = connector.protocol().waits() && connector.auth().secret() != null
                ? asked(folder, "guessed", keys, crypto)
                : null;
    }

    private AskedAgency asked(CheckedFolder folder, String secret, GatewayKeys keys, CryptoProvider crypto)
            throws Exception {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources()
                .addFirst(new MapPropertySource(
                        "stand",
                        Map.of(
                                "vahid.endpoints." + connector.endpoint(),
                                server.endpoint(),
                                "vahid.secrets." + connector.auth().secret(),
                                secret)));
        return TriedAgency.of(folder, settings, keys, new PinnedCertificates(pinned, crypto), crypto);
    }

    /** Waits longer than the connector does, so that its own limit is the one that shows. */
    SourceAnswer ask(String fin) {
        return asked.ask(fin, connector.timeoutMs() * 2);
    }

    /** The same with other credentials than the agency's. */
    SourceAnswer askAsStranger(String fin) {
        return askedByStranger.ask(fin, connector.timeoutMs() * 2);
    }

    /** An answer in words: its verdict, its reason, and what of it the mapping could not use. */
    String told(SourceAnswer answer) {
        return Conformance.told(answer) + refused(answer);
    }

    /** What of an answer the mapping could not use, behind a colon; empty where it used all. */
    String refused(SourceAnswer answer) {
        String refused = RefusedReply.of(folder, answer, asked.exchanged());
        return refused.isEmpty() ? "" : ": " + refused;
    }

    @Override
    public void close() throws IOException {
        asked.close();
        if (askedByStranger != null) {
            askedByStranger.close();
        }
        server.close();
        FileSystemUtils.deleteRecursively(pinned);
    }
}

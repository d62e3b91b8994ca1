package az.dost.vahid.check.trial;

import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.MasterKeys;
import java.util.List;
import java.util.ServiceLoader;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;

/** Brings up what a gateway has of one agency, apart from any lookup. */
public interface Trials {
    /** @throws IllegalStateException where no gateway is among the libraries */
    static Trials here() {
        return ServiceLoader.load(Trials.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No gateway is among the libraries"));
    }

    /**
     * An agency that is called.
     *
     * @param settings with the connector's endpoint, and its secret where it has one
     * @param keys null where the connector's login needs none of the gateway's
     * @throws az.dost.vahid.problem.StartException naming the setting that the agency lacks
     */
    AskedAgency agency(
            ConnectorFolder folder,
            Environment settings,
            GatewayKeys keys,
            PinnedCertificates certificates,
            CryptoProvider crypto)
            throws Exception;

    /**
     * An agency that leaves files: begins to look into the folder of the connector's endpoint.
     *
     * @param settings with the connector's endpoint, {@code vahid.data} and {@code vahid.keys}
     * @param database with the gateway's tables
     * @throws az.dost.vahid.problem.StartException naming the setting that the agency lacks
     */
    FetchedDrops drops(
            ConnectorFolder folder, Environment settings, DataSource database, PinnedCertificates certificates)
            throws Exception;

    /**
     * The evidence of a dossier's answers that were used. Empty when there is no such dossier, or its evidence's time
     * is over.
     *
     * @param master opens the record's keys
     * @throws az.dost.vahid.signature.key.ChangedException when it is not what was kept
     */
    List<KeptEvidence> evidence(UUID dossier, DataSource database, MasterKeys master, CryptoProvider crypto);
}

package az.dost.vahid.sources.agency;

import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.check.trial.AskedAgency;
import az.dost.vahid.check.trial.FetchedDrops;
import az.dost.vahid.check.trial.Trials;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.proof.record.EvidenceReader;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.MasterKeys;
import az.dost.vahid.sources.ingest.SingleDrop;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** What this gateway has of one agency, for the kit. */
public final class GatewayTrials implements Trials {
    @Override
    public AskedAgency agency(
            ConnectorFolder folder,
            Environment settings,
            GatewayKeys keys,
            PinnedCertificates certificates,
            CryptoProvider crypto)
            throws Exception {
        return new SingleAgency(folder, settings, keys, certificates, crypto);
    }

    @Override
    public FetchedDrops drops(
            ConnectorFolder folder, Environment settings, DataSource database, PinnedCertificates certificates)
            throws Exception {
        return new SingleDrop(folder, settings, database, certificates) {
            @Override
            public AskedAgency asked(ConnectorFolder from) throws Exception {
                return new SingleAgency(from, snapshots());
            }
        };
    }

    @Override
    public List<KeptEvidence> evidence(UUID dossier, DataSource database, MasterKeys master, CryptoProvider crypto) {
        return new EvidenceReader(new JdbcTemplate(database), master, crypto).used(dossier);
    }
}

package az.dost.vahid.record;

import az.dost.vahid.signature.CryptoProvider;
import az.dost.vahid.signature.MasterKeys;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Opens the evidence that is kept of dossiers. */
public final class EvidenceReader {
    private final JdbcTemplate jdbc;
    private final Bodies bodies;

    /** @param master opens the record's keys */
    public EvidenceReader(JdbcTemplate jdbc, MasterKeys master, CryptoProvider crypto) {
        this(jdbc, new Bodies(new DataKeys(jdbc, master, crypto)));
    }

    EvidenceReader(JdbcTemplate jdbc, Bodies bodies) {
        this.jdbc = jdbc;
        this.bodies = bodies;
    }

    /**
     * All of it, refused answers too. Empty when there is no such dossier, or its evidence's time is over.
     *
     * @throws az.dost.vahid.signature.ChangedException when it is not what was kept
     */
    public List<KeptEvidence> of(UUID dossier) {
        return of(dossier, any -> true);
    }

    List<KeptEvidence> of(UUID dossier, Predicate<DataClass> wanted) {
        return jdbc.query("select data_class, bundle from evidence where dossier_id = ? order by data_class", (row, n) -> {
            DataClass dataClass = DataClass.of(row.getString(1));
            return wanted.test(dataClass) ? EvidenceBundle.read(bodies.open(dossier, dataClass, row.getString(1), row.getBytes(2)))
                    : List.<KeptEvidence>of();
        }, dossier).stream().flatMap(List::stream).toList();
    }
}

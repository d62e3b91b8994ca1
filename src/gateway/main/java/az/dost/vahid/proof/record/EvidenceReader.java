package az.dost.vahid.proof.record;

import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.BodyName;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.DataKeys;
import az.dost.vahid.proof.record.body.DayJdbc;
import az.dost.vahid.proof.record.body.Dictionaries;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.MasterKeys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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
        this(jdbc, bodies(jdbc, new DataKeys(jdbc, master, crypto)));
    }

    private static Bodies bodies(JdbcTemplate jdbc, DataKeys keys) {
        return new Bodies(keys, new Dictionaries(jdbc, keys, Clock.systemUTC()));
    }

    EvidenceReader(JdbcTemplate jdbc, Bodies bodies) {
        this.jdbc = new DayJdbc(jdbc.getDataSource());
        this.bodies = bodies;
    }

    /**
     * That of answers that were used. Empty when there is no such dossier, or its evidence's time is over.
     *
     * @throws az.dost.vahid.signature.key.ChangedException when it is not what was kept
     */
    public List<KeptEvidence> used(UUID dossier) {
        // Before refused answers had a class of their own, they were kept with the others: the dossier tells which they
        // are.
        List<RefusedAnswers> told = jdbc.query(
                "select content from dossier where id = ? and content is not null",
                (row, n) -> RefusedAnswers.of(AuditEntry.read(new String(
                        bodies.open(dossier, DataClass.DOSSIER, BodyName.CONTENT, row.getBytes(1)),
                        StandardCharsets.UTF_8))),
                dossier);
        return of(dossier, dataClass -> dataClass != DataClass.REFUSED).stream()
                .filter(piece -> told.stream().allMatch(refused -> refused.mayTravel(piece)))
                .toList();
    }

    /** @param wanted classes of data */
    List<KeptEvidence> of(UUID dossier, Predicate<DataClass> wanted) {
        return jdbc
                .query(
                        "select data_class, bundle from evidence where dossier_id = ? order by data_class",
                        (row, n) -> {
                            DataClass dataClass = DataClass.of(row.getString(1));
                            return wanted.test(dataClass)
                                    ? EvidenceBundle.read(
                                            bodies.open(dossier, dataClass, row.getString(1), row.getBytes(2)))
                                    : List.<KeptEvidence>of();
                        },
                        dossier)
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}

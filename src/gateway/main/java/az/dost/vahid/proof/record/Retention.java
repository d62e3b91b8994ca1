package az.dost.vahid.proof.record;

import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.DataKeys;
import az.dost.vahid.proof.record.body.DayJdbc;
import az.dost.vahid.proof.record.body.RecordId;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Deletes bodies when their time is over, and the keys that could read copies of them. The chain says so, which is how
 * a body that is gone can be told from one that was removed; digests and signatures stay.
 */
public final class Retention {
    /** A partition is gone for all at once, also for who checks the record as it was when he began. */
    private static final int LAST_READ_DAYS = 2;

    private final JdbcTemplate jdbc;
    private final GroupCommit commit;
    private final DataKeys keys;
    private final Partitions partitions;
    private final Map<DataClass, Period> kept;
    private final Clock clock;

    /** @param kept how long after its day (UTC) each class is kept; a class that is not named is kept for ever */
    public Retention(
            JdbcTemplate jdbc,
            GroupCommit commit,
            DataKeys keys,
            Partitions partitions,
            Map<DataClass, Period> kept,
            Clock clock) {
        this.jdbc = new DayJdbc(jdbc.getDataSource());
        this.commit = commit;
        this.keys = keys;
        this.partitions = partitions;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * Deletes what is over: first the key, with the chain's entry, so that nothing can be read any more; then the
     * bodies.
     */
    public void apply() {
        LocalDate today = LocalDate.now(clock);
        kept.forEach((dataClass, period) -> jdbc.queryForList(
                        "select day from data_key where data_class = ? and day < ? order by day",
                        Date.class,
                        dataClass.code(),
                        Date.valueOf(today.minus(period)))
                .forEach(day -> delete(
                        day.toLocalDate(),
                        dataClass,
                        day.toLocalDate().isBefore(today.minus(period).minusDays(LAST_READ_DAYS)))));
    }

    /** @param unread whether nobody reads a record any more in which these bodies' time is not over */
    private void delete(LocalDate day, DataClass dataClass, boolean unread) {
        commit.keep(Unit.of(AuditEntry.retention(day, dataClass), connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update data_key set wrapped = null where day = ? and data_class = ? and wrapped is not null")) {
                update.setDate(1, Date.valueOf(day));
                update.setString(2, dataClass.code());
                return update.executeUpdate() > 0;
            }
        }));
        keys.forget(day, dataClass);
        // Not in the writer's transaction: a day's rows would keep lookups waiting. The key's row says that they are
        // still there.
        if (dataClass == DataClass.DOSSIER) {
            jdbc.update(
                    "update dossier set content = null, xml = null where id >= ? and id < ? and content is not null",
                    RecordId.start(day),
                    RecordId.start(day.plusDays(1)));
        } else if (dataClass == DataClass.CORRECTION) {
            jdbc.update(
                    "update correction_step set content = null where correction >= ? and correction < ?",
                    RecordId.start(day),
                    RecordId.start(day.plusDays(1)));
            jdbc.update(
                    "update correction set content = null where id >= ? and id < ?",
                    RecordId.start(day),
                    RecordId.start(day.plusDays(1)));
            jdbc.update(
                    "update lookup_question set content = null where id >= ? and id < ?",
                    RecordId.start(day),
                    RecordId.start(day.plusDays(1)));
        } else if (dataClass == DataClass.EXCHANGE) {
            jdbc.update(
                    "delete from exchange_message where exchange >= ? and exchange < ?",
                    RecordId.start(day),
                    RecordId.start(day.plusDays(1)));
        } else if (DataClass.OF_ANSWERS.contains(dataClass) && !answers(day, dataClass, unread)) {
            return;
        }
        for (String table : List.of("body_dictionary", "body_dictionary_first")) {
            jdbc.update(
                    "delete from " + table + " where day = ? and data_class = ?", Date.valueOf(day), dataClass.code());
        }
        jdbc.update("delete from data_key where day = ? and data_class = ?", Date.valueOf(day), dataClass.code());
    }

    /** Says whether they are gone. */
    private boolean answers(LocalDate day, DataClass dataClass, boolean unread) {
        if (!last(day, dataClass)) {
            jdbc.update(
                    "delete from evidence where dossier_id >= ? and dossier_id < ? and data_class = ?",
                    RecordId.start(day),
                    RecordId.start(day.plusDays(1)),
                    dataClass.code());
            return true;
        }
        if (unread) {
            partitions.drop("evidence", day);
        }
        return unread;
    }

    /** Whether a day has no answers left but those of this class: then its partition goes as a whole. */
    private boolean last(LocalDate day, DataClass dataClass) {
        return DataClass.OF_ANSWERS.stream()
                .filter(other -> other != dataClass)
                .noneMatch(other -> jdbc.queryForObject(
                        "select exists (select 1 from data_key where day = ? and data_class = ?)",
                        Boolean.class,
                        Date.valueOf(day),
                        other.code()));
    }
}

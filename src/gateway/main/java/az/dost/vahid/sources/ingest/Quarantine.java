package az.dost.vahid.sources.ingest;

import az.dost.vahid.drop.DropRefused;
import az.dost.vahid.drop.ReceivedDrop;
import az.dost.vahid.drop.RowFinding;
import az.dost.vahid.json.Json;
import az.dost.vahid.proof.blob.Blob;
import az.dost.vahid.sources.ingest.drop.DropFile;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets one agency's bad files aside, each with a report in its row that tells what is wrong and where. */
final class Quarantine {
    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
    private static final ObjectMapper JSON = Json.mapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);
    private final String agency;
    private final DropArchive archive;
    private final DropJournal journal;

    Quarantine(String agency, DropArchive archive, DropJournal journal) {
        this.agency = agency;
        this.archive = archive;
        this.journal = journal;
    }

    /** The report; it holds no value of the file. */
    private record Report(
            String agency,
            String file,
            String digest,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant refusedAt,
            String reason,
            String message,
            List<RowFinding> findings) {}

    void put(Connection connection, ReceivedDrop drop, DropRefused refusal, Instant now)
            throws IOException, SQLException {
        String report = JSON.writeValueAsString(new Report(
                agency,
                drop.name().name(),
                drop.digest(),
                now,
                refusal.reason().name(),
                refusal.getMessage(),
                refusal.findings()));
        Blob blob = archive.put(drop, true);
        FileTransaction.of(connection, () -> {
            DropFile file = journal.enter(
                    connection,
                    drop,
                    asOf(drop, now),
                    DropJournal.State.QUARANTINED,
                    refusal.reason().name(),
                    report);
            archive.commit(connection, drop, blob, file);
            return file;
        });
        LOG.warn(
                "{} of {} is refused, {}: {}; it is kept as {}, with a report",
                drop.name().name(),
                agency,
                refusal.reason(),
                refusal.getMessage(),
                blob.id());
    }

    private static Instant asOf(ReceivedDrop drop, Instant now) {
        try {
            return drop.name().asOf(now);
        } catch (DropRefused | DateTimeException e) {
            return now;
        }
    }
}

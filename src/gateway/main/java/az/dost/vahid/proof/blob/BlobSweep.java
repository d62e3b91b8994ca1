package az.dost.vahid.proof.blob;

import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes out of the store what belongs to nobody: blobs that were put and never committed, those whose rows are gone,
 * and those whose day's key retention has destroyed. That two gateways do it at the same time costs a second look, and
 * nothing else.
 */
public final class BlobSweep {
    private static final Logger LOG = LoggerFactory.getLogger(BlobSweep.class);
    private static final int PIECE = 500;
    private static final Pattern FOLDER = Pattern.compile(
            "(?<class>" + Arrays.stream(DataClass.values()).map(DataClass::code).collect(Collectors.joining("|"))
                    + ")/(?<day>\\d{4}-\\d\\d-\\d\\d)");
    private final BlobStore store;
    private final JdbcTemplate jdbc;
    private final Duration kept;
    private final Counter removed;

    private record Folder(String name, DataClass dataClass, LocalDate day) {
        static Optional<Folder> of(String name) {
            Matcher parts = FOLDER.matcher(name);
            return parts.matches()
                    ? Optional.of(
                            new Folder(name, DataClass.of(parts.group("class")), LocalDate.parse(parts.group("day"))))
                    : Optional.empty();
        }
    }

    /** @param kept how long a blob may wait for its commit */
    BlobSweep(BlobStore store, JdbcTemplate jdbc, Duration kept, MeterRegistry meters) {
        this.store = store;
        this.jdbc = jdbc;
        this.kept = kept;
        removed = meters.counter("vahid.blobs.removed");
    }

    public void sweep() {
        Instant before =
                jdbc.queryForObject("select now()", Timestamp.class).toInstant().minus(kept);
        try {
            for (Optional<Folder> folder :
                    store.folders().stream().map(Folder::of).toList()) {
                if (folder.isPresent()) {
                    sweep(folder.get(), before);
                }
            }
            store.tidy(before);
        } catch (IOException e) {
            LOG.warn("Blobs that belong to nobody are taken away later: {}", e.getMessage());
        }
    }

    private void sweep(Folder folder, Instant before) throws IOException {
        end(folder, before);
        List<BlobStore.Stored> old = new ArrayList<>();
        store.list(folder.name(), blob -> {
            if (blob.changed().isBefore(before)) {
                old.add(blob);
            }
        });
        for (int from = 0; from < old.size(); from += PIECE) {
            remove(folder, old.subList(from, Math.min(from + PIECE, old.size())));
        }
    }

    /** Without their key nobody reads them: their rows go, and they belong to nobody then. */
    private void end(Folder folder, Instant before) {
        boolean over = folder.day().isBefore(LocalDate.ofInstant(before, ZoneOffset.UTC))
                && jdbc.queryForObject(
                        "select count(*) = 0 from data_key where day = ?"
                                + " and data_class = ? and wrapped is not null",
                        Boolean.class,
                        Date.valueOf(folder.day()),
                        folder.dataClass().code());
        int rows = !over
                ? 0
                : jdbc.update(
                        "delete from blob where data_class = ? and id >= ? and id < ?",
                        folder.dataClass().code(),
                        RecordId.start(folder.day()),
                        RecordId.start(folder.day().plusDays(1)));
        if (rows > 0) {
            LOG.info("The time of {} blobs of {} is over", rows, folder.name());
        }
    }

    private void remove(Folder folder, List<BlobStore.Stored> blobs) throws IOException {
        String[] digests = blobs.stream()
                .map(blob -> blob.name().substring(folder.name().length() + 1))
                .toArray(String[]::new);
        for (String digest : jdbc.queryForList(
                "select digest from unnest(?) as d (digest) where not exists (select 1 from blob where blob.digest = d.digest)",
                String.class,
                (Object) digests)) {
            store.delete(folder.name() + "/" + digest);
            removed.increment();
        }
    }
}

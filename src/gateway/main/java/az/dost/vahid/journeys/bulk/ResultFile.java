package az.dost.vahid.journeys.bulk;

import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The result of a job: JSON lines, the job first, then every row in the file's order with its dossier, or with the code
 * for which there is none. Read page by page, and the same bytes each time.
 */
final class ResultFile {
    static final String MEDIA_TYPE = "application/x-ndjson";
    private static final int PAGE = 100;
    private final JdbcTemplate jdbc;
    private final DossierRecord record;
    private final BulkSeals seals;

    private record Row(int line, UUID dossier, String code) {}

    ResultFile(JdbcTemplate jdbc, DossierRecord record, BulkSeals seals) {
        this.jdbc = jdbc;
        this.record = record;
        this.seals = seals;
    }

    /**
     * Holds no connection to the database while it is not read.
     *
     * @param granted asked before each page; what it throws ends the file
     */
    InputStream open(BulkJob job, Runnable granted) {
        return new SequenceInputStream(new Pages(job, granted));
    }

    /** What a job is about, and what it says of itself whenever it is asked. */
    static ObjectNode heading(BulkJob job) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("bulkId", job.id().toString())
                .put("requester", job.requester())
                .put("service", job.terms().service())
                .put("caseRef", job.terms().caseRef())
                .put("official", job.terms().official())
                .put("receivedAt", job.receivedAt().toString())
                .put("subjects", job.subjects())
                .put("faulty", job.faulty());
    }

    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes no other.
    private final class Pages implements Enumeration<InputStream> {
        private final BulkJob job;
        private int after = -1;
        private final Runnable granted;
        private int rows;
        private List<Row> page = List.of();

        Pages(BulkJob job, Runnable granted) {
            this.granted = granted;
            this.job = job;
        }

        @Override
        public boolean hasMoreElements() {
            if (after < 0) {
                return true;
            }
            if (page.isEmpty()) {
                granted.run();
                page = jdbc.query(
                        "select line, dossier, code, mac from bulk_result where job = ? and line > ? order by line limit "
                                + PAGE,
                        (row, n) -> believed(
                                new Row(row.getInt(1), row.getObject(2, UUID.class), row.getString(3)),
                                row.getBytes(4)),
                        job.id(),
                        after);
                rows += page.size();
                if (page.isEmpty() && rows != job.subjects()) {
                    throw new ChangedException("The result of " + job.id() + " has not as many rows as its file");
                }
            }
            return !page.isEmpty();
        }

        private Row believed(Row row, byte[] mac) {
            if (!seals.believesResult(mac, job.id(), row.line(), row.dossier(), row.code())) {
                throw new ChangedException("A row of the result of " + job.id() + " is not what was written");
            }
            return row;
        }

        @Override
        public InputStream nextElement() {
            if (after < 0) {
                after = 0;
                return new ByteArrayInputStream((heading(job) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            Map<UUID, byte[]> dossiers = record.contents(
                    page.stream().map(Row::dossier).filter(Objects::nonNull).toList());
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            for (Row row : page) {
                write(row, dossiers, text);
                after = row.line();
            }
            page = List.of();
            return new ByteArrayInputStream(text.toByteArray());
        }
    }

    /** The dossier byte by byte as it is kept, and as GET /v1/dossiers/{id} gives it. */
    private static void write(Row row, Map<UUID, byte[]> dossiers, ByteArrayOutputStream text) {
        if (row.dossier() == null) {
            text.writeBytes(ascii("{\"line\":" + row.line() + ",\"code\":\"" + row.code() + "\"}\n"));
        } else {
            text.writeBytes(ascii("{\"line\":" + row.line() + ",\"dossier\":"));
            text.writeBytes(dossiers.getOrDefault(row.dossier(), ascii("null")));
            text.writeBytes(ascii("}\n"));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

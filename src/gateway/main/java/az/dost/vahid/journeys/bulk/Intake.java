package az.dost.vahid.journeys.bulk;

import az.dost.vahid.journeys.lookup.LookupRequest;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes down a file that comes in, block by block, within one transaction: a file that ends badly leaves nothing. */
public final class Intake {
    static final String PROPERTY = "vahid.bulk.receiving";
    private static final String FAULT = "vahid.bulk.fault";
    private static final int BASE = 36;
    private final JdbcTemplate jdbc;
    private final Bodies bodies;
    private final BulkSeals seals;

    /**
     * A file on its way in.
     *
     * @param channel that tells the requester when it is complete; null for none
     * @param key of idempotency; null for none
     * @param repeated whether the key was used before: then the file is read, and nothing kept
     */
    record Receiving(
            UUID id,
            String requester,
            LookupRequest terms,
            String channel,
            String key,
            SubjectFile file,
            boolean repeated) {}

    Intake(JdbcTemplate jdbc, Bodies bodies, BulkSeals seals) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.seals = seals;
    }

    /** Has the day's key made, outside of any transaction that could take it back. */
    void prepare(UUID id) {
        bodies.seal(id, DataClass.BULK, "key", new byte[0]);
    }

    /** Keeps a block as a chunk of its own. */
    @SuppressWarnings("unchecked")
    public void keep(Exchange exchange) {
        Receiving receiving = exchange.getProperty(PROPERTY, Receiving.class);
        if (receiving.repeated()) {
            return;
        }
        int number = exchange.getProperty(Exchange.SPLIT_INDEX, Integer.class);
        if (number == 0) {
            jdbc.execute("create temporary table bulk_seen (line int, person bigint) on commit drop");
        }
        List<SubjectLine> lines = exchange.getMessage().getBody(List.class);
        List<SubjectLine> good =
                lines.stream().filter(line -> line.fault() == null).toList();
        List<SubjectLine> bad =
                lines.stream().filter(line -> line.fault() != null).toList();
        if (!good.isEmpty()) {
            jdbc.update(
                    "insert into bulk_seen select * from unnest(?, ?)",
                    numbers(good),
                    good.stream().map(line -> Long.parseLong(line.fin(), BASE)).toArray(Long[]::new));
            jdbc.update(
                    "insert into bulk_chunk (job, number, first_line, last_line, subjects) values (?, ?, ?, ?, ?)",
                    receiving.id(),
                    number,
                    good.get(0).line(),
                    good.get(good.size() - 1).line(),
                    bodies.seal(receiving.id(), DataClass.BULK, "chunk " + number, text(good)));
        }
        if (!bad.isEmpty()) {
            refuse(
                    receiving.id(),
                    numbers(bad),
                    bad.stream().map(line -> line.fault().name()).toArray(String[]::new));
        }
    }

    private void refuse(UUID job, Integer[] lines, String... codes) {
        byte[][] macs = new byte[lines.length][];
        for (int i = 0; i < lines.length; i++) {
            macs[i] = seals.result(job, lines[i], null, codes[i]);
        }
        jdbc.update(
                "insert into bulk_result (job, line, code, mac) select ?, * from unnest(?, ?, ?)",
                job,
                lines,
                codes,
                macs);
    }

    private static Integer[] numbers(List<SubjectLine> lines) {
        return lines.stream().map(SubjectLine::line).toArray(Integer[]::new);
    }

    private static byte[] text(List<SubjectLine> lines) {
        return lines.stream()
                .map(line -> line.line() + " " + line.fin())
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Notes why the file is not taken in; {@link #check} throws it when the transaction is over. */
    public void giveUp(Exchange exchange) {
        exchange.setProperty(FAULT, exchange.getProperty(Exchange.EXCEPTION_CAUGHT));
    }

    /** @throws RuntimeException why the file was not taken in */
    public void check(Exchange exchange) throws Exception {
        Exception fault = exchange.getProperty(FAULT, Exception.class);
        if (fault instanceof DuplicateKeyException) {
            // Another request with its key came first.
            throw new ProblemException(ProblemCode.OVERLOADED);
        }
        if (fault != null) {
            throw fault;
        }
    }

    /** Finds the rows whose FIN an earlier one has, and keeps the job; nothing is done for it yet. */
    public void end(Exchange exchange) {
        Receiving receiving = exchange.getProperty(PROPERTY, Receiving.class);
        byte[] digest = receiving.file().digest();
        exchange.getMessage().setBody(digest);
        if (receiving.repeated()) {
            return;
        }
        Integer[] again = jdbc.queryForList(
                        "select line from (select line, row_number() over (partition by person order by line) as n from bulk_seen) seen"
                                + " where n > 1",
                        Integer.class)
                .toArray(Integer[]::new);
        String[] codes = new String[again.length];
        Arrays.fill(codes, RowFault.DUPLICATE.name());
        refuse(receiving.id(), again, codes);
        String terms = receiving.terms().terms().toString();
        jdbc.update(
                "insert into bulk_job (id, requester, terms, channel, idempotency_key, digest, state, subjects, faulty, mac) "
                        + "values (?, ?, ?::json, ?, ?, ?, 'RECEIVED', ?, (select count(*) from bulk_result where job = ?), ?)",
                receiving.id(),
                receiving.requester(),
                terms,
                receiving.channel(),
                receiving.key(),
                digest,
                receiving.file().rows(),
                receiving.id(),
                seals.job(
                        receiving.id(),
                        receiving.requester(),
                        terms,
                        receiving.channel(),
                        digest,
                        receiving.file().rows()));
    }
}

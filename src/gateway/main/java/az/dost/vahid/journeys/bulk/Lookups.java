package az.dost.vahid.journeys.bulk;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.journeys.lookup.BackgroundLookups;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import az.dost.vahid.sources.agency.Paces;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.springframework.jdbc.core.JdbcTemplate;

/** The lookup of one row: begun as the requester's grants stand at this moment, and what came of it kept. */
public final class Lookups {
    private static final String SUBJECT = "vahid.bulk.subject";
    private static final String AGENCIES = "vahid.bulk.agencies";
    private static final int MOST_ATTEMPTS = 5;
    private static final String INSERT =
            "insert into bulk_result (job, line, dossier, code, mac) values (?, ?, ?, ?, ?) on conflict do nothing";
    private final JdbcTemplate jdbc;
    private final AccessPolicy access;
    private final BackgroundLookups desk;
    private final Paces paces;
    private final BulkSeals seals;

    Lookups(JdbcTemplate jdbc, AccessPolicy access, BackgroundLookups desk, Paces paces, BulkSeals seals) {
        this.jdbc = jdbc;
        this.access = access;
        this.desk = desk;
        this.paces = paces;
        this.seals = seals;
    }

    /** @throws ProblemException NOT_GRANTED */
    static void authorise(AccessPolicy access, Requester requester, String service) {
        if (!requester.grants().contains("bulk:" + service)) {
            access.authoriseAct(requester, "bulk", null);
        }
    }

    /** @throws ProblemException as a lookup does that is not granted */
    public void begin(Exchange exchange) {
        NextRow subject = exchange.getMessage().getBody(NextRow.class);
        exchange.setProperty(SUBJECT, subject);
        exchange.setProperty(AGENCIES, begin(exchange, subject));
    }

    private List<String> begin(Exchange exchange, NextRow subject) {
        Requester requester = granted(access, subject.job());
        exchange.setProperty(Requester.PROPERTY, requester);
        return desk.begin(exchange, requester, subject.job().terms().about(subject.fin()));
    }

    /** Whose job it is, as it is now. @throws ProblemException NOT_GRANTED */
    static Requester granted(AccessPolicy access, BulkJob job) {
        Requester requester = access.named(job.requester())
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_GRANTED, null, "The requester is no more."));
        authorise(access, requester, job.terms().service());
        return requester;
    }

    /** Whether an agency has no place to spare yet; otherwise the places are taken. */
    @SuppressWarnings("unchecked")
    public boolean early(Exchange exchange) {
        return !paces.take(exchange.getProperty(AGENCIES, List.class));
    }

    /** Begins anew, as the deadline counts from here. */
    public void start(Exchange exchange) {
        begin(exchange, exchange.getProperty(SUBJECT, NextRow.class));
    }

    /** Keeps the dossier and the row's result together. */
    public void keep(Exchange exchange) {
        NextRow subject = exchange.getProperty(SUBJECT, NextRow.class);
        UUID dossier = desk.dossier(exchange);
        desk.keep(exchange, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setObject(1, subject.job().id());
                insert.setInt(2, subject.line());
                insert.setObject(3, dossier);
                insert.setString(4, null);
                insert.setBytes(5, seals.result(subject.job().id(), subject.line(), dossier, null));
                return insert.executeUpdate() > 0;
            }
        });
    }

    /**
     * Throws again what another turn may do better with: a row that was not refused for what it is, nor tried often
     * enough.
     */
    public void settle(Exchange exchange) throws Exception {
        Exception fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        // What passes is not the row's fault: the chunk is taken again.
        if (Problems.of(fault).code().passes() && Chunks.of(exchange).attempts() < MOST_ATTEMPTS) {
            throw fault;
        }
    }

    /** Keeps the code of a row that was refused. */
    public void refuse(Exchange exchange) {
        NextRow subject = exchange.getProperty(SUBJECT, NextRow.class);
        String code = Problems.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                .code()
                .name();
        jdbc.update(
                INSERT,
                subject.job().id(),
                subject.line(),
                null,
                code,
                seals.result(subject.job().id(), subject.line(), null, code));
    }
}

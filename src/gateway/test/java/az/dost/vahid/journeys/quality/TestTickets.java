package az.dost.vahid.journeys.quality;

import az.dost.vahid.journeys.tally.Chain;
import az.dost.vahid.journeys.tally.Cursor;
import az.dost.vahid.journeys.tally.KeptDossiers;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.proof.trust.UnsealedUntil;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A record whose lookups make tickets. */
final class TestTickets implements AutoCloseable {
    private static final Map<String, List<String>> GIVEN = Map.of(
            "identity-register", List.of("identity", "address"), "local-executive", List.of("address", "household"));
    final HikariDataSource database = RecordDatabase.create();
    final TestRecord record;
    final Tickets tickets;
    final TicketAnswers answers;
    final Set<String> kept = new HashSet<>();

    TestTickets(Path keys) {
        record = new TestRecord(database, keys);
        tickets = tickets(database);
        answers = new TicketAnswers(tickets, null, null, Clock.systemUTC());
    }

    RowTrust trust() {
        return new RowTrust(record.seals, record.changed, UnsealedUntil.NEVER);
    }

    private Tickets tickets(DataSource source) {
        return new Tickets(new JdbcTemplate(source), record.acts(), record.bodies, trust(), kept::contains);
    }

    /** @param source in whose place of the database some of its steps fail */
    TicketJob job(DataSource source) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        return new TicketJob(
                new Cursor(jdbc, "ticket_cursor"),
                new Chain(jdbc, record.entries),
                tickets(source),
                new KeptDossiers(jdbc, record.bodies, record.changed, UnaryOperator.identity()),
                agency -> GIVEN.getOrDefault(agency, List.of("death", "benefits")),
                kept::contains);
    }

    CompletableFuture<Void> keeping(SeenLookup lookup) {
        return record.record.keeping(lookup.recorded(), List.of());
    }

    /** Lookups, one after the other, and what comes of them. */
    void see(SeenLookup... lookups) {
        for (SeenLookup lookup : lookups) {
            keeping(lookup).join();
        }
        job(database).run();
    }

    List<Ticket> of(String fin) {
        return tickets.of(List.of(SeenLookup.person(fin)));
    }

    Ticket only(String fin) {
        List<Ticket> found = of(fin);
        if (found.size() != 1) {
            throw new AssertionError("There are " + found.size() + " tickets");
        }
        return found.get(0);
    }

    List<Ticket> due(long beforeMs, int most) {
        return tickets.due(List.of("identity-register", "local-executive"), beforeMs, most);
    }

    /** As its register is told of it. */
    void sent(String fin, Duration after) {
        Ticket ticket = only(fin);
        tickets.step(
                ticket,
                ticket.progress().toldAt(System.currentTimeMillis() + after.toMillis()),
                "ticket-sent",
                JsonNodeFactory.instance.objectNode(),
                null);
    }

    boolean answer(String fin, String answer) {
        return answers.keep(only(fin), Answer.of(answer, "It is so"), JsonNodeFactory.instance.objectNode());
    }

    List<String> acts() {
        return record.jdbc.queryForList(
                "select entry ->> 'act' from audit where entry ->> 'act' like 'ticket-%' order by sequence",
                String.class);
    }

    @Override
    public void close() throws Exception {
        record.close();
        database.close();
    }
}

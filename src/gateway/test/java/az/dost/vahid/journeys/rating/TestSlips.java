package az.dost.vahid.journeys.rating;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.calendar.Baku;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Channel;
import az.dost.vahid.edge.access.RequesterFiles;
import az.dost.vahid.edge.access.View;
import az.dost.vahid.journeys.lookup.DeskLookup;
import az.dost.vahid.journeys.lookup.LookupRequest;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.proof.trust.UnsealedUntil;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Slips that officials of the demonstration hand out, in a database of its own. */
final class TestSlips implements AutoCloseable {
    static final String CASE = "ISSUED/1";
    private static final List<SourceAnswer> ANSWERS = List.of(TestRecord.answer("pensions", "<answer/>"));
    final HikariDataSource database = RecordDatabase.create();
    final TestRecord gateway;
    final AccessPolicy access;
    final SlipCodes codes;
    final SlipIssues issues;
    private final RowTrust trust;

    TestSlips(Path keys) {
        gateway = new TestRecord(database, keys);
        trust = new RowTrust(gateway.seals, gateway.changed, UnsealedUntil.NEVER);
        access = new AccessPolicy(
                new RequesterFiles(
                        new PathMatchingResourcePatternResolver(),
                        "file:src/demo/main/resources/demo/requesters",
                        new DefinitionReader(new FileSystemResource("contracts/requester.schema.json")),
                        true),
                Set.of());
        codes = new SlipCodes(gateway.jdbc, gateway.seals, access, Baku.CLOCK);
        issues = later(0);
    }

    /** What is told of slips so many days from now. */
    SlipIssues later(int days) {
        return new SlipIssues(gateway.jdbc, trust, codes, Clock.offset(Baku.CLOCK, Duration.ofDays(days)));
    }

    static String office(UUID dossier) {
        return "office-" + dossier.toString().substring(24);
    }

    /** @param office null for one of its own */
    UUID slip(String official, String office, String caseRef, String completeness) {
        UUID dossier = RecordId.next();
        DeskLookup lookup = new DeskLookup(
                dossier,
                "centre-1-desk",
                office == null ? office(dossier) : office,
                new LookupRequest("W1D0W01", "ccu-car", caseRef, official, List.of(), 3000, View.FULL, Channel.CENTRE),
                "a1".repeat(32),
                12,
                JsonNodeFactory.instance.objectNode().put("completeness", completeness));
        gateway.record.keep(gateway.dossier(dossier, ANSWERS), ANSWERS, issues.keep(lookup));
        return dossier;
    }

    UUID slip() {
        return slip("a.mammadova", null, CASE, "COMPLETE");
    }

    /** That of a slip that was handed out just now. */
    String code() {
        return codes.code(slip());
    }

    @Override
    public void close() throws InterruptedException {
        gateway.close();
        database.close();
    }
}

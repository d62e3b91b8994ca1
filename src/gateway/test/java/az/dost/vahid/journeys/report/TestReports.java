package az.dost.vahid.journeys.report;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.connector.BuiltInConnectors;
import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.RequesterFiles;
import az.dost.vahid.journeys.report.order.ReportOrders;
import az.dost.vahid.journeys.tally.TestRecounts;
import az.dost.vahid.json.Json;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reports over a new database with a real record, the built-in passports and connectors, and centres of some officials,
 * at any time.
 */
final class TestReports implements AutoCloseable {
    static final List<String> OWN_ROW = List.of("north", "south", "east", "west");
    private static final PathMatchingResourcePatternResolver FILES = new PathMatchingResourcePatternResolver();
    private final HikariDataSource database = RecordDatabase.create();
    final TestRecord record;
    final JdbcTemplate jdbc = new JdbcTemplate(database);
    final ReportVersions versions;
    final PassportCatalogue passports;
    final CanonicalFacts facts;
    private final ReportRules rules;
    private final Path folder;

    /** @param folder for keys and requesters */
    TestReports(Path folder) throws IOException {
        this(folder, new VisitTime(90, "a survey"));
    }

    TestReports(Path folder, VisitTime visit) throws IOException {
        this.folder = folder;
        record = new TestRecord(database, Files.createDirectories(folder.resolve("keys")));
        facts = CanonicalFacts.of(new FileSystemResource("contracts/dossier.schema.json"));
        List<Connector> connectors = BuiltInConnectors.read(facts);
        passports = new PassportCatalogue(
                FILES.getResources("file:contracts/services/*.yaml"),
                new DefinitionReader(new FileSystemResource("contracts/passport.schema.json")),
                facts,
                connectors);
        Files.writeString(Files.createDirectories(folder.resolve("requesters")).resolve("dost.yaml"), requester());
        AccessPolicy access = new AccessPolicy(
                new RequesterFiles(
                        FILES,
                        "file:" + folder.resolve("requesters"),
                        new DefinitionReader(new FileSystemResource("contracts/requester.schema.json")),
                        true),
                facts.special());
        rules = new ReportRules(
                passports,
                facts,
                wanted -> connectors.stream()
                        .filter(one -> one.facts().stream().anyMatch(wanted::contains))
                        .toList(),
                access,
                Set.of("disability", "rehabilitation", "medicalReferral"),
                visit,
                false);
        versions = new ReportVersions(jdbc, record.acts());
    }

    /** Four centres of three officials who look up; one of two and a manager, and one of one. */
    private static String requester() {
        StringBuilder file =
                new StringBuilder("id: dost\nname: DOST\nclients: [cases]\nservices: [\"*\"]\nofficials:\n");
        OWN_ROW.forEach(centre -> Stream.of("a", "b", "c")
                .forEach(name -> file.append("  ")
                        .append(name)
                        .append('.')
                        .append(centre)
                        .append(": {office: ")
                        .append(centre)
                        .append(", roles: [CLERK]}\n")));
        return file
                + "  a.small: {office: small}\n  b.small: {office: small, roles: [CLERK]}\n  m.small: {office: small, roles: [CENTRE_MANAGER]}\n  a.tiny: {office: tiny}\n";
    }

    Thresholds thresholds() {
        return rules.thresholds();
    }

    boolean ofDisability(String service) {
        return rules.ofDisability(service);
    }

    TallyReader tallies() {
        return new TallyReader(database, new TransactionTemplate(new DataSourceTransactionManager(database)));
    }

    PeriodClosing closing(Instant now) {
        return new PeriodClosing(tallies(), new ChainParts(jdbc), versions, rules, record.signer, at(now));
    }

    ClosingJob job(Instant now) {
        ReportCalendar calendar = calendar(now);
        return new ClosingJob(
                closing(now),
                calendar,
                versions,
                new ReportOrders(jdbc, record.acts()),
                TestRecounts.over(record, database),
                at(now));
    }

    ReportCalendar calendar(Instant now) {
        return new ReportCalendar(tallies(), at(now));
    }

    static Clock at(Instant now) {
        return Clock.fixed(now, Baku.ZONE);
    }

    void tally(
            Instant hour, String measure, String service, String centre, String channel, String a, String b, long n) {
        jdbc.update(
                "insert into report_tally (hour, measure, service, centre, channel, a, b, n) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (hour, measure, service, centre,"
                        + " channel, a, b) do update set n = report_tally.n + excluded.n",
                Timestamp.from(hour),
                measure,
                service,
                centre,
                channel,
                a,
                b,
                n);
    }

    /** Cases without papers. */
    void cases(Instant hour, String service, String centre, long n) {
        tally(hour, "CASES", service, centre, "CENTRE", "", "", n);
        tally(hour, "DOCUMENT_FREE", service, centre, "CENTRE", "", "", n);
    }

    static Instant within(YearMonth month) {
        return month.atDay(15).atStartOfDay(Baku.ZONE).toInstant().plus(Duration.ofHours(10));
    }

    JsonNode report(ReportPeriod period, Integer version) {
        return StoredJson.json(new String(
                record.proof()
                        .compact(versions.find(period, version).orElseThrow().report(), ReportVersion.REPORT),
                StandardCharsets.UTF_8));
    }

    JsonNode openData(ReportPeriod period) {
        return StoredJson.payload(versions.find(period, null).orElseThrow().openData());
    }

    /** Missing where there is none; key TOTAL for the total. */
    static JsonNode cell(JsonNode report, String table, String key, String figure) {
        for (JsonNode one : report.path("tables")) {
            if (one.path("table").asText().equals(table)) {
                if (key.equals(ReportTable.ALL)) {
                    return one.path("total").path(figure);
                }
                for (JsonNode row : one.path("rows")) {
                    if (row.path("key").asText().equals(key)) {
                        return row.path("cells").path(figure);
                    }
                }
            }
        }
        return MissingNode.getInstance();
    }

    /** What the outside program needs to know. */
    ObjectNode rulesFile() {
        ObjectNode json =
                Json.mapper().createObjectNode().put("minutes", rules.visit().minutes());
        OWN_ROW.forEach(json.putArray("centres")::add);
        ObjectNode families = json.putObject("families");
        passports.all().forEach(passport -> families.put(passport.code(), passport.family()));
        List<String> special = passports.all().stream()
                .flatMap(passport -> passport.documents().stream())
                .filter(paper -> Optional.ofNullable(paper.fact())
                        .filter(facts.special()::contains)
                        .isPresent())
                .map(Passport.PaperDocument::id)
                .distinct()
                .toList();
        special.forEach(json.putArray("specialPapers")::add);
        facts.special().forEach(json.putArray("specialFacts")::add);
        ObjectNode asked = json.putObject("facts");
        passports.all().forEach(passport -> passport.facts().forEach(asked.putArray(passport.code())::add));
        json.putArray("registers").add("disability").add("health");
        return json;
    }

    List<String> papers(int most) {
        return passports.all().stream()
                .flatMap(passport -> passport.documents().stream())
                .map(Passport.PaperDocument::id)
                .distinct()
                .limit(most)
                .toList();
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws InterruptedException {
        record.close();
        database.close();
    }
}

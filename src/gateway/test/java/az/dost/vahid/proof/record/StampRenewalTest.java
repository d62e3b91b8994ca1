package az.dost.vahid.proof.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.journeys.verify.TestAuthority;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.proof.record.check.ReceiptCheck;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a time-stamp authority stamped with one certificate is vouched for by what it stamps with the next one. */
@Tag("attack")
class StampRenewalTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** When the first certificate, of a year, has ended, and those after it have not. */
    private static final Instant LATER = Instant.now().plus(Duration.ofDays(500));

    private final HikariDataSource database = RecordDatabase.create();

    @TempDir
    private Path keys;

    @TempDir
    private Path second;

    @TempDir
    private Path third;

    private TestRecord record;

    @BeforeEach
    void open() {
        record = new TestRecord(database, keys);
    }

    @AfterEach
    void close() throws Exception {
        record.close();
        database.close();
    }

    private UUID stampedDossier(DemoKeys by) throws Exception {
        return stampedDossier(by, Instant.now());
    }

    private UUID stampedDossier(DemoKeys by, Instant at) throws Exception {
        UUID dossier = record.keep().id();
        record.root();
        record.stamp(by, at);
        return dossier;
    }

    /** The authority has a new key and certificate, which stands before those of before. */
    private DemoKeys renewed(Path folder, int days) throws Exception {
        new TestAuthority()
                .issue(
                        folder.resolve("mocks/time-stamps.p12"),
                        "time-stamps",
                        Duration.ofDays(days),
                        KeyPurposeId.id_kp_timeStamping);
        DemoKeys other = new DemoKeys(folder, new Faults());
        other.timeStamps();
        Path known = keys.resolve("time-stamps.pem");
        Files.writeString(known, Files.readString(folder.resolve("time-stamps.pem")) + Files.readString(known));
        return other;
    }

    private void renew() {
        new StampRenewal(record.jdbc, record.commit, record.digests).renew();
    }

    private ObjectNode receipt(UUID dossier) throws Exception {
        return (ObjectNode) JSON.readTree(
                new Receipts(record.jdbc, record.digests).of(dossier).orElseThrow());
    }

    private Report check(ObjectNode receipt, Instant at) {
        Report report = new Report();
        new ReceiptCheck(record.proof(), TimeStamps.of(keys.resolve("time-stamps.pem")), () -> at)
                .check(receipt.toString().getBytes(StandardCharsets.UTF_8), report);
        return report;
    }

    @Test
    void nothing_is_renewed_while_the_certificate_is_the_same() throws Exception {
        stampedDossier(record.demo);
        UUID dossier = stampedDossier(record.demo);
        renew();
        assertThat(record.jdbc.queryForObject("select count(*) from stamp_renewal", Long.class))
                .isZero();
        assertThat(receipt(dossier).has("renewal")).isFalse();
    }

    @Test
    void a_receipt_whose_certificate_has_ended_says_that_nothing_vouches_for_its_stamp() throws Exception {
        ObjectNode receipt = receipt(stampedDossier(record.demo));
        assertThat(check(receipt, Instant.now()).noted()).isEmpty();
        assertThat(check(receipt, LATER).noted())
                .singleElement()
                .asString()
                .startsWith("The certificate of the receipt's time-stamp ended on ")
                .endsWith(", and nothing in it shows that the stamp was there before.");
    }

    @Test
    void a_stamp_of_before_is_vouched_for_by_one_of_the_next_certificate() throws Exception {
        UUID before = stampedDossier(record.demo);
        UUID other = stampedDossier(record.demo);
        DemoKeys next = renewed(second, 3650);
        UUID after = stampedDossier(next);
        renew();
        renew();
        assertThat(record.jdbc.queryForObject("select count(*) from stamp_renewal", Long.class))
                .isOne();
        assertThat(receipt(before).has("renewal")).as("not stamped yet").isFalse();
        record.root();
        record.stamp(next, Instant.now());
        for (UUID dossier : new UUID[] {before, other}) {
            ObjectNode receipt = receipt(dossier);
            Report report = check(receipt, LATER);
            assertThat(report.wrong()).isEmpty();
            assertThat(report.noted()).isEmpty();
            assertThat(report.holds())
                    .anyMatch(line -> line.matches("A later time-stamp, of .*, vouches for that one."));
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(Files.readString(Path.of("contracts/receipt.schema.json")))
                            .validate(receipt))
                    .isEmpty();
        }
        assertThat(receipt(after).has("renewal")).isFalse();
        assertThat(record.check(database).wrong()).isEmpty();
    }

    @Test
    void it_is_vouched_for_through_two_changes_of_the_certificate() throws Exception {
        UUID dossier = stampedDossier(record.demo);
        DemoKeys next = renewed(second, 400);
        stampedDossier(next);
        renew();
        stampedDossier(next);
        assertThat(check(receipt(dossier), LATER).noted())
                .as("the second certificate has ended, too")
                .isNotEmpty();
        DemoKeys last = renewed(third, 3650);
        stampedDossier(last);
        renew();
        stampedDossier(last);
        assertThat(check(receipt(dossier), LATER).noted()).isEmpty();
        assertThat(record.check(database).wrong()).isEmpty();
    }

    /** Whoever got hold of the key of an ended certificate could have stamped meanwhile. */
    @Test
    void a_renewal_after_the_end_vouches_for_nothing() throws Exception {
        UUID dossier = stampedDossier(record.demo);
        DemoKeys next = renewed(second, 3650);
        Instant late = Instant.now().plus(Duration.ofDays(400));
        stampedDossier(next, late);
        renew();
        stampedDossier(next, late);
        ObjectNode receipt = receipt(dossier);
        assertThat(receipt.has("renewal")).isTrue();
        assertThat(check(receipt, LATER).noted()).isNotEmpty();
    }

    @Test
    void the_renewal_of_another_stamp_is_refused() throws Exception {
        UUID before = stampedDossier(record.demo);
        UUID other = stampedDossier(record.demo);
        DemoKeys next = renewed(second, 3650);
        stampedDossier(next);
        renew();
        stampedDossier(next);
        ObjectNode swapped = receipt(before);
        swapped.set("renewal", receipt(other).path("renewal"));
        assertThatThrownBy(() -> check(swapped, LATER))
                .isInstanceOf(ChangedException.class)
                .hasMessage("The receipt's time-stamp is not the one that was renewed");
        ObjectNode another = receipt(before);
        another.set("renewal", ((ObjectNode) another.path("renewal")).set("receipt", receipt(other)));
        assertThatThrownBy(() -> check(another, LATER)).isInstanceOf(ChangedException.class);
        ObjectNode more = receipt(before);
        ((ObjectNode) more.path("renewal")).put("by", "the minister");
        assertThatThrownBy(() -> check(more, LATER)).isInstanceOf(ChangedException.class);
    }

    @Test
    void a_stamp_that_was_changed_after_it_was_renewed_is_found() throws Exception {
        stampedDossier(record.demo);
        DemoKeys next = renewed(second, 3650);
        stampedDossier(next);
        renew();
        stampedDossier(next);
        record.jdbc.update("update audit_root set stamp = null where number = 1");
        assertThat(record.check(database).wrong())
                .contains("The time-stamps of the roots 1 to 1 are not those that were renewed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from stamp_renewal",
                "update stamp_renewal set first = 0",
                "update stamp_renewal set last = 2",
                "update stamp_renewal set entry = gen_random_uuid()"
            })
    void a_row_that_leads_nowhere_is_found(String change) throws Exception {
        stampedDossier(record.demo);
        DemoKeys next = renewed(second, 3650);
        stampedDossier(next);
        renew();
        assertThat(record.check(database).wrong()).isEmpty();
        record.jdbc.update(change);
        assertThat(record.check(database).wrong())
                .containsExactly(
                        "The row that leads receipts to the renewal of the time-stamps of the roots 1 to 1 is missing, or was changed.");
    }

    @Test
    void the_script_with_nothing_of_ours_says_the_same() throws Exception {
        UUID dossier = stampedDossier(record.demo);
        DemoKeys next = renewed(second, 3650);
        stampedDossier(next);
        renew();
        stampedDossier(next);
        ObjectNode receipt = receipt(dossier);
        assertThat(script(receipt)).contains("It was renewed before its certificate ended");
        ((ObjectNode) receipt.path("renewal")).put("index", 1);
        assertThat(script(receipt)).contains("DOES NOT HOLD");
    }

    private String script(ObjectNode receipt) throws Exception {
        OutsideTool python = new OutsideTool("python3", keys)
                .file("receipt.json", receipt.toString().getBytes(StandardCharsets.UTF_8));
        python.accepts(
                Path.of("src/docs/proof.py").toAbsolutePath().toString(),
                "receipt",
                "receipt.json",
                "--certificate",
                "gateway-dossier.pem",
                "--time-stamps",
                "time-stamps.pem");
        return python.output();
    }
}

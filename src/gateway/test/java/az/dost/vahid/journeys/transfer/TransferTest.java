package az.dost.vahid.journeys.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

class TransferTest {
    private final RunningTransfers gateway = RunningTransfers.get();
    private final Path payroll = gateway.tax.resolve("out/payroll");
    private final Path bankIn = gateway.bank.root.resolve("vahid/in/payroll");

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(30));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void send(String name, String content) {
        RunningTransfers.send(payroll, name, bytes(content), RunningTransfers.sign(bytes(content), gateway.taxKey));
    }

    /** The one receipt on a file that the sender has got. */
    private JsonNode receipt(String name) {
        soon().until(() -> gateway.receipts(gateway.tax, name).size() == 1);
        return gateway.receipts(gateway.tax, name).get(0);
    }

    private List<Path> delivered(String name) {
        return RunningTransfers.files(bankIn).stream()
                .filter(file -> file.getFileName().toString().contains(name))
                .toList();
    }

    /** What is sent under this name next does not meet what is left of it. */
    private void taken(String name) {
        soon().until(() -> !Files.exists(payroll.resolve(name)) && !Files.exists(payroll.resolve(name + ".p7s")));
    }

    private void refused(String name, String reason) {
        JsonNode receipt = receipt(name);
        assertThat(receipt.path("state").textValue()).isEqualTo("REFUSED");
        assertThat(receipt.path("reason").textValue()).isEqualTo(reason);
        assertThat(delivered(name)).isEmpty();
        assertThat(gateway.database()
                        .queryForObject(
                                "select count(*) from blob join file_transfer using (id) where name = ? and state = 'REFUSED'"
                                        + " and data_class = 'refused'",
                                Integer.class,
                                name))
                .as("kept for operators")
                .isOne();
        taken(name);
        assertThat(gateway.database()
                        .queryForObject(
                                "select count(*) from audit where entry ->> 'act' = 'file-refused' and entry ->> 'reason' = ?",
                                Integer.class,
                                reason))
                .isPositive();
    }

    @Test
    void a_file_comes_with_its_senders_signature_and_is_acknowledged_both_ways() throws Exception {
        send("march.csv", "fin;amount");
        JsonNode taken = receipt("march.csv");
        assertThat(taken.path("state").textValue()).isEqualTo("TAKEN");
        String id = taken.path("transfer").textValue();
        soon().until(() -> delivered("march.csv").size() == 2);
        assertThat(bankIn.resolve(id + "-march.csv")).hasContent("fin;amount");
        assertThat(bankIn.resolve(id + "-march.csv.p7s")).isNotEmptyFile();
        Files.createFile(gateway.bank.root.resolve("vahid/acks/" + id + ".ack"));
        soon().until(() -> gateway.receipts(gateway.tax, "march.csv").size() == 2);
        assertThat(gateway.receipts(gateway.tax, "march.csv")).anySatisfy(receipt -> {
            assertThat(receipt.path("state").textValue()).isEqualTo("ACKNOWLEDGED");
            assertThat(receipt.path("by").textValue()).isEqualTo("bank");
        });
        assertThat(Files.exists(payroll.resolve("march.csv"))).isFalse();
        assertThat(gateway.database().queryForObject("select count(*) from blob where id = ?::uuid", Integer.class, id))
                .as("kept for nobody")
                .isZero();
        assertThat(RunningTransfers.files(gateway.folder.resolve("data/work/transfers")))
                .noneMatch(file -> file.toString().contains(id));
    }

    @Test
    void a_partner_that_is_away_gets_everything_once_it_is_back() {
        gateway.bank.away(true);
        try {
            send("november.csv", "fin;amount");
            send("december.csv", "fin;amount");
            assertThat(receipt("november.csv").path("state").textValue()).isEqualTo("TAKEN");
            assertThat(receipt("december.csv").path("state").textValue()).isEqualTo("TAKEN");
            soon().until(() -> gateway.database()
                            .queryForObject(
                                    "select count(*) from file_delivery where partner = 'bank' and delivered_at is null "
                                            + "and attempts > 2",
                                    Integer.class)
                    > 0);
            assertThat(gateway.waiting("bank")).as("files and signatures").isGreaterThanOrEqualTo(4);
            assertThat(delivered("november.csv")).isEmpty();
        } finally {
            gateway.bank.away(false);
        }
        soon().until(() -> delivered("november.csv").size() == 2
                && delivered("december.csv").size() == 2);
        soon().until(() -> gateway.waiting("bank") == 0);
    }

    @Test
    void a_file_from_an_sftp_server_comes_into_a_folder() {
        byte[] content = bytes("paid");
        RunningTransfers.send(
                gateway.bank.root.resolve("vahid/out/payments"),
                "paid.csv",
                content,
                RunningTransfers.sign(content, gateway.bankKey));
        soon().until(() -> RunningTransfers.files(gateway.tax.resolve("in/payments")).stream()
                        .filter(file -> file.toString().contains("paid.csv"))
                        .count()
                == 2);
        soon().until(() ->
                gateway.receipts(gateway.bank.root.resolve("vahid"), "paid.csv").size() == 1);
    }

    @Test
    void a_file_without_its_signature_is_not_touched() throws Exception {
        Files.createDirectories(payroll);
        Files.writeString(payroll.resolve("unsigned.csv"), "half");
        send("after-it.csv", "whole");
        receipt("after-it.csv");
        assertThat(payroll.resolve("unsigned.csv")).hasContent("half");
        assertThat(delivered("unsigned.csv")).noneMatch(file -> file.toString().endsWith("-unsigned.csv"));
        Files.delete(payroll.resolve("unsigned.csv"));
    }

    @Test
    void a_file_that_is_seen_is_whole() {
        String content = "0123456789".repeat(2_000_000);
        send("long.csv", content);
        soon().pollInterval(Duration.ofMillis(5)).until(() -> {
            List<Path> seen = delivered("long.csv");
            for (Path file : seen) {
                assertThat(Files.size(file))
                        .isEqualTo(file.toString().endsWith(".p7s") ? Files.size(file) : content.length());
            }
            return seen.size() == 2;
        });
    }

    @Test
    void a_file_that_somebody_else_signed_is_refused() {
        RunningTransfers.send(
                payroll, "forged.csv", bytes("forged"), RunningTransfers.sign(bytes("forged"), gateway.bankKey));
        refused("forged.csv", "SIGNATURE_REFUSED");
    }

    @Test
    void a_file_that_was_changed_after_it_was_signed_is_refused() {
        RunningTransfers.send(
                payroll, "changed.csv", bytes("changed"), RunningTransfers.sign(bytes("original"), gateway.taxKey));
        refused("changed.csv", "SIGNATURE_REFUSED");
    }

    @Test
    void a_file_in_which_the_scan_finds_something_is_refused() {
        send("infected.csv", "a VIRUS");
        refused("infected.csv", "INFECTED");
    }

    @Test
    void a_file_longer_than_allowed_is_refused() {
        send("huge.csv", "x".repeat(31_000_000));
        refused("huge.csv", "TOO_LONG");
    }

    @Test
    void a_file_for_which_the_scan_has_no_verdict_waits() throws Exception {
        send("scan-away.csv", "AWAY");
        send("after-scan-away.csv", "fine");
        receipt("after-scan-away.csv");
        assertThat(gateway.receipts(gateway.tax, "scan-away.csv")).isEmpty();
        assertThat(payroll.resolve("scan-away.csv")).exists();
        Files.delete(payroll.resolve("scan-away.csv"));
        Files.deleteIfExists(payroll.resolve("scan-away.csv.p7s"));
    }

    @Test
    void a_file_that_nobody_takes_is_refused() {
        RunningTransfers.send(
                gateway.tax.resolve("out/nobodys"),
                "lost.csv",
                bytes("lost"),
                RunningTransfers.sign(bytes("lost"), gateway.taxKey));
        JsonNode receipt = receipt("lost.csv");
        assertThat(receipt.path("reason").textValue()).isEqualTo("UNROUTABLE");
    }

    @Test
    void the_same_file_again_is_not_delivered_again_and_another_under_its_name_is_refused() {
        send("april.csv", "first");
        receipt("april.csv");
        soon().until(() -> delivered("april.csv").size() == 2);
        send("april.csv", "first");
        taken("april.csv");
        send("april.csv", "second");
        soon().until(() -> gateway.receipts(gateway.tax, "april.csv").size() == 2);
        assertThat(gateway.receipts(gateway.tax, "april.csv").toString()).contains("NAME_USED");
        assertThat(delivered("april.csv")).hasSize(2);
    }

    @Test
    void a_name_that_leads_out_of_the_folder_is_refused_unread() {
        byte[] content = bytes("evil");
        RunningTransfers.send(
                gateway.bank.root.resolve("vahid/out/payments"),
                PartnerServer.EVIL,
                content,
                RunningTransfers.sign(content, gateway.bankKey));
        soon().until(() -> gateway.database()
                        .queryForObject(
                                "select count(*) from file_transfer where sender = 'bank' and reason = 'NAME_REFUSED'",
                                Integer.class)
                == 1);
        soon().until(() -> gateway.receipts(gateway.bank.root.resolve("vahid"), "").stream()
                .anyMatch(receipt -> receipt.path("reason").textValue().equals("NAME_REFUSED")));
        assertThat(RunningTransfers.files(gateway.tax.resolve("in/payments")))
                .noneMatch(file -> file.toString().contains("evil"));
        assertThat(RunningTransfers.files(gateway.folder))
                .noneMatch(file -> file.toString().contains("evil"));
    }

    @Test
    void a_file_with_a_traversal_name_of_another_system_is_refused_unread() {
        String count = "select count(*) from file_transfer where sender = 'tax' and reason = 'NAME_REFUSED'";
        int before = gateway.database().queryForObject(count, Integer.class);
        send("..\\..\\windows.csv", "evil");
        soon().until(() -> gateway.database().queryForObject(count, Integer.class) == before + 1);
        assertThat(delivered("windows")).isEmpty();
    }

    @Test
    void an_acknowledgement_of_a_file_that_the_partner_never_got_changes_nothing() throws Exception {
        send("may.csv", "may");
        String id = receipt("may.csv").path("transfer").textValue();
        Files.createDirectories(gateway.tax.resolve("acks"));
        Files.createFile(gateway.tax.resolve("acks/" + id + ".ack"));
        Files.createFile(gateway.tax.resolve("acks/no-id.ack"));
        soon().until(() -> RunningTransfers.files(gateway.tax.resolve("acks")).isEmpty());
        assertThat(gateway.receipts(gateway.tax, "may.csv")).hasSize(1);
    }
}

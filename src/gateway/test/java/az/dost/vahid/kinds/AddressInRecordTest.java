package az.dost.vahid.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.leak.Trap;
import az.dost.vahid.whole.Dossier;
import az.dost.vahid.whole.RunningVahid;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A register that is asked by GET beside a whole gateway: of the addresses that it was asked at, nothing is left
 * anywhere.
 */
@Tag("endurance")
class AddressInRecordTest {
    private static final int DEADLINE_MS = 20_000;

    @TempDir
    private Path folder;

    @Test
    void after_whole_lookups_no_row_no_metric_and_no_line_has_an_address() throws Exception {
        Example example = Example.patient("herd-book", folder.resolve("made"));
        Path connectors = Files.createDirectories(folder.resolve("connectors"));
        try (RegisterPeer peer = new RegisterPeer(example)) {
            String endpoint = peer.behave(Conduct.ANSWERS).get("vahid.endpoints.herd-book");
            try (RunningVahid vahid = RunningVahid.another(
                    "--vahid.connectors=" + connectors,
                    "--vahid.connectors-every-ms=200",
                    "--vahid.endpoints.herd-book=" + endpoint)) {
                Files.copy(
                        example.keys().resolve("agencies/herd-book.pem"),
                        vahid.data().resolve("keys/agencies/herd-book.pem"));
                // A copy: the register answers by the samples of the other.
                Files.move(
                        Example.patient("herd-book", folder.resolve("joining")).folder(),
                        connectors.resolve("herd-book"));
                String fin = vahid.population().fin(77);
                Awaitility.await("the connector's row")
                        .atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(
                                        vahid.clerk().ask(fin, DEADLINE_MS).verdicts())
                                .containsEntry("herd-book", "ANSWERED"));
                String address = "/owners/" + fin;
                try (Trap trap = new Trap(address)) {
                    Dossier found = vahid.clerk().ask(fin, DEADLINE_MS);
                    peer.instead = head -> RegisterPeer.http("500 Internal Server Error", "", "{\"status\": 500}");
                    Dossier failed = vahid.clerk().ask(fin, DEADLINE_MS);
                    trap.lookAround();
                    assertThat(found.verdicts()).containsEntry("herd-book", "ANSWERED");
                    assertThat(failed.verdicts().get("herd-book")).startsWith("UNAVAILABLE");
                    assertThat(found.json().toString()).doesNotContain(address);
                    assertThat(peer.heads).anyMatch(head -> head.contains(address));
                    assertThat(trap.found(folder.resolve("seen.jfr"))).isEmpty();
                }
                assertThat(rows(vahid, address)).isEmpty();
                assertThat(vahid.bean(MeterRegistry.class).getMeters())
                        .extracting(meter -> meter.getId().toString())
                        .noneMatch(meter -> meter.contains(fin));
            }
        }
    }

    /** Tables with it, as text or as the bytes of a body that nobody encrypted. */
    private static List<String> rows(RunningVahid vahid, String address) {
        JdbcTemplate database = new JdbcTemplate(vahid.bean(DataSource.class));
        String bytes = HexFormat.of().formatHex(address.getBytes(StandardCharsets.UTF_8));
        List<String> found = new ArrayList<>();
        for (String table : database.queryForList(
                "select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
                String.class)) {
            int rows = database.queryForObject(
                    "select count(*) from " + table
                            + " t where position(? in t::text) > 0 or position(? in t::text) > 0",
                    Integer.class,
                    address,
                    bytes);
            if (rows > 0) {
                found.add(table + ": " + rows);
            }
        }
        return found;
    }
}

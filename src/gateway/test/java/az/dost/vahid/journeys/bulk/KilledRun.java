package az.dost.vahid.journeys.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.leak.LeakListener;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.signature.DetachedCms;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.whole.RunningVahid;
import az.dost.vahid.whole.SeparateGateway;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A bulk run whose gateway is killed on the way, and what must hold of it at the end. */
final class KilledRun {
    /** Citizens are asked about once each: the population has as many, and FINs that no register knows follow. */
    private static final int CITIZENS = 5000;

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private final RunningVahid vahid = RunningVahid.get();
    private final int rows;
    private final List<Integer> kills;
    private final SeparateGateway gateway;
    private final Office office;
    private final JdbcTemplate database;

    /** @param kills numbers of results, in their order, after which the gateway is killed */
    KilledRun(Path folder, int rows, List<Integer> kills) throws IOException {
        this.rows = rows;
        this.kills = kills;
        gateway = new SeparateGateway(
                folder,
                vahid,
                Map.of(
                        "vahid.claims.lease-ms",
                        "4000",
                        "vahid.claims.renew-every-ms",
                        "500",
                        // Nobody waits for an answer here.
                        "vahid.warm-up.longest-ms",
                        "0"));
        office = Office.of(gateway);
        database = new JdbcTemplate(new DriverManagerDataSource(gateway.database()));
    }

    private String fin(int row) {
        Population population = vahid.population();
        if (row < CITIZENS) {
            return population.fin(row);
        }
        int rest = row;
        StringBuilder fin = new StringBuilder("ZZ");
        for (int i = 0; i < 5; i++) {
            fin.append(ALPHABET.charAt(rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return fin.toString();
    }

    private InputStream file() {
        Stream<InputStream> lines = IntStream.range(0, rows)
                .mapToObj(row -> new ByteArrayInputStream(
                        ((row == 0 ? "fin\n" : "") + fin(row) + "\n").getBytes(StandardCharsets.US_ASCII)));
        return new SequenceInputStream(Collections.enumeration(lines.toList()));
    }

    void run(Duration longest) throws Exception {
        try (gateway) {
            gateway.start();
            String id = Office.json(office.send(
                            "POST",
                            "/v1/bulk",
                            this::file,
                            Map.of("Content-Type", "text/csv", "Vahid-Terms", Office.TERMS)))
                    .path("bulkId")
                    .asText();
            for (int after : kills) {
                Awaitility.await(after + " results")
                        .atMost(longest)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> results() >= after);
                gateway.kill();
                assertThat(results()).as("killed on its way").isLessThan(rows);
                gateway.start();
            }
            long start = System.nanoTime();
            int left = rows - results();
            JsonNode job = office.complete(id, longest);
            System.out.println(left + " rows in " + (System.nanoTime() - start) / 1_000_000 + " ms");
            assertThat(job.path("answered").asInt()).isEqualTo(rows);
            check(id);
        }
        LeakListener.log(gateway.log());
    }

    private int results() {
        return database.queryForObject("select count(*) from bulk_result", Integer.class);
    }

    private void check(String id) throws Exception {
        byte[] result = office.get("/v1/bulk/" + id + "/result").body();
        String[] lines = new String(result, StandardCharsets.UTF_8).split("\n");
        assertThat(lines).hasSize(rows + 1);
        for (int row = 0; row < rows; row++) {
            JsonNode line = Office.JSON.readTree(lines[row + 1]);
            assertThat(line.path("line").asInt()).isEqualTo(row + 2);
            assertThat(line.at("/dossier/subject/fin").asText()).isEqualTo(fin(row));
        }
        new DetachedCms(PinnedCertificate.of(
                        GatewayProof.certificate(vahid.data().resolve("keys/gateway-dossier.pem")),
                        new CryptoProvider(false)))
                .verify(
                        new ByteArrayInputStream(result),
                        office.get("/v1/bulk/" + id + "/signature").body());
        int dossiers =
                database.queryForObject("select count(*) from audit where entry ->> 'kind' = 'DOSSIER'", Integer.class);
        assertThat(dossiers)
                .as("a row's result and its dossier are kept together: twice only what two workers held at once")
                .isBetween(rows, rows + 50 * kills.size());
        assertThat(database.queryForList(
                        "select entry ->> 'act' from audit where entry ->> 'bulk' = ? order by sequence",
                        String.class,
                        id))
                .containsExactly("bulk-accepted", "bulk-completed");
    }
}

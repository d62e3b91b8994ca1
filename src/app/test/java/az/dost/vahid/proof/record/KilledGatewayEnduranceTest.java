package az.dost.vahid.proof.record;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.app.VerifyRecordCommand;
import az.dost.vahid.journeys.verify.VerifyCommand;
import az.dost.vahid.leak.LeakListener;
import az.dost.vahid.whole.RecordedEvidence;
import az.dost.vahid.whole.RunningVahid;
import az.dost.vahid.whole.SeparateGateway;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import picocli.CommandLine;

/**
 * Kill -9 of the whole gateway under load, again and again: what a caller has in hand, dossier or refusal, is in the
 * record.
 */
@Tag("endurance")
class KilledGatewayEnduranceTest {
    private static final int KILLS = Integer.getInteger("endurance.kills", 20);
    private static final long SEED = Long.getLong("endurance.seed", System.nanoTime());
    private static final int CALLERS = 8;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int LONGEST_UNDER_LOAD_MS = 3_000;
    /** Before each kill at the least. */
    private static final int LEAST_DOSSIERS = 10;

    private static final int CONTAINERS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final RunningVahid vahid = RunningVahid.get();

    @TempDir
    private Path folder;

    private List<Caller> callers;

    @Test
    @Timeout(2_400)
    void what_a_caller_has_received_is_in_the_record_whole() throws Exception {
        System.out.println("-Dendurance.seed=" + SEED + " repeats the moments of the kills");
        try (SeparateGateway gateway = new SeparateGateway(folder, vahid, settings())) {
            callers = IntStream.range(0, CALLERS)
                    .mapToObj(number -> new Caller(gateway, number, SEED))
                    .toList();
            gateway.start();
            callers.forEach(Thread::start);
            killAgainAndAgain(gateway);
            for (Caller caller : callers) {
                caller.end();
                assertThat(caller.fault).isNull();
            }
            check(gateway);
        }
        LeakListener.log(folder.resolve("gateway.log"));
    }

    /** Roots and time-stamps are made so often that kills come between them too. */
    private Map<String, String> settings() {
        return Map.of(
                "vahid.misuse.rules",
                "classpath:misuse/rules.yaml",
                "vahid.record.root-every-ms",
                "1000",
                "vahid.limits.strangers-recorded",
                "1000000",
                "vahid.record.time-stamps.every-ms",
                "1500",
                "vahid.record.time-stamps.authority",
                vahid.bean(Environment.class).getRequiredProperty("vahid.record.time-stamps.authority"));
    }

    private void killAgainAndAgain(SeparateGateway gateway) throws Exception {
        Random moments = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            int wanted = dossiers().size() + LEAST_DOSSIERS;
            Awaitility.await("load before kill " + kill)
                    .atMost(LONGEST)
                    .until(() -> dossiers().size() >= wanted);
            Thread.sleep(moments.nextInt(LONGEST_UNDER_LOAD_MS));
            gateway.kill();
            gateway.start();
        }
    }

    private List<Received> dossiers() {
        return received().stream().filter(Received::dossier).toList();
    }

    private List<Received> received() {
        return callers.stream().flatMap(caller -> caller.received.stream()).toList();
    }

    private void check(SeparateGateway gateway) throws Exception {
        List<Received> dossiers = dossiers();
        List<Received> refusals =
                received().stream().filter(answer -> !answer.dossier()).toList();
        int cut = callers.stream().mapToInt(caller -> caller.cut.get()).sum();
        try (HikariDataSource database = RecordDatabase.open(gateway.database());
                TestRecord kept = new TestRecord(database, gateway.keys())) {
            System.out.printf(
                    "%d kills: %d dossiers and %d refusals received whole, %d answers cut off; the record has %s%n",
                    KILLS,
                    dossiers.size(),
                    refusals.size(),
                    cut,
                    kept.jdbc.queryForList(
                            "select concat_ws(' ', count(*), entry ->> 'kind', entry ->> 'code') from audit"
                                    + " group by entry ->> 'kind', entry ->> 'code' order by 1",
                            String.class));
            RecordedEvidence evidence = new RecordedEvidence(kept.record);
            for (Received dossier : dossiers) {
                given(gateway, dossier);
                JsonNode content = JSON.readTree(kept.record
                        .find(UUID.fromString(dossier.id()), requester(dossier))
                        .orElseThrow()
                        .content());
                assertThat(content.path("dossierId").asText()).isEqualTo(dossier.id());
                assertThat(evidence.kept(content))
                        .as("evidence of dossier " + dossier.id())
                        .isEqualTo(RecordedEvidence.told(content));
            }
            refused(kept, refusals);
        }
        whole(gateway);
        containers(gateway, dossiers);
        assertThat(dossiers.stream().map(Received::id))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(KILLS * LEAST_DOSSIERS);
        assertThat(refusals).hasSizeGreaterThanOrEqualTo(KILLS);
        assertThat(cut).as("answers that kills cut off: the load went on").isGreaterThanOrEqualTo(KILLS);
    }

    private static String requester(Received answer) {
        return answer.asked().token().replace("demo-", "");
    }

    private void given(SeparateGateway gateway, Received dossier) throws Exception {
        HttpResponse<byte[]> again =
                callers.get(0).again(dossier, dossier.asked().form());
        assertThat(dossier.same(again))
                .as("dossier %s is given again, in the same bytes: %d", dossier.id(), again.statusCode())
                .isTrue();
    }

    private static void refused(TestRecord kept, List<Received> refusals) throws Exception {
        Set<String> recorded = Set.copyOf(kept.jdbc.queryForList(
                "select concat_ws(' ', entry ->> 'code', 'urn:uuid:' || id) from audit"
                        + " where entry ->> 'kind' = 'REFUSAL'",
                String.class));
        for (Received refusal : refusals) {
            JsonNode problem = JSON.readTree(refusal.body());
            assertThat(problem.path("status").asInt()).as(refusal.text()).isLessThan(500);
            assertThat(recorded)
                    .contains(problem.path("code").asText() + " "
                            + problem.path("instance").asText());
        }
    }

    private void whole(SeparateGateway gateway) {
        verify(
                new VerifyRecordCommand(),
                "--database",
                gateway.database(),
                "--certificate",
                gateway.keys().resolve("gateway-dossier.pem").toString(),
                "--time-stamps",
                gateway.keys().resolve("time-stamps.pem").toString(),
                "--master-key",
                gateway.keys().resolve("record.key").toString());
    }

    private void containers(SeparateGateway gateway, List<Received> dossiers) throws Exception {
        List<Received> entitled = dossiers.stream()
                .filter(dossier -> requester(dossier).equals("dost-centre-1"))
                .toList();
        for (int i = 0; i < CONTAINERS; i++) {
            Path file = folder.resolve("dossier.asice");
            Files.write(
                    file,
                    callers.get(0)
                            .again(entitled.get(i * entitled.size() / CONTAINERS), "application/vnd.etsi.asic-e+zip")
                            .body());
            assertThat(verify(
                            new VerifyCommand(),
                            file.toString(),
                            "--certificate",
                            gateway.keys().resolve("gateway-dossier.pem").toString(),
                            "--time-stamps",
                            gateway.keys().resolve("time-stamps.pem").toString()))
                    .doesNotContain("no longer kept");
        }
    }

    /** What the command says, which must be that all holds. */
    private static String verify(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        int code = new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(arguments);
        assertThat(code).as(out.toString()).isZero();
        return out.toString();
    }
}

package az.dost.vahid.offers;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.offers.RightsSystem.Mother;
import az.dost.vahid.whole.RunningVahid;
import az.dost.vahid.whole.SeparateGateway;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Kill -9 of the whole gateway while births become offers, again and again: each becomes one, and none is lost. */
@Tag("endurance")
class KilledRightsEnduranceTest {
    private static final int KILLS = Integer.getInteger("endurance.kills", 20);
    private static final long SEED = Long.getLong("endurance.seed", System.nanoTime());
    private static final int BIRTHS_BEFORE_A_KILL = 5;
    private static final int LONGEST_MS = 700;
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RightsSystem system = RightsSystem.get();

    @TempDir
    private Path folder;

    @Test
    @Timeout(2_400)
    void each_birth_that_was_accepted_becomes_one_offer_through_kills() throws Exception {
        System.out.println("-Dendurance.seed=" + SEED + " repeats the moments of the kills");
        RunningVahid vahid = system.vahid;
        Map<String, String> settings = Map.of(
                "vahid.rights.folder",
                "classpath:contracts/rights",
                "vahid.rights.every-ms",
                "200",
                "vahid.claims.lease-ms",
                "2000",
                "vahid.claims.renew-every-ms",
                "500",
                "vahid.record.time-stamps.authority",
                vahid.bean(Environment.class).getRequiredProperty("vahid.record.time-stamps.authority"));
        List<Mother> accepted = new ArrayList<>();
        Random moments = new Random(SEED);
        try (SeparateGateway gateway = new SeparateGateway(folder, vahid, settings)) {
            gateway.start();
            for (int kill = 0; kill < KILLS; kill++) {
                for (int n = 0; n < BIRTHS_BEFORE_A_KILL; n++) {
                    Mother mother = system.mother();
                    publish(gateway, mother);
                    accepted.add(mother);
                }
                Thread.sleep(moments.nextInt(LONGEST_MS));
                gateway.kill();
                gateway.start();
            }
            JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource(gateway.database()));
            Awaitility.await("offers")
                    .atMost(LONGEST)
                    .until(() -> database.queryForObject(
                                    "select count(*) from right_intent where right_code = ? and state = 'WAITING'",
                                    Integer.class,
                                    RightsSystem.BIRTH)
                            == 0);
            for (Mother mother : accepted) {
                assertThat(database.queryForList(
                                "select state from right_offer where person = ? and right_code = ?",
                                String.class,
                                system.person(mother.fin()),
                                RightsSystem.BIRTH))
                        .containsExactly("OFFERED");
            }
            assertThat(database.queryForObject(
                            "select count(*) from audit where entry ->> 'act' = 'right-offered' and entry ->> 'right' = ?",
                            Integer.class,
                            RightsSystem.BIRTH))
                    .as("entries of the chain")
                    .isEqualTo(accepted.size());
            System.out.println(accepted.size() + " births, " + KILLS + " kills, "
                    + database.queryForObject("select max(attempts) from right_intent", Integer.class)
                    + " times the most that one was taken up, "
                    + database.queryForObject(
                            "select count(*) from audit where entry ->> 'service' = 'proactive:birth-allowance'",
                            Integer.class)
                    + " lookups");
        }
    }

    private static void publish(SeparateGateway gateway, Mother mother) throws IOException, InterruptedException {
        var answer = HTTP.send(
                HttpRequest.newBuilder(gateway.address("/v1/events"))
                        .header("Authorization", "Bearer demo-civil-registry")
                        .header("Content-Type", "application/cloudevents+json")
                        .POST(BodyPublishers.ofString(
                                RightsSystem.birth(RightsSystem.name(), mother).toString()))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }
}

package az.dost.vahid.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a gateway depends on is late, older than it, or refuses it. */
final class BadNeighbours {
    private static final Duration LONGEST = Duration.ofMinutes(4);
    /** How late the database comes; in service it may be ten minutes. */
    private static final Duration LATE = Duration.parse(System.getProperty("cluster.late", "PT60S"));

    private final RunningCluster cluster;

    BadNeighbours(RunningCluster cluster) {
        this.cluster = cluster;
    }

    private JsonNode part(String name) {
        return cluster.tell("status").path("parts").path(name);
    }

    private boolean said(String part, String text) {
        try {
            return Files.readString(Path.of(part(part).path("log").asText())).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that was started before all this is the one that is ready after it. */
    private void waits(String gateway, String line, Runnable comes) {
        long pid = part(gateway).path("pid").asLong();
        Awaitility.await(line).atMost(LONGEST).until(() -> said(gateway, line));
        comes.run();
        assertThat(cluster.tell("settled").path("gateways").toString()).contains(gateway);
        assertThat(part(gateway).path("pid").asLong()).isEqualTo(pid);
    }

    void lateDatabase() {
        String gateway = cluster.gateways().get(2);
        cluster.tell("stop " + gateway);
        String primary = cluster.tell("status").path("primary").asText();
        String standby = primary.equals("pg1") ? "pg2" : "pg1";
        cluster.tell("stop " + standby);
        cluster.tell("stop " + primary);
        cluster.tell("launch " + gateway);
        waits(gateway, "This start waits for the database of spring.datasource.url", () -> {
            long since = System.nanoTime();
            Awaitility.await("a late database")
                    .atMost(LATE.plusMinutes(1))
                    .pollInterval(Duration.ofSeconds(5))
                    .until(() -> System.nanoTime() - since > LATE.toNanos());
            assertThat(part(gateway).path("runs").asBoolean()).isTrue();
            cluster.tell("start " + primary);
            cluster.tell("start " + standby);
        });
    }

    void absentStandby() {
        String gateway = cluster.gateways().get(2);
        cluster.tell("stop " + gateway);
        String standby = cluster.tell("status").path("primary").asText().equals("pg1") ? "pg2" : "pg1";
        cluster.tell("stop " + standby);
        JdbcTemplate database = cluster.database();
        Awaitility.await("commits that wait for nobody")
                .atMost(LONGEST)
                .until(() -> database.queryForObject("show synchronous_standby_names", String.class)
                        .isEmpty());
        cluster.tell("launch " + gateway);
        waits(gateway, "This start waits for the standby of the database", () -> cluster.tell("start " + standby));
    }

    void brokerThatRefuses() {
        JsonNode ended = cluster.tell("member none spring.artemis.password=wrong");
        assertThat(ended.path("joined").asBoolean()).as(ended.toString()).isTrue();
        assertThat(ended.path("said").toString()).contains("The broker refuses the login of spring.artemis.user");
    }

    /** Its dossiers are those of all; once the tables do not allow it any more it is not let in. */
    void formerVersion() throws IOException, InterruptedException {
        JsonNode former = cluster.tell("former");
        assertThat(former.path("joined").asBoolean()).as(former.toString()).isTrue();
        Visitor desk = new Visitor(cluster, "desk");
        HttpResponse<byte[]> answer = desk.lookUp(
                URI.create(former.path("at").asText() + "/v1/dossiers"),
                "official-90",
                cluster.population().fin(7));
        assertThat(answer.statusCode()).isEqualTo(200);
        String dossier =
                RunningCluster.JSON.readTree(answer.body()).path("dossierId").asText();
        for (URI member : cluster.members("/v1/dossiers/" + dossier)) {
            assertThat(desk.get(member).statusCode()).isEqualTo(200);
        }
        JdbcTemplate database = cluster.database();
        Integer allowed = database.queryForObject("select oldest_allowed from member_rule", Integer.class);
        database.update(
                "update member_rule set oldest_allowed = (select max(version::int) from flyway_schema_history where success)");
        try {
            JsonNode refused = cluster.tell("former");
            assertThat(refused.path("joined").asBoolean())
                    .as(refused.toString())
                    .isFalse();
            assertThat(refused.path("said").toString()).contains("start a newer version");
        } finally {
            cluster.tell("stop former");
            database.update("update member_rule set oldest_allowed = ?", allowed);
        }
    }

    /** A table of Vahid's own is not where it should be: that is no agency's fault, and cuts none off. */
    void ownTableAway() throws IOException, InterruptedException {
        JdbcTemplate database = cluster.database();
        database.execute("alter table drop_standing rename to drop_standing_away");
        try {
            HttpResponse<byte[]> answer = null;
            for (int i = 0; i < 20; i++) {
                answer = new Visitor(cluster, "desk")
                        .lookUp(
                                cluster.front("/v1/dossiers"),
                                "official-" + (60 + i),
                                cluster.population().fin(20 + i));
                assertThat(answer.statusCode()).isEqualTo(200);
            }
            assertThat(RunningCluster.JSON
                            .readTree(answer.body())
                            .path("sources")
                            .findValuesAsText("reason"))
                    .contains("INTERNAL")
                    .doesNotContain("AGENCY_ERROR", "CIRCUIT_OPEN");
            assertThat(database.queryForList("select told::text from member", String.class))
                    .isNotEmpty()
                    .noneMatch(told -> told.contains("\"OPEN\""));
        } finally {
            database.execute("alter table drop_standing_away rename to drop_standing");
        }
    }
}

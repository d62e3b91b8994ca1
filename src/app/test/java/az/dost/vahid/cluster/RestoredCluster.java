package az.dost.vahid.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;

/** The database is restored to a moment before the last lookups: those are lost, and everybody is told. */
final class RestoredCluster {
    private static final int LOOKUPS = 5;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String BECAUSE = "A test restored the database to a moment ago";
    private final RunningCluster cluster;
    private final Visitor desk;

    RestoredCluster(RunningCluster cluster) {
        this.cluster = cluster;
        desk = new Visitor(cluster, "desk");
    }

    void run() throws Exception {
        List<String> before = lookUp();
        await(before);
        String moment = cluster.tell("now").path("result").asText();
        List<String> after = lookUp();
        await(after);
        cluster.gateways().forEach(gateway -> cluster.tell("stop " + gateway));
        cluster.tell("restore " + moment);
        assertThat(verify(1))
                .as("before anybody has said that it was restored")
                .contains("is anchored and not in the record");
        JsonNode said = cluster.tell("restored " + BECAUSE);
        assertThat(said.path("exit").asInt(-1)).as(said.toString()).isZero();
        assertThat(said.toString()).contains("The record goes on").contains("signed over entries up to");
        cluster.gateways().forEach(gateway -> cluster.tell("start " + gateway));
        await(lookUp());
        assertThat(verify(0)).contains(BECAUSE).contains("is anchored and was lost");
        for (String dossier : before) {
            assertThat(get(dossier).statusCode()).as("kept before the moment").isEqualTo(200);
        }
        for (String dossier : after) {
            assertThat(get(dossier).statusCode()).as("lost").isEqualTo(404);
        }
    }

    private List<String> lookUp() throws IOException, InterruptedException {
        List<String> dossiers = new ArrayList<>();
        for (int i = 0; i < LOOKUPS; i++) {
            HttpResponse<byte[]> answer = desk.lookUp(
                    cluster.front("/v1/dossiers"),
                    "official-" + (91 + i),
                    cluster.population().fin(i));
            assertThat(answer.statusCode()).isEqualTo(200);
            dossiers.add(RunningCluster.JSON
                    .readTree(answer.body())
                    .path("dossierId")
                    .asText());
        }
        return dossiers;
    }

    /** Until a root over them is signed and anchored. */
    private void await(List<String> dossiers) {
        String last = dossiers.get(dossiers.size() - 1);
        Awaitility.await("a root over what was looked up").atMost(LONGEST).until(() -> {
            long entry = cluster.database()
                    .queryForObject("select sequence from audit where id = ?::uuid", Long.class, last);
            String root = cluster.database()
                    .queryForObject("select jws from audit_root order by number desc limit 1", String.class);
            JsonNode payload =
                    RunningCluster.JSON.readTree(Base64.getUrlDecoder().decode(root.split("[.]")[1]));
            return payload.path("last").asLong() >= entry
                    && Files.exists(cluster.anchors()
                            .resolve("root-%012d.jws"
                                    .formatted(payload.path("number").asLong())));
        });
    }

    private HttpResponse<byte[]> get(String dossier) throws IOException, InterruptedException {
        return desk.get(cluster.front("/v1/dossiers/" + dossier));
    }

    private String verify(int exit) {
        JsonNode verified = cluster.tell("verify");
        assertThat(verified.path("exit").asInt(-1))
                .as(verified.path("said").toString())
                .isEqualTo(exit);
        return verified.path("said").toString();
    }
}

package az.dost.vahid.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys are changed as {@code src/docs/operations/rotate-keys.md} has it, while everybody goes on working. */
final class RotatedKeys {
    private static final Pattern FINGERPRINT = Pattern.compile("under the master key (\\w+)");

    private final RunningCluster cluster;
    private final ClusterWork work;

    RotatedKeys(RunningCluster cluster, ClusterWork work) {
        this.cluster = cluster;
        this.work = work;
    }

    /** The master key of the record: read with, then written with, then alone. */
    void record() throws IOException {
        List<String> before = masterKeys();
        rotate("record prepare");
        spread("a new master key is known");
        String said = rotate("record switch");
        Matcher fingerprint = FINGERPRINT.matcher(said);
        assertThat(fingerprint.find()).as(said).isTrue();
        spread("a new master key is in use");
        assertThat(cluster.gateways())
                .allSatisfy(gateway -> assertThat(log(gateway))
                        .as(gateway)
                        .contains("All keys of the record are under the master key " + fingerprint.group(1)));
        rotate("record finish");
        cluster.tell("spread");
        assertThat(masterKeys()).hasSize(1).doesNotContainAnyElementsOf(before);
        roll("the master key of before is away");
    }

    /** The key that signs dossiers: each gateway switches by itself, and knows the others' meanwhile. */
    void dossier() {
        rotate("dossier prepare");
        spread("a new certificate is known");
        for (String gateway : cluster.gateways()) {
            rotate("dossier switch " + gateway);
            cluster.tell("roll " + gateway);
            work.goesOn(gateway + " signs with a new key");
        }
    }

    private String rotate(String step) {
        JsonNode done = cluster.tell("rotate " + step);
        assertThat(done.path("exit").asInt(-1)).as(done.toString()).isZero();
        return done.path("said").toString();
    }

    private void spread(String phase) {
        cluster.tell("spread");
        roll(phase);
    }

    private void roll(String phase) {
        work.tally.phase(phase);
        cluster.gateways().forEach(gateway -> cluster.tell("roll " + gateway));
        work.goesOn(phase);
    }

    private List<String> masterKeys() throws IOException {
        return Files.readAllLines(cluster.keys(cluster.gateways().get(0)).resolve("record.key"));
    }

    private String log(String gateway) {
        try {
            return Files.readString(Path.of(cluster.tell("status")
                    .path("parts")
                    .path(gateway)
                    .path("log")
                    .asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

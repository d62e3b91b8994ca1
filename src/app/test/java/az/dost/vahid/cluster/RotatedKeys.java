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

    /**
     * The master key of the record, which is read with, then written with, then alone, and the key that signs dossiers,
     * to which each gateway switches by itself: a restart after each step is one for both.
     */
    void change() throws IOException {
        List<String> before = masterKeys();
        rotate("record prepare");
        rotate("dossier prepare");
        cluster.tell("spread");
        cluster.gateways().forEach(gateway -> roll(gateway, " knows the new keys"));
        String said = rotate("record switch");
        Matcher fingerprint = FINGERPRINT.matcher(said);
        assertThat(fingerprint.find()).as(said).isTrue();
        cluster.tell("spread");
        for (String gateway : cluster.gateways()) {
            rotate("dossier switch " + gateway);
            roll(gateway, " uses the new keys");
        }
        assertThat(cluster.gateways())
                .allSatisfy(gateway -> assertThat(log(gateway))
                        .as(gateway)
                        .contains("All keys of the record are under the master key " + fingerprint.group(1)));
        rotate("record finish");
        cluster.tell("spread");
        assertThat(masterKeys()).hasSize(1).doesNotContainAnyElementsOf(before);
        work.goesOn("the master key of before is away");
    }

    private String rotate(String step) {
        JsonNode done = cluster.tell("rotate " + step);
        assertThat(done.path("exit").asInt(-1)).as(done.toString()).isZero();
        return done.path("said").toString();
    }

    private void roll(String gateway, String what) {
        work.tally.phase(gateway + what);
        cluster.tell("roll " + gateway);
        work.goesOn(gateway + what);
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

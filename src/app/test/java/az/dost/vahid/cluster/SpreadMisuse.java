package az.dost.vahid.cluster;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** An official who asks each gateway by itself, so that none of them sees much of it. */
final class SpreadMisuse {
    /** One more than the rule faster-than-a-person lets pass in a minute, and few enough for each gateway. */
    private static final int LOOKUPS = 24;
    /** More than the rule unknown-fins lets pass. */
    private static final int UNKNOWN = 14;

    private final RunningCluster cluster;
    private final Visitor visitor;

    SpreadMisuse(RunningCluster cluster) {
        this.cluster = cluster;
        visitor = new Visitor(cluster, "spread");
    }

    /** @return who made them */
    String lookups() throws IOException, InterruptedException {
        String official = "official-98";
        List<URI> members = cluster.members("/v1/dossiers");
        for (int i = 0; i < LOOKUPS; i++) {
            visitor.lookUp(
                    members.get(i % members.size()),
                    official,
                    cluster.population().fin(i));
        }
        return official;
    }

    /** Of whichever gateway haproxy names. */
    void oneMore(String official) throws IOException, InterruptedException {
        visitor.lookUp(
                cluster.front("/v1/dossiers"), official, cluster.population().fin(LOOKUPS));
    }

    /**
     * What each gateway answers the official who has asked about citizens whom nobody knows, the last time that he
     * asks; waits until all of them say the same.
     */
    List<Integer> afterUnknownCitizens() throws IOException, InterruptedException {
        String official = "official-99";
        List<URI> members = cluster.members("/v1/dossiers");
        for (int i = 0; i < UNKNOWN; i++) {
            visitor.lookUp(members.get(i % members.size()), official, "ZZ%05d".formatted(i * 37));
        }
        List<Integer> last = new ArrayList<>();
        Awaitility.await("the same answer of all gateways")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    last.clear();
                    for (URI member : members) {
                        last.add(visitor.lookUp(
                                        member, official, cluster.population().fin(1))
                                .statusCode());
                    }
                    return last.stream().distinct().count() == 1;
                });
        return last;
    }
}

package az.dost.vahid.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Clerks who look one citizen up after the other, as fast as a person does. */
final class LookupLoad extends Load {
    private static final List<String> SERVICES =
            List.of("ccu-intake", "ccu-car", "old-age-pension", "child-allowance", "disability-pension");
    /** Each official of this load makes every tenth of its lookups: none is faster than a person. */
    private static final int OFFICIALS = 10;

    private static final int DEADLINE_MS = 15_000;
    private static final long PAUSE_MS = 600;
    private final int number;
    private final Random random;
    private int asked;
    /** What was answered with 200, by the dossier's id. */
    final Map<String, byte[]> dossiers = new ConcurrentHashMap<>();

    /** @param number of this load; it has ten officials of its own */
    LookupLoad(int number, RunningCluster cluster, Tally tally) {
        super("lookups-" + number, cluster, tally);
        this.number = number;
        random = new Random(number);
    }

    @Override
    void step() throws InterruptedException {
        ObjectNode question = RunningCluster.JSON
                .createObjectNode()
                .put("service", SERVICES.get(random.nextInt(SERVICES.size())))
                .put("caseRef", "CLUSTER/" + number + "/" + asked)
                .put("official", "official-" + (number * OFFICIALS + asked++ % OFFICIALS))
                .put("deadlineMs", DEADLINE_MS);
        question.putObject("subject").put("fin", cluster.population().fin(random.nextInt(cluster.citizens())));
        HttpResponse<byte[]> answer = insist(HttpRequest.newBuilder(cluster.front("/v1/dossiers"))
                .header("Authorization", "Bearer " + cluster.token("desk"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question.toString())));
        dossiers.put(json(answer).path("dossierId").asText(), answer.body());
        Thread.sleep(PAUSE_MS);
    }
}

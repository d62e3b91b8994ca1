package az.dost.vahid.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An office that asks about many citizens at once, one file after the other. */
final class BulkLoad extends Load {
    private static final int ROWS = 400;
    private static final long LOOK_EVERY_MS = 1_000;
    private static final String TERMS =
            "{\"service\":\"ccu-car\",\"caseRef\":\"BULK/1\",\"official\":\"official-90\",\"facts\":[\"vehicles\"],\"deadlineMs\":20000}";
    final AtomicInteger completed = new AtomicInteger();
    /** Rows of results that are not what was asked, or have no dossier. */
    final List<String> wrong = new CopyOnWriteArrayList<>();

    final List<String> dossiers = new CopyOnWriteArrayList<>();
    private int from;

    BulkLoad(RunningCluster cluster, Tally tally) {
        super("bulk", cluster, tally);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(cluster.front(path)).header("Authorization", "Bearer " + cluster.token("desk"));
    }

    @Override
    void step() throws InterruptedException {
        List<String> fins = IntStream.range(from, from + ROWS)
                .mapToObj(row -> cluster.population().fin(row % cluster.citizens()))
                .toList();
        from += ROWS;
        String id = json(insist(request("/v1/bulk")
                        .header("Content-Type", "text/csv")
                        .header("Vahid-Terms", TERMS)
                        .POST(HttpRequest.BodyPublishers.ofString("fin\n" + String.join("\n", fins) + "\n"))))
                .path("bulkId")
                .asText();
        String state;
        do {
            Thread.sleep(LOOK_EVERY_MS);
            state = json(insist(request("/v1/bulk/" + id).GET())).path("state").asText();
        } while (state.equals("RUNNING"));
        if (!state.equals("COMPLETED")) {
            wrong.add("job " + id + " is " + state);
            return;
        }
        check(
                id,
                fins,
                new String(insist(request("/v1/bulk/" + id + "/result").GET()).body(), StandardCharsets.UTF_8));
        completed.incrementAndGet();
    }

    private void check(String id, List<String> fins, String result) {
        List<JsonNode> lines = result.lines().skip(1).map(BulkLoad::line).toList();
        Map<Integer, Long> numbers = lines.stream()
                .collect(Collectors.groupingBy(line -> line.path("line").asInt(), Collectors.counting()));
        for (int row = 0; row < fins.size(); row++) {
            if (numbers.getOrDefault(row + 2, 0L) != 1) {
                wrong.add("job " + id + " has line " + (row + 2) + " so many times: "
                        + numbers.getOrDefault(row + 2, 0L));
            }
        }
        for (JsonNode line : lines) {
            int row = line.path("line").asInt() - 2;
            if (row < 0
                    || row >= fins.size()
                    || !line.at("/dossier/subject/fin").asText().equals(fins.get(row))) {
                wrong.add("job " + id + " answers line " + line.path("line").asInt() + " with another citizen or code "
                        + line.path("code").asText());
            } else {
                dossiers.add(line.at("/dossier/dossierId").asText());
            }
        }
    }

    private static JsonNode line(String text) {
        try {
            return RunningCluster.JSON.readTree(text);
        } catch (java.io.IOException e) {
            throw new AssertionError("A line of a result is no JSON", e);
        }
    }
}

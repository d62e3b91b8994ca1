package az.dost.vahid.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Somebody who asks once, whom a test names. */
final class Visitor {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final RunningCluster cluster;
    private final String requester;

    Visitor(RunningCluster cluster, String requester) {
        this.cluster = cluster;
        this.requester = requester;
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + cluster.token(requester));
    }

    /** @param address of one gateway or of all of them */
    HttpResponse<byte[]> lookUp(URI address, String official, String fin) throws IOException, InterruptedException {
        ObjectNode question = RunningCluster.JSON
                .createObjectNode()
                .put("service", "ccu-car")
                .put("caseRef", "VISIT/1")
                .put("official", official)
                .put("deadlineMs", 15_000);
        question.putObject("subject").put("fin", fin);
        return HTTP.send(
                request(address)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(question.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> get(URI address) throws IOException, InterruptedException {
        return HTTP.send(request(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}

package az.dost.vahid.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/**
 * A client that goes on whatever becomes of the cluster, one thing after the other, each under a key of its own until
 * it is done.
 */
abstract class Load extends Thread {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    final RunningCluster cluster;
    final Tally tally;
    private volatile boolean ending;
    /** What should never have come, null for nothing. */
    private volatile Throwable broken;

    Load(String name, RunningCluster cluster, Tally tally) {
        super(name);
        setDaemon(true);
        this.cluster = cluster;
        this.tally = tally;
    }

    /** One thing, and the pause after it. */
    abstract void step() throws InterruptedException, IOException;

    @Override
    public void run() {
        try {
            while (!ending) {
                step();
            }
        } catch (InterruptedException e) {
            interrupt();
        } catch (IOException | RuntimeException | AssertionError e) {
            broken = e;
        }
    }

    /** Asks under the same key until the answer is a good one. */
    HttpResponse<byte[]> insist(HttpRequest.Builder request) throws InterruptedException {
        HttpRequest asked = request.timeout(LONGEST)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .build();
        while (true) {
            long again = 500;
            try {
                HttpResponse<byte[]> answer = http.send(asked, HttpResponse.BodyHandlers.ofByteArray());
                again = tally.count(answer, code(answer));
                if (again < 0) {
                    return answer;
                }
            } catch (IOException e) {
                tally.count(e);
            }
            Thread.sleep(again);
        }
    }

    /** The stable code of a problem; the status of anything else. */
    private static String code(HttpResponse<byte[]> answer) {
        try {
            return answer.statusCode() < 300
                    ? ""
                    : RunningCluster.JSON.readTree(answer.body()).path("code").asText("without a code");
        } catch (IOException e) {
            return "no problem of ours";
        }
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return RunningCluster.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError("An answer is no JSON", e);
        }
    }

    /** Ends after what it does now, and tells what broke it. */
    void end() throws InterruptedException {
        ending = true;
        join(Duration.ofMinutes(3).toMillis());
        if (broken != null) {
            throw new AssertionError(getName() + " broke", broken);
        }
        if (isAlive()) {
            interrupt();
            throw new AssertionError(getName() + " did not come to an end of what it began");
        }
    }
}

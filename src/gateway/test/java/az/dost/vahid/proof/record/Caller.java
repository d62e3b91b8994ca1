package az.dost.vahid.proof.record;

import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.whole.SeparateGateway;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A back office that asks one lookup after the other, whatever becomes of the gateway, and keeps what it received
 * whole.
 */
final class Caller extends Thread {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SERVICES = List.of(
            "ccu-intake",
            "ccu-car",
            "ccu-martyr-family-pension",
            "old-age-pension",
            "child-allowance",
            "disability-pension",
            "unemployed-registration");
    private static final List<String> FORMS = List.of("application/json", "application/jose", "application/xml");
    private static final int DEADLINE_MS = 10_000;
    private static final long PAUSE_MS = 200;
    /** More for one citizen would be slowed down as misuse. */
    private static final int OFFICIALS = 4;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SeparateGateway gateway;
    private final int number;
    private final Random random;
    private int asked;
    private volatile boolean ended;
    final Queue<Received> received = new ConcurrentLinkedQueue<>();
    /** Answers that a kill cut off. */
    final AtomicInteger cut = new AtomicInteger();
    /** What went wrong that no kill explains, null for nothing. */
    volatile String fault;

    /** @param caseRef of this one request alone */
    record Asked(String caseRef, String token, String form, ObjectNode body) {}

    Caller(SeparateGateway gateway, int number, long seed) {
        super("caller-" + number);
        this.gateway = gateway;
        this.number = number;
        this.random = new Random(seed + number);
    }

    @Override
    public void run() {
        try {
            while (!ended) {
                ask(next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Asked asked) throws InterruptedException {
        try {
            Received answer = Received.of(
                    asked,
                    http.send(
                            HttpRequest.newBuilder(gateway.address("/v1/dossiers"))
                                    .timeout(Duration.ofSeconds(60))
                                    .header("Authorization", "Bearer " + asked.token())
                                    .header("Content-Type", "application/json")
                                    .header("Accept", asked.form())
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            asked.body().toString()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray()));
            if (answer.notReady()) {
                Thread.sleep(PAUSE_MS);
            } else {
                received.add(answer);
            }
        } catch (ConnectException e) {
            Thread.sleep(PAUSE_MS);
        } catch (HttpTimeoutException e) {
            fault = "no answer in time to " + asked.caseRef();
        } catch (IOException e) {
            cut.incrementAndGet();
        }
    }

    /** Three of four are lookups, the others are refused for one reason or another. */
    private Asked next() {
        String caseRef = "KILL/" + number + "/" + asked++;
        Personas[] personas = Personas.values();
        ObjectNode body = JSON.createObjectNode()
                .put("service", SERVICES.get(random.nextInt(SERVICES.size())))
                .put("caseRef", caseRef)
                .put("official", "official-" + number % OFFICIALS)
                .put("deadlineMs", DEADLINE_MS);
        body.putObject("subject").put("fin", personas[random.nextInt(personas.length)].fin());
        String form = FORMS.get(random.nextInt(FORMS.size()));
        return switch (random.nextInt(16)) {
            case 0 -> new Asked(caseRef, "demo-dost-centre-1", form, body.put("service", "no-such-service"));
            case 1 -> new Asked(caseRef, "demo-dost-centre-2", form, body.put("service", "ccu-intake"));
            case 2 -> new Asked(caseRef, "demo-dost-centre-1", form, body.put("deadlineMs", 1));
            case 3 -> new Asked(caseRef, "not-a-token", form, body);
            case 4 -> new Asked(caseRef, "demo-dost-centre-2", form, body.put("service", "ccu-car"));
            default -> new Asked(caseRef, "demo-dost-centre-1", form, body);
        };
    }

    HttpResponse<byte[]> again(Received before, String form) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(gateway.address(before.location().getPath()))
                        .timeout(Duration.ofSeconds(60))
                        .header("Authorization", "Bearer " + before.asked().token())
                        .header("Accept", form)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Returns once it has ended. */
    void end() throws InterruptedException {
        ended = true;
        join();
    }
}

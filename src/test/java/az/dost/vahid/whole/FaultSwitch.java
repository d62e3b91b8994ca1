package az.dost.vahid.whole;

import az.dost.vahid.mock.kit.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sets the mock agencies' faults over their control endpoint; closing clears them all. */
public final class FaultSwitch implements AutoCloseable {
    /** A bad file is made before the answer comes, and a huge one takes its time. */
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI control;

    FaultSwitch(int port) {
        control = URI.create("http://localhost:" + port + "/control/faults");
    }

    public FaultSwitch set(String agency, Fault fault) {
        send(HttpRequest.newBuilder(URI.create(control + "/" + agency + "/" + fault)).PUT(HttpRequest.BodyPublishers.noBody()));
        return this;
    }

    @Override
    public void close() {
        send(HttpRequest.newBuilder(control).DELETE());
    }

    private static void send(HttpRequest.Builder request) {
        try {
            int status = HTTP.send(request.timeout(LONGEST).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 204) {
                throw new AssertionError("The control endpoint answers with " + status);
            }
        } catch (IOException e) {
            throw new AssertionError("The control endpoint does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

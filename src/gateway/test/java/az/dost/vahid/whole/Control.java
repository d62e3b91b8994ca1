package az.dost.vahid.whole;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One subject of the mocks' control endpoint. */
final class Control {
    /** A bad file is made before the answer comes, and a huge one takes its time. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    Control(int port, String subject) {
        address = URI.create("http://localhost:" + port + "/control/" + subject);
    }

    void put(String path, String body) {
        send(HttpRequest.newBuilder(URI.create(address + "/" + path)).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    void delete() {
        send(HttpRequest.newBuilder(address).DELETE());
    }

    private static void send(HttpRequest.Builder request) {
        try {
            int status = HTTP.send(request.timeout(LONGEST).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
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

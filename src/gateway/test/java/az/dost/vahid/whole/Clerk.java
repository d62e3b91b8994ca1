package az.dost.vahid.whole;

import az.dost.vahid.mock.population.Population;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;

/** Asks the gateway over REST for dossiers, of the service that needs every fact unless told otherwise. */
public final class Clerk {
    /** The contract's default, in milliseconds. */
    static final int DEADLINE_MS = 3000;
    /** Long enough for a first lookup, in which classes load and keys are made. */
    private static final int WARM_UP_DEADLINE_MS = 20_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;

    Clerk(int port) {
        gateway = URI.create("http://localhost:" + port + "/v1/");
    }

    /** A dossier as it came, in which everything is the receiver's to check. */
    public Dossier ask(String fin, int deadlineMs) {
        return ask("ccu-intake", fin, deadlineMs);
    }

    /** A dossier for another service. */
    public Dossier ask(String service, String fin, int deadlineMs) {
        ObjectNode question = JSON.createObjectNode()
                .put("service", service)
                .put("caseRef", "TEST/1")
                .put("official", "test.official")
                .put("deadlineMs", deadlineMs);
        question.putObject("subject").put("fin", fin);
        long started = System.nanoTime();
        HttpResponse<byte[]> answer = send(request("dossiers")
                .header("Authorization", "Bearer demo-dost-centre-1")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question.toString())));
        Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
        if (answer.statusCode() != 200) {
            throw new AssertionError(
                    "The gateway answers with " + answer.statusCode() + ": " + new String(answer.body()));
        }
        return new Dossier(
                answer.body(), answer.headers().firstValue("Vahid-Signature").orElse(null), elapsed);
    }

    public Dossier ask(String fin) {
        return ask(fin, DEADLINE_MS);
    }

    /** The certificate of the key that signs dossiers. */
    X509Certificate certificate() {
        byte[] pem = send(request("keys/certificate").GET()).body();
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
        } catch (CertificateException e) {
            throw new AssertionError("The gateway publishes no certificate", e);
        }
    }

    void warmUp(Population population, int lookups) {
        for (int i = 0; i < lookups; i++) {
            ask(population.fin(i), WARM_UP_DEADLINE_MS);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError("The gateway does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

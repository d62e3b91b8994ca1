package az.dost.vahid.whole;

import az.dost.vahid.edge.server.TestCertificate;
import az.dost.vahid.faces.OpenApi;
import az.dost.vahid.signature.key.PinnedTls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * A partner with a key of his own, as he talks to a gateway: without a name, with a token, or by mutual TLS. Each
 * answer is as its contract says.
 *
 * @param base address of the gateway, https for mutual TLS
 */
record IncomingPartner(TestCertificate key, String base, String token) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An answer. @param json empty where it is none */
    record Answer(int status, JsonNode json) {
        String code() {
            return json.path("code").asText();
        }
    }

    static IncomingPartner stranger(String base) {
        return new IncomingPartner(TestCertificate.of("partner-" + UUID.randomUUID(), -1, 30), base, null);
    }

    IncomingPartner with(String bearer) {
        return new IncomingPartner(key, base, bearer);
    }

    IncomingPartner byTls(int port) {
        return new IncomingPartner(key, "https://localhost:" + port, null);
    }

    IncomingPartner withKey(TestCertificate other) {
        return new IncomingPartner(other, base, token);
    }

    ObjectNode application() {
        ObjectNode application = JSON.createObjectNode()
                .put("organisation", "Ministry of Tests")
                .put("purpose", "To see whether a partner comes in by himself")
                .put("legalBasis", "Law on tests, article 1")
                .put("certificate", key.pem());
        application.putArray("contacts").addObject().put("name", "A. Tester").put("email", "a@tests.example");
        application.putArray("services").add("ccu-car");
        application.putObject("events").putArray("az.dost.birth.v1").add("fin").add("dateOfBirth");
        return application;
    }

    Answer apply() {
        return send("POST", "/v1/partners/applications", application());
    }

    Answer lookUp(String fin) {
        return lookUp(fin, "ccu-car");
    }

    Answer lookUp(String fin, String service) {
        ObjectNode question = JSON.createObjectNode()
                .put("service", service)
                .put("caseRef", "PARTNER/1")
                .put("official", "a.tester")
                .put("deadlineMs", 20_000);
        question.putArray("facts").add("identity");
        question.putObject("subject").put("fin", fin);
        return send("POST", "/v1/dossiers", question);
    }

    Answer subscribe(String webhook, String... fields) {
        ObjectNode wanted = JSON.createObjectNode().put("webhook", webhook);
        var birth = wanted.putObject("gives").putArray("az.dost.birth.v1");
        for (String field : fields) {
            birth.add(field);
        }
        return send("PUT", "/v1/partners/me/subscription", wanted);
    }

    Answer checkEndpoint(String webhook) {
        return send(
                "POST",
                "/v1/partners/me/endpoint-checks",
                JSON.createObjectNode().put("webhook", webhook));
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    /** @param body null for none */
    Answer send(String method, String path, JsonNode body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(40))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = client().send(request.build(), BodyHandlers.ofString());
            OpenApi.check(template(path), method.toLowerCase(Locale.ROOT), answer);
            return new Answer(
                    answer.statusCode(),
                    answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body()));
        } catch (IOException e) {
            // A handshake that the gateway ended, mostly.
            return new Answer(
                    0,
                    JSON.valueToTree(Map.of("code", String.valueOf(e.getClass().getSimpleName()))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** As the contracts have it. */
    private static String template(String path) {
        return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}").replaceFirst("admitted/[^/]+/", "admitted/{id}/");
    }

    private HttpClient client() {
        HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        if (base.startsWith("https")) {
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(
                        new KeyManager[] {PinnedTls.client(key.key(), key.certificate())},
                        new TrustManager[] {new Whoever()},
                        null);
                client.sslContext(context);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
        return client.build();
    }

    /** The gateway's key is another one in each run. */
    private static final class Whoever extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

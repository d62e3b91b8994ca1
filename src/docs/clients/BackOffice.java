import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.*;
import java.io.*;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.*;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.*;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.*;
import java.util.zip.*;
import vahid.follow.api.FollowUpsApi;
import vahid.follow.model.FollowRequest;
import vahid.lookup.ApiClient;
import vahid.lookup.ApiException;
import vahid.lookup.api.DossiersApi;
import vahid.lookup.api.DossiersApi.*;
import vahid.lookup.api.KeysApi;
import vahid.lookup.model.*;
import vahid.lookup.model.Key;

/**
 * A back office, as small as one can be: it looks up a citizen, says which papers to ask for, proves the answer, and
 * waits for what an agency could not say at once. Its arguments: the gateway's address, the token, a port for the
 * webhook, a FIN, a service. It needs the clients that java.md generates, and Jackson.
 */
class BackOffice {
    private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();
    private static final Set<Source.VerdictEnum> SILENT =
            Set.of(Source.VerdictEnum.TIMED_OUT, Source.VerdictEnum.UNAVAILABLE);
    private static final int LONGEST_MINUTES = 5;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String gateway;
    private final String token;
    private final DossiersApi dossiers;
    private final KeysApi keys;
    private final FollowUpsApi followUps;
    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<JsonNode> event = new CompletableFuture<>();

    private BackOffice(String gateway, String token) {
        this.gateway = gateway;
        this.token = token;
        ApiClient lookup = new ApiClient();
        lookup.updateBaseUri(gateway);
        lookup.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + token));
        dossiers = new DossiersApi(lookup);
        keys = new KeysApi(lookup);
        vahid.follow.ApiClient follow = new vahid.follow.ApiClient();
        follow.updateBaseUri(gateway);
        follow.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + token));
        followUps = new FollowUpsApi(follow);
    }

    public static void main(String[] arguments) throws Exception {
        BackOffice office = new BackOffice(arguments[0], arguments[1]);
        HttpServer webhook = HttpServer.create(new InetSocketAddress("localhost", Integer.parseInt(arguments[2])), 0);
        webhook.createContext("/hook", office::receive);
        webhook.start();
        try {
            office.serve(arguments[3], arguments[4]);
        } finally {
            webhook.stop(0);
        }
    }

    private void serve(String fin, String service) throws Exception {
        LookupRequest question = new LookupRequest()
                .subject(new LookupRequestSubject().fin(fin))
                .service(service)
                .caseRef("BACK-OFFICE/1")
                .official("first.lookup");
        String key = "back-office-" + UUID.randomUUID();
        Dossier dossier = lookUp(question, key);
        say("The dossier is " + dossier.getCompleteness());
        say("Under its key it is the same again: "
                + lookUp(question, key).getDossierId().equals(dossier.getDossierId()));
        byte[] bytes = proven(dossier.getDossierId());
        say("The signature holds");
        advise(JSON.readValue(bytes, Dossier.class));
        checkReceipt(bytes, receipt(dossier.getDossierId()));
        say("The receipt holds");
        if (dossier.getSources().stream().anyMatch(source -> SILENT.contains(source.getVerdict()))) {
            follow(dossier);
        }
    }

    /** Looks up, and says meanwhile how far it is. A key of one's own makes it safe to ask once more. */
    private Dossier lookUp(LookupRequest question, String key) throws Exception {
        CompletableFuture<Dossier> answer = CompletableFuture.supplyAsync(() -> {
            try {
                var request = APIAssembleDossierRequest.newBuilder()
                        .lookupRequest(question)
                        .idempotencyKey(key);
                return dossiers.assembleDossier(request.build()).getDossier();
            } catch (ApiException e) {
                throw new CompletionException(e);
            }
        });
        while (true) {
            try {
                return answer.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                progress(key);
            }
        }
    }

    private void progress(String key) throws ApiException {
        try {
            var request = APIReadProgressRequest.newBuilder().idempotencyKey(key);
            Progress progress = dossiers.readProgress(request.build());
            say(progress.getDone() + " of " + progress.getAgencies() + " agencies have answered");
        } catch (ApiException e) {
            // There is none before the agencies are asked, and after the answer.
            if (e.getCode() != 404) {
                throw e;
            }
        }
    }

    /** What the official tells the citizen. Only STILL_NEEDED is asked of him. */
    private static void advise(Dossier dossier) {
        for (Document paper : dossier.getDocuments()) {
            String what = switch (paper.getVerdict()) {
                case NOT_NEEDED, NOT_APPLICABLE -> "Do not ask for";
                case STILL_NEEDED -> "Ask the citizen for";
                default -> "Wait for the register, not for the citizen:";
            };
            say(what + " " + paper.getTitle().getEn() + ". " + paper.getReason().getEn());
        }
    }

    /** The bytes of a dossier, whose signature holds: a signature is over bytes, and not over an object of a client. */
    private byte[] proven(String dossier) throws Exception {
        HttpResponse<byte[]> answer = read(dossier, "application/json");
        check(answer.headers().firstValue("Vahid-Signature").orElse(""), answer.body(), "vahid-dossier+json");
        return answer.body();
    }

    private HttpResponse<byte[]> read(String dossier, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + "/v1/dossiers/" + dossier))
                .header("Authorization", "Bearer " + token)
                .header("Accept", form)
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("The gateway answers " + answer.statusCode());
        }
        return answer;
    }

    /** A detached JWS (RFC 7515, Appendix F) over these bytes, of this kind, by a key of the gateway. */
    private void check(String jws, byte[] body, String kind) throws Exception {
        String[] parts = jws.split("[.]", -1);
        if (parts.length != 3 || !parts[1].isEmpty()) {
            throw new SignatureException("There is no detached signature");
        }
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(body);
        check(parts[0], payload, parts[2], kind);
    }

    private void check(String header, String payload, String signature, String kind) throws Exception {
        JsonNode said = JSON.readTree(decoded(header));
        if (!said.path("alg").asText().equals("ES256")
                || !said.path("typ").asText().equals(kind)) {
            throw new SignatureException("It is not signed as " + kind);
        }
        Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(key(said.path("kid").asText()));
        check.update((header + "." + payload).getBytes(StandardCharsets.US_ASCII));
        if (!check.verify(decoded(signature))) {
            throw new SignatureException("The signature does not hold");
        }
    }

    /** In service the certificate is pinned in a file of your own, and not asked for at the address that it proves. */
    private PublicKey key(String id) throws Exception {
        for (Key key : keys.readKeys().getKeys()) {
            if (key.getKid().equals(id)) {
                byte[] certificate = Base64.getDecoder().decode(key.getX5c().get(0));
                return CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(certificate))
                        .getPublicKey();
            }
        }
        throw new SignatureException("The gateway has no such key");
    }

    /** The receipt in the dossier's container: it is there once the next root is signed, a minute at most. */
    private JsonNode receipt(String dossier) throws Exception {
        for (int second = 0; second < 120; second++) {
            byte[] container = read(dossier, "application/vnd.etsi.asic-e+zip").body();
            try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(container))) {
                for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                    if (part.getName().equals("receipt.json")) {
                        return JSON.readTree(parts.readAllBytes());
                    }
                }
            }
            Thread.sleep(1_000);
        }
        throw new IOException("There is no receipt yet");
    }

    /** From the dossier's bytes to a root that the gateway signed, as receipt.schema.json says. */
    private void checkReceipt(byte[] dossier, JsonNode receipt) throws Exception {
        byte[] entry = receipt.path("entry").asText().getBytes(StandardCharsets.UTF_8);
        long sequence = receipt.path("sequence").asLong();
        byte[] link = sha256(
                decoded(receipt.path("previous").asText()),
                ByteBuffer.allocate(Long.BYTES).putLong(sequence).array(),
                sha256(entry));
        String[] jws = receipt.path("roots").path(0).asText().split("[.]", -1);
        check(jws[0], jws[1], jws[2], "vahid-audit-root+json");
        JsonNode root = JSON.readTree(decoded(jws[1]));
        long first = root.path("first").asLong();
        byte[] top = climb(link, sequence - first, root.path("last").asLong() - first, receipt.path("path"));
        String digest = JSON.readTree(entry).path("digests").path("content").asText();
        if (!MessageDigest.isEqual(top, decoded(root.path("root").asText()))
                || !MessageDigest.isEqual(sha256(dossier), decoded(digest))) {
            throw new SignatureException("The receipt is not of this dossier");
        }
    }

    /** RFC 9162, section 2.1.3.2. */
    private static byte[] climb(byte[] link, long leaf, long lastLeaf, JsonNode path) throws GeneralSecurityException {
        byte[] here = sha256(new byte[] {0}, link);
        long node = leaf;
        long last = lastLeaf;
        for (JsonNode beside : path) {
            boolean right = node % 2 == 1 || node == last;
            here = right
                    ? sha256(new byte[] {1}, decoded(beside.asText()), here)
                    : sha256(new byte[] {1}, here, decoded(beside.asText()));
            while (right && node % 2 == 0 && node != 0) {
                node /= 2;
                last /= 2;
            }
            node /= 2;
            last /= 2;
        }
        if (last != 0) {
            throw new SignatureException("The way to the root is too short");
        }
        return here;
    }

    /** The silent agencies are asked again, and the webhook is told. */
    private void follow(Dossier dossier) throws Exception {
        var request = FollowUpsApi.APIFollowDossierRequest.newBuilder().id(UUID.fromString(dossier.getDossierId()));
        FollowRequest how = new FollowRequest().withinMinutes(30).channel("back-office");
        followUps.followDossier(request.followRequest(how).build());
        say("Waiting for the webhook");
        JsonNode told = event.get(LONGEST_MINUTES, TimeUnit.MINUTES).path("data");
        say("Told: " + told.path("outcome").asText());
        advise(JSON.treeToValue(told.path("dossier"), Dossier.class));
    }

    /** Takes an event once, and only with the gateway's signature over its bytes; whatever else comes is refused. */
    private void receive(HttpExchange call) throws IOException {
        byte[] body = call.getRequestBody().readAllBytes();
        int status = 204;
        try {
            String signature = call.getRequestHeaders().getFirst("Vahid-Signature");
            check(signature == null ? "" : signature, body, "vahid-event+json");
            if (received.add(call.getRequestHeaders().getFirst("Idempotency-Key"))) {
                event.complete(JSON.readTree(body));
            }
        } catch (Exception e) {
            say("Refused at the webhook: " + e.getMessage());
            status = 400;
        }
        call.sendResponseHeaders(status, -1);
        call.close();
    }

    private static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}

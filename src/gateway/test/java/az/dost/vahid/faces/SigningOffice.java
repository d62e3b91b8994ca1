package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.signature.key.ClientCertificate;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A back office that signs its requests, with keys of openssl and a library of others. */
final class SigningOffice {
    static final String TOKEN = "a token that was stolen";
    /** By algorithm, what openssl makes a key of. */
    static final Map<String, List<String>> KEYS = Map.of(
            "ecdsa-p256-sha256", List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
            "ecdsa-p384-sha384", List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-384"),
            "ed25519", List.of("ed25519"),
            "rsa-pss-sha512", List.of("rsa:2048"));

    private static final Path TOOLS = Path.of("src/gateway/test/linters").toAbsolutePath();
    private static final Path FILE = RunningVahid.get().data().resolve("requesters/signing.yaml");
    private final Path folder;

    SigningOffice(Path folder) throws Exception {
        this.folder = folder;
        new OutsideTool("openssl", folder);
        OutsideTool.needed(
                Files.isDirectory(TOOLS.resolve("node_modules/http-message-signatures")),
                "another's library is not installed (npm ci --prefix src/gateway/test/linters)");
        StringBuilder file = new StringBuilder("id: signing\nname: Office\nservices: [ccu-car]\nspecialFacts: [\"*\"]\n"
                + "officials: {test.official: {}}\ntokenSha256: "
                + HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8)))
                + "\nsigningCertificates:\n");
        for (String algorithm : KEYS.keySet()) {
            make(algorithm, KEYS.get(algorithm));
            file.append("- |\n  ").append(pem(algorithm).replace("\n", "\n  ")).append('\n');
        }
        // Its key is nobody's.
        make("strange", KEYS.get("ecdsa-p256-sha256"));
        Files.writeString(FILE, file);
        known(true);
    }

    /** It is a requester no more. */
    static void end() throws IOException {
        Files.deleteIfExists(FILE);
        known(false);
    }

    private static void known(boolean is) {
        AccessPolicy access = RunningVahid.get().bean(AccessPolicy.class);
        Awaitility.await("the requester's file")
                .until(() -> access.named("signing").isPresent() == is);
    }

    private void make(String name, List<String> kind) throws Exception {
        run(Stream.of(
                        Stream.of("openssl", "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=office", "-newkey"),
                        kind.stream(),
                        Stream.of("-keyout", name + ".key", "-out", name + ".pem"))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    private String pem(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".pem")).strip();
    }

    private String run(String... command) throws Exception {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output);
        assertThat(process.exitValue()).as(Arrays.toString(command) + said).isZero();
        return said;
    }

    static String digest(String body) throws Exception {
        return "sha-256=:"
                + Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)))
                + ":";
    }

    /** A lookup, or what else a test makes of it. */
    final class Asked {
        String method = "POST";
        String path = "/v1/dossiers";
        String body = Gateway.request().toString();
        String algorithm = "ecdsa-p256-sha256";
        String key = algorithm;
        long created = Instant.now().getEpochSecond();
        List<String> covered =
                List.of("@method", "@authority", "@path", "authorization", "content-type", "content-digest");
        final Map<String, String> headers =
                new HashMap<>(Map.of("Authorization", "Bearer " + TOKEN, "Content-Type", "application/json"));

        Asked by(String name) {
            algorithm = name;
            key = name;
            return this;
        }

        /** The headers as they are to be sent, with a signature. */
        Map<String, String> signed() throws Exception {
            if (body != null) {
                headers.putIfAbsent("Content-Digest", digest(body));
            }
            ObjectNode wanted = Gateway.JSON.createObjectNode();
            ObjectNode request = wanted.putObject("request")
                    .put("method", method)
                    .put("url", Gateway.address(path).toString());
            ObjectNode lines = request.putObject("headers")
                    .put("host", Gateway.address(path).getAuthority());
            headers.forEach((name, value) -> lines.put(name.toLowerCase(Locale.ROOT), value));
            wanted.put("key", folder.resolve(key + ".key").toString())
                    .put("alg", algorithm)
                    .put("keyid", ClientCertificate.of(pem(key)).thumbprint())
                    .put("created", created);
            covered.forEach(wanted.putArray("fields")::add);
            Files.writeString(folder.resolve("request.json"), wanted.toString());
            JsonNode signed = Gateway.JSON.readTree(run(
                    "node",
                    TOOLS.resolve("sign.mjs").toString(),
                    folder.resolve("request.json").toString()));
            headers.put("Signature-Input", signed.path("Signature-Input").asText());
            headers.put("Signature", signed.path("Signature").asText());
            return headers;
        }
    }
}

package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import az.dost.vahid.journeys.verify.VerifyCommand;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.proof.record.AuditRoots;
import az.dost.vahid.whole.FaultSwitch;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Evidence that travels: one container with the dossier and all that proves it, checked by those who do not trust the
 * gateway.
 */
class ContainerFormTest {
    private static final String TYPE = "application/vnd.etsi.asic-e+zip";
    private static HttpResponse<byte[]> first;
    private static HttpResponse<byte[]> later;
    private static Map<String, byte[]> parts;

    @TempDir
    private Path folder;

    @BeforeAll
    static void lookUp() throws IOException {
        String everything = Gateway.request().put("service", "ccu-intake").toString();
        first = Gateway.post(
                everything,
                Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json", "Accept", TYPE));
        RunningVahid.get().bean(AuditRoots.class).sign();
        later = Gateway.again(Gateway.id(first), TYPE, Gateway.BEARER);
        parts = ZipParts.of(later.body());
    }

    @Test
    void the_answer_keeps_to_the_contract() {
        assertThat(first.statusCode()).isEqualTo(200);
        OpenApi.check("/v1/dossiers", "post", first);
        OpenApi.check("/v1/dossiers/{id}", "get", later);
    }

    @Test
    void every_piece_of_evidence_that_the_dossier_names_is_a_part() throws IOException {
        JsonNode dossier = Gateway.JSON.readTree(parts.get("dossier.json"));
        assertThat(dossier.path("sources")).isNotEmpty();
        for (JsonNode source : dossier.path("sources")) {
            for (JsonNode evidence : source.path("evidence")) {
                String stem = "evidence/" + source.path("agency").asText() + "/"
                        + evidence.path("id").asText() + ".";
                assertThat(parts.keySet()).anyMatch(name -> name.startsWith(stem));
            }
        }
    }

    @Test
    void each_part_has_the_media_type_that_its_agency_told() {
        String manifest = new String(parts.get("META-INF/manifest.xml"), StandardCharsets.UTF_8);
        String signature = new String(parts.get("META-INF/signatures001.xml"), StandardCharsets.UTF_8);
        for (String type : List.of("application/fhir+json", "text/xml", "application/json")) {
            assertThat(manifest).contains("manifest:media-type=\"" + type);
            assertThat(signature).contains("<xades:MimeType>" + type);
        }
    }

    @Test
    void the_dossier_is_the_one_that_is_given_out_as_json() {
        assertThat(parts.get("dossier.json"))
                .isEqualTo(Gateway.again(Gateway.id(first), "application/json", Gateway.BEARER)
                        .body());
    }

    @Test
    void a_container_made_after_the_next_root_has_a_receipt() throws IOException {
        assertThat(parts).containsKey("receipt.json");
        assertThat(ZipParts.of(first.body())).doesNotContainKey("receipt.json");
    }

    private String verify(byte[] file, int expected) throws IOException {
        Path keys = RunningVahid.get().data().resolve("keys");
        Path path = Files.write(folder.resolve("dossier.asice"), file);
        StringWriter out = new StringWriter();
        int code = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(
                        path.toString(),
                        "--certificate",
                        keys.resolve("gateway-dossier.pem").toString(),
                        "--time-stamps",
                        keys.resolve("time-stamps.pem").toString());
        assertThat(code).as(out.toString()).isEqualTo(expected);
        return out.toString();
    }

    @Test
    void the_verify_command_says_in_words_that_it_holds() throws IOException {
        assertThat(verify(first.body(), 0))
                .contains(
                        "covers every part",
                        "It has no receipt",
                        "form: XAdES-BASELINE-T",
                        "kind: dossier container",
                        "dossierId: " + Gateway.id(first),
                        "A time-stamp authority saw the signature at 20");
        assertThat(verify(later.body(), 0))
                .contains(
                        "The dossier's own JWS holds",
                        "signed by the agency itself",
                        "the gateway signed it in its root")
                .doesNotContain(" 0 answers are");
    }

    @Test
    void the_verify_command_names_the_part_that_was_changed() throws IOException {
        for (String name : parts.keySet()) {
            byte[] part = parts.get(name);
            byte[] changed = later.body().clone();
            int at = new String(changed, StandardCharsets.ISO_8859_1)
                    .indexOf(new String(part, StandardCharsets.ISO_8859_1));
            changed[at + part.length / 2] ^= 1;
            assertThat(verify(changed, 1)).as(name).contains("The part " + name);
        }
    }

    @Test
    void a_time_stamp_authority_in_trouble_costs_the_stamp_until_it_is_well_again_and_no_lookup() throws IOException {
        String everything = Gateway.request().toString();
        HttpResponse<byte[]> unstamped;
        try (FaultSwitch faults = RunningVahid.get().faults().set("time-stamps", Fault.HTTP_500)) {
            unstamped = Gateway.post(
                    everything,
                    Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json", "Accept", TYPE));
        }
        assertThat(unstamped.statusCode()).isEqualTo(200);
        assertThat(verify(unstamped.body(), 0))
                .contains("form: XAdES-BASELINE-B", "No time-stamp authority says when the signature was made");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(verify(
                                Gateway.again(Gateway.id(unstamped), TYPE, Gateway.BEARER)
                                        .body(),
                                0))
                        .contains("form: XAdES-BASELINE-T"));
    }

    @Test
    void a_receipt_alone_is_checked_too() throws IOException {
        assertThat(verify(parts.get("receipt.json"), 0)).contains("It is about dossier " + Gateway.id(first));
        String changed =
                new String(parts.get("receipt.json"), StandardCharsets.UTF_8).replace("ccu-intake", "ccu-intakf");
        assertThat(verify(changed.getBytes(StandardCharsets.UTF_8), 1)).contains("not the one that the gateway signed");
    }

    @Test
    void without_a_grant_of_original_answers_there_is_no_container() {
        HttpResponse<byte[]> refused = Gateway.post(
                Gateway.request().toString(),
                Map.of("Authorization", Gateway.OTHER_BEARER, "Content-Type", "application/json", "Accept", TYPE));
        assertThat(refused.statusCode()).isEqualTo(403);
        OpenApi.of("lookup").checkProblem(refused);
    }

    /**
     * As the README shows: the signature's value over SignedInfo, and a part's digest, with openssl and nothing of
     * ours.
     */
    @Test
    void openssl_verifies_the_signature_and_every_digest() throws Exception {
        OutsideTool openssl = new OutsideTool("openssl", folder)
                .file("vahid.pem", Gateway.get("/v1/keys/certificate").body());
        SignatureParts signature = new SignatureParts(parts.get("META-INF/signatures001.xml"));
        openssl.file("signedinfo", signature.signedInfo()).file("value", signature.derValue());
        assertThat(openssl.accepts("x509", "-in", "vahid.pem", "-pubkey", "-noout", "-out", "vahid.pub"))
                .isTrue();
        assertThat(openssl.accepts("dgst", "-sha256", "-verify", "vahid.pub", "-signature", "value", "signedinfo"))
                .isTrue();
        byte[] changed = signature.signedInfo().clone();
        changed[changed.length / 2] ^= 1;
        openssl.file("signedinfo", changed);
        assertThat(openssl.accepts("dgst", "-sha256", "-verify", "vahid.pub", "-signature", "value", "signedinfo"))
                .isFalse();
        assertThat(signature.digests().keySet())
                .containsAll(parts.keySet().stream()
                        .filter(name -> !name.startsWith("META-INF/") && !name.equals("mimetype"))
                        .toList());
        for (Map.Entry<String, String> part : signature.digests().entrySet()) {
            openssl.file("part", parts.get(part.getKey()));
            assertThat(openssl.accepts("dgst", "-sha256", "-binary", "-out", "digest", "part"))
                    .isTrue();
            assertThat(Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve("digest"))))
                    .as(part.getKey())
                    .isEqualTo(part.getValue());
        }
    }
}

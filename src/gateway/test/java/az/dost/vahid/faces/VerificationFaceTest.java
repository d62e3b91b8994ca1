package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.proof.record.AuditRoots;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.XmlSigner;
import az.dost.vahid.signature.container.ContainerSigner;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.xml.XmlFactories;
import az.dost.vahid.whole.RunningVahid;
import az.dost.vahid.wordbook.Language;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that the gateway gave out, and others, are checked by it for auditors. */
class VerificationFaceTest {
    /** Ends within a long one that is no name, with a hexadecimal letter of which the neighbour is one too. */
    private static final Pattern WORD = Pattern.compile("(?=[A-Za-z]{0,7}[0-9])[A-Za-z0-9]{8}[b-eB-E](?=[A-Za-z0-9])");

    private static final String PATH = "/v1/audit/verifications";
    private static final Person AUDITOR = new Person("t.babayev");
    private static final Wordbook WORDS = Wordbook.builtIn();
    /** What was given out, by what it is. */
    private static final Map<String, byte[]> SOUND = new LinkedHashMap<>();

    private static HttpResponse<byte[]> json;
    private static LogWatch log;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void lookUp() throws IOException {
        log = new LogWatch();
        json = Gateway.post(
                Gateway.request().put("service", "ccu-intake").toString(),
                Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
        String id = Gateway.JSON.readTree(json.body()).path("dossierId").asText();
        RunningVahid.get().bean(AuditRoots.class).sign();
        SOUND.put(
                "DOSSIER_JWS",
                Gateway.again(id, "application/jose", Gateway.BEARER).body());
        SOUND.put(
                "DOSSIER_XML",
                Gateway.again(id, "application/xml", Gateway.BEARER).body());
        SOUND.put(
                "DOSSIER_CONTAINER",
                Gateway.again(id, "application/vnd.etsi.asic-e+zip", Gateway.BEARER)
                        .body());
        SOUND.put("RECEIPT", ZipParts.of(SOUND.get("DOSSIER_CONTAINER")).get("receipt.json"));
        String credential =
                "{\"iss\":\"https://vahid.example\",\"vct\":\"https://vahid.example/types/disability\",\"iat\":"
                        + Instant.now().getEpochSecond() + ",\"percentFrom\":61}";
        SOUND.put(
                "CREDENTIAL",
                (RunningVahid.get()
                                        .bean(DossierSigner.class)
                                        .chained(credential.getBytes(StandardCharsets.UTF_8), "dc+sd-jwt")
                                + "~")
                        .getBytes(StandardCharsets.US_ASCII));
        SOUND.put(
                "FILE_RECEIPT",
                RunningVahid.get()
                        .bean(DossierSigner.class)
                        .sign("{\"state\":\"TAKEN\"}".getBytes(StandardCharsets.UTF_8), "vahid-file-receipt+json")
                        .compact()
                        .getBytes(StandardCharsets.US_ASCII));
    }

    @AfterAll
    static void endWatch() {
        log.close();
    }

    static Set<String> kinds() {
        return Set.of("DOSSIER_JWS", "DOSSIER_XML", "DOSSIER_CONTAINER", "RECEIPT", "FILE_RECEIPT", "CREDENTIAL");
    }

    private static HttpResponse<byte[]> send(byte[] file, String... more) {
        Map<String, String> headers = new LinkedHashMap<>(
                Map.of("Authorization", "Bearer " + AUDITOR.token(), "Content-Type", "application/octet-stream"));
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], more[i + 1]);
        }
        return Gateway.sendBytes("POST", PATH, file, headers);
    }

    private static JsonNode check(byte[] file, String... more) {
        HttpResponse<byte[]> answer = send(file, more);
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        OpenApi.check(PATH, "post", answer);
        JsonNode found = Person.json(answer);
        assertThat(found.path("checks")).isNotEmpty().allSatisfy(check -> {
            for (Language language : Language.values()) {
                assertThat(WORDS.find("checks", check.path("code").asText(), language))
                        .as(check.toString())
                        .isPresent();
            }
        });
        return found;
    }

    private static void refused(byte[] file, int status, String code) throws IOException {
        HttpResponse<byte[]> answer = send(file);
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(status);
        OpenApi.of("audit").checkProblem(answer);
        assertThat(Person.code(answer)).isEqualTo(code);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_was_given_out_holds(String kind) {
        JsonNode found = check(SOUND.get(kind));
        assertThat(found.path("holds").asBoolean()).as(found.toPrettyString()).isTrue();
        assertThat(found.path("kind").asText()).isEqualTo(kind);
        assertThat(found.path("checks"))
                .anyMatch(check -> check.path("code").asText().equals("SIGNER_KNOWN"));
    }

    @Test
    void a_dossier_as_json_comes_with_the_signature_beside_it() {
        String signature = json.headers().firstValue("Vahid-Signature").orElseThrow();
        JsonNode found = check(json.body(), "Vahid-Signature", signature);
        assertThat(found.path("holds").asBoolean()).isTrue();
        assertThat(found.path("kind").asText()).isEqualTo("DOSSIER_DETACHED_JWS");
        byte[] changed = new String(json.body(), StandardCharsets.UTF_8)
                .replace("ccu-intake", "ccu-intakf")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(check(changed, "Vahid-Signature", signature).path("holds").asBoolean())
                .isFalse();
        assertThat(Person.code(send(json.body(), "Vahid-Signature", "none"))).isEqualTo("FIELD_INVALID");
    }

    /** About in the middle, in a digest or a signature: the letter that it becomes is one of those as well. */
    private static int withinWord(String text) {
        Matcher word = WORD.matcher(text);
        if (!word.find(text.length() / 2)) {
            throw new AssertionError("No word: " + text);
        }
        return word.end() - 1;
    }

    /** A letter of the content: the file is still one of its kind. */
    @ParameterizedTest
    @Tag("attack")
    @MethodSource("kinds")
    void one_bit_changed_is_told_and_where(String kind) {
        byte[] changed = SOUND.get(kind).clone();
        String text = new String(changed, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("ccu-intake");
        changed[at < 0 ? withinWord(text) : at] ^= 1;
        JsonNode found = check(changed);
        assertThat(found.path("holds").asBoolean()).as(found.toPrettyString()).isFalse();
        assertThat(found.path("checks"))
                .anyMatch(check -> check.path("outcome").asText().equals("WRONG"));
        assertThat(found.has("signer")).isFalse();
        if (kind.equals("DOSSIER_CONTAINER")) {
            assertThat(found.path("checks").toString()).contains("dossier.json");
        }
    }

    @Test
    @Tag("attack")
    void what_somebody_elses_key_signed_is_told_apart_from_what_was_changed() throws IOException {
        new DemoKeys(folder.resolve("foreign"), new Faults());
        CryptoProvider crypto = new CryptoProvider(false);
        DossierSigner foreign = new DossierSigner(
                new GatewayKeys(folder.resolve("foreign/gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto),
                crypto);
        byte[] jws = foreign.sign(json.body()).compact().getBytes(StandardCharsets.US_ASCII);
        byte[] xml = new XmlSigner(foreign)
                .sign(XmlFactories.parse(
                        "<dossier xmlns=\"urn:az:dost:vahid:dossier:1\"><service>ccu-car</service></dossier>"
                                .getBytes(StandardCharsets.UTF_8)));
        byte[] container = new ContainerSigner(foreign)
                .sign(Map.of(
                        "dossier.json",
                        json.body(),
                        "dossier.jws",
                        foreign.sign(json.body()).detached().getBytes(StandardCharsets.US_ASCII)));
        for (byte[] file : new byte[][] {jws, xml, container}) {
            JsonNode found = check(file);
            assertThat(found.path("holds").asBoolean()).isFalse();
            assertThat(found.path("checks"))
                    .as(found.toPrettyString())
                    .anyMatch(check -> check.path("code").asText().equals("SIGNER_UNKNOWN"));
        }
    }

    @Test
    @Tag("attack")
    void what_is_nothing_that_vahid_signs_is_unreadable_and_no_forgery() throws IOException {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
        for (byte[] file : new byte[][] {
            new byte[0],
            picture,
            "Hello".getBytes(StandardCharsets.US_ASCII),
            "{\"a\":".getBytes(StandardCharsets.US_ASCII),
            "{\"a\":1,\"a\":2}".getBytes(StandardCharsets.US_ASCII),
            "[".repeat(100_000).getBytes(StandardCharsets.US_ASCII),
            "{\"a\":[".repeat(50_000).getBytes(StandardCharsets.US_ASCII)
        }) {
            refused(file, 422, "FILE_UNREADABLE");
        }
    }

    @Test
    @Tag("attack")
    void bombs_cost_little_and_are_unreadable() throws IOException {
        String entities = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><d>&b;</d>";
        String file = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><d>&x;</d>";
        for (String xml : new String[] {entities, file, "<a>".repeat(100_000)}) {
            refused(xml.getBytes(StandardCharsets.US_ASCII), 422, "FILE_UNREADABLE");
        }
        long begin = System.nanoTime();
        refused(zip(200 << 20), 422, "FILE_UNREADABLE");
        assertThat(System.nanoTime() - begin).as("nanoseconds").isLessThan(20_000_000_000L);
    }

    /** So many zeros, in one part. */
    private static byte[] zip(int zeros) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("dossier"));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < zeros; i += block.length) {
                zip.write(block);
            }
        }
        return out.toByteArray();
    }

    @Test
    @Tag("attack")
    void more_than_the_bound_is_not_taken() throws IOException {
        refused(new byte[(16 << 20) + 1], 413, "REQUEST_TOO_LARGE");
        HttpResponse<byte[]> type = Gateway.sendBytes(
                "POST",
                PATH,
                SOUND.get("RECEIPT"),
                Map.of("Authorization", "Bearer " + AUDITOR.token(), "Content-Type", "application/zip"));
        assertThat(Person.code(type)).isEqualTo("MEDIA_TYPE_UNSUPPORTED");
    }

    @Test
    void only_auditors_have_files_checked_and_nothing_of_one_is_logged() {
        assertThat(Person.code(Gateway.sendBytes(
                        "POST",
                        PATH,
                        SOUND.get("RECEIPT"),
                        Map.of(
                                "Authorization",
                                "Bearer " + new Person("a.mammadova").token(),
                                "Content-Type",
                                "application/octet-stream"))))
                .isEqualTo("NOT_GRANTED");
        String fin = RunningVahid.get().population().fin(7);
        check(SOUND.get("DOSSIER_CONTAINER"));
        byte[] cut = Arrays.copyOf(SOUND.get("DOSSIER_XML"), SOUND.get("DOSSIER_XML").length / 2);
        send(cut);
        assertThat(log.lines()).noneMatch(line -> line.contains(fin));
    }
}

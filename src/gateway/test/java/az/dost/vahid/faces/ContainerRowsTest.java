package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.verify.VerifyCommand;
import az.dost.vahid.signature.container.ContainerSigner;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * Every source's proof travels: a container says of each who vouches for it, and brings the way from a row to its
 * file's signature.
 */
class ContainerRowsTest {
    private static final String INDEX = "evidence/index.json";
    private static Map<String, byte[]> parts;
    /** Of somebody else whom the agency knows that signs within its file. */
    private static Map<String, byte[]> veteran;

    @TempDir
    private Path folder;

    private Path certificate;

    @BeforeAll
    static void lookUp() throws IOException {
        parts = container("W1D0W01");
        veteran = container("VETERAN");
    }

    private static Map<String, byte[]> container(String fin) throws IOException {
        ObjectNode everything = Gateway.request().put("service", "ccu-intake");
        everything.putObject("subject").put("fin", fin);
        var container = Gateway.post(
                everything.toString(),
                Map.of(
                        "Authorization",
                        Gateway.BEARER,
                        "Content-Type",
                        "application/json",
                        "Accept",
                        "application/vnd.etsi.asic-e+zip"));
        Map<String, byte[]> read = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(container.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read.put(entry.getName(), zip.readAllBytes());
            }
        }
        return read;
    }

    @BeforeEach
    void certificate() {
        certificate = RunningVahid.get().data().resolve("keys/gateway-dossier.pem");
    }

    private static JsonNode read(String part) throws IOException {
        return Gateway.JSON.readTree(parts.get(part));
    }

    /** The first entry of the index with this proof. */
    private static JsonNode piece(String proof) throws IOException {
        for (JsonNode piece : read(INDEX).path("evidence")) {
            if (piece.path("proof").asText().equals(proof)) {
                return piece;
            }
        }
        throw new AssertionError("No piece of evidence is proven so: " + read(INDEX));
    }

    @Test
    void the_index_says_of_every_source_who_vouches_for_it() throws IOException {
        Map<String, String> proofs = new HashMap<>();
        read(INDEX)
                .path("evidence")
                .forEach(piece -> proofs.put(
                        piece.path("agency").asText(), piece.path("proof").asText()));
        JsonNode dossier = read("dossier.json");
        dossier.path("sources")
                .forEach(source -> assertThat(proofs)
                        .as(source.toString())
                        .containsKey(source.path("agency").asText()));
        assertThat(proofs)
                .containsEntry("traffic-police", "connection-only")
                .containsEntry("education", "connection-only")
                .containsEntry("social-services", "connection-only")
                .containsEntry("pensions", "agency-signature")
                .containsEntry("notary", "agency-signature")
                .containsEntry("displaced-persons", "row-of-signed-file");
        assertThat(proofs.entrySet())
                .filteredOn(proof -> !proof.getValue().equals("agency-signature"))
                .as("the others sign")
                .hasSize(7);
        assertThat(read(INDEX).path("proofs").path("connection-only").asText()).contains("only Vahid vouches");
    }

    @Test
    void the_parts_keep_to_their_contract() throws IOException {
        fits("index", read(INDEX));
        for (JsonNode piece : read(INDEX).path("evidence")) {
            if (piece.has("statement")) {
                fits("row", read(piece.path("part").asText()));
                fits(
                        "file",
                        Gateway.JSON.readTree(Base64.getUrlDecoder()
                                .decode(text(piece.path("statement").asText()).split("\\.")[1])));
            }
            if (piece.has("path")) {
                fits("path", read(piece.path("path").asText()));
            }
        }
    }

    private static void fits(String definition, JsonNode value) throws IOException {
        ObjectNode contract = (ObjectNode)
                Gateway.JSON.readTree(Path.of("contracts/evidence.schema.json").toFile());
        JsonNode schema = definition.equals("index")
                ? contract
                : Gateway.JSON
                        .createObjectNode()
                        .put("$ref", "#/$defs/" + definition)
                        .set("$defs", contract.path("$defs"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(value))
                .as(value.toString())
                .isEmpty();
    }

    @Test
    void a_row_is_about_the_citizen_of_the_dossier_and_nobody_else() throws IOException {
        JsonNode row = read(piece("row-of-signed-file").path("part").asText());
        assertThat(row.path("content").asText()).contains("W1D0W01");
        assertThat(Gateway.JSON.readTree(row.path("content").asText()).isObject())
                .isTrue();
    }

    private static String text(String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }

    private String verify(Map<String, byte[]> changed, int expected) throws IOException {
        Map<String, byte[]> content = new LinkedHashMap<>(changed);
        content.keySet().removeIf(name -> name.startsWith("META-INF/") || name.equals("mimetype"));
        Path file = Files.write(
                folder.resolve("dossier.asice"),
                RunningVahid.get().bean(ContainerSigner.class).sign(content));
        StringWriter out = new StringWriter();
        int code = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(file.toString(), "--certificate", certificate.toString());
        assertThat(code).as(out.toString()).isEqualTo(expected);
        return out.toString();
    }

    @Test
    void the_verify_command_says_who_vouches_for_what() throws IOException {
        String said = verify(parts, 0);
        assertThat(said)
                .contains(
                        "signed by the agency itself",
                        "of files whose digests the agencies signed; that the rows are in them, Vahid signed",
                        "were proven by the connection alone: only Vahid vouches for them (education, social-services, traffic-police)");
        assertThat(verify(veteran, 0)).contains("of whose rows the agency signed a digest");
    }

    /**
     * A container whose maker signs anew what he has changed: the gateway's statement of the load is older than his
     * pen.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "the row",
                "its number",
                "its salt",
                "its path",
                "the statement",
                "no statement",
                "the index",
                "not in the index"
            })
    void what_was_changed_about_a_row_is_found_though_the_container_was_signed_anew(String what) throws IOException {
        JsonNode piece = piece("row-of-signed-file");
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        String part = piece.path("part").asText();
        String path = piece.path("path").asText();
        String statement = piece.path("statement").asText();
        switch (what) {
            case "the row" ->
                put(
                        changed,
                        part,
                        ((ObjectNode) read(part))
                                .put(
                                        "content",
                                        read(part).path("content").asText().replace("W1D0W01", "W1D0W02")));
            case "its number" ->
                put(
                        changed,
                        part,
                        ((ObjectNode) read(part))
                                .put("row", read(part).path("row").longValue() + 1));
            case "its salt" -> put(changed, path, ((ObjectNode) read(path)).put("salt", "A".repeat(43)));
            case "its path" -> {
                ObjectNode way = (ObjectNode) read(path);
                way.withArray("path").remove(0);
                put(changed, path, way);
            }
            case "the statement" ->
                changed.put(
                        statement,
                        text(statement).replaceFirst("\\.(.)(.)", ".$2$1").getBytes(StandardCharsets.US_ASCII));
            case "no statement" -> changed.remove(statement);
            case "the index" ->
                changed.put(
                        INDEX,
                        text(INDEX)
                                .replace("row-of-signed-file", "agency-signature")
                                .getBytes(StandardCharsets.UTF_8));
            default -> changed.put(INDEX, "{\"evidence\":[],\"proofs\":{}}".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(verify(changed, 1)).contains("The part " + part + ":");
    }

    private static void put(Map<String, byte[]> changed, String part, ObjectNode json) {
        changed.put(part, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void who_has_nothing_of_ours_recomputes_every_row() throws Exception {
        assertThat(script(parts, true))
                .contains(
                        "displaced-persons: row ",
                        "as Vahid signed at ",
                        " signed this digest",
                        "traffic-police: connection-only");
        String part = piece("row-of-signed-file").path("part").asText();
        Files.writeString(folder.resolve("parts").resolve(part), text(part).replace("W1D0W01", "W1D0W02"));
        assertThat(script(parts, false)).contains("DOES NOT HOLD");
    }

    @Test
    void a_signature_within_the_file_is_over_its_rows() throws Exception {
        assertThat(script(veteran, true)).contains("defence: row ", " signed its rows, sha-256:");
    }

    private String script(Map<String, byte[]> parts, boolean expected) throws IOException, InterruptedException {
        OutsideTool python = new OutsideTool("python3", folder);
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            Path file = folder.resolve("parts").resolve(part.getKey());
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.write(file, part.getValue());
            }
        }
        boolean accepts = python.accepts(
                Path.of("src/docs/proof.py").toAbsolutePath().toString(),
                "rows",
                folder.resolve("parts").toString(),
                "--certificate",
                certificate.toString());
        assertThat(accepts).as(python.output()).isEqualTo(expected);
        return python.output();
    }
}

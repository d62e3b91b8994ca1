package az.dost.vahid.proof.record.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.proof.record.ReceiptExample;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.TimeStamps;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A receipt is recomputed by who has its contract and nothing of ours: {@code src/docs/proof.py}. */
class ReceiptScriptTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private String script(Path receipt, boolean expected) throws IOException, InterruptedException {
        OutsideTool python = new OutsideTool("python3", folder);
        boolean accepts = python.accepts(
                Path.of("src/docs/proof.py").toAbsolutePath().toString(),
                "receipt",
                receipt.toAbsolutePath().toString(),
                "--certificate",
                folder.resolve("vahid.pem").toString(),
                "--dossier",
                folder.resolve("dossier.json").toString(),
                "--time-stamps",
                folder.resolve("time-stamps.pem").toString());
        assertThat(accepts).as(python.output()).isEqualTo(expected);
        return python.output();
    }

    private ObjectNode example() throws IOException {
        for (String name : new String[] {"receipt.json", "dossier.json", "vahid.pem", "time-stamps.pem"}) {
            Files.copy(ReceiptExample.FOLDER.resolve(name), folder.resolve(name));
        }
        return (ObjectNode) JSON.readTree(folder.resolve("receipt.json").toFile());
    }

    @Test
    void the_worked_example_is_recomputed() throws Exception {
        ObjectNode example = example();
        JsonNode entry = JSON.readTree(example.path("entry").textValue());
        assertThat(script(folder.resolve("receipt.json"), true))
                .contains(
                        "DOSSIER " + entry.path("id").asText(),
                        "is entry 4, in root 2 signed at",
                        "The dossier is the one that the entry is of",
                        "A time-stamp authority saw it at");
        // An example that shows it all: a way up with turns, and a stamp over a later root.
        assertThat(example.path("path")).hasSize(3);
        assertThat(example.path("roots")).hasSize(2);
    }

    @Test
    void a_receipt_of_today_is_recomputed_and_keeps_to_the_contract(@TempDir Path keys) throws Exception {
        ReceiptExample.write(folder, keys);
        script(folder.resolve("receipt.json"), true);
        keepsToTheContract(JSON.readTree(folder.resolve("receipt.json").toFile()));
    }

    @Test
    void the_worked_example_keeps_to_the_contract_and_the_gateway_reads_it_alike() throws IOException {
        ObjectNode example = example();
        keepsToTheContract(example);
        Report report = new Report();
        new ReceiptCheck(
                        new GatewayProof(GatewayProof.certificate(folder.resolve("vahid.pem"))),
                        new TimeStamps(GatewayProof.certificate(folder.resolve("time-stamps.pem"))))
                .check(Files.readAllBytes(folder.resolve("receipt.json")), report);
        assertThat(report.wrong()).isEmpty();
        assertThat(example.toString())
                .as("written as it is given out")
                .isEqualTo(Files.readString(folder.resolve("receipt.json")));
    }

    private static void keepsToTheContract(JsonNode receipt) throws IOException {
        JsonNode contract =
                JSON.readTree(Path.of("contracts/receipt.schema.json").toFile());
        fits(contract, receipt);
        fits(definition(contract, "entry"), JSON.readTree(receipt.path("entry").textValue()));
        for (JsonNode root : receipt.path("roots")) {
            fits(
                    definition(contract, "root"),
                    JSON.readTree(Base64.getUrlDecoder().decode(root.textValue().split("\\.")[1])));
        }
    }

    private static JsonNode definition(JsonNode contract, String name) {
        return JSON.createObjectNode().put("$ref", "#/$defs/" + name).set("$defs", contract.path("$defs"));
    }

    private static void fits(JsonNode schema, JsonNode value) {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(value))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "entry",
        "sequence",
        "previous",
        "path",
        "longer path",
        "shorter path",
        "root",
        "order of roots",
        "root left out",
        "stamp",
        "stamp left out",
        "no stamp",
        "stamp with a blank",
        "longer signature",
        "another member",
        "dossier",
        "certificate"
    })
    void what_was_changed_is_found(String what) throws Exception {
        ObjectNode receipt = example();
        ArrayNode path = (ArrayNode) receipt.path("path");
        ArrayNode roots = (ArrayNode) receipt.path("roots");
        switch (what) {
            case "entry" ->
                receipt.put("entry", receipt.path("entry").textValue().replace("old-age-pension", "old-age-pensiom"));
            case "sequence" -> receipt.put("sequence", receipt.path("sequence").longValue() + 1);
            case "previous" -> receipt.put("previous", other(receipt.path("previous")));
            case "path" -> path.set(1, other(path.get(1)));
            case "longer path" -> path.add(path.get(0));
            case "shorter path" -> path.remove(2);
            case "root" -> roots.set(0, roots.get(0).textValue().replaceFirst("\\.(.)(.)", ".$2$1"));
            case "order of roots" -> roots.insert(0, roots.remove(1));
            case "root left out" -> roots.remove(1);
            case "stamp" -> receipt.put("stamp", other(receipt.path("stamp")));
            case "stamp left out" -> receipt.remove("stamp");
            case "no stamp" -> receipt.putNull("stamp");
            case "stamp with a blank" ->
                receipt.put("stamp", " " + receipt.path("stamp").textValue());
            case "longer signature" -> roots.set(0, roots.get(0).textValue() + "AAAA");
            case "another member" -> receipt.put("note", "The dossier is another");
            case "dossier" -> Files.writeString(folder.resolve("dossier.json"), "{}");
            default ->
                Files.copy(
                        folder.resolve("time-stamps.pem"),
                        folder.resolve("vahid.pem"),
                        StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(script(Files.writeString(folder.resolve("changed.json"), receipt.toString()), false))
                .contains("DOES NOT HOLD");
    }

    @Test
    void of_a_member_that_stands_twice_nothing_covers_the_first() throws Exception {
        String twice = example().toString().replaceFirst("\\{", "{\"sequence\":1,");
        assertThat(script(Files.writeString(folder.resolve("changed.json"), twice), false))
                .contains("DOES NOT HOLD: no member stands twice");
    }

    @Test
    void a_text_that_decodes_to_the_same_bytes_is_another_text() throws Exception {
        ObjectNode receipt = example();
        String previous = receipt.path("previous").textValue();
        // The last character has two bits that decoding ignores.
        receipt.put("previous", previous.substring(0, 42) + (char) (previous.charAt(42) + 1));
        assertThatThrownBy(() -> new ReceiptCheck(
                                new GatewayProof(GatewayProof.certificate(folder.resolve("vahid.pem"))), null)
                        .check(receipt.toString().getBytes(StandardCharsets.UTF_8), new Report()))
                .hasMessageContaining("characters that it should not have");
        assertThat(script(Files.writeString(folder.resolve("changed.json"), receipt.toString()), false))
                .contains("base64url has no other characters");
    }

    /** Another digest, stamp or the like of the same length. */
    private static String other(JsonNode base64) {
        String text = base64.textValue();
        return text.substring(0, 10) + (text.charAt(10) == 'A' ? 'B' : 'A') + text.substring(11);
    }
}

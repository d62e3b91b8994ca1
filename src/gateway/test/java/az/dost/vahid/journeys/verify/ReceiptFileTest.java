package az.dost.vahid.journeys.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code verify} says of the worked example of a receipt, and of what somebody made of it. */
class ReceiptFileTest {
    private static final Path EXAMPLE = Path.of("src/docs/receipt");

    @TempDir
    private Path folder;

    private static ObjectNode example() throws IOException {
        return (ObjectNode)
                new ObjectMapper().readTree(EXAMPLE.resolve("receipt.json").toFile());
    }

    private String verify(String receipt) throws IOException {
        StringWriter out = new StringWriter();
        int code = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .execute(
                        Files.writeString(folder.resolve("receipt.json"), receipt)
                                .toString(),
                        "--certificate",
                        EXAMPLE.resolve("vahid.pem").toString(),
                        "--time-stamps",
                        EXAMPLE.resolve("time-stamps.pem").toString());
        return code + " " + out;
    }

    @Test
    void the_example_holds_and_is_named() throws IOException {
        assertThat(verify(example().toString()))
                .startsWith("0 The file holds:")
                .contains(
                        "kind: receipt of the audit chain",
                        "dossierId: 01a2",
                        "service: old-age-pension",
                        "CN=dossier",
                        "A time-stamp authority saw the receipt's root at 20")
                .doesNotContain("To be noted");
    }

    @Test
    void a_stamp_that_was_taken_out_is_missed() throws IOException {
        ObjectNode receipt = example();
        receipt.remove("stamp");
        assertThat(verify(receipt.toString())).startsWith("1 ").contains("The receipt's time-stamp was taken out");
    }

    @Test
    void a_stamp_that_was_taken_out_with_the_roots_up_to_it_is_noted() throws IOException {
        ObjectNode receipt = example();
        receipt.remove("stamp");
        ((ArrayNode) receipt.path("roots")).remove(1);
        assertThat(verify(receipt.toString()))
                .startsWith("0 ")
                .contains("To be noted", "The receipt has no time-stamp");
    }

    @Test
    void a_member_that_was_put_in_is_refused() throws IOException {
        assertThat(verify(example().put("approvedBy", "the minister").toString()))
                .startsWith("1 ")
                .contains("The receipt has the member approvedBy, which is none of a receipt's");
    }

    @Test
    void a_second_member_of_one_name_is_refused() throws IOException {
        assertThat(verify(example().toString().replaceFirst("\\{", "{\"entry\":\"{}\",")))
                .startsWith("1 ")
                .contains("has a member twice");
    }

    @Test
    void text_after_the_receipt_is_refused() throws IOException {
        assertThat(verify(example() + " {}")).startsWith("1 ");
    }
}

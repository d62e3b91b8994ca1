package az.dost.vahid.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code src/docs/facts.md} is what {@code connector reference --facts} prints, below its head. */
class FactsDocumentTest {
    @Test
    void the_document_of_the_canonical_facts_is_up_to_date() throws IOException {
        String document = Files.readString(Path.of("src/docs/facts.md"));
        StringWriter out = new StringWriter();
        assertThat(new CommandLine(new ConnectorCommand())
                        .setOut(new PrintWriter(out))
                        .execute("reference", "--facts"))
                .isZero();
        assertThat(document.substring(document.indexOf("| fact |")))
                .as("write it anew: java -jar target/vahid.jar connector reference --facts")
                .isEqualTo(out.toString());
    }
}

package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lookup that the README shows gives the answer that it shows. */
class ReadmeTest {
    @TempDir
    private Path folder;

    @Test
    void the_lookup_of_the_page_has_the_answer_of_the_page() throws IOException, InterruptedException {
        Stream.of("curl", "jq").forEach(tool -> new OutsideTool(tool, folder));
        List<String> outputs = new Page(Path.of("README.md"), folder).outputs();
        assertThat(outputs).hasSize(1);
        assertThat(outputs.get(0)).contains("\"completeness\": \"COMPLETE\"", "\"verdict\": \"NOT_NEEDED\"");
    }
}

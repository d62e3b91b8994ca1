package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;

/** Does what {@code src/docs/change.md} says to the mock agencies; the commands that build are left out. */
class ChangePageTest {
    @TempDir
    private Path folder;

    @Test
    void faults_and_other_answers_are_made_as_the_page_says() throws IOException, InterruptedException {
        Stream.of("curl", "jq").forEach(tool -> new OutsideTool(tool, folder));
        String mocks =
                "localhost:" + RunningVahid.get().bean(Environment.class).getRequiredProperty("vahid.mocks.http-port");
        assertThat(new Page(Path.of("src/docs/change.md"), folder)
                        .with("localhost:9100", mocks)
                        .outputs())
                .hasSize(1);
    }
}

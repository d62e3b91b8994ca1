package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what {@code src/docs/spdci.md} says. */
class SpdciPageTest {
    @TempDir
    private Path folder;

    @Test
    void every_block_of_the_page_does_what_it_says() throws IOException, InterruptedException {
        new OutsideTool("curl", folder);
        new OutsideTool("jq", folder);
        RunningVahid.get();
        assertThat(new Page(Path.of("src/docs/spdci.md"), folder).outputs()).hasSize(1);
    }
}

package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what {@code src/docs/exchange.md} says, with curl and openssl. */
class ExchangePageTest {
    @TempDir
    private Path folder;

    @Test
    void every_block_of_the_page_does_what_it_says() throws IOException, InterruptedException {
        new OutsideTool("curl", folder);
        new OutsideTool("openssl", folder);
        assertThat(new Page(Path.of("src/docs/exchange.md"), folder).outputs()).hasSizeGreaterThan(4);
    }
}

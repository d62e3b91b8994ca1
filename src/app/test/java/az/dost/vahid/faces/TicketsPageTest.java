package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.quality.TicketJob;
import az.dost.vahid.whole.RunningVahid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what {@code src/docs/tickets.md} says. */
class TicketsPageTest {
    @TempDir
    private Path folder;

    @Test
    void every_block_of_the_page_does_what_it_says() throws IOException, InterruptedException {
        new OutsideTool("curl", folder);
        new OutsideTool("jq", folder);
        TicketJob job = RunningVahid.get().bean(TicketJob.class);
        ScheduledExecutorService reading = Executors.newSingleThreadScheduledExecutor();
        try {
            reading.scheduleWithFixedDelay(job::run, 0, 300, TimeUnit.MILLISECONDS);
            assertThat(new Page(Path.of("src/docs/tickets.md"), folder).outputs())
                    .hasSize(1);
        } finally {
            reading.shutdown();
        }
    }
}

package az.dost.vahid.journeys.bulk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link BulkKilledEnduranceTest}. */
@Tag("endurance")
class KilledRunTest {
    @Test
    void a_run_whose_gateway_is_killed_goes_on_where_it_stopped_and_has_each_row_once(@TempDir Path folder)
            throws Exception {
        new KilledRun(folder, 500, List.of(120)).run(Duration.ofSeconds(120));
    }
}

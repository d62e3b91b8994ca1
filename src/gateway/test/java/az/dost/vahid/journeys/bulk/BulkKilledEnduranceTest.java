package az.dost.vahid.journeys.bulk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 50,000 rows through a heap of 256 MiB, by a gateway that is killed three times on the way. */
@Tag("endurance")
class BulkKilledEnduranceTest {
    private static final int ROWS = Integer.getInteger("endurance.rows", 50_000);
    private static final int KILLS = Integer.getInteger("endurance.kills", 3);
    private static final long SEED = Long.getLong("endurance.seed", System.nanoTime());

    @Test
    void the_result_has_each_row_once(@TempDir Path folder) throws Exception {
        System.out.println("-Dendurance.seed=" + SEED + " repeats the moments of the kills");
        List<Integer> kills =
                new Random(SEED).ints(KILLS, 1, ROWS * 9 / 10).sorted().boxed().toList();
        new KilledRun(folder, ROWS, kills).run(Duration.ofMinutes(40));
    }
}

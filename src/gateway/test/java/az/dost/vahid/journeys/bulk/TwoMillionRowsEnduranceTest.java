package az.dost.vahid.journeys.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import az.dost.vahid.whole.SeparateGateway;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The longest file that is taken, by a gateway with a heap of 256 MiB that ends when it has no more. */
@Tag("endurance")
class TwoMillionRowsEnduranceTest {
    private static final int ROWS = 2_000_000;

    @Test
    void are_taken_in_without_being_held(@TempDir Path folder) throws Exception {
        try (SeparateGateway gateway = new SeparateGateway(folder, RunningVahid.get(), Map.of())) {
            gateway.start();
            Office office = Office.of(gateway);
            long start = System.nanoTime();
            JsonNode job = Office.json(office.send(
                    "POST",
                    "/v1/bulk",
                    () -> new SequenceInputStream(new Rows()),
                    Map.of("Content-Type", "text/csv", "Vahid-Terms", Office.TERMS)));
            System.out.println(ROWS + " rows taken in " + (System.nanoTime() - start) / 1_000_000 + " ms");
            assertThat(job.path("subjects").asInt()).as(job.toString()).isEqualTo(ROWS);
            assertThat(job.path("faults").toString())
                    .isEqualTo("[{\"line\":" + (ROWS + 1) + ",\"code\":\"DUPLICATE\"}]");
            String id = job.path("bulkId").asText();
            assertThat(Office.json(office.send("DELETE", "/v1/bulk/" + id, null, Map.of()))
                            .path("state")
                            .asText())
                    .isEqualTo("CANCELLED");
        }
    }

    /** Different FINs, made as they are read; the last is the first again. */
    private static final class Rows implements Enumeration<InputStream> {
        private static final int BLOCK = 1000;
        private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        private int next;

        @Override
        public boolean hasMoreElements() {
            return next < ROWS;
        }

        @Override
        public InputStream nextElement() {
            StringBuilder block = new StringBuilder(next == 0 ? "fin\n" : "");
            for (int end = next + BLOCK; next < end; next++) {
                int rest = next == ROWS - 1 ? 0 : next;
                for (int i = 0; i < 7; i++) {
                    block.append(ALPHABET.charAt(rest % ALPHABET.length()));
                    rest /= ALPHABET.length();
                }
                block.append('\n');
            }
            return new ByteArrayInputStream(block.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }
}

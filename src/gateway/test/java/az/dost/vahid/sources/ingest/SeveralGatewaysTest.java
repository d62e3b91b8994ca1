package az.dost.vahid.sources.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gateways that share a database and the agencies' folders. */
class SeveralGatewaysTest {
    private static final String AGENCY = "local-executive";
    private static final int FILES = 40;

    @TempDir
    Path folder;

    private static byte[] lines(int file) {
        return IntStream.range(0, 50)
                .mapToObj(i -> "{\"fin\":\"%07d\",\"ünvan\":{\"rayon\":\"R%d\",\"şəhər\":\"Ş\",\"küçə\":\"K\"}}\n"
                        .formatted(i, file))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void takeEachFileOnceAndInOrder() throws Exception {
        DropBench bench = new DropBench(folder);
        try (TestGateway one = bench.gateway();
                TestGateway two = bench.gateway();
                TestGateway three = bench.gateway()) {
            for (int file = 1; file <= FILES; file++) {
                bench.leave(AGENCY, "yih-20260104-%03d.jsonl".formatted(file), lines(file));
            }
            DropBench.settle(one, bench.drops(AGENCY));
            List<TestGateway> gateways = List.of(one, two, three);
            one.await(
                    "all files are counted",
                    java.time.Duration.ofSeconds(5),
                    () -> gateways.stream()
                                    .mapToDouble(each -> each.files(AGENCY, "loaded"))
                                    .sum()
                            == FILES);
            for (String other : List.of("repeated", "late", "quarantined")) {
                assertThat(gateways)
                        .allSatisfy(
                                each -> assertThat(each.files(AGENCY, other)).isZero());
            }
            assertThat(one.database.queryForObject("select count(*) from drop_file", Integer.class))
                    .isEqualTo(FILES);
            assertThat(two.held(AGENCY, "0000007")
                            .orElseThrow()
                            .facts()
                            .at("/address/region")
                            .asText())
                    .isEqualTo("R" + FILES);
            gateways.forEach(each -> assertThat(each.snapshots.standing(AGENCY)).isPresent());
        }
    }
}

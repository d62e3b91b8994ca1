package az.dost.vahid.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.project.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever writes a new reader says here which test feeds it with mutilated input. */
@Tag("attack")
class ReadersTest {
    private static final Pattern READS = Pattern.compile(
            "\\bJson\\.(mapper|exact|strict|yaml|compose|places|core|csv|factory)\\(|\\bXmlFactories\\.(parse|streaming|large|unjoined|empty)\\(");
    private static final Pattern LEFT_OUT = Pattern.compile(".*/vahid/(kit|rights|check|mock|demo|embedded|json)/.*");

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static Map<String, String> listed() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/gateway/test/resources/fuzz/readers.txt"))) {
            if (!line.startsWith("#")) {
                String[] parts = line.split(" +", 2);
                assertThat(listed.put(parts[0], parts[1]))
                        .as("%s stands once", parts[0])
                        .isNull();
            }
        }
        return listed;
    }

    @Test
    void every_reader_is_fed_with_mutilated_input_or_reads_our_own() throws IOException {
        Set<String> readers = new TreeSet<>();
        for (Path file : Checkout.files("main/java", ".java")) {
            if (!LEFT_OUT.matcher(file.toString().replace('\\', '/')).matches()
                    && READS.matcher(Files.readString(file)).find()) {
                readers.add(name(file));
            }
        }
        assertThat(listed().keySet()).isEqualTo(readers);
    }

    @Test
    void the_tests_are_there() throws IOException {
        List<String> tests = Checkout.files("test/java", ".java").stream()
                .map(ReadersTest::name)
                .toList();
        assertThat(listed().values())
                .allSatisfy(test -> assertThat(test.startsWith("own: ") || tests.contains(test))
                        .as(test)
                        .isTrue());
    }
}

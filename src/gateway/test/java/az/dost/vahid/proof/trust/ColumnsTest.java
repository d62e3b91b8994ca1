package az.dost.vahid.proof.trust;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.project.Checkout;
import az.dost.vahid.sources.ingest.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** No column comes into the database of which nobody has said what becomes of it when it is edited. */
@Tag("attack")
class ColumnsTest {
    private static final Path LIST = Path.of("src/gateway/test/resources/trust/columns.txt");
    private static final List<String> WAYS = List.of("verify", "sealed", "encrypted", "open");

    private record Said(String way, String why) {}

    private static TreeMap<String, Said> said() throws IOException {
        TreeMap<String, Said> said = new TreeMap<>();
        for (String line : Files.readAllLines(LIST)) {
            if (!line.startsWith("#")) {
                String[] parts = line.split(" [|] ", 3);
                String table = parts[0].substring(0, parts[0].indexOf('.'));
                for (String column : parts[0].substring(table.length() + 1).split(" ")) {
                    assertThat(said.put(table + "." + column, new Said(parts[1], parts[2])))
                            .as("twice: " + line)
                            .isNull();
                }
            }
        }
        return said;
    }

    private static List<String> columns() {
        SingleConnectionDataSource source = new SingleConnectionDataSource(TestDatabase.create(), true);
        try {
            return new JdbcTemplate(source)
                    .queryForList(
                            "select table_name || '.' || column_name from information_schema.columns c join pg_class on"
                                    + " relname = table_name where table_schema = 'public' and not relispartition and relkind in ('r', 'p')"
                                    + " and table_name <> 'flyway_schema_history' order by 1",
                            String.class);
        } finally {
            source.destroy();
        }
    }

    @Test
    void each_column_of_each_table_is_found_when_it_is_edited_or_somebody_says_why_not() throws IOException {
        assertThat(said().keySet())
                .containsExactlyElementsOf(columns().stream().sorted().toList());
        assertThat(said().values()).allSatisfy(each -> {
            assertThat(each.way()).isIn(WAYS);
            assertThat(each.why()).hasSizeGreaterThan(8);
        });
    }

    @Test
    void the_tests_that_are_named_are_there() throws IOException {
        List<String> tests = Checkout.files("test/java", "Test.java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .toList();
        assertThat(said().values().stream()
                        .flatMap(each -> Arrays.stream(each.why().split("[^A-Za-z]")))
                        .filter(word -> word.endsWith("Test"))
                        .distinct())
                .allSatisfy(name -> assertThat(tests).contains(name));
    }

    @Test
    void each_table_with_a_seal_says_so_of_it() throws IOException {
        TreeMap<String, Said> said = said();
        assertThat(columns().stream().filter(column -> column.endsWith(".mac")))
                .allSatisfy(column -> assertThat(said.get(column).way()).isEqualTo("sealed"));
    }
}

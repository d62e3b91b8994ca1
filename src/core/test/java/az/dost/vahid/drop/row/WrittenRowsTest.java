package az.dost.vahid.drop.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.connector.Connector;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotes, columns without a head, and lines that end early: each as the descriptor says it, and in no other way. */
class WrittenRowsTest {
    private static final String LAYOUT = """
            recordLength: 16
            shortLines: %s
            record:
              fields:
                - {name: FIN, from: 1, length: 7}
                - {name: AD, from: 8, length: 5}
                - {name: IL, from: 13, length: 4}
            """;

    private static Connector.Drop drop(Connector.Format format, String charset, String quote, List<String> columns) {
        return new Connector.Drop(
                "x",
                null,
                false,
                format,
                charset,
                null,
                null,
                ";",
                "layout.yaml",
                null,
                Connector.Mode.SNAPSHOT,
                null,
                null,
                1,
                1,
                false,
                quote,
                columns);
    }

    private static String csv(String row, String quote, List<String> columns) {
        return RowSample.read(
                        drop(Connector.Format.CSV, "UTF-8", quote, columns),
                        null,
                        row.getBytes(Charset.forName("UTF-8")))
                .toString();
    }

    @Test
    void a_value_stands_between_the_quotes_that_the_descriptor_names() {
        assertThat(csv("A;B\n'x;y''z';\"\n", "'", null)).isEqualTo("{\"A\":\"x;y'z\",\"B\":\"\\\"\"}");
    }

    @Test
    void without_quotes_each_sign_is_itself() {
        assertThat(csv("A;B\n\"x;y\"\n", "", null)).isEqualTo("{\"A\":\"\\\"x\",\"B\":\"y\\\"\"}");
    }

    @Test
    void a_file_without_a_head_has_the_columns_of_the_descriptor() {
        assertThat(csv("1;2\n", "\"", List.of("Soyad", "Имя"))).isEqualTo("{\"Soyad\":\"1\",\"Имя\":\"2\"}");
        assertThatThrownBy(() -> csv("1;2;3\n", "\"", List.of("Soyad", "Имя")))
                .hasMessageContaining("3 columns, the descriptor 2");
    }

    private static String fixed(String line, boolean shortLines) {
        return RowSample.read(
                        drop(Connector.Format.FIXED_WIDTH, "windows-1251", "\"", null),
                        LAYOUT.formatted(shortLines),
                        line.getBytes(Charset.forName("windows-1251")))
                .toString();
    }

    @Test
    void a_line_needs_no_marker() {
        assertThat(fixed("5AB1CD2Анна 1980\r\n", false))
                .isEqualTo("{\"FIN\":\"5AB1CD2\",\"AD\":\"Анна\",\"IL\":\"1980\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5AB1CD2Анна", "5AB1CD2Анна 19", "5AB1CD2Анна 19800"})
    void a_line_of_another_length_is_refused(String line) {
        assertThatThrownBy(() -> fixed(line, false)).hasMessageContaining("characters, not 16");
    }

    @Test
    void a_line_may_end_early_where_the_layout_says_so_and_still_not_late() {
        assertThat(fixed("5AB1CD2Анна", true)).isEqualTo("{\"FIN\":\"5AB1CD2\",\"AD\":\"Анна\",\"IL\":\"\"}");
        assertThatThrownBy(() -> fixed("5AB1CD2Анна 19800", true)).hasMessageContaining("at most 16");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: A, from: 0, length: 1}",
                "{name: A, from: 10, length: 8}",
                "{name: A, from: 1, length: 0}",
                "{from: 1, length: 1}",
                "{name: A, from: 1, length: 1}, {name: A, from: 2, length: 1}"
            })
    void a_field_that_cannot_be_there_is_a_mistake_of_the_layout(String fields) {
        assertThat(RowSample.layoutMistake("recordLength: 16\nrecord: {fields: [" + fields + "]}"))
                .isPresent();
        assertThat(RowSample.layoutMistake("recordLength: 16\nrecord: {fields: [{name: A, from: 1, length: 16}]}"))
                .isEmpty();
    }
}

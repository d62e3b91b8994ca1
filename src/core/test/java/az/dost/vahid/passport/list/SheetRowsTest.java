package az.dost.vahid.passport.list;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.definition.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SheetRowsTest {
    private final List<Finding> findings = new ArrayList<>();

    /** A row a line; a field with its place. */
    private String read(String text) {
        return SheetRows.of("list.csv", text, findings).stream()
                .map(row -> row.stream()
                        .map(cell -> cell.text() + "@" + cell.line() + ":" + cell.column())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void each_field_knows_its_place() {
        assertThat(read("a,b\nc , d\n")).isEqualTo("a@1:1 b@1:3\nc@2:1 d@2:4");
        assertThat(findings).isEmpty();
    }

    @Test
    void a_semicolon_separates_where_the_first_line_has_more_of_them() {
        assertThat(read("a;b;c\r\n1,5;x;y")).isEqualTo("a@1:1 b@1:3 c@1:5\n1,5@2:1 x@2:5 y@2:7");
    }

    @Test
    void a_quoted_field_may_have_separators_quotation_marks_and_lines() {
        assertThat(read("a,b\n\"x, \"\"y\"\"\nz\",w\nv,u")).isEqualTo("a@1:1 b@1:3\nx, \"y\" z@2:1 w@3:4\nv@4:1 u@4:3");
    }

    @Test
    void an_empty_field_is_one_at_the_end_of_a_line_too() {
        assertThat(read("a,b,c\n,x,\n")).isEqualTo("a@1:1 b@1:3 c@1:5\n@2:1 x@2:2 @2:4");
    }

    @Test
    void a_line_without_anything_is_no_row() {
        assertThat(read("a,b\n\n  \n,\n1,2\n\n")).isEqualTo("a@1:1 b@1:3\n1@5:1 2@5:3");
    }

    @Test
    void a_quotation_mark_that_is_never_closed_is_found_where_it_stands() {
        read("a,b\n1,\"2\n3,4");
        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("list.csv:2:3: the quotation mark is never closed");
    }

    @Test
    void text_after_a_closing_quotation_mark_is_found() {
        assertThat(read("a,b\n\"1\"2,3")).isEqualTo("a@1:1 b@1:3\n1@2:1 3@2:6");
        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("list.csv:2:1: there is text after the closing quotation mark");
    }
}

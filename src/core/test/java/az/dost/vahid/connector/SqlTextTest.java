package az.dost.vahid.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTextTest {
    @Test
    void placeholders_become_parameters_in_their_order_and_comments_go() {
        SqlText sql = SqlText.of(
                "-- {fin}; delete\nselect '; -- x' /* ; */, \"a;b\" from v where {fin} in (fin, $q$;$q$) and at < {sentAt};\n");
        assertThat(sql.mistake()).isEmpty();
        assertThat(sql.prepared()).isEqualTo("select '; -- x'  , \"a;b\" from v where ? in (fin, $q$;$q$) and at < ?");
        assertThat(sql.parameters()).containsExactly("fin", "sentAt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select 1; delete from v                 | one statement only",
                "delete from v where fin = {fin}         | the statement must read: begin with select or with",
                "(select 1)                              | the statement must read: begin with select or with",
                "select * from v where fin = '{fin}'     | a placeholder in quotes is plain text: take the quotes away",
                "select $$ {fin} $$                      | a placeholder in quotes is plain text: take the quotes away",
                "-- select 1                             | there is no statement"
            })
    void what_could_do_more_than_read_one_citizen_is_a_mistake(String text, String what) {
        assertThat(SqlText.of(text).mistake())
                .hasValueSatisfying(mistake -> assertThat(mistake.what()).isEqualTo(what));
    }
}

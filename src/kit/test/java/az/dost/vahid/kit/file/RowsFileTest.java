package az.dost.vahid.kit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in rows and in layouts, and what is said of it. */
class RowsFileTest {
    private static RowsFile read(String rows) {
        return RowsFile.read(rows.getBytes(StandardCharsets.UTF_8), null, null);
    }

    private static RowsFile read(String rows, String layout) {
        return RowsFile.read(rows.getBytes(StandardCharsets.UTF_8), layout.getBytes(StandardCharsets.UTF_8), null);
    }

    private static List<String> names(RowsFile file) {
        return file.columns().stream().map(FileColumn::name).toList();
    }

    @ParameterizedTest
    @CsvSource(
            value = {";", ",", "TAB", "|", "^", "~"},
            delimiter = '!')
    void a_delimiter_is_the_one_that_divides_each_row_alike(String shown) {
        String delimiter = shown.equals("TAB") ? "\t" : shown;
        RowsFile file = read("FIN;SOYAD;AD\n5AB1CD2;Aliyev;Ali\n6BC2DE3;Quliyev;Vəli\n".replace(";", delimiter));
        assertThat(file.members())
                .containsEntry("delimiter", delimiter)
                .containsEntry("format", "csv")
                .doesNotContainKeys("quote", "columns");
        assertThat(file.told())
                .anyMatch(line -> line.startsWith("delimiter ")
                        && line.contains("3 columns in each of 3 rows")
                        && !line.contains("guessed"));
        assertThat(names(file)).containsExactly("FIN", "SOYAD", "AD");
    }

    @Test
    void a_second_delimiter_that_would_do_as_well_makes_it_a_guess() {
        assertThat(read("A;B,C\n1;2,3\n4;5,6\n").told())
                .anyMatch(
                        line -> line.contains("delimiter ;, guessed") && line.contains(", would divide each row, too"));
    }

    @Test
    void a_row_of_another_length_is_told_by_its_number() {
        StringBuilder rows = new StringBuilder("FIN;AD\n");
        for (int i = 0; i < 20; i++) {
            rows.append("5AB1CD").append(i % 10).append(i == 7 ? ";Ali;Vali\n" : ";Ali\n");
        }
        assertThat(read(rows.toString()).told()).anyMatch(line -> line.contains("row 9") && line.contains("3 columns"));
    }

    @Test
    void quotes_hold_delimiters() {
        RowsFile file = read("FIN,ADDRESS\n5AB1CD2,\"Baku, Nizami 1\"\n6BC2DE3,\"Ganja, 2\"\n");
        assertThat(file.columns()).extracting(FileColumn::example).containsExactly("5AB1CD2", "Baku, Nizami 1");
        assertThat(file.told()).contains("quotes \": values stand between them");
    }

    @Test
    void apostrophes_may_be_quotes_and_are_a_guess() {
        RowsFile file = read("FIN;ADDRESS\n'5AB1CD2';'Baku; Nizami 1'\n'6BC2DE3';'Ganja; 2'\n");
        assertThat(file.members()).containsEntry("quote", "'");
        assertThat(file.columns()).extracting(FileColumn::example).containsExactly("5AB1CD2", "Baku; Nizami 1");
        assertThat(file.told()).anyMatch(line -> line.startsWith("quotes ', guessed"));
    }

    @Test
    void an_apostrophe_in_a_name_is_no_quote() {
        assertThat(read("FIN;AD\n5AB1CD2;O'Neil\n6BC2DE3;D'Artagnan\n").members())
                .doesNotContainKey("quote");
    }

    @Test
    void rows_without_a_head_get_names_to_be_replaced() {
        RowsFile file = read("5AB1CD2;Aliyev;01.02.1980\n6BC2DE3;Quliyev;03.04.1990\n");
        assertThat(file.members()).containsEntry("columns", List.of("COLUMN_1", "COLUMN_2", "COLUMN_3"));
        assertThat(file.told()).anyMatch(line -> line.startsWith("no head, guessed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Şəxsi nömrə;Soyadı;Doğum tarixi",
                "ИИН;Фамилия;Дата рождения",
                "პირადი ნომერი;გვარი;დაბადების თარიღი",
                "PERSON_NO;NAME2;BIRTH_DATE"
            })
    void a_head_in_any_language_stays_as_it_is(String head) {
        RowsFile file = read(head + "\n5AB1CD2;Aliyev;01.02.1980\n6BC2DE3;Quliyev;03.04.1990\n");
        assertThat(names(file)).containsExactly(head.split(";"));
        assertThat(file.members()).doesNotContainKey("columns");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"FIN;FIN\\n1;2\\n!column 2 has the name of column 1", "FIN;\\n5AB1CD2;\\n!column 2 has no name"},
            delimiter = '!')
    void a_head_that_does_not_name_each_column_once_is_refused(String rows, String said) {
        assertThatThrownBy(() -> read(rows.replace("\\n", "\n")))
                .isInstanceOf(RowsException.class)
                .hasMessageContaining("each once")
                .hasMessageContaining(said);
    }

    private static final String WIDE =
            "5AB1CD2ALIYEV              19800201\n6BC2DE3QULIYEVA            19900403\n7CD3EF4ABBASOV             20001231\n";

    /** The same three fields, as tables of registers in several countries say them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,from,length\nPID,1,7\nNAME,8,20\nBORN,28,8\n",
                "Name;Start;End\nPID;1;7\nNAME;8;27\nBORN;28;35\n",
                "Feldname;Stelle;Länge;Inhalt\nPID;1;7;\nNAME;8;20;\nBORN;28;8;JJJJMMTT\n",
                "Поле\tНачало\tДлина\nPID\t1\t7\nNAME\t8\t20\nBORN\t28\t8\n",
                "Sahənin adı;Başlanğıc;Uzunluğu\nPID;1;7\nNAME;8;20\nBORN;28;8\n",
                "| Field | Positions | Format |\n| --- | --- | --- |\n| `PID` | 1-7 | text |\n| `NAME` | 8–27 | text |\n| `BORN` | 28-35 | YYYYMMDD |\n",
                "Record layout of the register\n\nPosition   Field name   Description\n1 -  7     PID          Number of the person\n8-27       NAME         Surname\n28-35      BORN         Day of birth\n",
                "Campo;Posición;Longitud\nPID;0;7\nNAME;7;20\nBORN;27;8\n",
                "Alan adı;Uzunluk\nPID;7\nNAME;20\nBORN;8\n"
            })
    void a_table_of_fields_is_read_in_any_of_its_forms(String layout) {
        RowsFile file = read(WIDE, layout);
        assertThat(file.columns()).extracting(FileColumn::name).containsExactly("PID", "NAME", "BORN");
        assertThat(file.columns()).extracting(FileColumn::example).containsExactly("5AB1CD2", "ALIYEV", "19800201");
        assertThat(file.layout()).contains("recordLength: 35", "{name: \"NAME\", from: 8, length: 20}");
        assertThat(file.told()).noneMatch(line -> line.startsWith("layout, guessed"));
    }

    @Test
    void a_layout_in_sentences_is_read_with_its_remarks() {
        RowsFile file = read(
                WIDE,
                "Dessin d'enregistrement\n\nNuméro - Longueur : 7 - Position : 1-7 - Type : Alphanumérique\n\nNom de famille - Longueur : 20 - Position : 8-27\n"
                        + "La forme est NOM\n\nDate de naissance - Longueur : 8 - Position : 28-35 - Type : Numérique\nForme : AAAAMMJJ - AAAA=0000 si inconnue\n");
        assertThat(names(file)).containsExactly("Numéro", "Nom de famille", "Date de naissance");
        assertThat(file.columns().get(2).form()).isEqualTo("yyyyMMdd");
        assertThat(file.columns().get(1).form()).isNull();
        assertThatThrownBy(() -> read(WIDE, "A - Length : 7 - Position : 1-7\n\nB - Length : 9 - Position : 8-27\n"))
                .hasMessageContaining("Line 3 of the layout");
    }

    @Test
    void the_form_of_a_day_is_taken_from_its_description() {
        RowsFile file =
                read(WIDE, "Feldname;Stelle;Länge;Inhalt\nPID;1;7;\nNAME;8;20;\nBORN;28;8;Geburtstag JJJJMMTT\n");
        assertThat(file.columns().get(2).form()).isEqualTo("yyyyMMdd");
        assertThat(DayForms.of("ДД.ММ.ГГГГ")).isEqualTo("dd.MM.yyyy");
        assertThat(DayForms.of("gg.aa.yyyy")).isEqualTo("dd.MM.yyyy");
        assertThat(DayForms.of("MMDDCCYY")).isEqualTo("MMddyyyy");
        assertThat(DayForms.of("text, 8 characters")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "name;from;to;length\\nPID;1;7;8\\n!Line 2 of the layout: from 1 to 7 are 7 characters, not 8",
                "name;from;length\\nPID;1;x\\nA;8;1\\n!the length is x",
                "name;from;length\\nPID;1;7\\nNAME;5;20\\n!NAME begins at 5, and PID ends only at 7",
                "name;from;length\\nPID;1;7\\nPID;8;20\\n!two fields PID",
                "champ;position\\nPID;1\\nNAME;8\\n!how long its last field NAME is",
                "name;from;length\\nPID;1;0\\n!one character at least",
                "name;from;length\\n;1;7\\nA;8;1\\n!a place without a name",
                "PID;1;7\\nNAME;8;20\\n!no line that names its columns",
                "name;from;length\\nPID;1;7\\nNAME;8;40\\n!The rows have 35 characters, and the layout 47"
            },
            delimiter = '!')
    void a_table_that_cannot_be_right_is_refused_with_its_line(String layout, String said) {
        assertThatThrownBy(() -> read(WIDE, layout.replace("\\n", "\n")))
                .isInstanceOf(RowsException.class)
                .hasMessageContaining(said);
    }

    @Test
    void fillers_and_parts_of_fields_are_left_out_and_told() {
        RowsFile file = read(WIDE, "name;from;length\nPID;1;7\nFiller;8;20\nBORN;28;8\nYEAR;28;4\nMONTH;32;2\n");
        assertThat(names(file)).containsExactly("PID", "BORN");
        assertThat(file.told()).anyMatch(line -> line.contains("8-27")).anyMatch(line -> line.contains("YEAR, MONTH"));
    }

    @Test
    void a_layout_alone_is_enough() {
        RowsFile file = read("name;from;length\nPID;1;7\nNAME;8;20\n");
        assertThat(file.rows()).isFalse();
        assertThat(file.members()).containsEntry("format", "fixed-width").containsEntry("layout", "layout.yaml");
        assertThat(file.told())
                .anyMatch(line -> line.startsWith("charset UTF-8, guessed"))
                .anyMatch(line -> line.contains("no row shows"));
    }

    /** The most usual head of a list of persons. */
    @Test
    void a_list_with_running_numbers_is_no_layout() {
        RowsFile file = read("No;Ad;Fin;Position\n1;Ali;5AB1CD2;3\n2;Vali;6BC2DE3;4\n");
        assertThat(file.members()).containsEntry("format", "csv");
    }

    @Test
    void head_and_trailer_are_found_by_their_first_letters() {
        String rows = "B2026-11-20                         \n"
                + WIDE.replaceAll("(?m)^", "Q").strip() + "\nS000000003                          \n";
        RowsFile file = read(rows, "name;from;length\nPID;2;7\nNAME;9;20\nBORN;29;8\n");
        assertThat(file.layout()).contains("marker: \"B\"", "marker: \"Q\"", "marker: \"S\"");
        assertThat(file.columns().get(0).example()).isEqualTo("5AB1CD2");
        assertThat(file.told())
                .anyMatch(line -> line.startsWith("head, guessed"))
                .anyMatch(line -> line.startsWith("trailer, guessed"));
    }

    @Test
    void lines_that_end_early_are_told() {
        RowsFile file = read(
                "5AB1CD2ALIYEV\n6BC2DE3QULIYEVA            BAKI\n7CD3EF4ABBASOV             GANJA\n",
                "name;from;length\nPID;1;7\nNAME;8;20\nCITY;28;8\n");
        assertThat(file.layout()).contains("shortLines: true", "recordLength: 35");
        assertThat(file.told()).anyMatch(line -> line.startsWith("short lines, guessed"));
    }

    @Test
    void without_a_table_the_fields_are_guessed_from_the_rows() {
        RowsFile file = read(WIDE);
        assertThat(file.members()).containsEntry("format", "fixed-width");
        assertThat(file.columns()).extracting(FileColumn::example).containsExactly("5AB1CD2", "ALIYEV", "19800201");
        assertThat(file.layout()).startsWith("# Guessed from rows");
        assertThat(file.told()).anyMatch(line -> line.startsWith("layout, guessed from 3 rows"));
    }

    @Test
    void a_line_of_names_above_the_rows_names_the_fields() {
        RowsFile file = read("PID    NAME                BORN    \n" + WIDE);
        assertThat(names(file)).containsExactly("PID", "NAME", "BORN");
        assertThat(file.layout()).contains("header:", "marker: \"P\"");
    }

    @Test
    void the_character_set_of_the_rows_is_not_that_of_their_layout() {
        byte[] rows =
                "5AB1CD2Иванов              19800201\n6BC2DE3Смирнова            19900403\n7CD3EF4Алиева              20001231\n"
                        .getBytes(Charset.forName("windows-1251"));
        RowsFile file = RowsFile.read(
                rows, "Поле;Начало;Длина\nИИН;1;7\nФамилия;8;20\nРождён;28;8\n".getBytes(StandardCharsets.UTF_8), null);
        assertThat(file.members()).containsEntry("charset", "windows-1251");
        assertThat(file.columns()).extracting(FileColumn::example).containsExactly("5AB1CD2", "Иванов", "19800201");
        assertThat(names(file)).containsExactly("ИИН", "Фамилия", "Рождён");
    }

    /** A wrong guess that would be refused when a file is loaded needs nobody's word. */
    @Test
    void what_could_be_misread_without_a_refusal_is_listed() {
        assertThat(read("FIN;SOYAD\n5AB1CD2;Aliyev\n6BC2DE3;Quliyev\n").guessed())
                .isEmpty();
        assertThat(read("5AB1CD2;Aliyev\n6BC2DE3;Quliyev\n").guessed()).containsOnlyKeys("columns");
        assertThat(read("A;B,C\n1;2,3\n4;5,6\n").guessed()).containsOnlyKeys("delimiter");
        assertThat(read(WIDE).guessed()).containsOnlyKeys("layout");
        assertThat(RowsFile.read("AD;SOYAD\nПётр;Иванов\n".getBytes(Charset.forName("windows-1251")), null, null)
                        .guessed())
                .containsOnlyKeys("charset");
    }

    @Test
    void what_is_neither_divided_nor_of_one_length_is_refused() {
        assertThatThrownBy(() ->
                        read("This is a letter.\nIt has lines of any length, and no rows at all.\nBest regards\n"))
                .isInstanceOf(RowsException.class)
                .hasMessageContaining("--layout");
    }

    @Test
    void nothing_that_is_told_holds_a_value() {
        for (String rows :
                List.of(WIDE, "FIN;SOYAD\n5AB1CD2;Aliyev\n6BC2DE3;Quliyev\n", "5AB1CD2;Aliyev\n6BC2DE3;Quliyev\n")) {
            assertThat(String.join("\n", read(rows).told())).doesNotContain("5AB1CD2", "6BC2DE3", "ALIYEV", "Aliyev");
        }
    }
}

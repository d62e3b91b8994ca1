package az.dost.vahid.journeys.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report as a spreadsheet reads it. */
class CsvFileTest {
    private static String csv(String key) throws Exception {
        return csv(key, "{\"period\":\"2026-03\",\"version\":2}");
    }

    private static String csv(String key, String head) throws Exception {
        JsonNode report = Json.mapper().readTree(head);
        ObjectNode table = Json.mapper().createObjectNode().put("table", "D_REGION");
        table.putArray("figures").add("CASES");
        table.putObject("total").put("CASES", 30);
        table.putArray("rows")
                .addObject()
                .put("key", key)
                .putObject("cells")
                .putObject("CASES")
                .put("hidden", true);
        return CsvFile.of(report, List.of(table));
    }

    @Test
    void has_a_line_a_cell_and_says_what_is_hidden() throws Exception {
        assertThat(csv("Şəki, \"Zaqatala\""))
                .isEqualTo(
                        "period,version,table,row,figure,unit,value,status\r\n2026-03,2,D_REGION,TOTAL,CASES,count,30,shown\r\n"
                                + "2026-03,2,D_REGION,\"Şəki, \"\"Zaqatala\"\"\",CASES,count,,hidden\r\n");
    }

    @Test
    void says_of_each_number_that_it_tells_of_nobody() throws Exception {
        assertThat(csv("Şəki", "{\"period\":\"2026-03\",\"version\":1,\"computed\":true}"))
                .contains("TOTAL,CASES,count,30,computed\r\n", ",hidden\r\n")
                .doesNotContain("shown");
    }

    @ParameterizedTest
    @Tag("attack")
    @ValueSource(strings = {"=1+1", "\u200B=1"})
    void a_text_that_a_spreadsheet_would_compute_begins_with_an_apostrophe(String key) throws Exception {
        assertThat(csv(key)).contains("'" + key);
    }
}

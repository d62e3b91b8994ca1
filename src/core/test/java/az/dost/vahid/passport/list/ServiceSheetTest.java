package az.dost.vahid.passport.list;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Reading;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceSheetTest {
    private static final Wordbook WORDS = Wordbook.builtIn();
    private static final String HEADER = "code,officialId,family,az,en,channels,audience\n";

    private static Reading<List<ObjectNode>> read(String text) {
        return ServiceSheet.read("list.csv", text.getBytes(StandardCharsets.UTF_8), WORDS, Map.of("ccu-car", "ccu"));
    }

    private static List<String> findings(String text) {
        Reading<List<ObjectNode>> reading = read(text);
        assertThat(reading.content()).as("nothing of a list with a mistake").isNull();
        return reading.findings().stream().map(Finding::toString).toList();
    }

    private static ObjectNode one(String row) {
        return read(HEADER + row).strict().get(0);
    }

    @Test
    void a_row_becomes_an_entry() {
        assertThat(one("home-visit,09-01-02-00,social-services,Evdə baxış,Home visit,CENTRE|HOME,CITIZENS"))
                .hasToString("{\"code\":\"home-visit\","
                        + "\"officialId\":\"09-01-02-00\",\"family\":\"social-services\",\"title\":{\"az\":\"Evdə baxış\",\"en\":\"Home visit\"},"
                        + "\"channels\":[\"CENTRE\",\"HOME\"],\"audience\":[\"CITIZENS\"]}");
    }

    @Test
    void what_is_not_known_is_left_out() {
        assertThat(one(",,disability,Əlillik xidməti,,,"))
                .hasToString("{\"family\":\"disability\",\"title\":{\"az\":\"Əlillik xidməti\"}}");
    }

    @Test
    void a_list_of_two_columns_in_any_order_is_enough() {
        assertThat(read("\ufeffaz;family\r\nƏlillik xidməti;disability\r\n").strict())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Əlillik, disability",
        "elillik, disability",
        "SOSİAL XİDMƏTLƏR, social-services",
        "Social services, social-services"
    })
    void a_family_may_be_told_by_its_name_in_either_language(String name, String family) {
        assertThat(one(",," + name + ",Xidmət,,,").path("family").asText()).isEqualTo(family);
    }

    @ParameterizedTest
    @CsvSource({"=HYPERLINK(1)", "+1+x", "-x", "@SUM(A1)"})
    void a_formula_becomes_a_text(String formula) {
        assertThat(one(",,disability," + formula + ",,,").at("/title/az").asText())
                .isEqualTo("'" + formula);
    }

    @Test
    void every_mistake_of_a_row_is_found() {
        assertThat(findings(HEADER + "Big Code,1-2,disabilty,,Name,PIGEON|HOME|HOME,CATS\n"))
                .containsExactly(
                        "list.csv:2:1: code: must be small letters, digits and single hyphens, at most 64",
                        "list.csv:2:10: officialId: must be four pairs of digits, as 05-04-02-00",
                        "list.csv:2:14: family: must be one of certificates, labour-relations, disability, employment, pensions-and-benefits, targeted-social-assistance,"
                                + " presidential-pensions, insured-registration, social-services, supportive-services, ccu; did you mean disability?",
                        "list.csv:2:24: az: is empty",
                        "list.csv:2:30: channels: must be one of CENTRE, SELF_SERVICE, CALL_CENTRE, MOBILE, HOME, REMOTE, with | between several",
                        "list.csv:2:30: channels: names HOME twice",
                        "list.csv:2:47: audience: must be one of CITIZENS, FOREIGNERS, STATELESS, ENTREPRENEURS, LEGAL_ENTITIES, with | between several");
    }

    @Test
    void what_stands_twice_is_found_with_the_line_of_the_first() {
        assertThat(findings(
                        HEADER + "a,01-01-01-00,disability,Bir xidmət,,,\na,01-01-01-00,disability,BİR XİDMƏT,,,\n"))
                .containsExactly(
                        "list.csv:3:1: code: stands in line 2 too",
                        "list.csv:3:3: officialId: stands in line 2 too",
                        "list.csv:3:26: az: stands in line 2 too");
    }

    @Test
    void a_row_that_tells_another_family_than_the_passport_of_its_code_is_found() {
        assertThat(findings(HEADER + "ccu-car,,disability,Avtomobil,,,\n"))
                .containsExactly("list.csv:2:10: family: the passport ccu-car is of the family ccu");
    }

    @Test
    void a_row_with_more_or_fewer_fields_than_the_first_line_is_found() {
        assertThat(findings("family,az\ndisability,Bir,iki\ndisability\n"))
                .containsExactly(
                        "list.csv:2:1: the row has 3 fields, and the first line 2",
                        "list.csv:3:1: the row has 1 fields, and the first line 2");
    }

    @Test
    void columns_are_those_that_there_are_each_once() {
        assertThat(findings("famly,en,en\nx,y,z\n"))
                .containsExactly(
                        "list.csv:1:1: no column is called so; there are officialId, code, family, az, en, channels, audience;"
                                + " did you mean family?",
                        "list.csv:1:10: the column en stands twice",
                        "list.csv:1: there is no column family",
                        "list.csv:1: there is no column az");
    }

    @ParameterizedTest
    @CsvSource({"''", "'family,az'", "'\n\n'"})
    void a_list_without_a_row_is_none(String text) {
        assertThat(findings(text))
                .containsExactly("list.csv:1: must have a line with the names of the columns, and 1 to 1000 rows");
    }

    @Test
    void more_rows_than_there_can_be_services_are_not_read() {
        assertThat(findings("family,az\n" + "disability,Xidmət\n".repeat(1001)))
                .containsExactly("list.csv:1: must have a line with the names of the columns, and 1 to 1000 rows");
    }

    @Test
    void another_encoding_is_found_where_it_begins() {
        byte[] bytes = "family,az\ndisability,Bir\ndisability,\u015f\n".getBytes(Charset.forName("windows-1254"));
        assertThat(ServiceSheet.read("list.csv", bytes, WORDS, Map.of()).findings())
                .extracting(Finding::toString)
                .containsExactly("list.csv:3: is not UTF-8 from here on");
    }

    @Test
    void a_list_without_end_is_not_read() {
        assertThat(ServiceSheet.read("list.csv", new byte[(1 << 20) + 1], WORDS, Map.of())
                        .findings())
                .extracting(Finding::toString)
                .containsExactly("list.csv: has more than 1048576 bytes");
    }
}

package az.dost.vahid.awkward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every country of ISO 3166-1, by its name in Azerbaijani (CLDR, as the JDK has it) and by its number. */
class CountriesTest {
    private static final Locale AZERBAIJANI = Locale.forLanguageTag("az");
    private static final Set<String> ALPHA_3 = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA3);
    private static final AgencyFolder IDENTITY = AgencyFolder.of("identity-register");
    private static final AgencyFolder MIGRATION = AgencyFolder.of("migration");

    static Stream<Locale> countries() {
        return Arrays.stream(Locale.getISOCountries()).map(country -> new Locale("", country));
    }

    /** The register writes capitals, spaces and hyphens only. */
    @ParameterizedTest
    @MethodSource("countries")
    void the_identity_register_spells_a_country_as_azerbaijani_does(Locale country) {
        String name =
                country.getDisplayCountry(AZERBAIJANI).toUpperCase(AZERBAIJANI).replaceAll("[^\\p{Lu} -]", "");
        assertThat(citizenship(name)).as(name).isEqualTo(country.getISO3Country());
    }

    @ParameterizedTest
    @CsvSource({
        "AZƏRBAYCAN RESPUBLİKASI, AZE",
        "RUSİYA FEDERASİYASI, RUS",
        "BÖYÜK BRİTANİYA, GBR",
        "ABŞ, USA",
        "FƏLƏSTİN, PSE",
        "İRAN İSLAM RESPUBLİKASI, IRN",
        "KONQO DEMOKRATİK RESPUBLİKASI, COD",
        "KONQO RESPUBLİKASI, COG"
    })
    void a_country_has_its_other_names_too(String name, String code) {
        assertThat(citizenship(name)).isEqualTo(code);
    }

    @Test
    void the_migration_service_has_a_number_for_each_country() throws IOException {
        List<Map.Entry<String, String>> numbers = Pattern.compile("\"(\\d{3})\": \"([A-Z]{3})\"")
                .matcher(Files.readString(Path.of("connectors/migration/mapping.jslt")))
                .results()
                .map(found -> Map.entry(found.group(1), found.group(2)))
                .toList();
        assertThat(numbers).extracting(Map.Entry::getValue).containsExactlyInAnyOrderElementsOf(ALPHA_3);
        assertThat(numbers).extracting(Map.Entry::getKey).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "031, AZE",
        "004, AFG",
        "643, RUS",
        "792, TUR",
        "364, IRN",
        "268, GEO",
        "840, USA",
        "728, SSD",
        "894, ZMB"
    })
    void a_number_is_that_of_its_country(String number, String code) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.putObject("icazeSorgulaReturn")
                .put("cavabKodu", "0")
                .put("fin", "F0RE1GN")
                .put("icazeNomresi", "1")
                .put("icazeNovu", "1")
                .put("vetendasliq", number)
                .put("baslama", "2024-01-01T00:00:00+04:00");
        assertThat(Outcome.of(MIGRATION.mapping(), reply)
                        .mapped()
                        .at("/facts/residencePermit/citizenship")
                        .asText())
                .isEqualTo(code);
    }

    @Test
    void a_name_of_no_country_costs_the_citizenship_only() {
        Outcome outcome = Outcome.of(IDENTITY.mapping(), card("VƏTƏNDAŞLIĞI OLMAYAN"));
        assertThat(outcome.mapped().at("/facts/identity/surname").asText()).isEqualTo("Əliyev");
        assertThat(outcome.told())
                .extracting(part -> part.path() + " " + part.rule())
                .containsExactly("/identity/citizenship UNKNOWN_CODE");
    }

    private static String citizenship(String name) {
        return Outcome.of(IDENTITY.mapping(), card(name))
                .mapped()
                .at("/facts/identity/citizenship")
                .asText();
    }

    private static JsonNode card(String citizenship) {
        ObjectNode card =
                JsonNodeFactory.instance.objectNode().put("netice", "1").put("fin", "F0RE1GN");
        card.putObject("sexs").put("soyad", "ƏLİYEV").put("ad", "ELNUR").put("vetendasliq", citizenship);
        return card;
    }
}

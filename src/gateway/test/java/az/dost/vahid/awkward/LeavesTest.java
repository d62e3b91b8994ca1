package az.dost.vahid.awkward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each leaf of each agency's contract becomes a field of a fact, or its table says why it does not. */
class LeavesTest {
    private static final Set<String> BESIDE_FACTS = Set.of("subject", "asOf", "requestId", "deleted", "decides");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static List<String> agencies() {
        return AgencyFolder.ids();
    }

    @ParameterizedTest
    @MethodSource("agencies")
    void every_leaf_of_the_contract_stands_in_the_table(String id) {
        AgencyFolder folder = AgencyFolder.of(id);
        assertThat(folder.table().leaves().keySet())
                .containsExactlyInAnyOrderElementsOf(folder.contract().leaves().keySet());
    }

    @ParameterizedTest
    @MethodSource("agencies")
    void a_leaf_is_mapped_or_has_a_reason(String id) {
        AgencyFolder.of(id)
                .table()
                .leaves()
                .forEach((leaf, fate) -> assertThat(fate.to().isEmpty() == (fate.because() != null))
                        .as("%s has fields or a reason, not both", leaf)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("agencies")
    void a_leaf_becomes_a_field_that_the_connector_gives(String id) throws IOException {
        JsonNode descriptor =
                YAML.readTree(Path.of("connectors", id, "connector.yaml").toFile());
        List<String> given = new ArrayList<>();
        descriptor.path("facts").forEach(fact -> given.add(fact.asText()));
        descriptor.path("confirms").forEach(fact -> given.add(fact.asText()));
        Set<String> fields = fields();
        AgencyFolder.of(id)
                .table()
                .leaves()
                .forEach((leaf, fate) -> fate.to().stream()
                        .filter(to -> !BESIDE_FACTS.contains(to))
                        .forEach(to -> {
                            assertThat(given).as(leaf).contains(to.replaceFirst("\\..*", ""));
                            assertThat(fields).as(leaf).contains(to);
                        }));
    }

    @Test
    void every_field_of_every_fact_comes_from_a_leaf() throws IOException {
        Set<String> fields = fields();
        AgencyFolder.ids()
                .forEach(id ->
                        AgencyFolder.of(id).table().leaves().values().forEach(fate -> fields.removeAll(fate.to())));
        assertThat(fields).isEmpty();
    }

    /** Fields that hold a value, as {@code fact.field}. */
    private static Set<String> fields() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(Path.of("contracts/dossier.schema.json").toFile());
        Set<String> fields = new TreeSet<>();
        schema.at("/properties/facts/properties")
                .fieldNames()
                .forEachRemaining(fact -> collect(schema.path("$defs").path(fact), fact, fields));
        return fields;
    }

    private static void collect(JsonNode definition, String path, Set<String> fields) {
        JsonNode record = definition.has("items") ? definition.path("items") : definition;
        if (record.has("properties")) {
            record.path("properties")
                    .properties()
                    .forEach(field -> collect(field.getValue(), path + "." + field.getKey(), fields));
        } else {
            fields.add(path);
        }
    }
}

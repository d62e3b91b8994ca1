package az.dost.vahid.journeys.report;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.linked.StandardFile;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * JSON-stat's own schemas (json-stat.org/format/schema/2.0) take every file. They are not copied here: see
 * {@link StandardFile}.
 */
class JsonStatSchemaTest {
    private static final Map<String, Consumer<ObjectNode>> MISTAKES = Map.of(
            "no value",
            dataset -> dataset.remove("value"),
            "no size",
            dataset -> dataset.remove("size"),
            "another version",
            dataset -> dataset.put("version", "1.0"),
            "a word among the sizes",
            dataset -> ((ArrayNode) dataset.get("size")).set(0, "one"),
            "two dimensions of one id",
            dataset -> ((ArrayNode) dataset.get("id")).set(0, "row"),
            "a hidden cell as an object",
            dataset -> ((ArrayNode) dataset.get("value"))
                    .set(0, JsonNodeFactory.instance.objectNode().put("hidden", true)),
            "a status of a number",
            dataset -> dataset.putObject("status").put("0", 1),
            "a member of its own",
            dataset -> dataset.put("table", "TOTAL"),
            "a dimension without categories",
            dataset -> ((ObjectNode) dataset.at("/dimension/row")).remove("category"),
            "a role that there is not",
            dataset -> ((ObjectNode) dataset.get("role")).putArray("person"));
    private static Schema dataset;
    private static Schema collection;
    private static List<GivenOut> files;

    @BeforeAll
    static void close(@TempDir Path folder) throws Exception {
        dataset = schema("dataset.json");
        collection = schema("collection.json");
        files = GivenOut.all(folder);
    }

    private static Schema schema(String name) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(StandardFile.text("json-stat", name));
    }

    static List<GivenOut> files() {
        return files;
    }

    static List<String> mistakes() {
        return MISTAKES.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_file_of_all_tables_is_a_collection_and_each_table_a_dataset(GivenOut file) {
        assertThat(collection.validate(file.jsonStat())).isEmpty();
        assertThat(file.tables())
                .isNotEmpty()
                .allSatisfy((name, table) ->
                        assertThat(dataset.validate(table)).as(name).isEmpty());
    }

    @Test
    void a_dataset_within_a_collection_says_no_version_of_its_own() {
        ObjectNode changed = files.get(0).jsonStat().deepCopy();
        ((ObjectNode) changed.at("/link/item/0")).put("version", "2.0");
        assertThat(collection.validate(changed)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_dataset_with_a_mistake_is_none(String mistake) {
        ObjectNode changed = files.get(0).tables().get("BY_SERVICE").deepCopy();
        MISTAKES.get(mistake).accept(changed);
        assertThat(dataset.validate(changed)).isNotEmpty();
    }
}

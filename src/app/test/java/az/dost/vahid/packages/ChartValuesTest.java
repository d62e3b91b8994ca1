package az.dost.vahid.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chart's values: each is described, used, and refused where it cannot be. What helm makes of them: ChartIT. */
class ChartValuesTest {
    private static final Pattern USED = Pattern.compile("[.]Values[.](\\w+)");

    private static Schema schema() throws IOException {
        try (InputStream in = Files.newInputStream(PackageFiles.CHART.resolve("values.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(in);
        }
    }

    private static ObjectNode values() throws IOException {
        return (ObjectNode) PackageFiles.yaml(PackageFiles.CHART.resolve("values.yaml"));
    }

    @Test
    void the_chart_s_own_values_are_what_its_schema_says() throws IOException {
        assertThat(schema().validate(values())).isEmpty();
    }

    @Test
    void every_value_is_used_and_every_used_one_is_there() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(PackageFiles.CHART.resolve("templates"))) {
            for (Path file : files.toList()) {
                used.addAll(USED.matcher(Files.readString(file))
                        .results()
                        .map(value -> value.group(1))
                        .collect(Collectors.toSet()));
            }
        }
        Set<String> there = new TreeSet<>();
        values().fieldNames().forEachRemaining(there::add);
        assertThat(used).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replicas | 1",
                "replicas | three",
                "image.digest | latest",
                "autoscaling.most | 200",
                "autoscaling.cpu | 100",
                "autoscaling.enabled | sometimes",
                "secrets.keys | {key: value}",
                "secrets.pasword | x",
                "ports.management | 0",
                "drain.seconds | -1",
                "shared.claim | A claim",
                "agencies.ids | [Tax]",
                "settings | {vahid.keys-password: changeit}",
                "environment | {VAHID_DB_PASSWORD: x}",
                "colour | blue",
                "startSeconds | soon"
            })
    void a_value_that_cannot_be_is_refused(String name, String value) throws IOException {
        ObjectNode values = values();
        JsonNode wrong = new ObjectMapper(new YAMLFactory()).readTree(value);
        String[] path = name.split("[.]", 2);
        if (path.length == 1) {
            values.set(name, wrong);
        } else {
            ((ObjectNode) values.path(path[0])).set(path[1], wrong);
        }
        assertThat(schema().validate(values)).isNotEmpty();
    }
}

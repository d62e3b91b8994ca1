package az.dost.vahid.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.population.Facts;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The population's records are the facts of the dossier, field for field. */
class FactsTest {
    /** Records by which another register confirms a part of a fact. */
    private static final Map<Class<?>, String> CONFIRMATIONS = Map.of(
            Facts.Names.class, "identity", Facts.DeathDate.class, "death", Facts.MartyrRelation.class, "martyrStatus");

    static List<Class<?>> records() {
        return Arrays.stream(Facts.class.getDeclaredClasses())
                .filter(record -> !CONFIRMATIONS.containsKey(record))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("records")
    void haveTheFieldsOfTheirDefinition(Class<?> record) {
        assertMatches(record, Contracts.record(fact(record)));
    }

    @Test
    void nameEveryFactOfTheDossier() {
        assertThat(records()).extracting(FactsTest::fact).containsExactlyInAnyOrderElementsOf(Contracts.factNames());
    }

    @Test
    void areConfirmedInTheFieldsThatTheDossierSays() {
        CONFIRMATIONS.forEach((record, fact) -> assertThat(
                        Contracts.definition(fact).path("x-confirmedBy"))
                .isNotEmpty()
                .allSatisfy(fields -> assertThat(Contracts.texts(fields)).isEqualTo(fieldNames(record))));
    }

    /** {@code Vehicle} is an element of {@code vehicles}, {@code Subsidy} of {@code subsidies}. */
    private static String fact(Class<?> record) {
        String name = record.getSimpleName().substring(0, 1).toLowerCase()
                + record.getSimpleName().substring(1);
        return Contracts.factNames().stream()
                .filter(List.of(name, name + "s", name.replaceFirst("y$", "ies"))::contains)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no fact is named like the record " + record.getSimpleName()));
    }

    private static void assertMatches(Class<?> record, JsonNode schema) {
        assertThat(Contracts.names(schema.path("properties")))
                .as(record.getSimpleName())
                .isEqualTo(fieldNames(record));
        for (RecordComponent field : record.getRecordComponents()) {
            assertFits(field.getGenericType(), schema.path("properties").path(field.getName()));
        }
    }

    private static void assertFits(Type type, JsonNode schema) {
        String reference = schema.path("$ref").asText().replace("#/$defs/", "");
        if (type instanceof ParameterizedType list) {
            assertFits(list.getActualTypeArguments()[0], schema.path("items"));
        } else if (((Class<?>) type).isRecord()) {
            assertMatches((Class<?>) type, schema);
        } else if (type == LocalDate.class) {
            assertThat(reference).isEqualTo("day");
        } else if (type == boolean.class) {
            assertThat(schema.path("type").asText()).isEqualTo("boolean");
        } else {
            JsonNode target = reference.isEmpty() ? schema : Contracts.definition(reference);
            boolean whole = target.path("enum").path(0).isInt()
                    || target.path("type").asText().equals("integer");
            assertThat(whole).as("%s is a whole number", schema).isEqualTo(type == int.class);
        }
    }

    private static List<String> fieldNames(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}

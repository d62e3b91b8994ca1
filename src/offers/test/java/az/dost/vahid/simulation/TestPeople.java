package az.dost.vahid.simulation;

import az.dost.vahid.rights.MadeUpPeople;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Computed people of the tests, in place of the demonstration's: all registers have answered, and are of one mind. */
public final class TestPeople implements MadeUpPeople {
    /** Of whom each has another number of months. */
    static final int SIZE = 400;

    private final Set<String> registers = new TreeSet<>();

    public TestPeople() {
        try {
            new ObjectMapper()
                    .readTree(Path.of("contracts/dossier.schema.json").toFile())
                    .findValues("x-sources")
                    .forEach(sources -> sources.forEach(source -> registers.add(source.asText())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public JsonNode dossier(int number, Map<String, Set<String>> asked) {
        ObjectNode dossier = JsonNodeFactory.instance.objectNode();
        ObjectNode facts = dossier.putObject("facts");
        fact(facts, "identity", "identity-register")
                .put("birthDate", LocalDate.of(1945, 1, 1).plusDays(number * 5L).toString())
                .put("sex", number % 2 == 0 ? "FEMALE" : "MALE")
                .put("citizenship", "AZE");
        fact(facts, "insuredRecord", "pensions").put("totalMonths", 150 + number);
        facts.retain(asked.keySet());
        dossier.putArray("conflicts");
        ArrayNode sources = dossier.putArray("sources");
        registers.forEach(register -> sources.addObject()
                .put("agency", register)
                .put("verdict", "ANSWERED")
                .put("asOf", "2026-12-01T00:00:00Z"));
        return dossier;
    }

    private static ObjectNode fact(ObjectNode facts, String name, String register) {
        ObjectNode fact = facts.putObject(name);
        fact.putObject("provenance")
                .put("source", register)
                .put("asOf", "2026-12-01T00:00:00Z")
                .put("evidence", register + "-1");
        return fact.putObject("value");
    }
}

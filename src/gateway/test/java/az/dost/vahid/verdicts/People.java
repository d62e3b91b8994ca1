package az.dost.vahid.verdicts;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.mock.population.Population;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The people of the table of verdicts: by their FIN, or the first of the population whom the registers know so. */
final class People {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final Pattern CONDITION =
            Pattern.compile("([a-z-]+) has (no )?([A-Za-z.]+)(?: (before today|[A-Z0-9_]+))?");
    private final Population population;
    private final Map<String, Map<String, String>> described;
    private final Map<String, String> found = new HashMap<>();

    People(Population population, Map<String, Map<String, String>> described) {
        this.population = population;
        this.described = described;
    }

    String fin(String name) {
        if (!described.containsKey(name)) {
            throw new AssertionError("The table does not say who is " + name);
        }
        return found.computeIfAbsent(name, n -> find(described.get(n).get("in the demonstration")));
    }

    private String find(String description) {
        if (description.startsWith("FIN ")) {
            return description.substring("FIN ".length());
        }
        return IntStream.range(0, population.size())
                .filter(n -> Arrays.stream(description.split(";")).allMatch(condition -> fits(n, condition.strip())))
                .mapToObj(population::fin)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody is so: " + description));
    }

    private boolean fits(int number, String condition) {
        Matcher parts = CONDITION.matcher(condition);
        if (!parts.matches()) {
            throw new AssertionError("No condition: " + condition);
        }
        JsonNode facts = JSON.valueToTree(population.facts(parts.group(1), number));
        if (parts.group(3).equals("record")) {
            return facts.isEmpty() == (parts.group(2) != null);
        }
        JsonNode value = facts.at("/" + parts.group(3).replace('.', '/'));
        boolean there = !value.isMissingNode() && !value.isNull();
        String wanted = parts.group(4);
        boolean fits = there
                && (wanted == null
                        || (wanted.equals("before today")
                                ? value.asText()
                                                .compareTo(LocalDate.now(Baku.CLOCK)
                                                        .toString())
                                        < 0
                                : value.asText().equals(wanted)));
        return fits == (parts.group(2) == null);
    }
}

package az.dost.vahid.rights;

import az.dost.vahid.rights.Counts.Cell;
import az.dost.vahid.rights.Group.By;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came of a simulation ({@code contracts/simulation.schema.json}), a sheet for each way to tell people apart. No
 * person is in it.
 */
final class SimulationResult {
    private static final int QAPIK = 2;
    private static final Words COMPUTED = new Words(
            "Bu şəxslər hesablanmış, mövcud olmayan şəxslərdir. Göstəricilərdən ölkə üzrə heç bir nəticə çıxmır.",
            "These people are computed and do not exist. Nothing follows for the country.");
    private static final Map<By, Words> TITLES = Map.of(
            By.ALL, new Words("Cəmi", "All"),
            By.REGION, new Words("Region üzrə", "By region"),
            By.SEX, new Words("Cins üzrə", "By sex"),
            By.AGE, new Words("Yaş üzrə", "By age"),
            By.DISABILITY, new Words("Əlillik faizi üzrə", "By percentage of disability"));

    private final Simulation simulation;
    private final ObjectNode of;
    private final Counts counts;
    private final HiddenCells hidden;
    private final boolean computed;

    /**
     * @param of what it is made of: rules, people, day, version
     * @param computed whether the people are computed
     */
    SimulationResult(Simulation simulation, ObjectNode of, Counts counts, boolean computed) {
        this.simulation = simulation;
        this.of = of;
        this.counts = counts.grouped();
        this.hidden = new HiddenCells(this.counts, simulation.rights());
        this.computed = computed;
    }

    /** For machines; the same for the same rules, people, day and version. */
    ObjectNode json() {
        ObjectNode json = of.deepCopy();
        for (By by : By.values()) {
            ObjectNode sheet = json.withArray("sheets").addObject().put("by", by.name());
            words(sheet.putObject("title"), TITLES.get(by));
            if (computed) {
                words(sheet.putObject("notice"), COMPUTED);
            }
            for (Group group : groups(by)) {
                ObjectNode one = sheet.withArray("groups")
                        .addObject()
                        .put("group", group.name())
                        .put("people", counts.groups().get(group));
                for (String right : simulation.rights()) {
                    ObjectNode row = one.withArray("rights").addObject().put("right", right);
                    for (Change change : Change.values()) {
                        row.set(change.name(), json(new Cell(right, change, group)));
                    }
                }
            }
        }
        return json;
    }

    private static void words(ObjectNode json, Words words) {
        json.put("az", words.az()).put("en", words.en());
    }

    private List<Group> groups(By by) {
        return counts.groups().keySet().stream()
                .filter(group -> group.by() == by)
                .toList();
    }

    private ObjectNode json(Cell cell) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (hidden.people(cell)) {
            return json.put("hidden", true);
        }
        json.put("people", counts.people(cell));
        if (simulation.paid(cell.right(), cell.change())) {
            if (hidden.amount(cell)) {
                json.put("amountHidden", true);
            } else {
                json.put("aznAMonth", azn(cell));
            }
        }
        return json;
    }

    private String azn(Cell cell) {
        return BigDecimal.valueOf(counts.qapik(cell), QAPIK).toPlainString();
    }

    /** For people: on the sheets but the first only the rights for which something changes. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (By by : By.values()) {
            lines.add("");
            lines.add(TITLES.get(by).az() + " / " + TITLES.get(by).en());
            if (computed) {
                lines.add(COMPUTED.az());
                lines.add(COMPUTED.en());
            }
            for (Group group : groups(by)) {
                lines.add(group.name() + ": " + counts.groups().get(group));
                simulation.rights().stream()
                        .filter(right -> by == By.ALL || changes(right))
                        .forEach(right -> lines.add(line(right, group)));
            }
        }
        return lines;
    }

    private boolean changes(String right) {
        for (Change change : Change.values()) {
            if (change.money() && counts.people(new Cell(right, change, Group.ALL)) > 0) {
                return true;
            }
        }
        return false;
    }

    private String line(String right, Group group) {
        StringBuilder line = new StringBuilder("  ").append(right).append(':');
        for (Change change : Change.values()) {
            Cell cell = new Cell(right, change, group);
            line.append(' ').append(change).append(' ');
            if (hidden.people(cell)) {
                line.append("hidden");
                continue;
            }
            line.append(counts.people(cell));
            if (simulation.paid(right, change) && counts.people(cell) > 0) {
                line.append(hidden.amount(cell) ? " (AZN hidden)" : " (" + azn(cell) + " AZN a month)");
            }
        }
        return line.toString();
    }
}

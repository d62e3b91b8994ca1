package az.dost.vahid.demo;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.json.Json;
import az.dost.vahid.rights.MadeUpPeople;
import az.dost.vahid.rights.RightCommand;
import az.dost.vahid.rights.SecondEngine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What other rules would change for the computed people, beside a second evaluator ({@link SecondEngine}). */
class SimulatedDemonstrationTest {
    private static final String DAY = "2026-12-01";
    private static final int EVERYBODY = 2_000_000;
    private static final int SOME = 3_000;
    /** So many the second evaluator is asked at a time. */
    private static final int AT_A_TIME = 1_000;

    private static final long SEED = 404;
    /** By right: what stands in its rules, and what would. */
    private static final Map<String, Map<String, String>> CHANGES = Map.of(
            "old-age-pension",
                    Map.of(
                            "P65Y", "P63Y",
                            "totalMonths >= 300", "totalMonths >= 240",
                            "Months * 1.5", "Months * 1.6"),
            "old-age-allowance", Map.of("P65Y", "P67Y"),
            "war-disability-stipend", Map.of("then 600", "then 700.50", "else 400", "else 380"),
            "child-disability-allowance", Map.of("P18Y", "P16Y"),
            "child-under-one-allowance", Map.of("P1Y", "P3Y"));

    /** The law gives no amount that registers can compute; one that many people draw is made up. */
    private static final String AMOUNT =
            "    amount: { is: 'insuredRecord.totalMonths * 1.5', of: { az: Ayda, en: A month },"
                    + " paid: MONTHLY, status: ILLUSTRATIVE, source: This test, dated: \"2026\" }\n";

    @TempDir
    private Path folder;

    private static final class Tally {
        private long people;
        private BigDecimal azn = BigDecimal.ZERO;
    }

    private Path rules(String name, boolean changed) throws IOException {
        Path rules = Files.createDirectories(folder.resolve(name));
        for (String right : CHANGES.keySet()) {
            String[] text = {
                Files.readString(Path.of("contracts/rights", right + ".yaml")).replaceFirst("(?m)^excludedBy:.*\\n", "")
            };
            if (right.equals("old-age-pension")) {
                text[0] = text[0].replaceAll("(?m)^    wanted:", AMOUNT + "    wanted:");
            }
            if (changed) {
                CHANGES.get(right).forEach((was, is) -> {
                    assertThat(text[0]).contains(was);
                    text[0] = text[0].replace(was, is);
                });
            }
            Files.writeString(rules.resolve(right + ".yaml"), text[0]);
        }
        return rules;
    }

    private String simulate(int count, String... more) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("simulate", "--people", "demonstration", "--on", DAY));
        if (!List.of(more).contains("--rights")) {
            arguments.addAll(List.of("--rights", rules("after", true).toString()));
            arguments.addAll(List.of("--against", rules("before", false).toString()));
        }
        arguments.addAll(List.of("--seed", String.valueOf(SEED), "--count", String.valueOf(count)));
        arguments.addAll(List.of(more));
        assertThat(new CommandLine(new RightCommand())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(arguments.toArray(String[]::new)))
                .as(err.toString())
                .isZero();
        return out.toString();
    }

    @Test
    void that_people_are_computed_stands_on_every_sheet_in_both_languages() throws IOException {
        String result = simulate(500, "--json");
        JsonNode sheets = Json.mapper().readTree(result).path("sheets");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Json.mapper()
                                .readTree(Path.of("contracts/simulation.schema.json")
                                        .toFile()))
                        .validate(Json.mapper().readTree(result)))
                .isEmpty();
        assertThat(sheets).hasSize(5);
        sheets.forEach(sheet -> {
            assertThat(sheet.path("notice").path("az").asText()).contains("hesablanmış", "ölkə üzrə");
            assertThat(sheet.path("notice").path("en").asText()).contains("computed", "Nothing follows");
        });
        assertThat(simulate(500).split("Nothing follows for the country", -1)).hasSize(6);
        // The same to the last byte, whichever thread counted whom.
        assertThat(simulate(500, "--json")).isEqualTo(result);
    }

    @Test
    void some_thousands_come_to_the_same_by_the_second_evaluator() throws Exception {
        compared(SOME);
    }

    /** Once by hand, some hours: the second evaluator asks each condition of each person by itself. */
    @Test
    @Tag("endurance")
    void all_two_million_come_to_the_same_by_the_second_evaluator() throws Exception {
        compared(EVERYBODY);
    }

    private void compared(int count) throws Exception {
        List<Map<String, Tally>> both = expected(count);
        Set<String> seen = new TreeSet<>();
        compared(both.get(0), simulate(count, "--json"), seen);
        // The other way round: who gains loses.
        String[] back = {
            "--rights",
            rules("before", false).toString(),
            "--against",
            rules("after", true).toString()
        };
        compared(both.get(1), simulate(count, "--json", back[0], back[1], back[2], back[3]), seen);
        assertThat(seen).contains("GAINED AZN", "LOST AZN", "PAID_MORE AZN", "PAID_LESS AZN", "UNDECIDED");
    }

    private static void compared(Map<String, Tally> expected, String result, Set<String> seen) throws IOException {
        int shown = 0;
        for (JsonNode sheet : Json.mapper().readTree(result).path("sheets")) {
            String by = sheet.path("by").asText();
            Set<String> groups =
                    sheet.path("groups").findValuesAsText("group").stream().collect(Collectors.toSet());
            for (JsonNode group : sheet.path("groups")) {
                for (JsonNode right : group.path("rights")) {
                    for (String change : List.of(
                            "GAINED",
                            "LOST",
                            "PAID_MORE",
                            "PAID_LESS",
                            "STILL_ENTITLED",
                            "UNDECIDED",
                            "NOT_ENTITLED")) {
                        JsonNode cell = right.path(change);
                        Tally all = together(
                                expected,
                                by,
                                group.path("group").asText(),
                                groups,
                                right.path("right").asText() + "/" + change);
                        String name = by + " " + group.path("group").asText() + " "
                                + right.path("right").asText() + " " + change;
                        if (cell.path("hidden").booleanValue()) {
                            continue;
                        }
                        assertThat(cell.path("people").asLong(-1)).as(name).isEqualTo(all.people);
                        if (cell.has("aznAMonth")) {
                            assertThat(new BigDecimal(cell.path("aznAMonth").asText()))
                                    .as(name)
                                    .isEqualByComparingTo(all.azn);
                        }
                        if (all.people > 0) {
                            shown++;
                            seen.add(change + (cell.has("aznAMonth") ? " AZN" : ""));
                        }
                    }
                }
            }
        }
        // Counts of which nothing is shown would be equal to any.
        assertThat(shown).isGreaterThan(100);
    }

    /** Groups of few people stand together. */
    private static Tally together(
            Map<String, Tally> expected, String by, String group, Set<String> groups, String cell) {
        Tally all = new Tally();
        expected.forEach((key, tally) -> {
            String[] parts = key.split("/", 3);
            String shownIn = groups.contains(parts[1]) ? parts[1] : "OTHER";
            if (parts[0].equals(by) && shownIn.equals(group) && parts[2].equals(cell)) {
                all.people += tally.people;
                all.azn = all.azn.add(tally.azn);
            }
        });
        return all;
    }

    /** People, and AZN a month, by kind of groups, group, right and change: all from the second evaluator. */
    private List<Map<String, Tally>> expected(int count) throws Exception {
        MadeUpPeople people = MadeUpPeople.here().orElseThrow();
        List<JsonNode> before = SecondEngine.rights(rules("before", false));
        List<JsonNode> after = SecondEngine.rights(rules("after", true));
        Map<String, Set<String>> asked = asked(before);
        int[] numbers = drawn(count);
        List<Map<String, Tally>> expected = List.of(new TreeMap<>(), new TreeMap<>());
        for (int from = 0; from < count; from += AT_A_TIME) {
            ArrayNode some = JsonNodeFactory.instance.arrayNode();
            for (int i = from; i < Math.min(count, from + AT_A_TIME); i++) {
                ObjectNode person = some.addObject().put("day", DAY);
                person.set("dossier", people.dossier(numbers[i], asked));
            }
            for (JsonNode one : new SecondEngine(folder).simulated(before, after, some, asked)) {
                one.path("rights").properties().forEach(right -> {
                    JsonNode was = right.getValue().path("before");
                    JsonNode is = right.getValue().path("after");
                    count(one, right.getKey(), was, is, expected.get(0));
                    count(one, right.getKey(), is, was, expected.get(1));
                });
            }
        }
        return expected;
    }

    private static void count(
            JsonNode person, String right, JsonNode before, JsonNode after, Map<String, Tally> expected) {
        boolean was = before.path("outcome").asText().equals("ENTITLED");
        boolean is = after.path("outcome").asText().equals("ENTITLED");
        BigDecimal more = azn(after).subtract(azn(before));
        String change;
        if (was && is) {
            change = more.signum() > 0 ? "PAID_MORE" : more.signum() < 0 ? "PAID_LESS" : "STILL_ENTITLED";
        } else if (was || is) {
            change = is ? "GAINED" : "LOST";
        } else {
            change = after.path("outcome").asText().equals("UNDECIDED") ? "UNDECIDED" : "NOT_ENTITLED";
        }
        person.path("groups").properties().forEach(group -> {
            Tally tally = expected.computeIfAbsent(
                    group.getKey() + "/" + group.getValue().asText() + "/" + right + "/" + change, key -> new Tally());
            tally.people++;
            tally.azn = tally.azn.add(more.abs());
        });
    }

    private static BigDecimal azn(JsonNode evaluated) {
        return evaluated.path("amount").isTextual()
                ? new BigDecimal(evaluated.path("amount").asText())
                : BigDecimal.ZERO;
    }

    /** The facts that the rules name, each of them whole, and those by which people are told apart. */
    private static Map<String, Set<String>> asked(List<JsonNode> rights) throws IOException {
        Map<String, Set<String>> asked = new HashMap<>();
        String rules = rights.toString();
        Json.mapper()
                .readTree(Path.of("contracts/dossier.schema.json").toFile())
                .at("/properties/facts/properties")
                .fieldNames()
                .forEachRemaining(fact -> {
                    if (rules.matches("(?s).*\\b" + fact + "\\b.*")) {
                        asked.put(fact, Set.of());
                    }
                });
        List.of("identity", "address", "disability").forEach(fact -> asked.put(fact, Set.of()));
        return asked;
    }

    /** As the command draws them: it shuffles all numbers, and takes the first. */
    private static int[] drawn(int count) {
        int[] numbers = IntStream.range(0, EVERYBODY).toArray();
        Random random = new Random(SEED);
        for (int i = 0; i < count; i++) {
            int at = i + random.nextInt(EVERYBODY - i);
            int drawn = numbers[at];
            numbers[at] = numbers[i];
            numbers[i] = drawn;
        }
        return numbers;
    }
}

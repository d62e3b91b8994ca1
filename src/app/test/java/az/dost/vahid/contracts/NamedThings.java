package az.dost.vahid.contracts;

import az.dost.vahid.contracts.WrittenWords.Place;
import az.dost.vahid.project.Checkout;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What must have words: found in the contracts, the rules, the mappings and the code, so that what is new is found too.
 */
final class NamedThings {
    /** A part of a schema that only narrows what is declared elsewhere. */
    private static final Set<String> CONDITIONS =
            Set.of("if", "then", "else", "allOf", "anyOf", "oneOf", "not", "contains");
    /** Members of a schema whose members are names. */
    private static final Set<String> NAMES = Set.of("properties", "$defs", "schemas");

    private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z_]{3,})\"");
    private static final Pattern STABLE_CODES =
            Pattern.compile("/[*][*]([^*]*(?:[*](?!/)[^*]*)*)[*]/\\s*(?:public )?enum (\\w+)");
    private static final Pattern UNMAPPABLE =
            Pattern.compile("unmappable\\((?:if \\([^)]*\\) )?\"([A-Z_]+)\"(?: else \"([A-Z_]+)\")?\\)");
    private final Set<Place> found =
            new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));

    /** Names of facts, their fields and values; the contracts' other values; rules. */
    static Set<Place> all() {
        NamedThings things = new NamedThings();
        Contracts.factNames().forEach(things::fact);
        things.contracts();
        things.rules();
        return things.found;
    }

    private void fact(String fact) {
        Place place = new Place("facts", fact);
        found.add(place);
        fields(place, Contracts.record(fact));
        each(
                Contracts.definition(fact),
                "x-absenceMeans",
                means -> found.add(new Place("values", "absence." + means.asText())));
    }

    private void fields(Place place, JsonNode record) {
        record.path("properties").fields().forEachRemaining(field -> {
            Place at = place.in(field.getKey());
            found.add(at);
            JsonNode shape = field.getValue().has("items") ? field.getValue().path("items") : field.getValue();
            Contracts.texts(shape.path("enum")).forEach(value -> found.add(at.in(value)));
            if (shape.path("type").asText().equals("boolean")) {
                found.add(new Place("values", "boolean.true"));
                found.add(new Place("values", "boolean.false"));
            }
            fields(at, shape);
        });
    }

    private void contracts() {
        for (Path file : files(Contracts.FOLDER, "")) {
            String name = file.getFileName().toString();
            if (file.getParent().equals(Contracts.FOLDER)
                    && name.matches(".+[.](schema[.]json|openapi[.]yaml)")
                    && !name.equals("words.schema.json")) {
                listed(new Place("values", name.substring(0, name.indexOf('.'))), Contracts.read(file));
            }
        }
        Contracts.factNames()
                .forEach(fact -> found.removeIf(place -> place.key().startsWith("dossier." + fact + ".")));
    }

    private void listed(Place place, JsonNode part) {
        part.path("enum").forEach(value -> found.add(place.in(value.asText())));
        if (part.isArray()) {
            part.forEach(item -> listed(
                    item.path("in").isTextual() ? place.in(item.path("name").asText()) : place, item));
        }
        part.fields().forEachRemaining(member -> {
            if (NAMES.contains(member.getKey())) {
                member.getValue()
                        .fields()
                        .forEachRemaining(named -> listed(place.in(named.getKey()), named.getValue()));
            } else if (!CONDITIONS.contains(member.getKey())) {
                listed(place, member.getValue());
            }
        });
    }

    /** What decides a conflict says why, and what to do. */
    private void ruled(Place rule) {
        found.add(rule);
        found.add(rule.in("whatToDo"));
    }

    private void rules() {
        Place conflict = new Place("rules", "conflict");
        Place unmappable = new Place("rules", "unmappable");
        JsonNode combine = Contracts.read(Path.of("src/gateway/main/resources/combine-rules.yaml"));
        combine.path("rules")
                .forEach(rule -> ruled(conflict.in(rule.path("rule").asText())));
        codes("src/gateway/main/java/az/dost/vahid/sources/combine", CODE, "CombineRule.java")
                .forEach(code -> ruled(conflict.in(code)));
        codes("src/gateway/main/java/az/dost/vahid/sources/combine", CODE, "Lookalikes.java")
                .forEach(code -> found.add(conflict.in(code)));
        codes("src/core/main/java/az/dost/vahid/answer", CODE, "Unmappable.java")
                .forEach(code -> found.add(unmappable.in(code)));
        combine.path("concluded")
                .forEach(rule -> found.add(unmappable.in(rule.path("rule").asText())));
        combine.path("notBeforeBirth")
                .forEach(rule -> found.add(unmappable.in(rule.path("rule").asText())));
        codes("src/core/main/java/az/dost/vahid/fact", CODE, ".java").forEach(code -> found.add(unmappable.in(code)));
        codes("src/core/main/java/az/dost/vahid/normalise", CODE, ".java")
                .forEach(code -> found.add(unmappable.in(code)));
        codes("connectors", UNMAPPABLE, ".jslt").forEach(code -> found.add(unmappable.in(code)));
        each(
                Contracts.read("dossier.schema.json"),
                "x-plausible",
                rules -> rules.forEach(
                        rule -> found.add(unmappable.in(rule.path("rule").asText()))));
        for (Path file : Checkout.files("main/resources", "misuse-rules.yaml")) {
            Contracts.read(file)
                    .path("rules")
                    .forEach(rule ->
                            found.add(new Place("misuse-rules", rule.path("id").asText())));
        }
    }

    /** By name, each enum whose comment says that its constants are stable codes. */
    static Map<String, List<String>> stableCodes() {
        Map<String, List<String>> codes = new TreeMap<>();
        for (Path file : Checkout.files("main/java", ".java")) {
            STABLE_CODES
                    .matcher(text(file))
                    .results()
                    .filter(match -> match.group(1).toLowerCase().contains("stable codes"))
                    .forEach(match -> {
                        String top = file.subpath(4, file.getNameCount())
                                .toString()
                                .replace('/', '.')
                                .replace(".java", "");
                        String name = top.endsWith("." + match.group(2)) ? top : top + "$" + match.group(2);
                        try {
                            codes.put(
                                    name,
                                    Arrays.stream(Class.forName(name).getEnumConstants())
                                            .map(constant -> ((Enum<?>) constant).name())
                                            .toList());
                        } catch (ClassNotFoundException e) {
                            throw new AssertionError(e);
                        }
                    });
        }
        return codes;
    }

    private static void each(JsonNode part, String member, Consumer<JsonNode> use) {
        part.findValues(member).forEach(use);
    }

    private static Set<String> codes(String folder, Pattern pattern, String end) {
        Set<String> codes = new TreeSet<>();
        files(Path.of(folder), end)
                .forEach(file -> pattern.matcher(text(file))
                        .results()
                        .forEach(match -> IntStream.rangeClosed(1, match.groupCount())
                                .mapToObj(match::group)
                                .filter(Objects::nonNull)
                                .forEach(codes::add)));
        return codes;
    }

    private static List<Path> files(Path folder, String end) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(end))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

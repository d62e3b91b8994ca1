package az.dost.vahid.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the rules of {@code src/gateway/test/resources/verdicts/table.md} say of a person and of a service's papers:
 * worked out from what each register says, from the text of the passport and from what connectors declare, with none of
 * the gateway's code.
 */
final class VerdictOracle {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String IDENTITY = "identity-register";
    private static final String ACTS = "civil-status";
    private static final String FUND = "pensions";
    private final Map<String, JsonNode> papers = new TreeMap<>();
    private final Map<String, String> absence = new HashMap<>();

    /** @param registers ids of those that the service's lookups ask */
    VerdictOracle(String service, Set<String> registers) {
        text("contracts/services/" + service + ".yaml")
                .path("documents")
                .forEach(paper -> papers.put(paper.path("id").asText(), paper));
        registers.forEach(register -> absence.put(
                register,
                text("connectors/" + register + "/connector.yaml")
                        .path("absence")
                        .asText("inconclusive")));
    }

    private static JsonNode text(String file) {
        try {
            return YAML.readTree(Path.of(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * State of the person, then who says so and since when, where there is such.
     *
     * @param says facts by register that spoke; empty where it has no record
     */
    String subject(Map<String, ObjectNode> says) {
        JsonNode act = said(ACTS, "death", says);
        JsonNode known = act.isMissingNode() && said(ACTS, "civilStatus", says).isMissingNode()
                ? said(FUND, "death", says)
                : act;
        if (!known.isMissingNode()) {
            return "DECEASED " + (known == act ? ACTS : FUND) + " "
                    + known.path("date").asText();
        }
        return Stream.concat(
                        Stream.of(IDENTITY, ACTS, "mobilisation"),
                        says.keySet().stream().sorted())
                .filter(register -> has(register, says))
                .findFirst()
                .map(register -> "KNOWN " + register)
                .orElse("UNKNOWN "
                        + (says.keySet().equals(absence.keySet()) ? "NO_REGISTER_KNOWS" : "NOT_ESTABLISHED"));
    }

    /**
     * Verdict and reason by paper.
     *
     * @param failed verdict and reason of those that did not speak
     * @param day of the dossier, in Baku
     */
    Map<String, String> papers(Map<String, ObjectNode> says, Map<String, String> failed, LocalDate day) {
        String state = subject(says).split(" ")[0];
        Map<String, String> verdicts = new TreeMap<>();
        if (!state.equals("UNKNOWN")) {
            papers.forEach((id, paper) -> verdicts.put(id, judge(paper, state, says, failed, day.toString())));
        }
        return verdicts;
    }

    private String judge(
            JsonNode paper, String state, Map<String, ObjectNode> says, Map<String, String> failed, String day) {
        if (!states(paper).contains(state)) {
            return state.equals("DECEASED") ? "NOT_APPLICABLE SUBJECT_DECEASED" : death(paper, says, failed);
        }
        if (!paper.has("fact")) {
            return "STILL_NEEDED NO_REGISTER";
        }
        String register = paper.path("register").asText();
        boolean elsewhere = says.keySet().stream()
                .anyMatch(other ->
                        !other.equals(register) && !records(other, paper, says).isEmpty());
        if (!says.containsKey(register)) {
            return elsewhere ? "UNKNOWN OTHER_SOURCE_ONLY" : unheard(failed.get(register));
        }
        List<JsonNode> all = records(register, paper, says);
        List<JsonNode> such = all.stream()
                .filter(record -> isSuch(record, paper.path("where")))
                .toList();
        if (!such.isEmpty()) {
            return held(such, paper, day);
        }
        if (!all.isEmpty() && said(register, paper.path("fact").asText(), says).isObject() && !paper.has("part")) {
            // What a foreigner's record lacks may stand abroad, as a whole record may.
            return absence.get(register).equals("conclusive-for-citizens")
                    ? absent(absence.get(register), says, day)
                            .replace("NOT_APPLICABLE NO_SUCH_RECORD", "NOT_APPLICABLE OTHER_STATE")
                    : "NOT_APPLICABLE OTHER_STATE";
        }
        return elsewhere ? "UNKNOWN OTHER_SOURCE_ONLY" : absent(absence.get(register), says, day);
    }

    private static String unheard(String verdict) {
        return verdict.startsWith("REJECTED")
                ? "UNKNOWN REGISTER_REJECTED"
                : verdict.startsWith("NOT_AUTHORISED") ? "UNKNOWN REGISTER_REFUSED" : "UNKNOWN REGISTER_SILENT";
    }

    /** A paper about the dead, of somebody who is not known to be dead. */
    private static String death(JsonNode paper, Map<String, ObjectNode> says, Map<String, String> failed) {
        boolean elsewhere = says.keySet().stream()
                .anyMatch(other ->
                        !other.equals(ACTS) && !records(other, paper, says).isEmpty());
        return elsewhere
                ? "UNKNOWN OTHER_SOURCE_ONLY"
                : says.containsKey(ACTS) ? "NOT_APPLICABLE SUBJECT_NOT_DECEASED" : unheard(failed.get(ACTS));
    }

    private static List<String> states(JsonNode paper) {
        List<String> states = texts(paper.path("states"));
        return !states.isEmpty() ? states : List.of("KNOWN");
    }

    private static String held(List<JsonNode> records, JsonNode paper, String day) {
        Predicate<JsonNode> complete = record -> texts(paper.path("certifies")).stream()
                        .allMatch(record::hasNonNull)
                && paper.path("where").properties().stream().allMatch(field -> record.hasNonNull(field.getKey()))
                && (!paper.has("certifiesOneOf")
                        || texts(paper.path("certifiesOneOf")).stream().anyMatch(record::hasNonNull));
        Predicate<JsonNode> begun =
                record -> record.path(paper.path("validFrom").asText()).asText().compareTo(day) <= 0;
        Predicate<JsonNode> valid = record -> !record.hasNonNull(
                        paper.path("validUntil").asText())
                || record.path(paper.path("validUntil").asText()).asText().compareTo(day) >= 0;
        // Of a list within a fact each is a paper: one child's birth certificate does not replace another's.
        boolean holds = paper.has("part") || paper.has("listsAll")
                ? records.stream().allMatch(complete.and(valid).and(begun))
                : records.stream().anyMatch(complete.and(valid).and(begun));
        return holds
                ? "NOT_NEEDED REGISTER_HOLDS"
                : records.stream().anyMatch(complete.and(valid.negate()))
                        ? "STILL_NEEDED EXPIRED"
                        : records.stream().anyMatch(complete) ? "STILL_NEEDED NOT_BEGUN" : "STILL_NEEDED FIELD_MISSING";
    }

    private static String absent(String meaning, Map<String, ObjectNode> says, String day) {
        if (meaning.equals("conclusive-for-citizens")) {
            JsonNode identity = said(IDENTITY, "identity", says).path("citizenship");
            JsonNode permit = said("migration", "residencePermit", says);
            boolean ended = permit.has("until") && permit.path("until").asText().compareTo(day) < 0
                    || permit.path("from").asText().compareTo(day) > 0;
            List<String> citizenships = Stream.of(identity, ended ? YAML.missingNode() : permit.path("citizenship"))
                    .filter(citizenship -> !citizenship.isMissingNode())
                    .map(JsonNode::asText)
                    .toList();
            return citizenships.isEmpty()
                    ? "UNKNOWN CITIZENSHIP_UNKNOWN"
                    : absent(citizenships.stream().allMatch("AZE"::equals) ? "conclusive" : "inconclusive", says, day);
        }
        return meaning.equals("conclusive") ? "NOT_APPLICABLE NO_SUCH_RECORD" : "STILL_NEEDED ABSENCE_INCONCLUSIVE";
    }

    private static boolean isSuch(JsonNode record, JsonNode where) {
        return where.properties().stream()
                .allMatch(field -> !record.hasNonNull(field.getKey())
                        || texts(field.getValue())
                                .contains(record.path(field.getKey()).asText()));
    }

    private static List<JsonNode> records(String register, JsonNode paper, Map<String, ObjectNode> says) {
        JsonNode fact = said(register, paper.path("fact").asText(), says);
        JsonNode found = paper.has("part") ? fact.path(paper.path("part").asText()) : fact;
        List<JsonNode> records = new ArrayList<>();
        if (found.isObject()) {
            records.add(found);
        } else {
            found.forEach(records::add);
        }
        return records;
    }

    private static JsonNode said(String register, String fact, Map<String, ObjectNode> says) {
        return says.containsKey(register) ? says.get(register).path(fact) : YAML.missingNode();
    }

    private static boolean has(String register, Map<String, ObjectNode> says) {
        return says.containsKey(register) && !says.get(register).isEmpty();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}

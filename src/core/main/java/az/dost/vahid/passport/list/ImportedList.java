package az.dost.vahid.passport.list;

import az.dost.vahid.wordbook.AlikeLetters;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A catalogue with a list of DOST's own in it. An entry of the list that has the code of a passport makes that service
 * a named one, and leaves its title to the passport; every other one is new. What the catalogue named without a
 * passport before, and the list does not have, is left out: the list tells of all services.
 */
public final class ImportedList {
    private static final int LONGEST_CODE = 64;
    private final ObjectNode base;
    private final Set<String> passports;
    private final String source;
    private final String dated;
    private final List<String> dropped = new ArrayList<>();

    /**
     * @param base content of the catalogue before
     * @param passports codes that have a passport
     * @param source where the list is from
     * @param dated day, month or year of it, ISO 8601
     */
    public ImportedList(JsonNode base, Set<String> passports, String source, String dated) {
        this.base = base.deepCopy();
        this.passports = passports;
        this.source = source;
        this.dated = dated;
    }

    /** @param rows the entries of a {@link ServiceSheet} */
    public ObjectNode with(List<ObjectNode> rows) {
        Map<String, ObjectNode> entries = new LinkedHashMap<>();
        Map<String, String> byNumber = new LinkedHashMap<>();
        base.path("services").forEach(entry -> {
            String code = entry.path("code").asText();
            if (passports.contains(code)) {
                entries.put(code, entry.deepCopy());
            }
            if (entry.has("officialId")) {
                byNumber.put(entry.path("officialId").asText(), code);
            }
        });
        // What somebody wrote down goes before what is made of a name.
        Set<String> listed = rows.stream()
                .filter(row -> row.has("code"))
                .map(row -> row.path("code").asText())
                .collect(Collectors.toCollection(HashSet::new));
        for (ObjectNode row : rows) {
            String code = row.has("code") ? row.path("code").asText() : code(row, byNumber, listed);
            entries.put(code, passports.contains(code) ? described(code, row) : named(code, row));
        }
        base.path("services").forEach(entry -> {
            String code = entry.path("code").asText();
            if (!passports.contains(code) && !listed.contains(code)) {
                dropped.add(code);
            }
        });
        ObjectNode next = base.deepCopy();
        next.set("published", published(rows.size()));
        next.putArray("services").addAll(entries.values());
        return next;
    }

    /** Codes of entries that are no longer there. */
    public List<String> dropped() {
        return dropped;
    }

    private ObjectNode named(String code, ObjectNode row) {
        ObjectNode entry =
                JsonNodeFactory.instance.objectNode().put("code", code).put("status", ListedService.NAMED);
        List.of("officialId", "family", "title", "channels", "audience").stream()
                .filter(row::has)
                .forEach(member -> entry.set(member, row.get(member)));
        entry.putObject("named").put("source", source).put("dated", dated);
        return entry;
    }

    /** Of a service whose title and family the passport has. */
    private ObjectNode described(String code, ObjectNode row) {
        ObjectNode entry = JsonNodeFactory.instance
                .objectNode()
                .put("code", code)
                .put("status", verified(code) ? ListedService.VERIFIED : ListedService.NAMED);
        if (row.has("officialId")) {
            entry.set("officialId", row.get("officialId"));
        }
        entry.putObject("named")
                .put("as", row.at("/title/az").asText())
                .put("source", source)
                .put("dated", dated);
        return entry;
    }

    private boolean verified(String code) {
        return StreamSupport.stream(base.path("services").spliterator(), false)
                .anyMatch(entry -> entry.path("code").asText().equals(code)
                        && entry.path("status").asText().equals(ListedService.VERIFIED));
    }

    /** That which the number had before; otherwise made of the Azerbaijani name, with which it stays. */
    private String code(ObjectNode row, Map<String, String> byNumber, Set<String> listed) {
        String known = byNumber.get(row.path("officialId").asText());
        if (known != null && listed.add(known)) {
            return known;
        }
        String free = free(row.at("/title/az").asText(), code -> listed.contains(code) || passports.contains(code));
        listed.add(free);
        return free;
    }

    private static String free(String name, Predicate<String> taken) {
        String words = AlikeLetters.of(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String code = (words.isEmpty()
                        ? "service"
                        : words.length() <= LONGEST_CODE - 4 ? words : words.substring(0, LONGEST_CODE - 4))
                .replaceAll("-$", "");
        String next = code;
        for (int i = 2; taken.test(next); i++) {
            next = code + "-" + i;
        }
        return next;
    }

    /** The newest first; what has the same day stays behind the list. */
    private ArrayNode published(int services) {
        List<JsonNode> numbers = new ArrayList<>();
        numbers.add(JsonNodeFactory.instance
                .objectNode()
                .put("services", services)
                .put("dated", dated)
                .put("source", source));
        StreamSupport.stream(base.path("published").spliterator(), false)
                .filter(row -> !(row.path("dated").asText().equals(dated)
                        && row.path("source").asText().equals(source)))
                .forEach(numbers::add);
        numbers.sort((one, other) ->
                other.path("dated").asText().compareTo(one.path("dated").asText()));
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
        numbers.forEach(sorted::add);
        return sorted;
    }
}

package az.dost.vahid.verdicts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Reads a dossier as a person would: each sentence against every row, fact and conflict of the same dossier. */
public final class SelfContradictions {
    private static final Set<String> SPOKE = Set.of("ANSWERED", "NO_RECORD", "STALE");
    private static final Set<String> GAVE = Set.of("ANSWERED", "STALE");
    /** By reason, what the row of the register that issues the paper may say. */
    private static final Map<String, Set<String>> ROWS = Map.ofEntries(
            Map.entry("REGISTER_HOLDS", Set.of("ANSWERED")),
            Map.entry("REGISTER_HELD", Set.of("STALE")),
            Map.entry("NO_SUCH_RECORD", Set.of("ANSWERED", "NO_RECORD")),
            Map.entry("OTHER_STATE", GAVE),
            Map.entry("SUBJECT_NOT_DECEASED", SPOKE),
            Map.entry("EXPIRED", GAVE),
            Map.entry("NOT_BEGUN", GAVE),
            Map.entry("FIELD_MISSING", GAVE),
            Map.entry("ABSENCE_INCONCLUSIVE", SPOKE),
            Map.entry("CITIZENSHIP_UNKNOWN", SPOKE),
            Map.entry("STALE_ABSENCE", Set.of("STALE")),
            Map.entry("REGISTER_SILENT", Set.of("TIMED_OUT", "UNAVAILABLE")),
            Map.entry("REGISTER_SWITCHED_OFF", Set.of("UNAVAILABLE")),
            Map.entry("REGISTER_REJECTED", Set.of("REJECTED")),
            Map.entry("REGISTER_REFUSED", Set.of("NOT_AUTHORISED")),
            Map.entry("UNMAPPABLE", Set.of("ANSWERED", "STALE", "REJECTED")),
            Map.entry("REGISTER_NOT_ASKED", Set.of("")),
            Map.entry("DEATH_NOT_ASKED", Set.of("")));
    /** What only a program reads: ids, codes, days as ISO 8601 has them, places that were not filled. */
    private static final Pattern FOR_PROGRAMS =
            Pattern.compile("\\{|\\b\\d{4}-\\d\\d-\\d\\d\\b|\\b[A-Z]{3,}_[A-Z_]+\\b|\\b[a-z]+[A-Z]\\w*\\b");

    private final JsonNode dossier;
    private final String today;
    private final List<String> found = new ArrayList<>();

    private SelfContradictions(JsonNode dossier, String today) {
        this.dossier = dossier;
        this.today = today;
    }

    /**
     * @param dossier as JSON
     * @param today of the dossier, ISO 8601, in Azerbaijan
     * @return empty where nothing contradicts
     */
    public static List<String> of(JsonNode dossier, String today) {
        SelfContradictions reader = new SelfContradictions(dossier, today);
        reader.person();
        dossier.path("documents").forEach(reader::document);
        dossier.path("conflicts").forEach(reader::conflict);
        reader.completeness();
        return reader.found;
    }

    private void told(boolean holds, String what, JsonNode of) {
        if (!holds) {
            found.add(what + ": " + of);
        }
    }

    private JsonNode row(String agency) {
        for (JsonNode row : dossier.path("sources")) {
            if (row.path("agency").asText().equals(agency)) {
                return row;
            }
        }
        return MissingNode.getInstance();
    }

    private static boolean unread(JsonNode row, String fact) {
        return StreamSupport.stream(row.path("unmappable").spliterator(), false)
                .anyMatch(part -> part.path("fact").asText().equals(fact)
                        && !part.path("rule").asText().equals("SAME_RECORD_TWICE"));
    }

    private boolean disputed(String fact) {
        return dossier.path("conflicts").findValuesAsText("fact").contains(fact);
    }

    private void person() {
        JsonNode subject = dossier.path("subject");
        String state = subject.path("state").asText();
        told(
                !state.equals("UNKNOWN") || dossier.path("documents").isEmpty(),
                "papers are judged of somebody whom nobody knows",
                subject);
        told(
                !state.equals("KNOWN") || !dossier.path("facts").has("death"),
                "somebody lives of whose death there is a fact",
                subject);
        boolean allSpoke = StreamSupport.stream(dossier.path("sources").spliterator(), false)
                .allMatch(row -> SPOKE.contains(row.path("verdict").asText()));
        switch (subject.path("reason").asText()) {
            case "NO_REGISTER_KNOWS", "NO_REGISTER_OF_PERSONS" ->
                told(allSpoke && dossier.path("facts").isEmpty(), "no register knows, and not all were heard", subject);
            case "DEATH_DOUBTED" ->
                told(
                        StreamSupport.stream(dossier.path("sources").spliterator(), false)
                                .anyMatch(row -> unread(row, "death")),
                        "a death is doubted that nobody told of",
                        subject);
            default -> {
                // Of the others nothing else in the dossier speaks.
            }
        }
    }

    private void document(JsonNode document) {
        JsonNode reason = document.path("reason");
        String code = reason.path("code").asText();
        String register = document.path("register").asText();
        String fact = document.path("fact").asText();
        JsonNode row = row(register);
        Set<String> rows = ROWS.get(code);
        if (rows != null) {
            told(rows.contains(row.path("verdict").asText()), "the register's row says otherwise", document);
        }
        switch (code) {
            case "REGISTER_HOLDS", "REGISTER_HELD", "EXPIRED", "NOT_BEGUN" ->
                told(
                        dossier.path("facts").has(fact) || disputed(fact),
                        "a record is told of that is nowhere in the facts",
                        document);
            case "NO_SUCH_RECORD" ->
                told(
                        !dossier.at("/facts/" + fact + "/provenance/source")
                                        .asText()
                                        .equals(register)
                                || dossier.at("/facts/" + fact + "/value").isArray()
                                || document.path("id").asText().equals("birth-certificates"),
                        "the register has a record of which it is said that there is none",
                        document);
            case "SUBJECT_DECEASED" -> told(state().equals("DECEASED"), "somebody is dead who is not", document);
            case "SUBJECT_NOT_DECEASED" ->
                told(
                        state().equals("KNOWN") && !disputed("death"),
                        "nobody tells of a death, and somebody does",
                        document);
            case "UNMAPPABLE" ->
                told(unread(row, fact), "something could not be read, and no row tells what", document);
            case "OTHER_SOURCE_ONLY" -> otherSource(document, reason, register, fact);
            case "REGISTER_SWITCHED_OFF" ->
                told(row.path("reason").asText().equals("SWITCHED_OFF"), "nobody switched it off", document);
            case "REGISTER_SILENT" ->
                told(!row.path("reason").asText().equals("SWITCHED_OFF"), "it was switched off, not silent", document);
            default -> {
                // Its row says all.
            }
        }
        String day = reason.path("day").asText();
        told(!code.equals("EXPIRED") || day.compareTo(today) < 0, "it is over on a day that is not", document);
        told(!code.equals("NOT_BEGUN") || day.compareTo(today) > 0, "it begins on a day that has come", document);
        sentence(reason.path("az").asText(), document);
        sentence(reason.path("en").asText(), document);
        String english = reason.path("en").asText();
        boolean again = english.contains("Ask again") || english.contains("ask again");
        told(
                !again
                        || Set.of("TIMED_OUT", "UNAVAILABLE")
                                .contains(row.path("verdict").asText()),
                "it says to ask again where asking again changes nothing",
                document);
        told(
                !document.path("verdict").asText().equals("UNKNOWN")
                        || english.contains("not the citizen")
                        || english.contains("Do not ask")
                        || Set.of("OTHER_SOURCE_ONLY", "STALE_ABSENCE", "CITIZENSHIP_UNKNOWN")
                                .contains(code),
                "nobody knows, and it does not say whom not to ask",
                document);
    }

    private void otherSource(JsonNode document, JsonNode reason, String register, String fact) {
        String source = reason.path("source").asText();
        told(!source.equals(register), "another agency is the register itself", document);
        told(
                SPOKE.contains(row(source).path("verdict").asText()) || unread(row(source), fact),
                "an agency says so that said nothing",
                document);
    }

    private String state() {
        return dossier.at("/subject/state").asText();
    }

    private void conflict(JsonNode conflict) {
        String winner = conflict.path("winner").asText();
        told(conflict.at("/values/0/source").asText().equals(winner), "the winner is not the first", conflict);
        conflict.path("values")
                .forEach(said -> told(
                        GAVE.contains(row(said.path("source").asText())
                                .path("verdict")
                                .asText()),
                        "an agency disagrees that gave nothing",
                        conflict));
        for (String text : List.of("reason", "whatToDo")) {
            sentence(conflict.path(text).path("az").asText(), conflict);
            sentence(conflict.path(text).path("en").asText(), conflict);
        }
    }

    private void sentence(String text, JsonNode of) {
        told(!text.isBlank(), "a sentence is missing", of);
        told(!FOR_PROGRAMS.matcher(text).find(), "a sentence is for programs: " + text, of);
        dossier.path("sources").forEach(row -> {
            String agency = row.path("agency").asText();
            told(!agency.contains("-") || !text.contains(agency), "a sentence names an id: " + text, of);
        });
    }

    private void completeness() {
        boolean complete = StreamSupport.stream(dossier.path("sources").spliterator(), false)
                .allMatch(row -> Set.of("ANSWERED", "NO_RECORD")
                                .contains(row.path("verdict").asText())
                        && !row.has("unmappable"));
        told(
                complete == dossier.path("completeness").asText().equals("COMPLETE"),
                "it is complete, and something is missing",
                dossier.path("completeness"));
    }
}

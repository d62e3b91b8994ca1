package az.dost.vahid.rights;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Nearest;
import az.dost.vahid.definition.Reading;
import az.dost.vahid.json.Json;
import az.dost.vahid.rights.Type.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;

/** Reads the files of rights, each held to {@code contracts/right.schema.json}, to the facts, and to each other. */
final class RightReader {
    private static final String BIRTHDAY = "birthday";
    private static final String MONTHLY = "MONTHLY";

    /** Where the rights of this program stand. */
    static final String BUILT_IN = "contracts/rights";

    private final DefinitionReader reader = DefinitionReader.of("right");
    private final Vocabulary vocabulary;
    private final Runnable pulse;

    RightReader(Vocabulary vocabulary) {
        this(vocabulary, () -> {});
    }

    /** @param pulse run again and again while conditions are tried; what it throws ends the reading */
    RightReader(Vocabulary vocabulary, Runnable pulse) {
        this.vocabulary = vocabulary;
        this.pulse = pulse;
    }

    /**
     * Every error of every file at once; the rights by their codes' order.
     *
     * @param folder as a person would type it
     */
    Reading<List<Right>> read(List<Resource> files, String folder) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Right> rights = new TreeMap<>();
        Map<String, Definition> definitions = new TreeMap<>();
        for (Resource file : files) {
            Definition definition = reader.read(file, folder + "/" + file.getFilename());
            findings.addAll(definition.findings());
            if (definition.findings().isEmpty()) {
                String code = definition.content().path("right").textValue();
                if (!(code + ".yaml").equals(file.getFilename())) {
                    findings.add(definition.at("the right must be called as its file", "right"));
                }
                int before = findings.size();
                Right right = right(definition, findings);
                definitions.put(code, definition);
                if (findings.size() == before) {
                    rights.put(code, right);
                }
            }
        }
        definitions.forEach((code, definition) -> exclusions(code, definition, definitions, findings));
        return new Reading<>(List.copyOf(rights.values()), findings);
    }

    private static void exclusions(
            String code, Definition definition, Map<String, Definition> all, List<Finding> findings) {
        List<String> excluding = texts(definition.content().path("excludedBy"));
        for (int i = 0; i < excluding.size(); i++) {
            String other = excluding.get(i);
            if (other.equals(code)) {
                findings.add(definition.at("a right excludes itself: take it out", "excludedBy", i));
            } else if (!all.containsKey(other)) {
                findings.add(definition.suggesting(
                        "no right is called " + other, Nearest.of(other, List.copyOf(all.keySet())), "excludedBy", i));
            } else if (!texts(all.get(other).content().path("excludedBy")).contains(code)) {
                findings.add(definition.at(
                        other + " may be drawn beside " + code + " as its own file says: let both exclude each other,"
                                + " or neither",
                        "excludedBy",
                        i));
            }
        }
    }

    private Right right(Definition definition, List<Finding> findings) {
        JsonNode content = definition.content();
        String code = content.path("right").textValue();
        if (!content.path("purpose").asText().equals("proactive:" + code)) {
            findings.add(
                    definition.suggesting("the purpose must be that of the right", "proactive:" + code, "purpose"));
        }
        if (!vocabulary.knows(content.path("awardedBy").asText())) {
            findings.add(definition.suggesting(
                    "no agency is called " + content.path("awardedBy").asText(),
                    Nearest.of(content.path("awardedBy").asText(), vocabulary.agencies()),
                    "awardedBy"));
        }
        Map<String, Type> event = event(definition, findings);
        List<RightVersion> versions = new ArrayList<>();
        for (int i = 0; i < content.path("versions").size(); i++) {
            RightVersion version = new VersionReader(vocabulary, definition, i, event, findings, pulse).read();
            RightVersion before = versions.isEmpty() ? null : versions.get(versions.size() - 1);
            if (version != null && before != null) {
                order(definition, i, before, version, findings);
            }
            if (version != null) {
                versions.add(version);
            }
        }
        return new Right(
                code,
                words(content.path("title")),
                Right.Whose.valueOf(content.path("for").textValue()),
                content.path("proactive").booleanValue(),
                events(content.path("on")),
                birthdays(definition, versions, findings),
                new HashSet<>(texts(content.path("excludedBy"))),
                content.path("awardedBy").textValue(),
                versions);
    }

    private static void order(
            Definition definition, int i, RightVersion before, RightVersion version, List<Finding> findings) {
        if (!version.from().isAfter(before.from())) {
            findings.add(definition.at(
                    "begins on " + version.from() + ", no later than the version before it: the oldest comes first",
                    "versions",
                    i,
                    "from"));
        } else if (before.until() == null || !before.until().isBefore(version.from())) {
            findings.add(definition.at(
                    "overlaps: the version before it holds on " + version.from() + " too; let that one end on "
                            + version.from().minusDays(1),
                    "versions",
                    i,
                    "from"));
        }
    }

    private static Set<String> events(JsonNode on) {
        Set<String> types = new HashSet<>();
        on.findValues("event").forEach(type -> types.add(type.textValue()));
        return types;
    }

    private static Set<Integer> birthdays(Definition definition, List<RightVersion> versions, List<Finding> findings) {
        Set<Integer> birthdays = new HashSet<>();
        JsonNode on = definition.content().path("on");
        for (int i = 0; i < on.size(); i++) {
            if (on.get(i).has(BIRTHDAY)) {
                birthdays.add(on.get(i).path(BIRTHDAY).intValue());
                if (versions.stream().allMatch(RightVersion::whole)
                        && versions.stream()
                                .noneMatch(version -> version.reads().contains(Right.BORN))) {
                    findings.add(definition.at(
                            "no condition reads " + Right.BORN + ", so a birthday changes nothing", "on", i, BIRTHDAY));
                }
            }
        }
        return birthdays;
    }

    /** Fields of all events that bring it about; one that only some have is there for all. */
    private Map<String, Type> event(Definition definition, List<Finding> findings) {
        Map<String, Type> fields = new TreeMap<>();
        JsonNode on = definition.content().path("on");
        for (int i = 0; i < on.size(); i++) {
            String type = on.get(i).path("event").asText("");
            if (!type.isEmpty() && !vocabulary.eventTypes().contains(type)) {
                findings.add(definition.suggesting(
                        "no event is called " + type, Nearest.of(type, vocabulary.eventTypes()), "on", i, "event"));
            } else if (!type.isEmpty()) {
                fields.putAll(vocabulary.event(type).fields());
            }
        }
        return fields;
    }

    static Words words(JsonNode words) {
        return new Words(words.path("az").textValue(), words.path("en").textValue());
    }

    static List<String> texts(JsonNode list) {
        return Json.list(list, JsonNode::asText);
    }

    /** Null for a day that the calendar does not have. */
    static LocalDate day(JsonNode day) {
        try {
            return LocalDate.parse(day.asText());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** One version of a right. */
    private static final class VersionReader {
        private final Definition definition;
        private final int index;
        private final JsonNode content;
        private final Map<String, Type> names;
        private final List<Finding> findings;
        private final List<Wanted> wanted;
        private final Runnable pulse;

        VersionReader(
                Vocabulary vocabulary,
                Definition definition,
                int index,
                Map<String, Type> event,
                List<Finding> findings,
                Runnable pulse) {
            this.pulse = pulse;
            this.definition = definition;
            this.index = index;
            this.content = definition.content().path("versions").path(index);
            this.findings = findings;
            this.wanted = Json.list(
                    content.path("wanted"),
                    one -> new Wanted(
                            one.path("id").textValue(), words(one.path("title")), words(one.path("register"))));
            this.names = new TreeMap<>(vocabulary.facts());
            Map<String, Type> unknown = new TreeMap<>();
            wanted.forEach(one -> unknown.put(one.id(), Type.BOOLEAN));
            names.put(RightVersion.TODAY, Type.DAY);
            names.put(RightVersion.EVENT, Type.record(event));
            names.put(RightVersion.WANTED, Type.record(unknown));
            if (definition.content().path("for").asText().equals(Right.Whose.KIN.name())) {
                names.put(RightVersion.ABOUT, Type.record(vocabulary.facts()));
            }
        }

        /** Null for days that the calendar does not have. */
        RightVersion read() {
            LocalDate from = dayOf("from");
            LocalDate until = content.has("until") ? dayOf("until") : null;
            if (from != null && until != null && until.isBefore(from)) {
                findings.add(definition.at("ends before it begins", "versions", index, "until"));
            }
            List<Condition> conditions = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            Set<String> read = new HashSet<>();
            for (int i = 0; i < content.path("conditions").size(); i++) {
                JsonNode one = content.path("conditions").path(i);
                if (!ids.add(one.path("id").textValue())) {
                    findings.add(
                            definition.at("another condition has this id", "versions", index, "conditions", i, "id"));
                }
                Expression is = expression(one, Kind.BOOLEAN, "conditions", i, "is");
                if (is != null) {
                    read.addAll(is.reads());
                    if (!Samples.canHold(is, names, pulse)) {
                        findings.add(definition.at(
                                "can never hold: of " + Samples.TRIED + " made-up persons it held for nobody; look at"
                                        + " its days and numbers",
                                "versions",
                                index,
                                "conditions",
                                i,
                                "is"));
                    }
                }
                conditions.add(new Condition(
                        one.path("id").textValue(),
                        words(one.path("title")),
                        one.path("article").textValue(),
                        is,
                        Status.valueOf(one.path("status").textValue()),
                        one.path("source").textValue(),
                        one.path("dated").textValue()));
            }
            Amount amount = null;
            if (content.has("amount")) {
                Expression is = expression(content.path("amount"), Kind.NUMBER, "amount", "is");
                read.addAll(is == null ? Set.of() : is.reads());
                amount = new Amount(
                        is,
                        words(content.path("amount").path("of")),
                        content.path("amount").path("paid").asText().equals(MONTHLY));
            }
            unread(read);
            return from == null || content.has("until") && until == null
                    ? null
                    : new RightVersion(from, until, law(), conditions, amount, wanted);
        }

        private String law() {
            List<String> acts = Json.list(
                    content.path("law"),
                    one -> one.path("act").asText()
                            + (one.has("article") ? ", " + one.path("article").asText() : ""));
            return String.join("; ", acts);
        }

        private void unread(Set<String> read) {
            for (int i = 0; i < wanted.size(); i++) {
                if (!read.contains(RightVersion.WANTED + "." + wanted.get(i).id()) && findings.isEmpty()) {
                    findings.add(
                            definition.at("no condition reads it: take it out", "versions", index, "wanted", i, "id"));
                }
            }
        }

        private LocalDate dayOf(String member) {
            LocalDate day = day(content.path(member));
            if (day == null) {
                findings.add(definition.at("the calendar has no such day", "versions", index, member));
            }
            return day;
        }

        private Expression expression(JsonNode of, Kind wantedKind, Object... place) {
            Object[] path = new Object[place.length + 2];
            path[0] = "versions";
            path[1] = index;
            System.arraycopy(place, 0, path, 2, place.length);
            ExpressionReader expression = new ExpressionReader(names);
            Expression is = expression.read(of.path("is").textValue(), wantedKind);
            expression.faults().stream()
                    .distinct()
                    .forEach(fault -> findings.add(definition.suggesting(fault.message(), fault.suggestion(), path)));
            return is;
        }
    }
}

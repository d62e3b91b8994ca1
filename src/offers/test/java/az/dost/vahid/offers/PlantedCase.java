package az.dost.vahid.offers;

import az.dost.vahid.mock.planted.PlantedPopulation;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.rights.RightCase;
import az.dost.vahid.whole.AlteredReplies;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A case of the table as the played agencies have it: its people under numbers of their own, and each register with
 * what the case says that it knows. What an agency's contract wants beside that is made up, and no condition reads it.
 */
final class PlantedCase {
    static final String SUBJECT = "SVBJECT";
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final Pattern FIN = Pattern.compile("\"(SVBJECT|(?:CH1LD|MARTYR|FATHER|SP0VSE)[0-9]+)\"");
    private static final String PHOTO = "/9j/4AAQSkZJRgABAgAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0"
            + "aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAA"
            + "Bf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8APf/Z";
    private static final Map<String, Class<?>> RECORDS = Map.of(
            "identity", Facts.Identity.class,
            "civilStatus", Facts.CivilStatus.class,
            "family", Facts.Family.class,
            "benefits", Facts.Benefit.class,
            "insuredRecord", Facts.InsuredRecord.class,
            "disability", Facts.Disability.class,
            "employment", Facts.Employment.class,
            "income", Facts.Income.class,
            "taxpayer", Facts.Taxpayer.class,
            "residencePermit", Facts.ResidencePermit.class);
    /** Which register has it of itself. */
    private static final Map<String, String> REGISTERS = Map.of(
            "identity", "identity-register",
            "benefits", "pensions",
            "insuredRecord", "pensions",
            "disability", "disability",
            "employment", "employment",
            "income", "tax",
            "taxpayer", "tax",
            "residencePermit", "migration");

    private final RightCase one;
    private final Map<String, String> fins = new TreeMap<>();
    private final int number;
    /**
     * Text in an answer of civil-status or pensions that is replaced before it is signed, so that it cannot be read.
     */
    private final List<String[]> spoilt = new ArrayList<>();

    /** @param number another one for each case */
    PlantedCase(RightCase one, int number) {
        this.one = one;
        this.number = number;
    }

    RightCase one() {
        return one;
    }

    /** Of whoever the case calls so. */
    String fin(String name) {
        return fins.computeIfAbsent(name, key -> "T%03dV%02d".formatted(number, fins.size()));
    }

    String subject() {
        return fin(SUBJECT);
    }

    /** Whom the event is about. */
    String eventsPerson() {
        return fin(one.event().path("fin").asText("CH1LD01"));
    }

    /** What an event says of it, or an order, as the bus keeps it. */
    ObjectNode event() {
        ObjectNode data = JSON.createObjectNode().put("fin", eventsPerson()).put("recordNumber", "1");
        return switch (one.code()) {
            case "birth-allowance", "care-to-three-allowance", "child-under-one-allowance" ->
                data.put("dateOfBirth", "2026-11-20").put(mother() ? "motherFin" : "fatherFin", subject());
            case "survivor-pension", "funeral-allowance" -> data.put("dateOfDeath", "2026-11-20");
            default -> JSON.createObjectNode().put("fin", subject());
        };
    }

    boolean mother() {
        return one.facts().at("/identity/sex").asText().equals("FEMALE");
    }

    void plant(AlteredReplies replies) {
        plant(subject(), renamed(one.facts()), "");
        if (!one.about().isEmpty()) {
            ObjectNode about = (ObjectNode) renamed(one.about());
            ownParent(about);
            plant(eventsPerson(), about, "about.");
        }
        for (String[] text : spoilt) {
            replies.replace(text[0], subject(), text[1], text[2]);
        }
    }

    /** A birth has one act: whose child the deceased is by his mother's acts, he is by his own. */
    private void ownParent(ObjectNode about) {
        boolean child = one.facts()
                .at("/family/children")
                .valueStream()
                .anyMatch(of -> fin(of.path("fin").asText()).equals(eventsPerson()));
        if (child) {
            about.withObject("/family")
                    .withArray("parents")
                    .addObject()
                    .put("fin", subject())
                    .put("role", mother() ? "MOTHER" : "FATHER");
        }
    }

    private JsonNode renamed(JsonNode facts) {
        String text = FIN.matcher(facts.toString()).replaceAll(found -> "\"" + fin(found.group(1)) + "\"");
        try {
            return JSON.readTree(text);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private void plant(String fin, JsonNode facts, String prefix) {
        Map<String, Map<String, Object>> registers = new HashMap<>();
        ObjectNode known = facts.deepCopy();
        known.withObject("/identity").put("fin", fin);
        if (prefix.isEmpty()) {
            lost(known);
        }
        REGISTERS.forEach((fact, register) -> {
            if (known.has(fact)) {
                put(registers, register, fact, records(fact, known.path(fact), known));
            }
        });
        acts(registers, known);
        confirmations(registers, known, one.written().path(prefix.isEmpty() ? "conflict" : "aboutConflict"));
        RightCase.texts(one.written().path("silent"))
                .filter(register -> register.startsWith("about.") != prefix.isEmpty())
                .map(register -> register.substring(prefix.length()))
                .forEach(register -> silence(registers, register));
        PlantedPopulation.plant(fin, registers);
    }

    /** What a silent register has of a martyr's family the case knows from nobody else. */
    private static void silence(Map<String, Map<String, Object>> registers, String register) {
        if (registers.getOrDefault(register, Map.of()).containsKey("martyrStatus")) {
            registers.remove("mobilisation");
        }
        registers.put(register, PlantedPopulation.SILENT);
    }

    private static void put(Map<String, Map<String, Object>> registers, String register, String fact, Object record) {
        registers.computeIfAbsent(register, id -> new HashMap<>()).put(fact, record);
    }

    /** A record that the agency has, and writes in a way that nobody can read. */
    private void lost(ObjectNode known) {
        Stream<String> paths = RightCase.texts(one.written().path("unmappable"));
        paths.forEach(path -> {
            switch (path) {
                case "/family/children/1/fin" -> {
                    known.withArray("/family/children")
                            .addObject()
                            .put("fin", fin("CH1LD09"))
                            .put("birthDate", "2016-02-03");
                    spoilt.add(new String[] {"civil-status", fin("CH1LD09"), "???????"});
                }
                case "/family/children/1/birthDate" -> {
                    known.withArray("/family/children")
                            .addObject()
                            .put("fin", fin("CH1LD09"))
                            .put("birthDate", "2016-02-03");
                    spoilt.add(new String[] {"civil-status", "03-02-2016", "33-02-2016"});
                }
                case "/benefits/1/kind" -> {
                    known.withArray("/benefits")
                            .addObject()
                            .put("kind", "CHILD_ALLOWANCE")
                            .put("amount", "10.00")
                            .put("from", "2026-01-01");
                    spoilt.add(new String[] {"pensions", "nov=\"301\"", "nov=\"999\""});
                }
                default -> throw new AssertionError(path);
            }
        });
    }

    private static Object records(String fact, JsonNode said, ObjectNode known) {
        return said.isArray()
                ? said.valueStream().map(one -> record(fact, one, known)).toList()
                : record(fact, said, known);
    }

    private static Object record(String fact, JsonNode said, ObjectNode known) {
        ObjectNode whole = madeUp(fact, known);
        whole.setAll((ObjectNode) said);
        return JSON.convertValue(whole, RECORDS.get(fact));
    }

    /** What a contract wants and no condition reads. */
    private static ObjectNode madeUp(String fact, ObjectNode known) {
        ObjectNode made = JSON.createObjectNode();
        switch (fact) {
            case "identity" ->
                made.put("documentNumber", "AA01234567")
                        .put("patronymic", "D")
                        .put("birthPlace", "Bakı")
                        .put("documentIssued", "2020-01-01")
                        .put("documentExpires", "2040-01-01")
                        .put("photo", PHOTO);
            case "employment" ->
                made.put("employerName", "Zavod").put("position", "Usta").put("monthlySalary", "1000.00");
            case "income" -> made.put("tax", "0.00");
            case "taxpayer" -> made.put("registeredOn", "2020-01-01").put("activity", "Ticarət");
            case "insuredRecord" -> made.put("pensionCapital", "0.00");
            case "residencePermit" ->
                made.put("citizenship", known.at("/identity/citizenship").asText());
            default -> {}
        }
        return made;
    }

    /** Acts of civil status: of every citizen there is at least a name. */
    private static void acts(Map<String, Map<String, Object>> registers, ObjectNode known) {
        JsonNode family = known.path("family");
        if (known.at("/identity/citizenship").asText().equals("AZE") || known.has("family") || known.has("death")) {
            put(registers, "civil-status", "identity", names(known));
            put(registers, "civil-status", "civilStatus", status(known, family.path("spouse")));
        }
        if (known.has("family")) {
            ObjectNode whole = family.deepCopy();
            int act = 1;
            for (JsonNode child : whole.withArray("children")) {
                ((ObjectNode) child).put("birthActNumber", "1000" + act++);
            }
            if (!whole.withArray("parents").isEmpty()) {
                whole.put("birthActNumber", "20001");
            }
            if (whole.has("spouse")) {
                whole.withObject("/spouse").put("since", "2010-01-01");
            }
            put(registers, "civil-status", "family", JSON.convertValue(whole, Facts.Family.class));
        }
        if (known.has("death")) {
            put(registers, "civil-status", "death", new Facts.Death(died(known), "30001"));
        }
    }

    private static Facts.Names names(ObjectNode known) {
        return new Facts.Names(
                known.at("/identity/givenName").asText(),
                known.at("/identity/surname").asText(),
                "D");
    }

    private static Facts.CivilStatus status(ObjectNode known, JsonNode spouse) {
        String told = known.at("/civilStatus/status").asText(spouse.isObject() ? "MARRIED" : "SINGLE");
        return told.equals("SINGLE")
                ? new Facts.CivilStatus(told, null, null, null, null)
                : new Facts.CivilStatus(
                        told,
                        LocalDate.of(2010, 1, 1),
                        "40001",
                        spouse.path("fin").textValue(),
                        null);
    }

    private static LocalDate died(ObjectNode known) {
        return LocalDate.parse(known.at("/death/date").asText());
    }

    /** What a second register says of the same: alike, unless the case has them disagree. */
    private static void confirmations(Map<String, Map<String, Object>> registers, ObjectNode known, JsonNode conflict) {
        boolean silence = conflict.has(2);
        if (known.has("death") && !silence) {
            put(
                    registers,
                    "pensions",
                    "death",
                    new Facts.DeathDate(conflict.isArray() ? died(known).minusDays(1) : died(known)));
        }
        if (known.has("martyrStatus")) {
            String martyr = known.at("/martyrStatus/martyrFin").asText();
            String relation = known.at("/martyrStatus/relation").asText();
            put(
                    registers,
                    "pensions",
                    "martyrStatus",
                    new Facts.MartyrStatus(martyr, relation, "50001", LocalDate.of(2021, 1, 1)));
            put(registers, "mobilisation", "identity", names(known));
            put(
                    registers,
                    "mobilisation",
                    "martyrStatus",
                    new Facts.MartyrRelation(martyr, conflict.isArray() ? "PARENT" : relation));
        }
    }
}

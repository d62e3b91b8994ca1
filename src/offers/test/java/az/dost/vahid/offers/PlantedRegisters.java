package az.dost.vahid.offers;

import az.dost.vahid.mock.population.Facts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What each played agency has of one person, so that the facts of its lookup are those that a case has. */
final class PlantedRegisters {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final String PHOTO = "/9j/4AAQSkZJRgABAgAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0"
            + "aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAA"
            + "Bf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8APf/Z";
    private static final Map<String, Class<?>> RECORDS = Map.of(
            "identity", Facts.Identity.class,
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

    private final ObjectNode known;
    private final Map<String, Map<String, Object>> registers = new HashMap<>();

    /** @param known the facts of the case, by name */
    PlantedRegisters(ObjectNode known) {
        this.known = known;
    }

    /** @param conflict fact and field about which registers disagree; missing where they do not */
    Map<String, Map<String, Object>> of(JsonNode conflict) {
        REGISTERS.forEach((fact, register) -> {
            if (known.has(fact)) {
                put(register, fact, records(fact, known.path(fact)));
            }
        });
        acts();
        confirmations(conflict);
        return registers;
    }

    private void put(String register, String fact, Object record) {
        registers.computeIfAbsent(register, id -> new HashMap<>()).put(fact, record);
    }

    private Object records(String fact, JsonNode said) {
        return said.isArray() ? said.valueStream().map(one -> record(fact, one)).toList() : record(fact, said);
    }

    private Object record(String fact, JsonNode said) {
        ObjectNode whole = madeUp(fact);
        whole.setAll((ObjectNode) said);
        return JSON.convertValue(whole, RECORDS.get(fact));
    }

    /** What a contract wants and no condition reads. */
    private ObjectNode madeUp(String fact) {
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
    private void acts() {
        JsonNode family = known.path("family");
        if (known.at("/identity/citizenship").asText().equals("AZE") || known.has("family") || known.has("death")) {
            put("civil-status", "identity", names());
            put("civil-status", "civilStatus", status(family.path("spouse")));
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
            put("civil-status", "family", JSON.convertValue(whole, Facts.Family.class));
        }
        if (known.has("death")) {
            put("civil-status", "death", new Facts.Death(died(), "30001"));
        }
    }

    private Facts.Names names() {
        return new Facts.Names(
                known.at("/identity/givenName").asText(),
                known.at("/identity/surname").asText(),
                "D");
    }

    private Facts.CivilStatus status(JsonNode spouse) {
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

    private LocalDate died() {
        return LocalDate.parse(known.at("/death/date").asText());
    }

    /** What a second register says of the same: alike, unless the case has them disagree. */
    private void confirmations(JsonNode conflict) {
        boolean silence = conflict.has(2);
        if (known.has("death") && !silence) {
            put("pensions", "death", new Facts.DeathDate(conflict.isArray() ? died().minusDays(1) : died()));
        }
        if (known.has("martyrStatus")) {
            String martyr = known.at("/martyrStatus/martyrFin").asText();
            String relation = known.at("/martyrStatus/relation").asText();
            put(
                    "pensions",
                    "martyrStatus",
                    new Facts.MartyrStatus(martyr, relation, "50001", LocalDate.of(2021, 1, 1)));
            put("mobilisation", "identity", names());
            put(
                    "mobilisation",
                    "martyrStatus",
                    new Facts.MartyrRelation(martyr, conflict.isArray() ? "PARENT" : relation));
        }
    }
}

package az.dost.vahid.offers;

import az.dost.vahid.mock.planted.PlantedPopulation;
import az.dost.vahid.rights.RightCase;
import az.dost.vahid.whole.AlteredReplies;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
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
    private static final Pattern FIN = Pattern.compile("\"(SVBJECT|(?:CH1LD|MARTYR|FATHER|SP0VSE)[0-9]+)\"");

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
        ObjectNode data =
                RightsSystem.JSON.createObjectNode().put("fin", eventsPerson()).put("recordNumber", "1");
        return switch (one.code()) {
            case "birth-allowance", "care-to-three-allowance", "child-under-one-allowance" ->
                data.put("dateOfBirth", "2026-11-20").put(mother() ? "motherFin" : "fatherFin", subject());
            case "survivor-pension", "funeral-allowance" -> data.put("dateOfDeath", "2026-11-20");
            default -> RightsSystem.JSON.createObjectNode().put("fin", subject());
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
            return RightsSystem.JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void plant(String fin, JsonNode facts, String prefix) {
        ObjectNode known = facts.deepCopy();
        known.withObject("/identity").put("fin", fin);
        if (prefix.isEmpty()) {
            lost(known);
        }
        JsonNode conflict = one.written().path(prefix.isEmpty() ? "conflict" : "aboutConflict");
        Map<String, Map<String, Object>> registers = new PlantedRegisters(known).of(conflict);
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
}

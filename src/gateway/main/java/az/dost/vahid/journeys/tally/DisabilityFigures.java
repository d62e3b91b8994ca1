package az.dost.vahid.journeys.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What is counted of a case whose dossier tells a disability. */
record DisabilityFigures(TalliedLookup lookup) {
    /** Name of the fact. */
    static final String FACT = Measure.DISABILITY.name().toLowerCase(Locale.ROOT);

    private static final int DUE_DAYS = 90;
    /** A register's text: what does not look like a name of a region is told of nobody. */
    private static final Pattern REGION = Pattern.compile("\\p{L}[\\p{L} .'-]{0,39}");

    static boolean told(TalliedLookup lookup) {
        return lookup.fact(FACT).isObject();
    }

    /** By what is counted, its values: one of each but of aids, of which there may be several or none. */
    Map<String, Set<String>> values(String sex, String age) {
        JsonNode disability = lookup.fact(FACT);
        Map<String, Set<String>> values = new LinkedHashMap<>();
        values.put(
                "BAND",
                Set.of(disability.path("percentFrom").asText() + "-"
                        + disability.path("percentTo").asText()));
        values.put("CAUSE", Set.of(disability.path("cause").asText(PersonFigures.UNKNOWN)));
        values.put("SEX", Set.of(sex));
        values.put("AGE", Set.of(age));
        values.put("REGION", Set.of(region()));
        values.put("CHANNEL", Set.of(lookup.place().channel()));
        values.put("AID", aids());
        values.put(
                "REASSESSMENT", Set.of(reassessment(disability.path("reviewOn").asText(""))));
        return values;
    }

    private String region() {
        String region = lookup.fact("address").path("region").asText("");
        return REGION.matcher(region).matches() ? region : PersonFigures.UNKNOWN;
    }

    private Set<String> aids() {
        Set<String> aids = new TreeSet<>();
        lookup.fact("rehabilitation").path("devices").forEach(aid -> aids.add(aid.asText()));
        return aids;
    }

    private String reassessment(String day) {
        if (day.isEmpty()) {
            return "FOR_LIFE";
        }
        try {
            LocalDate today = PersonFigures.day(lookup);
            LocalDate due = LocalDate.parse(day);
            return due.isBefore(today) ? "OVERDUE" : due.isAfter(today.plusDays(DUE_DAYS)) ? "LATER" : "WITHIN_90_DAYS";
        } catch (DateTimeParseException e) {
            return PersonFigures.UNKNOWN;
        }
    }
}

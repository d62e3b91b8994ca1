package az.dost.vahid.journeys.tally;

import az.dost.vahid.calendar.Baku;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;

/**
 * What a case comes to by the person and by disability. All of it is counted for the month as a whole: see
 * {@link TallyPlace#blurred}.
 *
 * @param sex {@code F}, {@code M} or {@code UNKNOWN}
 * @param age a band of years
 */
record PersonFigures(TalliedLookup lookup, String sex, String age) {
    static final String UNKNOWN = "UNKNOWN";
    private static final int[] BANDS = {18, 30, 45, 60, 70};

    static PersonFigures of(TalliedLookup lookup) {
        JsonNode identity = lookup.fact("identity");
        return new PersonFigures(
                lookup,
                switch (identity.path("sex").asText()) {
                    case "FEMALE" -> "F";
                    case "MALE" -> "M";
                    default -> UNKNOWN;
                },
                age(identity.path("birthDate").asText(""), day(lookup)));
    }

    /** The day of the question, in Baku. */
    static LocalDate day(TalliedLookup lookup) {
        return LocalDate.ofInstant(lookup.entry().at(), Baku.ZONE);
    }

    private static String age(String born, LocalDate day) {
        try {
            int years = Period.between(LocalDate.parse(born), day).getYears();
            if (years < 0) {
                return UNKNOWN;
            }
            int from = 0;
            for (int next : BANDS) {
                if (years < next) {
                    return from + "-" + (next - 1);
                }
                from = next;
            }
            return from + "+";
        } catch (DateTimeParseException e) {
            return UNKNOWN;
        }
    }

    void count(Tallies tallies, int n) {
        TallyPlace month = lookup.place().blurred();
        tallies.add(month, Measure.PERSON_CASES, sex, age, n);
        if (lookup.documentFree()) {
            tallies.add(month, Measure.PERSON_FREE, sex, age, n);
        }
        if (lookup.took() != null) {
            tallies.add(month, Measure.PERSON_TOOK, sex + " " + age, lookup.took(), n);
        }
        boolean disability = DisabilityFigures.told(lookup);
        tallies.add(month, disability ? Measure.DISABILITY_CASES : Measure.OTHER_CASES, n);
        if (lookup.documentFree()) {
            tallies.add(month, disability ? Measure.DISABILITY_FREE : Measure.OTHER_FREE, n);
        }
        if (lookup.took() != null) {
            tallies.add(month, disability ? Measure.DISABILITY_TOOK : Measure.OTHER_TOOK, lookup.took(), n);
        }
        if (disability) {
            new DisabilityFigures(lookup)
                    .values(sex, age)
                    .forEach((what, values) ->
                            values.forEach(value -> tallies.add(month, Measure.DISABILITY, what, value, n)));
        }
    }
}

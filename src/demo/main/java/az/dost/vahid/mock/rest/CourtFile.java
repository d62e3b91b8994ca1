package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.population.Facts;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A court case in the e-notary register: every ruling made in it, of which only one puts the person under guardianship.
 */
record CourtFile(
        @JsonProperty("isNomresi") String caseNumber,
        @JsonProperty("mehkeme") String court,
        @JsonProperty("qerarlar") List<Ruling> rulings) {
    /** Days before the guardianship on which the court asked for a medical opinion. */
    private static final int EXPERTISE_DAYS = 45;

    record Ruling(
            @JsonProperty("nov") String kind,
            @JsonProperty("qerarTarixi") String day,
            @JsonProperty("quvvededir") boolean inForce,
            @JsonProperty("mezmun") Content content) {}

    record Content(
            @JsonProperty("qeyyum") Guardian guardian,
            @JsonProperty("hecm") String extent) {}

    record Guardian(@JsonProperty("fin") String fin) {}

    static CourtFile of(Facts.Guardianship guardianship) {
        String extent = guardianship.kind().equals("FULL") ? "TAM" : "MEHDUD";
        return new CourtFile(
                guardianship.courtCase(),
                "Yasamal Rayon Məhkəməsi",
                List.of(
                        new Ruling("EKSPERTIZA", day(guardianship.since().minusDays(EXPERTISE_DAYS)), false, null),
                        new Ruling(
                                "QEYYUMLUQ",
                                day(guardianship.since()),
                                true,
                                new Content(new Guardian(guardianship.guardianFin()), extent))));
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}

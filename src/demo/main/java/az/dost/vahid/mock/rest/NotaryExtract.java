package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The e-notary's answer: a header about the person, then court cases and inheritance cases, both nested. */
record NotaryExtract(
        @JsonProperty("melumat") Header header,
        @JsonProperty("mehkemeIsleri") List<CourtFile> courtFiles,
        @JsonProperty("mirasIsleri") List<EstateFile> estateFiles) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.of("Asia/Baku"));

    record Header(
            @JsonProperty("fin") String fin,
            @JsonProperty("tertibVaxti") String answeredAt,
            @JsonProperty("netice") String outcome) {}

    static NotaryExtract of(Entry entry, Instant now) {
        Facts.Guardianship guardianship = entry.fact("guardianship");
        List<Facts.Inheritance> estates = entry.fact("inheritance");
        return new NotaryExtract(
                new Header(entry.fin(), TIME.format(now), entry.known() ? "TAPILDI" : "TAPILMADI"),
                guardianship == null ? List.of() : List.of(CourtFile.of(guardianship)),
                estates == null
                        ? List.of()
                        : estates.stream()
                                .map(estate -> EstateFile.of(entry.fin(), estate))
                                .toList());
    }
}

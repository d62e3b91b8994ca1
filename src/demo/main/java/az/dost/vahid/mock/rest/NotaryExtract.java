package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

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

    /** An inheritance case: heirs with shares over one common denominator; other heirs appear without their FIN. */
    private record EstateFile(
            @JsonProperty("isNomresi") String caseNumber,
            @JsonProperty("acilma") String openedOn,
            @JsonProperty("mirasBuraxan") Deceased deceased,
            @JsonProperty("varisler") List<Heir> heirs) {
        record Deceased(@JsonProperty("fin") String fin) {}

        record Heir(
                @JsonProperty("fin") String fin,
                @JsonProperty("pay") String share) {}

        static EstateFile of(String heir, Facts.Inheritance inheritance) {
            String[] share = inheritance.share().split("/");
            // Notaries write shares over a denominator that suits the whole estate, so they do not come reduced.
            int own = 2 * Integer.parseInt(share[0]);
            int whole = 2 * Integer.parseInt(share[1]);
            Stream<Heir> others = own < whole ? Stream.of(new Heir(null, (whole - own) + "/" + whole)) : Stream.empty();
            return new EstateFile(
                    inheritance.caseNumber(),
                    DateTimeFormatter.BASIC_ISO_DATE.format(inheritance.openedOn()),
                    new Deceased(inheritance.deceasedFin()),
                    Stream.concat(others, Stream.of(new Heir(heir, own + "/" + whole)))
                            .toList());
        }
    }
}

package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.population.Facts;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** An inheritance case: heirs with shares over one common denominator; other heirs appear without their FIN. */
record EstateFile(
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

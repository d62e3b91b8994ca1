package az.dost.vahid.pages.hotline;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A centre as it has been published; what was not is blank. @param dated day, month or year of the source */
record PublishedCentre(
        String name, String kind, String address, String districts, String hours, String source, String dated) {
    static PublishedCentre of(JsonNode centre, Wording w) {
        List<String> districts = new ArrayList<>();
        centre.path("districts").forEach(district -> districts.add(district.asText()));
        return new PublishedCentre(
                centre.path("name").path(w.tag()).asText(),
                w.value("catalogue.centres.kind", centre.path("kind").asText()),
                centre.path("address").asText(),
                String.join(", ", districts),
                centre.path("hours").asText(),
                centre.path("source").asText(),
                w.dated(centre.path("dated").asText()));
    }
}

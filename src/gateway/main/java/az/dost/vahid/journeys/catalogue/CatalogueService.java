package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.list.ListedService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A service of the catalogue with its passport.
 *
 * @param passport null for one that is only named
 * @param description what the passport tells people; empty without one
 */
record CatalogueService(ListedService listed, Passport passport, ObjectNode description) {
    String code() {
        return listed.code();
    }

    String family() {
        return passport == null ? listed.family() : passport.family();
    }

    /** In the languages in which it is known. */
    ObjectNode title() {
        return passport == null
                ? (ObjectNode) listed.title().deepCopy()
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("az", passport.title().az())
                        .put("en", passport.title().en());
    }

    /** Null when not published. */
    String officialId() {
        return listed.officialId() == null ? description.path("officialId").textValue() : listed.officialId();
    }

    List<String> channels() {
        return passport == null ? listed.channels() : texts("channels");
    }

    List<String> audience() {
        return passport == null ? listed.audience() : texts("audience");
    }

    List<Passport.PaperDocument> papers() {
        return passport == null ? List.of() : passport.documents();
    }

    private List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : description.path(member)) {
            texts.add(text.asText());
        }
        return texts;
    }
}

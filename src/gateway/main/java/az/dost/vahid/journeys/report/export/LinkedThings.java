package az.dost.vahid.journeys.report.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the links of a catalogue lead to: DCAT-AP wants to know of what class each is, and whoever reads the catalogue
 * shall not have to fetch the EU's lists for it.
 */
final class LinkedThings {
    static final String THEMES = "http://publications.europa.eu/resource/authority/data-theme";
    static final String SOCIETY = THEMES + "/SOCI";
    private static final Map<String, String> CLASSES = Map.of(
            "language",
            "dct:LinguisticSystem",
            "homepage",
            "foaf:Document",
            "theme",
            "skos:Concept",
            "themeTaxonomy",
            "skos:ConceptScheme",
            "spatial",
            "dct:Location",
            "accrualPeriodicity",
            "dct:Frequency",
            "format",
            "dct:MediaTypeOrExtent",
            "mediaType",
            "dct:MediaType",
            "license",
            "dct:LicenseDocument");
    private final Map<String, String> found = new TreeMap<>();

    private LinkedThings() {}

    /** Each of them once. @param catalogue with its datasets */
    static ArrayNode of(JsonNode catalogue) {
        LinkedThings things = new LinkedThings();
        things.look(catalogue);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        things.found.forEach(
                (address, type) -> name(all.addObject().put("@id", address).put("@type", type), address));
        return all;
    }

    private void look(JsonNode node) {
        node.properties().forEach(member -> {
            if (CLASSES.containsKey(member.getKey())) {
                JsonNode links = member.getValue();
                (links.isArray() ? links : JsonNodeFactory.instance.arrayNode().add(links))
                        .forEach(link -> found.put(link.asText(), CLASSES.get(member.getKey())));
            } else if (!member.getKey().startsWith("@")) {
                look(member.getValue());
            }
        });
        if (node.isArray()) {
            node.forEach(this::look);
        }
    }

    /** A concept and a scheme must have a name. */
    private static void name(ObjectNode thing, String address) {
        if (address.equals(SOCIETY)) {
            thing.putObject("prefLabel").put("az", "Əhali və cəmiyyət").put("en", "Population and society");
        } else if (address.equals(THEMES)) {
            thing.putObject("title").put("az", "Məlumatların mövzuları").put("en", "Data themes");
        }
    }
}

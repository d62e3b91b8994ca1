package az.dost.vahid.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known to the conditions of a right, by the names that they use.
 *
 * @param facts of the person whose right it is
 * @param about of the event's person; null where nobody was asked about that person
 * @param event data of the event that brought the right about; missing where none did
 */
record Known(DossierFacts facts, DossierFacts about, JsonNode event) {
    private static final String IN_EVENT = RightVersion.EVENT + ".";

    /** Of a dossier that was made for the right itself, and of the other one. */
    static Known of(Right right, Basis basis, Vocabulary vocabulary) {
        return new Known(
                new DossierFacts(basis.dossier(), vocabulary, right.asks(vocabulary)),
                basis.about().isObject()
                        ? new DossierFacts(basis.about(), vocabulary, right.asksAbout(vocabulary))
                        : null,
                basis.event());
    }

    /** Values as {@link Expression#value} takes them. */
    Map<String, Object> names(LocalDate day) {
        Map<String, Object> names = new HashMap<>(facts.values());
        names.put(RightVersion.TODAY, day);
        names.put(RightVersion.EVENT, data());
        names.put(RightVersion.ABOUT, about == null ? Map.of() : about.values());
        // What no register gives is not known.
        names.put(RightVersion.WANTED, Map.of());
        return names;
    }

    private Map<String, Object> data() {
        Map<String, Object> data = new HashMap<>();
        event.properties().forEach(field -> {
            LocalDate day = RightReader.day(field.getValue());
            data.put(field.getKey(), day == null ? field.getValue().asText() : day);
        });
        return data;
    }

    /** What a condition reads at a place, with whoever said it. */
    FactRead read(String place) {
        if (place.startsWith(IN_EVENT)) {
            return place(place, event.has(place.substring(IN_EVENT.length())) ? null : Unknown.NOT_ASKED);
        }
        if (!place.startsWith(RightVersion.IN_ABOUT)) {
            return facts.read(place);
        }
        return about == null
                ? place(place, Unknown.NOT_ASKED)
                : about.read(place.substring(RightVersion.IN_ABOUT.length())).at(place);
    }

    private static FactRead place(String place, Unknown unknown) {
        return new FactRead(place, null, null, null, null, unknown);
    }
}

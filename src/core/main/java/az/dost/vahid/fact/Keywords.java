package az.dost.vahid.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keywords of a definition and of the one that it refers to. Rules of plausibility hold from both. */
final class Keywords {
    private static final String REFERENCE = "$ref";
    private static final String PLAUSIBLE = "x-plausible";
    private final SchemaPart self;
    private final Map<String, SchemaPart> places = new LinkedHashMap<>();
    private final List<SchemaPart> plausible = new ArrayList<>();

    private Keywords(SchemaPart self) {
        this.self = self;
    }

    static Keywords of(SchemaPart place, SchemaPart definitions, Mistakes mistakes) {
        Keywords keywords = new Keywords(place);
        keywords.add(place);
        SchemaPart reference = place.child(REFERENCE);
        if (!reference.value().isMissingNode()) {
            String name = reference.value().asText().replaceFirst("^#/\\$defs/", "");
            SchemaPart target = definitions.child(name);
            if (!target.value().isObject() || target.value().has(REFERENCE)) {
                mistakes.add(reference, "refers to no definition of $defs that stands by itself");
            }
            keywords.add(target);
        }
        return keywords;
    }

    /** What stands nearer wins; two bounds for one thing do not come up. */
    private void add(SchemaPart definition) {
        for (SchemaPart keyword : definition.children()) {
            if (keyword.name().equals(PLAUSIBLE)) {
                plausible.addAll(keyword.children());
            } else if (!keyword.name().equals(REFERENCE)) {
                places.putIfAbsent(keyword.name(), keyword);
            }
        }
    }

    SchemaPart self() {
        return self;
    }

    List<SchemaPart> all() {
        return List.copyOf(places.values());
    }

    List<SchemaPart> plausible() {
        return plausible;
    }

    boolean has(String keyword) {
        return places.containsKey(keyword);
    }

    SchemaPart place(String keyword) {
        return places.getOrDefault(keyword, new SchemaPart(MissingNode.getInstance(), self.path()));
    }

    String text(String keyword, String otherwise) {
        return place(keyword).value().asText(otherwise);
    }

    long number(String keyword, long otherwise) {
        JsonNode value = place(keyword).value();
        return value.isIntegralNumber() ? value.longValue() : otherwise;
    }
}

package az.dost.vahid.pages.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An operation of a contract as somebody fills it in.
 *
 * @param bodyType media type, blank where it takes no body
 * @param example of its body, blank for none
 */
record TriedOperation(
        String method, String path, String name, Prose prose, List<Place> places, String bodyType, String example) {
    private static final int LONGEST = 200;
    /** Headers have letters of ASCII alone. */
    private static final char LAST_OF_HEADERS = '~';

    /**
     * What stands for a parameter.
     *
     * @param field of the form
     * @param in {@code path}, {@code query} or {@code header}
     */
    record Place(String field, String name, String in, boolean required, Prose prose, String example) {}

    static Optional<TriedOperation> find(JsonNode api, String operation, References references) {
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (method.getValue().path("operationId").asText().equals(operation)) {
                    return Optional.of(
                            of(method.getKey(), path.getKey(), path.getValue(), method.getValue(), references));
                }
            }
        }
        return Optional.empty();
    }

    private static TriedOperation of(
            String method, String path, JsonNode item, JsonNode operation, References references) {
        List<Place> places = new ArrayList<>();
        for (JsonNode parameters : List.of(item.path("parameters"), operation.path("parameters"))) {
            for (JsonNode written : parameters) {
                JsonNode told = written.has("$ref")
                        ? references.find(written.path("$ref").asText())
                        : written;
                places.add(new Place(
                        "p" + places.size(),
                        told.path("name").asText(),
                        told.path("in").asText(),
                        told.path("required").asBoolean(),
                        Prose.of(told.path("description").asText()),
                        told.path("example").asText()));
            }
        }
        String type = "";
        String example = "";
        for (Map.Entry<String, JsonNode> content :
                operation.at("/requestBody/content").properties()) {
            if (type.isEmpty() || content.getKey().endsWith("json") && !type.endsWith("json")) {
                type = content.getKey();
                JsonNode named = content.getValue().path("examples");
                JsonNode shown = named.isEmpty()
                        ? content.getValue().path("example")
                        : named.elements().next().path("value");
                example = shown.isMissingNode() ? "" : shown.isTextual() ? shown.asText() : shown.toPrettyString();
            }
        }
        return new TriedOperation(
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("operationId").asText(),
                Prose.of(operation.path("summary").asText()),
                places,
                type,
                example);
    }

    /** By field, the message that says what is wrong with it. */
    Map<String, String> faults(Map<String, String> filled) {
        Map<String, String> faults = new LinkedHashMap<>();
        for (Place place : places) {
            String value = filled.getOrDefault(place.field(), "");
            if (value.isBlank() && place.required()) {
                faults.put(place.field(), "portal.try.missing");
            } else if (value.length() > LONGEST
                    || value.chars()
                            .anyMatch(c ->
                                    Character.isISOControl(c) || place.in().equals("header") && c > LAST_OF_HEADERS)) {
                faults.put(place.field(), "portal.try.wrong");
            }
        }
        return faults;
    }

    /** The address with a name in braces for each value, those of the query too. */
    String template(Map<String, String> filled) {
        StringBuilder template = new StringBuilder(path);
        char next = '?';
        for (Place place : filled(filled, "query")) {
            template.append(next)
                    .append(place.name())
                    .append("={")
                    .append(place.field())
                    .append('}');
            next = '&';
        }
        return template.toString();
    }

    /** What stands for the names in braces. */
    Map<String, String> parts(Map<String, String> filled) {
        Map<String, String> parts = new LinkedHashMap<>();
        filled(filled, "path")
                .forEach(place ->
                        parts.put(place.name(), filled.get(place.field()).strip()));
        filled(filled, "query")
                .forEach(place ->
                        parts.put(place.field(), filled.get(place.field()).strip()));
        return parts;
    }

    /** The token is not among them, whatever a contract says: it is the visitor's own. */
    Map<String, String> headers(Map<String, String> filled) {
        Map<String, String> headers = new LinkedHashMap<>();
        filled(filled, "header").stream()
                .filter(place -> !place.name().equalsIgnoreCase("Authorization"))
                .forEach(place ->
                        headers.put(place.name(), filled.get(place.field()).strip()));
        return headers;
    }

    private List<Place> filled(Map<String, String> filled, String in) {
        return places.stream()
                .filter(place -> place.in().equals(in)
                        && !filled.getOrDefault(place.field(), "").isBlank())
                .toList();
    }
}

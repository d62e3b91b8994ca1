package az.dost.vahid.pages.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** Leads from a contract to its other places, and to other contracts: {@code $ref} of JSON Schema and OpenAPI. */
final class References {
    static final String PAGES = "/developers/contracts/";
    private static final int MOST_STEPS = 10;
    private final String file;
    private final Function<String, JsonNode> files;

    /**
     * @param file in which the references stand. @param files the tree of each; a missing node for one that there is
     *     not
     */
    References(String file, Function<String, JsonNode> files) {
        this.file = file;
        this.files = files;
    }

    /** Of an element of a page: the place of what it shows. */
    static String id(String pointer) {
        return pointer.replaceFirst("^/", "")
                .replace("~1", "/")
                .replace("~0", "~")
                .replace('/', '.')
                .replaceAll("[^A-Za-z0-9_.$-]", "_");
    }

    ShownLink link(String reference) {
        String in = file(reference);
        String pointer = pointer(reference);
        String name = pointer.isEmpty()
                ? in
                : pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/")
                        + (in.equals(file) ? "" : " (" + in + ")");
        return new ShownLink(name, PAGES + in + (pointer.isEmpty() ? "" : "#" + id(pointer)));
    }

    /** What stands there, whatever references lie on the way; a missing node for nothing. */
    JsonNode find(String reference) {
        return find(file, reference, MOST_STEPS);
    }

    private JsonNode find(String from, String reference, int steps) {
        String in = reference.startsWith("#") ? from : file(reference);
        JsonNode found = files.apply(in).at(pointer(reference));
        return found.has("$ref") && steps > 0 ? find(in, found.path("$ref").asText(), steps - 1) : found;
    }

    private String file(String reference) {
        return reference.startsWith("#") ? file : reference.split("#", 2)[0];
    }

    private static String pointer(String reference) {
        int hash = reference.indexOf('#');
        return hash < 0 || hash == reference.length() - 1 ? "" : reference.substring(hash + 1);
    }
}

package az.dost.vahid.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Dossiers of each kind, made of one in a file. */
final class Dossiers {
    static final String FIN = "W1D0W01";
    static final String ID = "01a21d9e-f56d-7afe-8c9a-88fd6dac9199";

    static ObjectNode partial() {
        try {
            return (ObjectNode) new ObjectMapper()
                    .readTree(Path.of("src/app/test/resources/pages/dossiers/partial.json")
                            .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everybody answered, and no paper is needed. */
    static ObjectNode complete() {
        ObjectNode dossier = partial().put("completeness", "COMPLETE");
        only(dossier.withArrayProperty("sources"), "verdict", "ANSWERED", "NO_RECORD");
        dossier.path("sources").forEach(source -> ((ObjectNode) source).remove("unmappable"));
        only(dossier.withArrayProperty("documents"), "verdict", "NOT_NEEDED", "NOT_APPLICABLE");
        dossier.withArrayProperty("conflicts").removeAll();
        ((ObjectNode) dossier.path("facts")).remove("benefits");
        return dossier;
    }

    /** Nothing is known to be needed, and of one paper it is not known yet. */
    static ObjectNode open() {
        ObjectNode dossier = partial();
        only(dossier.withArrayProperty("documents"), "verdict", "UNKNOWN", "NOT_NEEDED", "NOT_APPLICABLE");
        dossier.withArrayProperty("conflicts").removeAll();
        return dossier;
    }

    /** Nobody has such a person. */
    static ObjectNode nobody() {
        ObjectNode dossier = complete();
        dossier.putObject("subject").put("fin", FIN).put("state", "UNKNOWN").put("reason", "NO_REGISTER_KNOWS");
        dossier.putObject("facts");
        dossier.withArrayProperty("documents").removeAll();
        dossier.path("sources").forEach(source -> ((ObjectNode) source).put("verdict", "NO_RECORD"));
        return dossier;
    }

    static ObjectNode deceased() {
        ObjectNode dossier = partial();
        dossier.withObjectProperty("subject").put("state", "DECEASED").put("since", "2024-02-29");
        return dossier;
    }

    private static void only(ArrayNode array, String field, String... values) {
        for (int i = array.size() - 1; i >= 0; i--) {
            JsonNode entry = array.get(i);
            if (!java.util.List.of(values).contains(entry.path(field).asText())) {
                array.remove(i);
            }
        }
    }

    private Dossiers() {}
}

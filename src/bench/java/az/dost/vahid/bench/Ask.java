package az.dost.vahid.bench;

import java.util.List;
import java.util.Map;

/**
 * What a peer is asked.
 *
 * @param bodies   sent in turn by POST
 * @param expected a text that every good answer contains
 */
record Ask(String path, Map<String, String> headers, List<String> bodies, String expected) {
    private static final String WHOLE = "\"completeness\":\"COMPLETE\"";

    static Ask lookup(List<String> questions) {
        return new Ask("/v1/dossiers", Map.of("Authorization", "Bearer demo-dost-centre-1", "Content-Type", "application/json"), questions, WHOLE);
    }

    /** A dossier with a silent source is a good answer too. */
    Ask withSilentSources() {
        return new Ask(path, headers, bodies, "\"completeness\":");
    }
}

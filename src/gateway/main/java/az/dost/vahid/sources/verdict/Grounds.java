package az.dost.vahid.sources.verdict;

import com.fasterxml.jackson.databind.JsonNode;

/** Papers on which the right to a service rests. */
public final class Grounds {
    /**
     * Whether registers know of none of them, so that the right itself is in doubt.
     *
     * @param documents rows of a dossier; one of before 1 December 2026 says of no paper that a right rests on it
     */
    public static boolean doubted(JsonNode documents) {
        boolean any = false;
        for (JsonNode document : documents) {
            if (document.path("ground").asBoolean()) {
                any = true;
                if (!document.path("verdict").asText().equals(DocumentVerdict.NOT_APPLICABLE.name())) {
                    return false;
                }
            }
        }
        return any;
    }

    private Grounds() {}
}

package az.dost.vahid.pages.portal;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A file of the contracts, as the gateway lists it.
 *
 * @param title as the file says it, in English; blank when it says none
 * @param type media type
 * @param bytes its length
 * @param sha256 hex
 */
record ShelvedContract(String path, String title, String type, long bytes, String sha256) {
    private static final String BUNDLED = "bundled/";
    private static final String API = ".openapi.yaml";

    /** What a file is for; the keys of {@code portal.kind} in the messages. */
    enum Kind {
        HTTP,
        SOAP,
        SCHEMA,
        TEXT,
        SERVICE,
        WORDS
    }

    static ShelvedContract of(JsonNode json) {
        return new ShelvedContract(
                json.path("path").asText(),
                json.path("title").asText(),
                json.path("type").asText(),
                json.path("bytes").asLong(),
                json.path("sha256").asText());
    }

    public Kind getKind() {
        if (path.startsWith("services/")) {
            return Kind.SERVICE;
        }
        if (path.startsWith("words/") || path.startsWith("search/")) {
            return Kind.WORDS;
        }
        return path.endsWith(API)
                ? Kind.HTTP
                : path.endsWith(".schema.json") ? Kind.SCHEMA : type.equals("application/xml") ? Kind.SOAP : Kind.TEXT;
    }

    /** Whether it is another contract's text in one file. */
    boolean bundled() {
        return path.startsWith(BUNDLED);
    }

    /** Where the same contract is in one file, as generators want it; null where there is no such file. */
    public String getBundle() {
        return path.endsWith(API) ? BUNDLED + path.replace(".yaml", ".json") : null;
    }

    public String getShortDigest() {
        return sha256.substring(0, Math.min(12, sha256.length()));
    }
}

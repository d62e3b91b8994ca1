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
        return path.endsWith(".openapi.yaml")
                ? Kind.HTTP
                : path.endsWith(".schema.json") ? Kind.SCHEMA : type.equals("application/xml") ? Kind.SOAP : Kind.TEXT;
    }

    public String getShortDigest() {
        return sha256.substring(0, Math.min(12, sha256.length()));
    }
}

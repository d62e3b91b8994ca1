package az.dost.vahid.sources.ingest.source;

import java.util.HashMap;
import java.util.Map;

/**
 * Where one agency's drops are fetched.
 *
 * @param template of the route that fetches them
 * @param signatures template of the route that fetches the signature beside one
 * @param parameters of both templates, beside those that every source has
 */
public record DropSource(String template, String signatures, Map<String, String> parameters) {
    /**
     * @param uri of the folder, without what follows a question mark
     * @param suffix of the signature beside a file; null for none
     * @param query what the address of a single file needs beside its name; begins with {@code &} unless it is empty
     */
    static DropSource files(String template, String uri, String suffix, Map<String, String> parameters, String query) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("signature", uri + "?noop=true&idempotent=false&fileName=${file:onlyname}" + suffix + query);
        return new DropSource(template, "signature-file", all);
    }

    static DropSource folder() {
        return new DropSource("drop-folder", "signature-folder", Map.of());
    }

    static DropSource objects() {
        return new DropSource("drop-s3", "signature-object", Map.of());
    }
}

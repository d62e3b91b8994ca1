package az.dost.vahid.ingest;

import java.util.Map;

/**
 * Where one agency's drops are fetched.
 *
 * @param template   of the route that fetches them
 * @param uri        of the folder, without what follows a question mark
 * @param parameters of the template, beside those that every source has
 * @param query      what the address of a single file needs beside its name; begins with {@code &} unless it is empty
 */
record DropSource(String template, String uri, Map<String, String> parameters, String query) {
}

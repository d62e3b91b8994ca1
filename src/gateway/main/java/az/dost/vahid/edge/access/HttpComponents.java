package az.dost.vahid.edge.access;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Parts of an HTTP message as a signature covers them (RFC 9421, section 2). */
public final class HttpComponents {
    /**
     * As the caller named it, without the port that its scheme has anyhow (section 2.2.3).
     *
     * @param host null where it was not named
     */
    public static String authority(String host, boolean secure) {
        return host == null ? null : host.toLowerCase(Locale.ROOT).replaceFirst(secure ? ":443$" : ":80$", "");
    }

    /**
     * Section 2.1: several lines are one, without space around.
     *
     * @return null for no lines
     */
    public static String field(Collection<String> lines) {
        return lines.isEmpty() ? null : lines.stream().map(String::strip).collect(Collectors.joining(", "));
    }

    /** @param query null for none */
    public static String query(String query) {
        return "?" + (query == null ? "" : query);
    }

    private HttpComponents() {}
}

package az.dost.vahid.edge.server;

import az.dost.vahid.edge.access.OfficialRole;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.server.Request;

/**
 * What one address takes, a row of {@code faces.yaml}, where each column is told of; what a row leaves out is empty,
 * null or false here.
 *
 * @param kib of the longest body, null for no bound here
 * @param roles of people to whom it is open; systems are not asked for any
 * @param at name of the only listener that has it, null for those that are everybody's
 * @param operators whether the listener for operators has it too
 */
record Face(
        List<String> methods,
        String path,
        List<String> types,
        Integer kib,
        boolean streamed,
        boolean member,
        List<String> headers,
        List<String> query,
        Set<OfficialRole> roles,
        String at,
        boolean operators) {
    private static final String ATTRIBUTE = Face.class.getName();
    private static final int KIB = 1024;

    Face {
        types = Objects.requireNonNullElse(types, List.of());
        headers = Objects.requireNonNullElse(headers, List.of());
        roles = roles == null ? Set.of() : Set.copyOf(roles);
        query = Objects.requireNonNullElse(query, List.of());
    }

    /** Bytes; no request may have more where its body is not streamed. */
    long longest() {
        return kib == null ? streamed ? Long.MAX_VALUE : 0 : (long) kib * KIB;
    }

    /** @param contentType header, null for none: then whoever reads the body decides */
    boolean takes(String contentType) {
        return contentType == null
                || types.isEmpty()
                || types.contains(contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    /** Names of those of ours alone, in any case. */
    Set<String> ownHeaders() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(headers);
        return names;
    }

    void put(Request request) {
        request.setAttribute(ATTRIBUTE, this);
        request.setAttribute(OfficialRole.OPEN_TO, roles);
    }

    /** That which the request is for; null before {@link AllowList}. */
    static Face of(Request request) {
        return (Face) request.getAttribute(ATTRIBUTE);
    }
}

package az.dost.vahid.edge.server;

import az.dost.vahid.edge.access.OfficialRole;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jetty.server.Request;

/**
 * What one address takes, a row of {@code faces.yaml}, where each column is told of; what a row leaves out is empty,
 * null or false here.
 *
 * @param kib of the longest body, null for no bound here
 * @param roles of people to whom it is open; systems are not asked for any
 * @param at name of the only listener that has it, null for those that are everybody's
 * @param operators whether the listener for operators has it too
 * @param getOnly whether HEAD is refused, which is answered as GET elsewhere
 * @param ending what of it is to be used no longer
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
        boolean operators,
        boolean getOnly,
        List<Ending> ending) {
    private static final String ATTRIBUTE = Face.class.getName();
    private static final int KIB = 1024;

    Face {
        types = Objects.requireNonNullElse(types, List.of());
        headers = Objects.requireNonNullElse(headers, List.of());
        roles = roles == null ? Set.of() : Set.copyOf(roles);
        query = Objects.requireNonNullElse(query, List.of());
        ending = Objects.requireNonNullElse(ending, List.of());
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

    /** Whether it takes a header of ours, or of the standard that it speaks; names of a family end with a star. */
    boolean hasHeader(String name) {
        for (String own : headers) {
            int last = own.length() - 1;
            if (own.charAt(last) == '*' ? name.regionMatches(true, 0, own, 0, last) : own.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
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

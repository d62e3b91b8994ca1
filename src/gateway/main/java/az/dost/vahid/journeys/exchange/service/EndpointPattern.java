package az.dost.vahid.journeys.exchange.service;

import java.util.List;

/**
 * An endpoint of a service that is granted: {@code GET /acts/*}. In the path {@code *} is one segment that is not
 * empty, and a last {@code **} any number of them; {@code *} as the method is every method.
 */
public record EndpointPattern(String method, List<String> segments) {
    private static final String ANY = "*";
    private static final String REST = "**";

    /** @param text method and path, as the schema of services says */
    static EndpointPattern of(String text) {
        String[] parts = text.split(" +");
        return new EndpointPattern(
                parts[0],
                parts[1].equals("/") ? List.of() : List.of(parts[1].substring(1).split("/", -1)));
    }

    /** @param path segments, decoded */
    boolean matches(String verb, List<String> path) {
        if (!method.equals(ANY) && !method.equals(verb)) {
            return false;
        }
        boolean open = !segments.isEmpty() && segments.get(segments.size() - 1).equals(REST);
        int fixed = open ? segments.size() - 1 : segments.size();
        if (open ? path.size() < fixed : path.size() != fixed) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            if (segments.get(i).equals(ANY)
                    ? path.get(i).isEmpty()
                    : !segments.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}

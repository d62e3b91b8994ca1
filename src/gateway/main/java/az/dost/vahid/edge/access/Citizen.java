package az.dost.vahid.edge.access;

/**
 * A citizen who asks for himself, known from an access token. Never a requester.
 *
 * @param fin personal data: never in a log, a URL or an exception
 */
public record Citizen(String fin) {
    @Override
    public String toString() {
        return "a citizen";
    }
}

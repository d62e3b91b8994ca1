package az.dost.vahid.problem;

/**
 * What a caller whom nobody knows is told beside the problem: by what he is known here (RFC 6750, section 3), and where
 * it is told who issues it (RFC 9728, section 5.1).
 */
public final class Challenge {
    /** Where it is told, below the gateway's address. */
    public static final String METADATA = "/.well-known/oauth-protected-resource";

    /** @param address the gateway's as callers have it, without a slash at its end; empty where it is not told */
    public static String at(String address) {
        return "Bearer realm=\"vahid\""
                + (address.isEmpty() ? "" : ", resource_metadata=\"" + address + METADATA + "\"");
    }

    private Challenge() {}
}

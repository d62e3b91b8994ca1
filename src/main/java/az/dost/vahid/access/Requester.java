package az.dost.vahid.access;

import java.util.Set;

/**
 * A back-office system or partner agency that may look up.
 *
 * @param tokenSha256 hex digest of its access token
 * @param services    codes of the services granted; {@code *} grants every one
 */
public record Requester(String id, String name, String tokenSha256, Set<String> services) {
    public boolean granted(String service) {
        return services.contains("*") || services.contains(service);
    }
}

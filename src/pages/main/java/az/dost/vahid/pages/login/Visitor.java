package az.dost.vahid.pages.login;

import java.util.List;
import java.util.Set;

/**
 * Whoever is logged in, as the gateway knows him now.
 *
 * @param name as the issuer calls him to people
 * @param official his login at the gateway
 * @param office blank where the gateway names none
 * @param services codes of those that he may ask for
 * @param views of a dossier; empty where the gateway names none
 * @param registers agencies whose tickets a data steward works off; empty for everybody else
 */
public record Visitor(
        String name,
        String official,
        String requester,
        String office,
        Set<VisitorRole> roles,
        List<String> services,
        Set<String> views,
        List<String> registers) {
    public boolean hasOneOf(Set<VisitorRole> some) {
        return some.stream().anyMatch(roles::contains);
    }
}

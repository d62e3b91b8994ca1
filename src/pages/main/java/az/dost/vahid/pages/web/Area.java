package az.dost.vahid.pages.web;

import az.dost.vahid.pages.login.VisitorRole;
import java.util.Set;

/**
 * A part of the pages, for some roles: for everybody else it does not exist. A bean of it makes its addresses
 * reachable; those below no area are not there for anybody.
 *
 * @param path beginning of its addresses, {@code /desk}
 * @param key of the message that names it in the navigation; blank for a narrower part of another area, which is not
 *     there
 * @param order in the navigation; the first one of a person's is his home
 */
public record Area(String path, String key, int order, Set<VisitorRole> roles) {
    boolean has(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }
}

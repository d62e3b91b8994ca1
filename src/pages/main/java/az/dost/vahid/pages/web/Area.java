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
 * @param group key of the message of the part of the navigation that it stands in, for whoever has many areas; blank
 *     where it stands by itself
 * @param order in the navigation; the first one of a person's is his home
 */
public record Area(String path, String key, String group, int order, Set<VisitorRole> roles) {
    /** Message of the part with what there is to read beside one's work. */
    public static final String REFERENCE = "layout.group.reference";

    /** One that stands by itself. */
    public Area(String path, String key, int order, Set<VisitorRole> roles) {
        this(path, key, "", order, roles);
    }

    boolean has(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }
}

package az.dost.vahid.pages.portal;

import java.util.ArrayList;
import java.util.List;

/**
 * A value of a contract as a reader sees it, with its parts.
 *
 * @param id of its element on the page
 * @param name of the member, or the word of JSON Schema that it stands under
 * @param type blank where the contract does not say
 * @param link to where it is told; null for here
 */
record ShownShape(
        String id,
        String name,
        boolean required,
        String type,
        ShownLink link,
        Prose prose,
        List<ShownRule> rules,
        List<ShownShape> parts) {
    /** The same with what is said of it elsewhere. */
    ShownShape with(String called, boolean isRequired, Prose first, List<ShownRule> more) {
        List<ShownRule> all = new ArrayList<>(more);
        all.addAll(rules);
        return new ShownShape(id, called, isRequired, type, link, first.and(prose), all, parts);
    }
}

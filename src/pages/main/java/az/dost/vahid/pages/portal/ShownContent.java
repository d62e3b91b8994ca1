package az.dost.vahid.pages.portal;

import java.util.List;

/**
 * A body in one form.
 *
 * @param type media type
 * @param schema null where the contract has none
 * @param rules all else that is said of it, such as examples
 */
record ShownContent(String type, ShownShape schema, List<ShownRule> rules) {}

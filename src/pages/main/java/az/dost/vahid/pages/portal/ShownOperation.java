package az.dost.vahid.pages.portal;

import java.util.List;

/**
 * What can be asked of an address.
 *
 * @param path with its variable parts in braces; the name of a message that the gateway sends
 * @param name the operation's own, blank where it has none
 * @param body null where there is none
 * @param sent whether the gateway sends it, and nobody asks for it
 */
record ShownOperation(
        String id,
        String method,
        String path,
        String name,
        Prose prose,
        List<ShownRule> rules,
        List<ShownShape> parameters,
        ShownAnswer body,
        List<ShownAnswer> answers,
        boolean sent) {}

package az.dost.vahid.pages.portal;

import java.util.List;

/**
 * What goes in one direction: the body of a request, or an answer.
 *
 * @param name the status of an answer; blank for a request
 * @param required whether a request needs it
 * @param link to where it is told; null for here
 */
record ShownAnswer(
        String id,
        String name,
        boolean required,
        ShownLink link,
        Prose prose,
        List<ShownShape> headers,
        List<ShownContent> contents,
        List<ShownRule> rules) {}

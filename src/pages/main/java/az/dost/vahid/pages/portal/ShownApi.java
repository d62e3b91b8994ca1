package az.dost.vahid.pages.portal;

import java.util.List;

/**
 * An OpenAPI contract as a reader sees it.
 *
 * @param problems codes that its callers can be told
 * @param head its version, servers, and all that is said of the whole
 * @param groups of what its operations refer to
 */
record ShownApi(
        String title,
        Prose prose,
        List<String> problems,
        List<ShownShape> head,
        List<ShownOperation> operations,
        List<Group> groups) {
    /** @param kind as OpenAPI calls it: {@code schemas}, {@code responses} */
    record Group(String kind, List<ShownShape> shapes, List<ShownAnswer> answers) {}
}

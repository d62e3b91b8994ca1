package az.dost.vahid.check.form;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Leaves by their path, as mappings see it ({@code /group/field}, {@code @name} for an attribute, {@code *} for any
 * name), without marks of repetition.
 */
final class LeafList {
    private static final int MOST = 20_000;
    private final Map<String, ContractLeaf> leaves = new LinkedHashMap<>();
    private final Map<String, String> again = new LinkedHashMap<>();
    private boolean cut;

    /** One that is there already may be either. */
    void add(String path, ContractLeaf leaf) {
        if (leaves.size() < MOST || leaves.containsKey(path)) {
            leaves.merge(path, leaf, ContractLeaf::or);
        } else {
            cut = true;
        }
    }

    /** Below a path is the same as below another one around it: a type is within itself. */
    void again(String path, String first) {
        if (!path.equals(first)) {
            again.putIfAbsent(path, first);
        }
    }

    /** More is described than is listed. */
    void cut() {
        cut = true;
    }

    boolean isCut() {
        return cut;
    }

    void addAll(LeafList others) {
        others.leaves.forEach(this::add);
        others.again.forEach(again::putIfAbsent);
        cut |= others.cut;
    }

    Map<String, ContractLeaf> all() {
        return leaves;
    }

    /** The path of the leaf that describes a value; empty where none does. @param path in a reply */
    Optional<String> describing(String path) {
        Set<String> tried = new HashSet<>();
        for (String at = path; at != null && tried.add(at); at = outer(at)) {
            String here = at;
            Optional<String> found = leaves.containsKey(here)
                    ? Optional.of(here)
                    : leaves.keySet().stream().filter(leaf -> like(leaf, here)).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Null where no type is within itself on the way. */
    private String outer(String path) {
        return again.entrySet().stream()
                .filter(one -> path.startsWith(one.getKey() + "/"))
                .map(one -> one.getValue() + path.substring(one.getKey().length()))
                .findFirst()
                .orElse(null);
    }

    /** An element may be there without its attributes, and a group without anything in it. */
    private static boolean like(String leaf, String path) {
        return leaf.equals(path + "/#text")
                || path.equals(leaf + "/#text")
                || leaf.startsWith(path + "/")
                || leaf.contains("/*")
                        && path.matches(Pattern.quote(leaf).replace("/*", "/\\E[^/]+\\Q") + "|"
                                + Pattern.quote(leaf).replace("/*", "/\\E[^/]+\\Q") + "/#text");
    }
}

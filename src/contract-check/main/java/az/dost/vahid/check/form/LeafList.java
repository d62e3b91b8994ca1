package az.dost.vahid.check.form;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Leaves by their path, as mappings see it ({@code /group/field}, {@code @name} for an attribute), without marks of
 * repetition.
 */
final class LeafList {
    private static final int MOST = 20_000;
    private final Map<String, ContractLeaf> leaves = new LinkedHashMap<>();

    /** One that is there already may be either. */
    void add(String path, ContractLeaf leaf) {
        if (leaves.size() < MOST || leaves.containsKey(path)) {
            leaves.merge(path, leaf, ContractLeaf::or);
        }
    }

    Map<String, ContractLeaf> all() {
        return leaves;
    }
}

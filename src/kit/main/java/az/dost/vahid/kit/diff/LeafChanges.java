package az.dost.vahid.kit.diff;

import az.dost.vahid.check.form.ContractLeaf;
import az.dost.vahid.kit.diff.ContractChange.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What changes in replies or rows, value by value. */
final class LeafChanges {
    private final Map<String, ContractLeaf> before;
    private final Map<String, ContractLeaf> after;
    private final Predicate<String> read;
    private final List<ContractChange> changes = new ArrayList<>();

    private LeafChanges(Map<String, ContractLeaf> before, Map<String, ContractLeaf> after, Predicate<String> read) {
        this.before = before;
        this.after = after;
        this.read = read;
    }

    /** @param read whether the connector reads the value at a path */
    static List<ContractChange> between(
            Map<String, ContractLeaf> before, Map<String, ContractLeaf> after, Predicate<String> read) {
        LeafChanges found = new LeafChanges(before, after, read);
        before.forEach((path, leaf) -> {
            if (after.containsKey(path)) {
                found.leaf(path, leaf, after.get(path));
            } else {
                found.where(path, "is no longer there" + found.moved(path));
            }
        });
        after.keySet().stream()
                .filter(path -> !before.containsKey(path))
                .forEach(path -> found.changes.add(new ContractChange(Effect.HARMLESS, path, "is new")));
        return found.changes;
    }

    private void leaf(String path, ContractLeaf old, ContractLeaf now) {
        if (!old.kind().equals(now.kind())) {
            where(path, "was a " + old.kind() + " and is a " + now.kind());
        }
        if (!old.form().equals(now.form())) {
            where(
                    path,
                    old.form().isEmpty()
                            ? "had no form of its own and is now " + now.form()
                            : now.form().isEmpty()
                                    ? "was " + old.form() + " and has no form of its own any more"
                                    : "was " + old.form() + " and is " + now.form());
        }
        if (old.repetitions() != now.repetitions()) {
            where(
                    path,
                    now.repetitions() > old.repetitions()
                            ? "may now be there more than once"
                            : "is now there once at most");
        }
        if (now.optional() > old.optional()) {
            where(path, "may now be left out");
        }
        if (!old.nillable() && now.nillable()) {
            where(path, "may now be there without a value");
        }
        values(path, old.values(), now.values());
    }

    private void values(String path, List<String> old, List<String> now) {
        List<String> added = new ArrayList<>(now);
        added.removeAll(old);
        List<String> gone = new ArrayList<>(old);
        gone.removeAll(now);
        if (!old.isEmpty() && now.isEmpty()) {
            where(path, "was one of " + String.join(", ", old) + " and may now be anything");
        } else if (!old.isEmpty() && !added.isEmpty()) {
            where(path, "may now also be " + String.join(", ", added) + ", which code lists lack");
        }
        if (!now.isEmpty() && !gone.isEmpty()) {
            changes.add(new ContractChange(Effect.HARMLESS, path, "is no longer " + String.join(", ", gone)));
        }
    }

    private void where(String path, String message) {
        changes.add(new ContractChange(read.test(path) ? Effect.BREAKS : Effect.UNUSED, path, message));
    }

    /** One of the same name, or else the only one that is new in the same group, may be the one that has gone. */
    private String moved(String path) {
        List<String> added = after.keySet().stream()
                .filter(other -> !before.containsKey(other))
                .toList();
        String name = path.substring(path.lastIndexOf('/'));
        List<String> same = added.stream().filter(other -> other.endsWith(name)).toList();
        List<String> beside = added.stream()
                .filter(other -> other.startsWith(path.substring(0, path.lastIndexOf('/') + 1))
                        && other.indexOf('/', path.lastIndexOf('/') + 1) < 0)
                .toList();
        String likely = !same.isEmpty() ? same.get(0) : beside.size() == 1 ? beside.get(0) : null;
        return likely == null ? "" : "; is it now " + likely + "?";
    }
}

package az.dost.vahid.kit.diff;

import az.dost.vahid.check.form.ContractVersion;
import az.dost.vahid.kit.diff.ContractChange.Effect;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What changes around a call's documents: addresses, versions, media types, parameters, who may ask. */
final class CallChanges {
    static List<ContractChange> between(ContractVersion before, ContractVersion after, JsonNode descriptor) {
        List<ContractChange> changes = new ArrayList<>();
        before.traits().forEach((what, was) -> {
            String is = after.traits().getOrDefault(what, "none");
            boolean ours = !what.equals("the path of the address")
                    || was.equals(descriptor.at("/call/path").asText());
            if (!was.equals(is)) {
                changes.add(new ContractChange(
                        ours ? Effect.BREAKS : Effect.UNUSED,
                        "",
                        what + " was " + shown(was) + " and is " + shown(is)));
            }
        });
        after.wanted().stream()
                .filter(wanted -> !before.wanted().contains(wanted))
                .forEach(wanted ->
                        changes.add(new ContractChange(Effect.BREAKS, "", "each call must now have " + wanted)));
        after.refused().stream()
                .filter(refused -> !before.refused().contains(refused))
                .forEach(refused -> changes.add(new ContractChange(Effect.BREAKS, "", "is refused: " + refused)));
        security(before.ways(), after.ways(), changes);
        return changes;
    }

    private static void security(Set<String> before, Set<String> after, List<ContractChange> changes) {
        if (before.equals(after)) {
            return;
        }
        boolean stays =
                after.isEmpty() || after.contains("nothing") || after.stream().anyMatch(before::contains);
        changes.add(new ContractChange(
                stays ? Effect.HARMLESS : Effect.BREAKS,
                "",
                "who asks shows " + either(after) + ", and showed " + either(before)));
    }

    private static String either(Set<String> ways) {
        return ways.isEmpty() ? "nothing" : String.join(", or ", ways);
    }

    private static String shown(String value) {
        return value.isEmpty() ? "none" : value;
    }

    private CallChanges() {}
}

package az.dost.vahid.kit.draft;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What a new version of a contract changes for one call, or for the rows of one file. */
public final class ContractChanges {
    private final List<Change> changes = new ArrayList<>();

    /**
     * @param operation SOAP action, operation or path of the call; null for the first, and for files
     * @throws DraftException when either cannot be read, or the old one has no such call
     */
    public static List<Change> between(Path before, Path after, String operation) {
        AgencyContract old = Contracts.read(before, operation, false);
        ContractChanges found = new ContractChanges();
        AgencyContract now;
        try {
            now = Contracts.read(after, operation, false);
        } catch (DraftException e) {
            found.changes.add(new Change(Change.Effect.BREAKS, "", "the new contract cannot serve the call: " + e.getMessage()));
            return found.changes;
        }
        found.call(old, now);
        found.compare(leaves(old.reply()), leaves(now.reply()));
        if (old.request() != null && now.request() != null) {
            found.request(named(old), named(now));
        }
        return found.changes;
    }

    private void call(AgencyContract old, AgencyContract now) {
        for (String member : List.of("soapVersion", "soapAction", "method", "path", "finHeader", "contentType", "accept", "reply", "delimiter", "charset")) {
            Object before = old.call().get(member);
            Object after = now.call().get(member);
            if (!Objects.equals(before, after)) {
                changes.add(new Change(Change.Effect.BREAKS, "", member + " was " + before + " and is " + after));
            }
        }
        if (old.request() != null && now.request() != null && !old.request().namespace().equals(now.request().namespace())) {
            changes.add(new Change(Change.Effect.BREAKS, "", "the namespace was " + old.request().namespace() + " and is " + now.request().namespace()));
        }
    }

    private void compare(Map<String, Leaf> old, Map<String, Leaf> now) {
        old.forEach((place, leaf) -> {
            Leaf other = now.get(place);
            if (other == null) {
                changes.add(new Change(Change.Effect.BREAKS_WHERE_USED, place, "is no longer there" + moved(leaf, old, now)));
            } else {
                field(place, leaf, other);
            }
        });
        now.forEach((place, leaf) -> {
            if (!old.containsKey(place)) {
                changes.add(new Change(Change.Effect.HARMLESS, place, "is new"));
            }
        });
    }

    private void field(String place, Leaf leaf, Leaf other) {
        Field old = leaf.field();
        Field now = other.field();
        if (old.kind() != now.kind()) {
            used(place, "was a " + old.kind() + " and is a " + now.kind());
        } else if (!Objects.equals(old.pattern(), now.pattern())) {
            used(place, "was written " + old.pattern() + " and is written " + now.pattern());
        }
        if (leaf.repetitions() != other.repetitions()) {
            used(place, other.repetitions() > leaf.repetitions() ? "may now be there more than once" : "is now there once at most");
        }
        List<String> added = new ArrayList<>(now.values());
        added.removeAll(old.values());
        if (!old.values().isEmpty() && !added.isEmpty()) {
            used(place, "may now also be " + String.join(", ", added) + ", which code lists lack");
        }
        List<String> gone = new ArrayList<>(old.values());
        gone.removeAll(now.values());
        if (!now.values().isEmpty() && !gone.isEmpty()) {
            changes.add(new Change(Change.Effect.HARMLESS, place, "is no longer " + String.join(", ", gone)));
        }
        if (old.required() && !now.required()) {
            used(place, "may now be left out");
        }
    }

    private void used(String place, String message) {
        changes.add(new Change(Change.Effect.BREAKS_WHERE_USED, place, message));
    }

    private void request(Map<String, Leaf> old, Map<String, Leaf> now) {
        now.forEach((place, leaf) -> {
            if (!old.containsKey(place) && leaf.path().stream().allMatch(Field::required)) {
                changes.add(new Change(Change.Effect.BREAKS, "", "the request needs " + place));
            }
        });
        old.keySet().stream().filter(place -> !now.containsKey(place))
                .forEach(place -> changes.add(new Change(Change.Effect.BREAKS, "", "the request no longer has " + place)));
    }

    /** A field of the same name that is new may be the one that has gone. */
    private static String moved(Leaf leaf, Map<String, Leaf> old, Map<String, Leaf> now) {
        return now.entrySet().stream().filter(entry -> !old.containsKey(entry.getKey()) && entry.getValue().field().name().equals(leaf.field().name()))
                .map(entry -> "; is it now " + entry.getKey() + "?").findFirst().orElse("");
    }

    /** Fields of the request that it has by their names: a parameter of a path has only its place there, and the path is compared. */
    private static Map<String, Leaf> named(AgencyContract contract) {
        Map<String, Leaf> fields = leaves(contract.request());
        if (!contract.call().containsKey("request")) {
            fields.keySet().removeIf(place -> Stream.of("query", "headers").noneMatch(in -> contract.call().get(in) instanceof Map<?, ?> sent && sent.containsKey(place.substring(1)))
                    && !place.substring(1).equals(contract.call().get("finHeader")));
        }
        return fields;
    }

    private static Map<String, Leaf> leaves(Field document) {
        Map<String, Leaf> leaves = new LinkedHashMap<>();
        Leaf.of(document).forEach(leaf -> leaves.put(leaf.shown().replace("[]", "").replace('.', '/'), leaf));
        return leaves;
    }
}

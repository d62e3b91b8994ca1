package az.dost.vahid.journeys.tally;

import az.dost.vahid.signature.key.RowSeals;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes of entries lookups with their dossiers, many at a time. */
final class TalliedLookups {
    private static final String DOSSIER = "DOSSIER";
    private final Chain chain;
    private final KeptDossiers kept;
    private final OldEntries old;
    private final RowSeals seals;

    TalliedLookups(Chain chain, KeptDossiers kept, OldEntries old, RowSeals seals) {
        this.chain = chain;
        this.kept = kept;
        this.old = old;
        this.seals = seals;
    }

    /** Those of entries, in their order, that figures do not leave out, as far as the entries tell it. */
    List<TalliedLookup> of(List<ChainEntry> entries, RulesTable.History rules) {
        List<ChainEntry> dossiers = entries.stream()
                .filter(entry -> entry.is(DOSSIER) && !entry.json().has("apart"))
                .toList();
        Set<UUID> apart = old.apart(dossiers.stream()
                .filter(entry -> !entry.json().has("completeness"))
                .toList());
        return made(
                dossiers.stream().filter(entry -> !apart.contains(entry.id())).toList(), rules);
    }

    /** By their ids, as far as they are what was written. */
    Map<UUID, TalliedLookup> find(Collection<UUID> ids, RulesTable.History rules) {
        List<ChainEntry> entries = new ArrayList<>();
        read(ids, entries::add);
        Map<UUID, TalliedLookup> found = new HashMap<>();
        made(entries, rules).forEach(lookup -> found.put(lookup.entry().id(), lookup));
        return found;
    }

    /** The same, without their dossiers. */
    Map<UUID, Asked> asked(Collection<UUID> ids, RulesTable.History rules) {
        Map<UUID, Asked> found = new HashMap<>();
        read(ids, entry -> found.put(entry.id(), new Asked(entry, rules.of(entry.sequence()))));
        return found;
    }

    private void read(Collection<UUID> ids, Consumer<ChainEntry> lookup) {
        chain.read(ids, entry -> {
            if (entry.is(DOSSIER)) {
                lookup.accept(entry);
            }
        });
    }

    private List<TalliedLookup> made(List<ChainEntry> entries, RulesTable.History rules) {
        Map<UUID, JsonNode> dossiers =
                kept.of(entries.stream().map(ChainEntry::id).toList());
        return entries.stream()
                .map(entry -> new TalliedLookup(
                        entry,
                        matter(entry),
                        dossiers.getOrDefault(entry.id(), MissingNode.getInstance()),
                        rules.of(entry.sequence())))
                .toList();
    }

    private byte[] matter(ChainEntry entry) {
        return seals.of(
                "report_case.matter",
                entry.text("requester"),
                entry.text("caseRef"),
                entry.text("service"),
                entry.text("person"));
    }
}

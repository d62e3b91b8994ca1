package az.dost.vahid.check;

import az.dost.vahid.normalise.MappingException;
import az.dost.vahid.signature.key.ProofException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Warns of what no sample shows: a person without record, a bad reply, a declared fact, a field that the mapping uses.
 */
final class SampleCoverageCheck implements FolderCheck {
    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        if (folder.connector() == null || folder.mapping() == null) {
            return;
        }
        String samples = folder.name("samples");
        Set<String> shown = new HashSet<>();
        FieldUse use = new FieldUse(folder.bounded());
        boolean empty = false;
        boolean bad = false;
        for (Sample sample : folder.samples()) {
            bad |= sample.hasExpectedError();
            if (sample.hasExpected() && !sample.inputs().isEmpty()) {
                JsonNode mapped = mapped(folder, sample, use);
                bad |= mapped.has(BelievedFacts.UNMAPPABLE);
                JsonNode facts = mapped.path("facts");
                empty |= facts.isEmpty() && !mapped.has(BelievedFacts.UNMAPPABLE);
                facts.fieldNames().forEachRemaining(shown::add);
            }
        }
        if (!empty) {
            remarks.warn(samples, 0, "no sample shows a person of whom the agency has no record");
        }
        if (!bad) {
            remarks.warn(
                    samples,
                    0,
                    "no sample shows a reply that the mapping must refuse (expected-error.txt), or a value that it cannot convert (unmappable in expected.json)");
        }
        List<String> unseen = new ArrayList<>(folder.connector().facts());
        unseen.removeAll(shown);
        if (!unseen.isEmpty()) {
            remarks.warn(folder.descriptor().at("no sample gives " + String.join(", ", unseen), "facts"));
        }
        // A paging rule or a trailer names fields too.
        String descriptor = folder.text(folder.path().resolve("connector.yaml"));
        List<String> unused = use.unused().stream()
                .filter(field -> !descriptor.contains(field.substring(field.lastIndexOf('/') + 1)))
                .toList();
        if (!unused.isEmpty()) {
            remarks.warn(
                    folder.name(folder.connector().mapping()),
                    0,
                    "nothing depends on these fields of the agency: " + String.join(", ", unused));
        }
    }

    private static JsonNode mapped(CheckedFolder folder, Sample sample, FieldUse use) {
        try {
            JsonNode tree = folder.tree(sample);
            use.look(tree);
            return folder.bounded().apply(tree);
        } catch (MappingException | ProofException | IllegalArgumentException | IllegalStateException e) {
            // The sample's own check says so.
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
    }
}

package az.dost.vahid.kit.diff;

import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.Sample;
import az.dost.vahid.check.form.AgencyForms;
import az.dost.vahid.check.form.ContractVersion;
import az.dost.vahid.check.form.FilledRequest;
import az.dost.vahid.check.form.FormMisfit;
import az.dost.vahid.check.form.HeldForm;
import az.dost.vahid.check.place.RequestTree;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.kit.diff.ContractChange.Effect;
import az.dost.vahid.kit.draft.SampleShape;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a new version of a contract changes for one connector: for the request that it sends, and the fields that it
 * reads.
 */
public final class ConnectorDiff {
    private final CheckedFolder folder;
    private final JsonNode descriptor;
    private final Path against;

    private ConnectorDiff(CheckedFolder folder, Path against) {
        this.folder = folder;
        this.descriptor = folder.reading().definition().content();
        this.against = against.toAbsolutePath().normalize();
    }

    /**
     * @param folder without findings
     * @param against the new version: a file of the same kind as the folder's contract, or rows of CSV
     * @throws IllegalStateException when the folder has no contract that can be compared, or one that does not describe
     *     its call
     */
    public static List<ContractChange> between(CheckedFolder folder, Path against) {
        ConnectorDiff diff = new ConnectorDiff(folder, against);
        Optional<Path> present = AgencyForms.like(folder.files(), diff.descriptor, against);
        return present.isPresent() ? diff.versions(present.get()) : diff.samples();
    }

    private List<ContractChange> versions(Path present) {
        String request = request();
        String reply = reply();
        ContractVersion before = ContractVersion.of(folder.files(), present, descriptor, request, reply);
        if (before.missing() != null) {
            throw new IllegalStateException(
                    folder.name(present) + " does not describe what the connector does: " + before.missing());
        }
        ContractVersion after = ContractVersion.of(OthersFiles.beside(against), against, descriptor, request, reply);
        if (after.missing() != null) {
            return List.of(new ContractChange(
                    Effect.BREAKS, "", "the new contract cannot serve the call: " + after.missing()));
        }
        List<ContractChange> changes = new ArrayList<>(CallChanges.between(before, after, descriptor));
        changes.addAll(sent(
                descriptor.at("/call/request").asText(),
                request,
                before.forms().request(),
                after.forms().request()));
        changes.addAll(passedOver(request, before, after));
        String header = descriptor.at("/call/header").asText();
        if (folder.has(header)) {
            changes.addAll(sent(
                    header,
                    FilledRequest.of(folder.text(folder.path().resolve(header))),
                    before.forms().header(),
                    after.forms().header()));
        }
        ReadFields fields = new ReadFields(folder, before.leaves().keySet(), before::describing);
        changes.addAll(LeafChanges.between(before.leaves(), after.leaves(), fields::read));
        boolean held = request == null || after.forms().request() != null;
        after.troubles()
                .forEach(trouble -> changes.add(new ContractChange(
                        held ? Effect.HARMLESS : Effect.UNKNOWN,
                        trouble.file().getFileName() + ":" + trouble.line(),
                        trouble.message())));
        changes.addAll(uncompared(fields, before.isCut() || after.isCut(), described(present, request, reply)));
        return changes;
    }

    /** What another contract of the folder says of replies: an API may leave its documents to a schema beside it. */
    private Predicate<String> described(Path present, String request, String reply) {
        return Stream.of("contract.xsd", "contract.yaml")
                .map(name -> AgencyForms.like(folder.files(), descriptor, Path.of(name)))
                .flatMap(Optional::stream)
                .filter(other -> !other.equals(present))
                .map(other -> ContractVersion.of(folder.files(), other, descriptor, request, reply))
                .<Predicate<String>>map(
                        other -> place -> other.describing(place).isPresent())
                .reduce(place -> false, Predicate::or);
    }

    private static List<ContractChange> uncompared(ReadFields fields, boolean cut, Predicate<String> elsewhere) {
        List<ContractChange> changes = new ArrayList<>();
        fields.undescribed().stream()
                .filter(elsewhere.negate())
                .forEach(place -> changes.add(new ContractChange(
                        Effect.UNKNOWN, place, "is read, and the present contract does not describe it")));
        if (cut) {
            changes.add(new ContractChange(Effect.UNKNOWN, "", "the contract describes more than can be compared"));
        }
        if (!fields.shown()) {
            changes.add(new ContractChange(
                    Effect.UNKNOWN,
                    "",
                    "no sample shows what the mapping reads: fields are known by their names alone"));
        }
        return changes;
    }

    /** What the new contract refuses of what is sent, and the present one does not. @param text null when none is */
    private static List<ContractChange> sent(String file, String text, HeldForm before, HeldForm after) {
        if (text == null || after == null) {
            return text == null || before == null
                    ? List.of()
                    : List.of(new ContractChange(
                            Effect.UNKNOWN, file, "cannot be held to the new contract, which does not describe it"));
        }
        List<String> known = before == null
                ? List.of()
                : before.misfits(text).stream().map(FormMisfit::message).toList();
        return after.misfits(text).stream()
                .filter(misfit -> !known.contains(misfit.message()))
                .map(misfit -> new ContractChange(
                        Effect.BREAKS,
                        file + (misfit.line() > 0 ? ":" + misfit.line() : ""),
                        "is refused: " + misfit.message()))
                .toList();
    }

    /** What is sent and described no more is not refused where a contract lets anything more be sent. */
    private List<ContractChange> passedOver(String request, ContractVersion before, ContractVersion after) {
        Set<String> sent = new TreeSet<>();
        if (request != null && !descriptor.at("/call").has("graphql")) {
            RequestTree.of(request).ifPresent(tree -> places(tree, "", sent));
        }
        return sent.stream()
                .filter(place -> before.asks(place) && !after.asks(place))
                .map(place -> new ContractChange(
                        Effect.BREAKS,
                        descriptor.at("/call/request").asText(),
                        "sends " + place + ", which the new contract does not describe"))
                .toList();
    }

    /** Values of a tree, without marks of repetition. */
    private static void places(JsonNode node, String at, Set<String> into) {
        if (node.isArray()) {
            node.forEach(element -> places(element, at, into));
        } else if (node.isObject()) {
            node.properties().forEach(member -> places(member.getValue(), at + "/" + member.getKey(), into));
        } else {
            into.add(at);
        }
    }

    /** Null when it sends none. */
    private String request() {
        String file = descriptor.at("/call/request").asText();
        if (file.isEmpty() || !folder.has(file)) {
            return null;
        }
        String text = folder.text(folder.path().resolve(file));
        // The placeholders of a GraphQL query stand in another file.
        return descriptor.at("/call").has("graphql") ? text : FilledRequest.of(text);
    }

    /** The first sample of a good one; null when there is none. */
    private String reply() {
        return folder.samples().stream()
                .filter(sample -> sample.hasExpected())
                .flatMap(sample -> sample.inputs().stream())
                .findFirst()
                .map(folder::text)
                .orElse(null);
    }

    /** Rows of CSV have no contract but themselves. */
    private List<ContractChange> samples() {
        Path present = folder.samples().stream()
                .sorted(Comparator.comparing(Sample::bad))
                .map(Sample::inputs)
                .flatMap(List::stream)
                .filter(file -> file.toString().endsWith(".csv"))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The folder has no contract that can be compared (WSDL, XSD, OpenAPI, JSON Schema, a GraphQL schema, a layout, or rows of CSV)"));
        SampleShape before = SampleShape.of(folder.files(), present);
        SampleShape after = SampleShape.of(against);
        List<ContractChange> changes = new ArrayList<>();
        before.traits().forEach((what, was) -> {
            String is = after.traits().getOrDefault(what, was);
            if (!was.equals(is)) {
                changes.add(new ContractChange(Effect.BREAKS, "", what + " was " + was + " and is " + is));
            }
        });
        ReadFields fields = new ReadFields(
                folder, before.leaves().keySet(), path -> Optional.of(path).filter(before.leaves()::containsKey));
        changes.addAll(LeafChanges.between(before.leaves(), after.leaves(), fields::read));
        changes.addAll(uncompared(fields, false, place -> false));
        return changes;
    }
}

package az.dost.vahid.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.ConnectorCheck;
import az.dost.vahid.check.Kit;
import az.dost.vahid.check.Sample;
import az.dost.vahid.check.place.RequestTree;
import az.dost.vahid.kit.contract.ContractMutations.Change;
import az.dost.vahid.kit.contract.ContractMutations.Mutation;
import az.dost.vahid.kit.diff.ConnectorDiff;
import az.dost.vahid.kit.diff.ContractChange;
import az.dost.vahid.kit.diff.ContractChange.Effect;
import az.dost.vahid.normalise.MappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/**
 * A mutation test of {@code connector diff}: each thing of a contract is changed in turn. Whether a connector uses it
 * is found without diff's own means: a field is used when its mapping gives something else once no sample has a field
 * of that name, or when the request has one. All changes of what is used are told, and none of what is not.
 */
class MutatedContractsTest {
    private static final String KINDS = "contract[.](?:wsdl|xsd|openapi[.]yaml|openapi[.]json|schema[.]json)";
    private static final long SEED = 20261202;
    private static final int CHOSEN = 8;
    private static final ConnectorCheck CHECK = new ConnectorCheck(Kit.reader(), Kit.facts(), List.of());

    @TempDir
    private Path folder;

    /** Vahid's own connectors. */
    static List<Path> own() throws IOException {
        return ConnectorCheck.folders(Path.of("connectors")).stream()
                .filter(connector -> contract(connector) != null)
                .toList();
    }

    private static Path contract(Path connector) {
        try (Stream<Path> files = Files.list(connector)) {
            return files.filter(file -> file.getFileName().toString().matches(KINDS))
                    // What a connector reads by is the schema, where an API leaves its documents to one.
                    .max((one, other) -> one.getFileName().compareTo(other.getFileName()))
                    .orElse(null);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("own")
    void some_changes_of_our_contracts_are_told_by_what_is_used(Path connector) throws IOException {
        assertThat(wrong(connector, MutatedContractsTest::chosen)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("own")
    @Tag("endurance")
    void all_changes_of_our_contracts_are_told_by_what_is_used(Path connector) throws IOException {
        assertThat(wrong(connector, Function.identity())).isEmpty();
    }

    /** By a fixed seed. */
    private static List<Mutation> chosen(List<Mutation> all) {
        List<Mutation> some = new ArrayList<>(all);
        Collections.shuffle(some, new Random(SEED));
        return some.subList(0, Math.min(CHOSEN, some.size()));
    }

    /** What diff tells and should not, or does not tell and should. */
    private List<String> wrong(Path connector, Function<List<Mutation>, List<Mutation>> choice) throws IOException {
        Path contract = contract(connector);
        ContractMutations mutations = new ContractMutations(contract);
        assertThat(mutations.all()).isNotEmpty();
        CheckedFolder read = CHECK.read(connector);
        assertThat(read.reading().findings()).isEmpty();
        Path next = folder.resolve("next");
        FileSystemUtils.copyRecursively(connector, next);
        Path changed = next.resolve(contract.getFileName());
        List<ContractChange> before = ConnectorDiff.between(read, changed);
        List<String> wrong = new ArrayList<>();
        for (Mutation mutation : choice.apply(mutations.all())) {
            Files.writeString(changed, mutation.text().get());
            List<String> told = told(read, changed, before);
            if (told.isEmpty() && must(read, mutation, mutations)) {
                wrong.add("not told: " + mutation);
            } else if (!told.isEmpty() && !may(read, mutation)) {
                wrong.add("told: " + mutation + ": " + told);
            }
        }
        return wrong;
    }

    private static List<String> told(CheckedFolder connector, Path changed, List<ContractChange> before) {
        try {
            return ConnectorDiff.between(connector, changed).stream()
                    .filter(change -> !before.contains(change))
                    .filter(change -> change.effect() == Effect.BREAKS || change.effect() == Effect.UNKNOWN)
                    .map(ContractChange::toString)
                    .toList();
        } catch (IllegalStateException e) {
            return List.of("cannot be compared: " + e.getMessage());
        }
    }

    /** Fields of one name in several groups may be used in one and not in another: of them nothing is demanded. */
    private static boolean must(CheckedFolder connector, Mutation mutation, ContractMutations all) {
        return mutation.names().stream().allMatch(name -> all.declared(name) == 1)
                && mutation.names().stream().anyMatch(name -> switch (mutation.change()) {
                    case GONE ->
                        reads(connector, name)
                                || !repeats(connector, mutation) && sends(connector, name, value -> true);
                    case WIDER -> reads(connector, name);
                    case VALUE ->
                        reads(connector, name)
                                || sends(
                                        connector, name, value -> value.asText().equals(mutation.value()));
                });
    }

    /** In a form one value is a list of one. */
    private static boolean repeats(CheckedFolder connector, Mutation mutation) {
        return mutation.what().startsWith("is a list")
                && connector
                        .reading()
                        .definition()
                        .content()
                        .at("/call/request")
                        .asText()
                        .endsWith(".form");
    }

    /** What no sample shows may be named all the same, by the mapping or by the descriptor. */
    private static boolean may(CheckedFolder connector, Mutation mutation) {
        return mutation.names().stream()
                .anyMatch(name -> reads(connector, name)
                        || mutation.change() != Change.WIDER && sends(connector, name, value -> true)
                        || ruled(connector, name)
                        || !shown(connector, name) && named(connector, name));
    }

    private static boolean named(CheckedFolder connector, String name) {
        return connector
                .text(connector.path().resolve(connector.connector().mapping()))
                .contains(name.replaceFirst("^@", ""));
    }

    /** Pages, attachments and trailers are found by names of the descriptor. */
    private static boolean ruled(CheckedFolder connector, String name) {
        return connector.reading().definition().content().toString().contains(name.replaceFirst("^@", ""));
    }

    private static boolean sends(CheckedFolder connector, String name, Predicate<JsonNode> such) {
        JsonNode call = connector.reading().definition().content().path("call");
        return Stream.of("request", "header")
                .map(file -> call.path(file).asText())
                .filter(file -> !file.isEmpty() && connector.has(file))
                .flatMap(file -> RequestTree.of(connector.text(connector.path().resolve(file))).stream())
                .anyMatch(tree -> tree.findValues(name).stream().anyMatch(such));
    }

    private static boolean shown(CheckedFolder connector, String name) {
        return trees(connector).stream().anyMatch(tree -> !tree.findValues(name).isEmpty());
    }

    private static boolean reads(CheckedFolder connector, String name) {
        return trees(connector).stream()
                .filter(tree -> !tree.findValues(name).isEmpty())
                .anyMatch(tree -> {
                    JsonNode without = tree.deepCopy();
                    remove(without, name);
                    try {
                        return !connector
                                .bounded()
                                .apply(tree)
                                .equals(connector.bounded().apply(without));
                    } catch (MappingException e) {
                        return true;
                    }
                });
    }

    private static List<JsonNode> trees(CheckedFolder connector) {
        List<JsonNode> trees = new ArrayList<>();
        for (Sample sample : connector.samples()) {
            if (sample.hasExpected() && !sample.inputs().isEmpty()) {
                trees.add(connector.tree(sample));
            }
        }
        return trees;
    }

    private static void remove(JsonNode node, String name) {
        if (node instanceof ObjectNode object) {
            object.remove(Set.of(name));
        }
        node.forEach(child -> remove(child, name));
    }
}

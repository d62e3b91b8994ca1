package az.dost.vahid.kit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A contract that nobody here wrote, below {@code kit/public}: its {@code case.yaml} says whose it is, how it is given
 * to the kit and how far it comes.
 *
 * @param folder of the case
 * @param said content of its case.yaml
 */
record PublicContract(Path folder, JsonNode said) {
    /** A citizen of no sample. */
    private static final String ANYBODY = "5ZZ5ZZ5";

    private static final Path ALL = Path.of("src/kit/test/resources/kit/public");
    /**
     * Names the folder with those contracts whose licence keeps them out of this tree, each in a folder called like its
     * case.
     */
    private static final String ELSEWHERE = "vahid.contracts";

    /** How far a contract comes with the edits of its case. */
    enum Reach {
        /** No connector can be made of it, and the kit says why. */
        REFUSED,
        /** A folder is written, and no edit makes a connector of it that somebody could ask. */
        WRITTEN,
        /** It passes its check. */
        CHECKED,
        /** And it is played, and asked by the gateway's own route. */
        ASKED,
        /** And certified. Of files: loaded and certified. */
        CERTIFIED
    }

    /** In the order of their names; each folder is one. */
    static List<PublicContract> all() throws IOException {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(PublicContract::of)
                    .toList();
        }
    }

    /** Those that come so far, or further. */
    static List<PublicContract> reaching(Reach reach) throws IOException {
        return all().stream()
                .filter(contract -> contract.reach().compareTo(reach) >= 0)
                .toList();
    }

    private static PublicContract of(Path folder) {
        try {
            return new PublicContract(
                    folder,
                    new ObjectMapper(new YAMLFactory())
                            .readTree(folder.resolve("case.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return folder.getFileName().toString();
    }

    Reach reach() {
        return Reach.valueOf(said.path("reaches").asText().toUpperCase(Locale.ROOT));
    }

    /** Whom it is asked about. */
    String fin() {
        return said.path("fin").asText(ANYBODY);
    }

    /** Whether it describes files that the agency leaves. */
    boolean leaves() {
        return said.path("leaves").asBoolean();
    }

    /** Texts of a member that is a list; none when it is not there. */
    List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        said.path(member).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Whether the agency's files stand in this tree. */
    boolean copied() {
        return Files.isDirectory(folder.resolve("source"));
    }

    /** Where the agency's files are; empty when they are neither in the tree nor given. */
    Optional<Path> source() {
        String elsewhere = System.getProperty(ELSEWHERE);
        return Stream.concat(
                        Stream.of(folder.resolve("source")),
                        Stream.ofNullable(elsewhere).map(root -> Path.of(root).resolve(id())))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** As {@link #source()}; a test of a contract that is not given is skipped, and says so. */
    Path given() {
        Assumptions.assumeTrue(
                source().isPresent(),
                "SKIPPED, not passed: the licence of " + id() + " keeps it out of the tree, and it is not given ("
                        + ELSEWHERE + ", see src/docs/contracts.md)");
        return source().orElseThrow();
    }

    /** Arguments of {@code connector new} behind the id. @param source where the agency's files are */
    List<String> arguments(Path source) {
        List<String> arguments = new ArrayList<>(
                List.of("--from", source.resolve(said.path("from").asText()).toString()));
        for (String file : List.of("root", "layout")) {
            if (said.has(file)) {
                arguments.addAll(List.of(
                        "--" + file,
                        source.resolve(said.path(file).asText()).normalize().toString()));
            }
        }
        for (String word : List.of("operation", "charset")) {
            if (said.has(word)) {
                arguments.addAll(List.of("--" + word, said.path(word).asText()));
            }
        }
        return arguments;
    }

    /** What a person writes into the folder, by the name that it has there. */
    List<Path> edits() throws IOException {
        Path edits = folder.resolve("edits");
        if (!Files.isDirectory(edits)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(edits)) {
            return files.filter(Files::isRegularFile)
                    .map(edits::relativize)
                    .sorted()
                    .toList();
        }
    }

    @Override
    public String toString() {
        return id();
    }
}

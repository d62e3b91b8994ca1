package az.dost.vahid.awkward;

import az.dost.vahid.normalise.Mapping;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A connector's folder: the agency's contract, what becomes of its leaves, the mapping.
 *
 * @param tidy makes an answer that the contract's grammar allows keep what the contract says in words, such as that a
 *     count is the length of a list; null where words say no more than the grammar
 */
record AgencyFolder(JsonNode descriptor, AgencyContract contract, LeafTable table, Mapping mapping, Expression tidy) {
    private static final Path CONNECTORS = Path.of("connectors");
    private static final Path TIDY = Path.of("src/gateway/test/resources/awkward");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static List<String> ids() {
        try (var folders = Files.list(CONNECTORS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("connector.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AgencyFolder of(String id) {
        Path path = CONNECTORS.resolve(id);
        LeafTable table = LeafTable.read(path);
        Path tidy = TIDY.resolve(id + ".jslt");
        return new AgencyFolder(
                yaml(path.resolve("connector.yaml")),
                contract(path, table),
                table,
                compiled(path.resolve("mapping.jslt")),
                Files.exists(tidy) ? tidying(tidy) : null);
    }

    private static AgencyContract contract(Path folder, LeafTable table) {
        if (table.answers().isEmpty()) {
            return new ColumnContract(table.columns());
        }
        String[] place = table.answers().get(0).split("#", 2);
        Path file = folder.resolve(place[0]);
        if (place[0].endsWith("yaml") || place[0].endsWith("json")) {
            return new JsonContract(
                    yaml(file),
                    table.answers().stream()
                            .map(answer -> answer.replaceFirst("^[^#]*", ""))
                            .toList());
        }
        return new XsdContract(file, place[1], table.within());
    }

    private static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unlike a mapping it keeps lists that are empty. */
    private static Expression tidying(Path file) {
        try (var source = Files.newBufferedReader(file)) {
            return new Parser(source)
                    .withSource(file.toString())
                    .withObjectFilter(". != null")
                    .compile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mapping compiled(Path file) {
        try (var source = Files.newBufferedReader(file)) {
            return Mapping.compile(source, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether an answer is a row of a file. */
    boolean isDrop() {
        return descriptor.has("drop");
    }

    JsonNode tidied(JsonNode answer) {
        return tidy == null ? answer : tidy.apply(answer);
    }
}

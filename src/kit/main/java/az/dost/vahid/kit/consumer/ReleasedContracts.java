package az.dost.vahid.kit.consumer;

import az.dost.vahid.command.CommandFailure;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The contracts of one version: its operations and webhooks, and what their references lead to. */
final class ReleasedContracts {
    private static final String REF = "$ref";
    private static final Pattern CONTRACT = Pattern.compile(".+[.](openapi[.]yaml|openapi[.]json|schema[.]json)");
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_STEPS = 20;
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private final Map<String, JsonNode> files;
    private final Map<String, Operation> operations = new TreeMap<>();

    /**
     * @param whole the operation's own
     * @param shared parameters of its address
     * @param webhook the gateway asks, and the requester answers
     */
    record Operation(Part whole, Part shared, boolean webhook) {}

    /**
     * @param files by their names
     * @param where as a person knows the place
     * @throws CommandFailure when none of them is a contract
     */
    ReleasedContracts(Map<String, JsonNode> files, String where) {
        this.files = files;
        files.forEach((file, content) -> {
            if (content.has("openapi")) {
                index(new Part(file, content.path("paths")), false);
                index(new Part(file, content.path("webhooks")), true);
            }
        });
        if (operations.isEmpty()) {
            throw new CommandFailure("There is no contract in " + where
                    + ": name a folder with files that end with .openapi.yaml or .openapi.json");
        }
    }

    /** Those of this program's version. */
    static ReleasedContracts builtIn() {
        Map<String, JsonNode> files = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:contracts/*.*")) {
                add(file.getFilename(), file.getContentAsByteArray(), files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ReleasedContracts(files, "this version");
    }

    /** @throws CommandFailure when the folder has no contract, or one that cannot be read */
    static ReleasedContracts of(Path folder) {
        Map<String, JsonNode> files = new TreeMap<>();
        OthersFiles others = new OthersFiles(folder);
        for (Path file : others.files(folder)) {
            String name = file.getFileName().toString();
            if (CONTRACT.matcher(name).matches()) {
                add(name, others.bytes(file, MOST_BYTES), files);
            }
        }
        return new ReleasedContracts(files, folder.toString());
    }

    private static void add(String name, byte[] bytes, Map<String, JsonNode> files) {
        if (CONTRACT.matcher(name).matches()) {
            try {
                files.put(
                        name,
                        name.endsWith(".yaml")
                                ? Json.yaml().readTree(new String(bytes, StandardCharsets.UTF_8))
                                : Json.exact().readTree(bytes));
            } catch (IOException e) {
                throw new CommandFailure(name + " is no contract that can be read: " + e.getMessage());
            }
        }
    }

    private void index(Part paths, boolean webhook) {
        paths.node().properties().forEach(path -> {
            Part item = paths.child(path.getKey());
            for (String method : METHODS) {
                Part whole = item.child(method);
                if (whole.there()) {
                    Operation operation = new Operation(whole, item.child("parameters"), webhook);
                    operations.putIfAbsent(whole.node().path("operationId").asText(), operation);
                    operations.putIfAbsent(method.toUpperCase(Locale.ROOT) + " " + path.getKey(), operation);
                }
            }
        });
    }

    /** By its operationId, or by method and path. Null when there is none. */
    Operation operation(String name) {
        return operations.get(name);
    }

    Set<String> operations() {
        return operations.keySet();
    }

    /** What it is or, of a reference, what it leads to. @throws CommandFailure when that is not there */
    Part followed(Part part) {
        Part found = part;
        for (int i = 0; found.node().path(REF).isTextual(); i++) {
            if (i == MOST_STEPS) {
                throw new CommandFailure(part.file() + " has a reference that goes round: "
                        + part.node().path(REF));
            }
            found = target(found);
        }
        return found;
    }

    /** One step from a part that has a reference. @throws CommandFailure when it leads nowhere */
    Part target(Part part) {
        String reference = part.node().path(REF).asText();
        String[] parts = reference.split("#", 2);
        String file = parts[0].isEmpty() ? part.file() : parts[0].replaceFirst("^[.]/", "");
        JsonNode content = files.get(file);
        JsonNode found = content == null || parts.length == 1 || parts[1].isEmpty() ? content : content.at(parts[1]);
        if (found == null || found.isMissingNode()) {
            throw new CommandFailure(part.file() + " refers to " + reference + ", which is not there");
        }
        return new Part(file, found);
    }

    /** The parameters of an operation, its own before those of its address. */
    List<Part> parameters(Operation operation) {
        List<Part> all = new ArrayList<>();
        for (Part list : List.of(operation.whole().child("parameters"), operation.shared())) {
            for (int i = 0; i < list.node().size(); i++) {
                all.add(followed(list.child(i)));
            }
        }
        return all;
    }
}

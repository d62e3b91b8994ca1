package az.dost.vahid.check.api;

import az.dost.vahid.folder.OthersFiles;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An API's file with all that it refers to, from the folder that it is read from and what is below, and from nowhere
 * else. While they are read, each reference becomes the number of its file and a place in it: so a piece of one file
 * can be followed wherever it is used.
 */
public final class ApiFiles {
    private static final int MOST_FILES = 300;
    private static final int MOST_STEPS = 20;
    private static final String REFERENCE = "$ref";
    private static final String NETWORK = "[A-Za-z][A-Za-z0-9+.-]+:.*|//.*";
    private final OthersFiles from;
    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final List<JsonNode> trees = new ArrayList<>();
    private final Set<JsonNode> done = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> missing = new ArrayList<>();
    /** What the first file calls others. */
    private final Map<String, Path> named = new LinkedHashMap<>();

    private boolean refersBack;

    private ApiFiles(OthersFiles from, Path first) {
        this.from = from;
        folder = from.root().toAbsolutePath().normalize();
        number(first);
        // Grows while it is read.
        for (int i = 0; i < files.size(); i++) {
            references(trees.get(i), i);
        }
        if (!missing.isEmpty()) {
            throw new ApiException(missing.stream().distinct().collect(Collectors.joining("\n")));
        }
    }

    /** @throws ApiException also naming every file that is missing, each with who refers to it and where */
    static ApiFiles read(OthersFiles files, Path first) {
        return new ApiFiles(files, first.toAbsolutePath().normalize());
    }

    private int number(Path file) {
        int known = files.indexOf(file);
        if (known >= 0) {
            return known;
        }
        if (files.size() >= MOST_FILES) {
            throw new ApiException("The contract refers to more than " + MOST_FILES + " files");
        }
        files.add(file);
        // What is no document may still be referred to: a description.
        trees.add(
                file.getFileName().toString().matches("(?i).*\\.(ya?ml|json)") || files.size() == 1
                        ? ApiText.read(from, file)
                        : MissingNode.getInstance());
        return files.size() - 1;
    }

    private void references(JsonNode node, int file) {
        if (!node.isContainerNode() || !done.add(node)) {
            return;
        }
        if (node instanceof ObjectNode object) {
            if (object.path(REFERENCE).isTextual()) {
                object.put(REFERENCE, followed(object.path(REFERENCE).textValue(), file));
            }
            if (object.at("/discriminator/mapping") instanceof ObjectNode mapping) {
                mapping.properties()
                        .forEach(variant -> mapping.put(
                                variant.getKey(), alternative(variant.getValue().asText(), file)));
            }
        }
        node.forEach(child -> references(child, file));
    }

    /** A discriminator may name a schema, or refer to one. */
    private String alternative(String named, int file) {
        boolean reference = named.contains("/") || named.contains("#") || named.matches("(?i).*\\.(ya?ml|json)");
        return followed(
                reference ? named : (trees.get(0).has("swagger") ? "#/definitions/" : "#/components/schemas/") + named,
                file);
    }

    private String followed(String reference, int from) {
        int mark = reference.indexOf('#');
        String name = mark < 0 ? reference : reference.substring(0, mark);
        String place = mark < 0 ? "" : decoded(reference.substring(mark + 1));
        int file = name.isEmpty() ? from : other(name, reference, from);
        refersBack |= file == 0 && from != 0;
        return file + "#" + place;
    }

    private int other(String name, String reference, int from) {
        boolean network = name.matches(NETWORK);
        try {
            // A copy of the same name stands for what is on the network.
            Path target = files.get(from)
                    .resolveSibling(network ? name.replaceFirst("(?s)^.*/|[?].*$", "") : decoded(name))
                    .normalize();
            if (!target.startsWith(folder)) {
                missing.add(place(reference, from) + " refers to " + name + ", which is outside the contract's folder");
                return from;
            }
            Optional<String> refused = this.from.refused(target, ApiText.MAX_BYTES);
            if (refused.isPresent()) {
                missing.add(place(reference, from) + " refers to " + name + ", which " + refused.get());
            } else if (target.equals(folder) || !this.from.has(target)) {
                missing.add(place(reference, from) + " refers to " + name
                        + (network ? " on the network: put a copy beside it" : ", which is not there"));
            } else {
                if (from == 0 && !network) {
                    named.put(name, target);
                }
                return number(target);
            }
        } catch (InvalidPathException e) {
            missing.add(place(reference, from) + " refers to " + name + ", which is no name of a file");
        }
        return from;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** File and line: trees have forgotten them. */
    private String place(String reference, int file) {
        String name = folder.relativize(files.get(file)).toString().replace('\\', '/');
        try {
            List<String> lines = ApiText.text(from, files.get(file)).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(reference)) {
                    return name + ":" + (i + 1);
                }
            }
        } catch (IOException e) {
            // Without a line.
        }
        return name;
    }

    JsonNode main() {
        return trees.get(0);
    }

    /**
     * Where a node refers to, itself where it does not; always the same node for the same place.
     *
     * @throws ApiException when that is not there
     */
    public JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        for (int step = 0; at.path(REFERENCE).isTextual(); step++) {
            if (step > MOST_STEPS) {
                throw new ApiException("The contract refers to "
                        + at.path(REFERENCE).textValue().replaceFirst("^[0-9]+", "")
                        + ", which leads from one reference to the next and nowhere else");
            }
            at = place(at.path(REFERENCE).textValue());
        }
        return at;
    }

    /** The next step of {@link #resolved}. @param reference a node that has one */
    public JsonNode next(JsonNode reference) {
        return place(reference.path(REFERENCE).textValue());
    }

    /** An alternative that a discriminator's mapping names. @throws ApiException when it is not there */
    public JsonNode alternative(String followed) {
        return resolved(place(followed));
    }

    /** The same with what stands beside the reference: a path or an operation may have both. */
    JsonNode overlaid(JsonNode node) {
        if (!(node instanceof ObjectNode object)
                || !object.path(REFERENCE).isTextual()
                || object.size() == 1
                || !(resolved(object) instanceof ObjectNode target)) {
            return resolved(node);
        }
        ObjectNode both = target.objectNode().setAll(target);
        object.properties().stream()
                .filter(member -> !member.getKey().equals(REFERENCE))
                .forEach(member -> both.set(member.getKey(), member.getValue()));
        return both;
    }

    private JsonNode place(String followed) {
        int mark = followed.indexOf('#');
        int file = Integer.parseInt(followed.substring(0, mark));
        try {
            JsonNode found = trees.get(file).at(JsonPointer.compile(followed.substring(mark + 1)));
            if (!found.isMissingNode()) {
                return found;
            }
        } catch (IllegalArgumentException e) {
            // An anchor, which no contract seen so far has.
        }
        throw new ApiException("The contract refers to " + (file == 0 ? "" : folder.relativize(files.get(file)))
                + followed.substring(mark) + ", which is not in it");
    }

    /** All files in one, whose references lead nowhere else: each but the first is a member of {@code x-files}. */
    public ObjectNode together() {
        ObjectNode whole = trees.get(0).deepCopy();
        if (trees.size() > 1) {
            ObjectNode others = whole.putObject("x-files");
            for (int i = 1; i < trees.size(); i++) {
                if (trees.get(i).isContainerNode()) {
                    others.set(String.valueOf(i), trees.get(i).deepCopy());
                }
            }
        }
        local(whole);
        return whole;
    }

    private static void local(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.path(REFERENCE).isTextual()) {
                object.put(REFERENCE, local(object.path(REFERENCE).textValue()));
            }
            if (object.at("/discriminator/mapping") instanceof ObjectNode mapping) {
                mapping.properties()
                        .forEach(variant -> mapping.put(
                                variant.getKey(), local(variant.getValue().asText())));
            }
        }
        node.forEach(ApiFiles::local);
    }

    private static String local(String followed) {
        int mark = followed.indexOf('#');
        String place = followed.substring(mark + 1).replace("%", "%25");
        return followed.startsWith("0#") ? "#" + place : "#/x-files/" + followed.substring(0, mark) + place;
    }

    /**
     * The first as it stands at the root: it keeps its bytes, but for references that would lead elsewhere from there.
     */
    private byte[] first() {
        byte[] bytes = from.bytes(files.get(0));
        if (files.get(0).getParent().equals(folder)) {
            return bytes;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (Map.Entry<String, Path> one : named.entrySet()) {
            text = text.replaceAll(
                    "(?<=[\"'\\s])" + Pattern.quote(one.getKey()) + "(?=[#\"'\\s,}]|$)",
                    Matcher.quoteReplacement(
                            folder.relativize(one.getValue()).toString().replace('\\', '/')));
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What a connector's folder needs of them, by the names in it. @param name of the first */
    public Map<String, byte[]> copies(String name) {
        Map<String, byte[]> copies = new LinkedHashMap<>(Map.of(name, first()));
        for (int i = refersBack ? 0 : 1; i < files.size(); i++) {
            String relative = folder.relativize(files.get(i)).toString().replace('\\', '/');
            if (relative.matches("connector\\.yaml|mapping\\.jslt|leaves\\.yaml|request\\..*|contract\\..*|samples/.*")
                    && !relative.equals(name)) {
                throw new ApiException("The contract refers to a file " + relative
                        + ", a name that a connector's folder has for its own: rename it in a copy");
            }
            copies.putIfAbsent(relative, from.bytes(files.get(i)));
        }
        return copies;
    }
}

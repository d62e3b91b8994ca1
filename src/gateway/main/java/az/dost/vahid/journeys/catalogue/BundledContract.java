package az.dost.vahid.journeys.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An OpenAPI contract in one file, for generators and linters, which do not follow references into other files or into
 * the middle of a schema: whatever is referred to becomes a component with a name. What it says is the same.
 */
final class BundledContract {
    private static final String REF = "$ref";
    private static final String COMPONENTS = "/components/";
    private static final String SCHEMAS = "schemas";
    private static final String TYPE = "type";
    /** Of a file that moves as a whole: its definitions move by themselves when something refers to them. */
    private static final Set<String> OF_A_FILE = Set.of("$schema", "$id", "$defs");
    /** What says nothing of a value, and may stand beside a reference. */
    private static final Set<String> NOTES = Set.of(REF, "title", "description", "deprecated", "default", "examples");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern COMPONENT = Pattern.compile(COMPONENTS + "[^/]+/[^/]+");

    private final String main;
    private final Map<String, JsonNode> files;
    private final ObjectNode bundle;
    /** Components that came from elsewhere, by kind and name: apart, since their references begin at another file. */
    private final Map<String, Map<String, JsonNode>> gathered = new TreeMap<>();
    /** By file and pointer: the reference to it in the bundle. */
    private final Map<String, String> moved = new HashMap<>();
    /** What may refer further. */
    private final Deque<Part> open = new ArrayDeque<>();

    private record Part(String file, JsonNode content) {}

    private record Target(String file, String pointer) {
        static Target of(String reference, String from) {
            String[] parts = reference.split("#", 2);
            return new Target(parts[0].isEmpty() ? from : parts[0], parts.length == 1 ? "" : parts[1]);
        }

        boolean component() {
            return COMPONENT.matcher(pointer).matches();
        }

        @Override
        public String toString() {
            return file + "#" + pointer;
        }
    }

    private BundledContract(String main, Map<String, JsonNode> files) {
        this.main = main;
        this.files = files;
        this.bundle = files.get(main).deepCopy();
    }

    /**
     * @param files by name, all that may be referred to
     * @throws IllegalArgumentException when it refers to what is not there
     */
    static JsonNode of(String file, Map<String, JsonNode> files) {
        BundledContract bundled = new BundledContract(file, files);
        ObjectNode components = bundled.bundle.withObjectProperty("components");
        components.properties().forEach(kind -> bundled.takeOut(kind.getKey(), (ObjectNode) kind.getValue()));
        bundled.open.add(new Part(file, bundled.bundle));
        while (!bundled.open.isEmpty()) {
            Part next = bundled.open.remove();
            bundled.follow(next.file(), next.content());
        }
        bundled.gathered.forEach(
                (kind, named) -> components.withObjectProperty(kind).setAll(named));
        return bundled.bundle;
    }

    /** A component that only names one of another file is that one. */
    private void takeOut(String kind, ObjectNode components) {
        components.properties().removeIf(component -> {
            Part found = new Part(main, component.getValue());
            while (found.content().size() == 1 && found.content().has(REF)) {
                Target target = Target.of(found.content().path(REF).textValue(), found.file());
                moved.put(target.toString(), reference(kind, component.getKey()));
                found = find(target);
            }
            if (found.content() == component.getValue()) {
                return false;
            }
            gather(kind, component.getKey(), found);
            return true;
        });
    }

    private void gather(String kind, String name, Part found) {
        gathered.computeIfAbsent(kind, some -> new TreeMap<>()).put(name, found.content());
        open.add(found);
    }

    private static String reference(String kind, String name) {
        return "#" + COMPONENTS + kind + "/" + name;
    }

    private void follow(String file, JsonNode part) {
        if (part instanceof ObjectNode object && object.path(REF).isTextual() && !apart(object)) {
            Target target = Target.of(object.path(REF).textValue(), file);
            if (!target.file().equals(main) || !target.component()) {
                object.put(REF, moved.containsKey(target.toString()) ? moved.get(target.toString()) : move(target));
            }
        }
        typed(part);
        part.forEach(inner -> follow(file, inner));
    }

    /** Generators take whole numbers of a list without a type for what has no type at all. */
    private static void typed(JsonNode part) {
        JsonNode values = part.path("enum");
        if (values.isArray() && !part.has(TYPE) && values.valueStream().allMatch(JsonNode::isIntegralNumber)) {
            ((ObjectNode) part).put(TYPE, "integer");
        }
    }

    /** Generators leave out what stands beside a reference: whether there was something, which is a condition now. */
    private static boolean apart(ObjectNode object) {
        Set<String> beside = new HashSet<>();
        object.fieldNames().forEachRemaining(beside::add);
        beside.removeIf(name -> NOTES.contains(name) || name.startsWith("x-"));
        if (beside.isEmpty()) {
            return false;
        }
        ObjectNode reference = JsonNodeFactory.instance.objectNode().set(REF, object.remove(REF));
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        beside.forEach(name -> own.set(name, object.remove(name)));
        object.putArray("allOf").add(reference).add(own);
        return true;
    }

    private Part find(Target target) {
        JsonNode found = files.getOrDefault(target.file(), JsonNodeFactory.instance.missingNode())
                .at(target.pointer());
        if (found.isMissingNode()) {
            throw new IllegalArgumentException(target + " is referred to, and is not there");
        }
        JsonNode copy = found.deepCopy();
        if (copy instanceof ObjectNode whole && target.pointer().isEmpty()) {
            whole.remove(OF_A_FILE);
        }
        return new Part(target.file(), copy);
    }

    /** @return the reference to it */
    private String move(Target target) {
        Part found = find(target);
        String kind = target.component() ? target.pointer().split("/")[2] : SCHEMAS;
        String stem = capitals(target.file().substring(0, target.file().indexOf('.')));
        String last = target.pointer().isEmpty()
                ? stem
                : capitals(target.pointer().substring(target.pointer().lastIndexOf('/') + 1));
        String name = taken(kind, last) ? stem + last : last;
        moved.put(target.toString(), reference(kind, name));
        gather(kind, name, found);
        return reference(kind, name);
    }

    private boolean taken(String kind, String name) {
        return bundle.path("components").path(kind).has(name)
                || gathered.getOrDefault(kind, Map.of()).containsKey(name);
    }

    /** As names in the contracts' components are written. */
    private static String capitals(String words) {
        StringBuilder name = new StringBuilder();
        for (String word : BETWEEN_WORDS.split(words)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }
}

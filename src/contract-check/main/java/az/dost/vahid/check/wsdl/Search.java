package az.dost.vahid.check.wsdl;

import az.dost.vahid.check.wsdl.ContractFile.NamedFile;
import az.dost.vahid.logging.PlainText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what an import means: the file it names; a copy of that name beside it; the one schema of that namespace among
 * the contract's files; a schema of the jar.
 */
final class Search {
    private static final long MOST_SEARCHED = 100L << 20;
    private final Supply supply;
    private Map<String, List<String>> namespaces;

    Search(Supply supply) {
        this.supply = supply;
    }

    /** Null when there is nothing. @param known files that were read already */
    ContractFile find(ContractFile file, NamedFile wanted, Map<String, ContractFile> known) {
        String namespace = wanted.namespace();
        if (!file.isShipped()) {
            Set<String> names = new LinkedHashSet<>(candidates(file.name(), wanted.location()));
            if (namespace != null) {
                List<String> same = namespaces().getOrDefault(namespace, List.of());
                names.addAll(same.size() == 1 ? same : List.of());
            }
            for (String name : names) {
                if (known.containsKey(name)) {
                    return known.get(name);
                }
                byte[] content = supply.read(name);
                if (content != null) {
                    return parsed(name, content, namespace);
                }
            }
        }
        return ShippedSchemas.has(namespace)
                ? known.getOrDefault(ContractFile.SHIPPED + ShippedSchemas.name(namespace), shipped(namespace))
                : null;
    }

    /** Copies of W3C's schemas often declare a document type: then the jar's is read. */
    private static ContractFile parsed(String name, byte[] content, String namespace) {
        try {
            return ContractFile.parse(name, content);
        } catch (ContractException e) {
            if (ShippedSchemas.has(namespace)) {
                return shipped(namespace);
            }
            throw e;
        }
    }

    static ContractFile shipped(String namespace) {
        return ContractFile.parse(
                ContractFile.SHIPPED + ShippedSchemas.name(namespace), ShippedSchemas.read(namespace));
    }

    private static boolean network(String location) {
        return location.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*|//.*");
    }

    /** Names that the location may have within the supply. */
    private static List<String> candidates(String file, String location) {
        List<String> places = new ArrayList<>();
        if (!network(location)) {
            places.add(location.replaceFirst("(?s)#.*$", ""));
        }
        String last = location.replaceFirst("(?s)#.*$", "").replaceFirst("(?s)^.*/(?=[^?]*(\\?|$))", "");
        places.add(last.replaceFirst("(?s)\\?.*$", ""));
        places.add(last);
        places.add(last.replaceAll("[?=&:]", "_"));
        String folder = file.contains("/") ? file.substring(0, file.lastIndexOf('/') + 1) : "";
        Set<String> names = new LinkedHashSet<>();
        for (String place : places) {
            for (String written : place.contains("%") ? List.of(place, decoded(place)) : List.of(place)) {
                String name = written.startsWith("/") ? null : normal(folder + written.replace('\\', '/'));
                if (name != null && !name.isEmpty() && !name.equals(file)) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(names);
    }

    private static String decoded(String place) {
        try {
            return URLDecoder.decode(place.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return place;
        }
    }

    /** Without {@code .} and {@code ..}; null when that leads out of the root. */
    static String normal(String name) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : name.split("/")) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return null;
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return name.startsWith("/") ? null : String.join("/", parts);
    }

    /** Behind what is imported, for people. */
    String why(ContractFile file, NamedFile wanted) {
        String folder =
                file.name().contains("/") ? file.name().substring(0, file.name().lastIndexOf('/') + 1) : "";
        List<String> same = namespaces().getOrDefault(wanted.namespace() == null ? "" : wanted.namespace(), List.of());
        return (network(wanted.location())
                        ? " from the network"
                        : refused(file, wanted) != null
                                ? ", which " + refused(file, wanted)
                                : wanted.location().startsWith("/") || normal(folder + wanted.location()) == null
                                        ? ", which is outside its folder"
                                        : ", which is not there")
                + (wanted.namespace() == null
                        ? ""
                        : " (namespace " + PlainText.of(wanted.namespace())
                                + (same.size() > 1
                                        ? "; several files have it: " + PlainText.of(String.join(", ", same))
                                        : "")
                                + ")");
    }

    /** Null where nothing of such a name is. */
    private String refused(ContractFile file, NamedFile wanted) {
        return candidates(file.name(), wanted.location()).stream()
                .map(supply::refused)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private Map<String, List<String>> namespaces() {
        if (namespaces == null) {
            namespaces = new HashMap<>();
            long left = MOST_SEARCHED;
            for (String name : supply.names()) {
                byte[] content = left < 0 ? null : read(name);
                if (content != null) {
                    left -= content.length;
                    Beginning.of(content)
                            .filter(beginning -> beginning.name().equals(Beginning.SCHEMA)
                                    && !beginning.namespace().isEmpty())
                            .ifPresent(beginning -> namespaces
                                    .computeIfAbsent(beginning.namespace(), key -> new ArrayList<>())
                                    .add(name));
                }
            }
        }
        return namespaces;
    }

    /** A neighbour that is too long or cannot be read is none. */
    private byte[] read(String name) {
        try {
            return supply.read(name);
        } catch (ContractException e) {
            return null;
        }
    }
}

package az.dost.vahid.check;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** References of a YAML or JSON contract lead to a place in it, or in another file of the folder. */
final class YamlReferences {
    private final CheckedFolder folder;
    private final Path file;
    private final YamlContract contract;
    private final Map<Path, Optional<YamlContract>> others = new LinkedHashMap<>();

    /** Tells of each that does not. */
    YamlReferences(CheckedFolder folder, Path file, YamlContract contract, Remarks remarks) {
        this.folder = folder;
        this.file = file;
        this.contract = contract;
        for (YamlContract.Reference reference : contract.references()) {
            String wrong = wrong(reference.text());
            if (wrong != null) {
                remarks.error(
                        folder.name(file),
                        reference.line(),
                        reference.column(),
                        "refers to " + reference.text() + ", " + wrong);
            }
        }
    }

    /** That are referred to, and there. */
    List<Path> files() {
        return List.copyOf(others.keySet());
    }

    private String wrong(String reference) {
        int mark = reference.indexOf('#');
        String name = mark < 0 ? reference : reference.substring(0, mark);
        String place = mark < 0 ? "" : decoded(reference.substring(mark + 1));
        if (name.isEmpty()) {
            return contract.has(place) ? null : "which is not there";
        }
        boolean network = name.matches("[A-Za-z][A-Za-z0-9+.-]+:.*|//.*");
        Path target = target(network ? name.replaceFirst("(?s)^.*/|[?].*$", "") : decoded(name));
        if (target == null || !target.startsWith(folder.path().normalize())) {
            return "which is outside the file and the folder: bring it in";
        }
        Optional<String> refused = folder.files().refused(target);
        if (refused.isPresent()) {
            return "which " + refused.get();
        } else if (!folder.files().has(target)) {
            return network
                    ? "which is outside the file, on the network: put a copy into the folder"
                    : "which the folder does not have";
        }
        Optional<YamlContract> other = others.computeIfAbsent(target, this::read);
        return place.isEmpty() || other.isEmpty() || other.get().has(place) ? null : "which is not there";
    }

    private Path target(String name) {
        try {
            return file.resolveSibling(name).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** What is wrong with it is told when its turn comes. */
    private Optional<YamlContract> read(Path target) {
        return folder.files().isLonger(target, ContractCheck.MAX_BYTES)
                        || !target.toString().matches(".*\\.(yaml|yml|json)")
                ? Optional.empty()
                : YamlContract.read(folder.text(target), "", true, new Remarks());
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}

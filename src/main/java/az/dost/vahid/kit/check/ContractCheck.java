package az.dost.vahid.kit.check;

import az.dost.vahid.definition.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The agency's own words: {@code contract.*} is there, can be read, is of a bearable size, and needs nothing from outside
 * the folder.
 */
final class ContractCheck implements FolderCheck {
    static final long MAX_BYTES = 5L << 20;

    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        List<Path> contracts = folder.files().stream().filter(file -> file.getFileName().toString().startsWith("contract.")).toList();
        if (contracts.isEmpty()) {
            remarks.error(folder.name(folder.path()), 0, 0, "the folder has no contract (contract.wsdl, contract.openapi.yaml, contract.xsd, contract.md)");
        }
        Deque<Path> waiting = new ArrayDeque<>(contracts);
        Set<Path> seen = new HashSet<>();
        while (!waiting.isEmpty()) {
            Path file = waiting.pop();
            if (seen.add(file.normalize())) {
                waiting.addAll(check(folder, file, remarks));
            }
        }
    }

    /** Gives the further files that this one needs. */
    private static List<Path> check(CheckedFolder folder, Path file, Remarks remarks) {
        String name = folder.name(file);
        if (size(file) > MAX_BYTES) {
            remarks.error(name, 0, 0, "the contract is longer than " + MAX_BYTES + " bytes: leave out what is not about one citizen");
            return List.of();
        }
        String text = folder.text(file);
        if (name.matches(".*\\.(wsdl|xsd|xml)")) {
            var mistake = XmlText.mistake(text, name);
            mistake.ifPresent(remarks::error);
            return mistake.isPresent() ? List.of() : needed(folder, file, new XmlContract(text), remarks);
        }
        if (name.matches(".*\\.(yaml|yml|json)")) {
            return YamlContract.read(text, name, remarks).map(contract -> {
                contract.check(name, remarks);
                return new YamlReferences(folder, file, contract, remarks).files();
            }).orElse(List.of());
        }
        return List.of();
    }

    private static List<Path> needed(CheckedFolder folder, Path file, XmlContract contract, Remarks remarks) {
        String name = folder.name(file);
        contract.recursion().forEach((type, line) -> remarks.error(name, line, 0, "the type " + type
                + " contains itself, and must: no document can have it"));
        return contract.imports().entrySet().stream().flatMap(entry -> {
            String location = entry.getKey();
            boolean network = location.matches("[A-Za-z][A-Za-z0-9+.-]*:.*|//.*");
            // A copy under the same name stands for what is on the network.
            Path target = file.resolveSibling(network ? location.replaceFirst("(?s)^.*/|[?#].*$", "") : location).normalize();
            if (network && (location.endsWith("/") || !Files.isRegularFile(target))) {
                remarks.error(new Finding(name, entry.getValue(), 0, "imports " + location
                        + " from the network: put a copy into the folder", null));
            } else if (!target.startsWith(folder.path().normalize())) {
                remarks.error(new Finding(name, entry.getValue(), 0, "imports " + location + ", which is outside the folder", null));
            } else if (!Files.isRegularFile(target)) {
                remarks.error(new Finding(name, entry.getValue(), 0, "imports " + location + ", which the folder does not have", null));
            } else {
                return java.util.stream.Stream.of(target);
            }
            return java.util.stream.Stream.empty();
        }).toList();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package az.dost.vahid.kit.check;

import az.dost.vahid.kit.form.ContractReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
        contract.recursion().forEach((type, line) -> remarks.error(name, line, 0, "the type " + type.replaceFirst("\\{[^}]*}", "")
                + " contains itself, and must: no document can have it"));
        List<Path> targets = new ArrayList<>();
        contract.imports().forEach((location, line) -> {
            ContractReference reference = ContractReference.of(folder.path(), file, location);
            if (reference.wrong() == null) {
                targets.add(reference.target());
            } else {
                remarks.error(name, line, 0, reference.wrong());
            }
        });
        return targets;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package az.dost.vahid.check;

import az.dost.vahid.check.form.ContractReference;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The agency's own words: {@code contract.*} is there, can be read, is of a bearable size, and needs nothing from
 * outside the folder.
 */
final class ContractCheck implements FolderCheck {
    static final int MAX_BYTES = 5 << 20;

    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        if (folder.own().stream().noneMatch(ContractCheck::ours)) {
            remarks.error(
                    folder.name(folder.path()),
                    0,
                    0,
                    "the folder has no contract (contract.wsdl, contract.openapi.yaml, contract.xsd, contract.md)");
        }
        read(folder, remarks);
    }

    private static boolean ours(Path file) {
        return file.getFileName().toString().startsWith("contract.");
    }

    /** The files that are the agency's: contracts, and what they refer to. */
    static Set<Path> files(CheckedFolder folder) {
        return read(folder, new Remarks());
    }

    private static Set<Path> read(CheckedFolder folder, Remarks remarks) {
        Deque<Path> waiting = new ArrayDeque<>(
                folder.own().stream().filter(ContractCheck::ours).toList());
        Set<Path> seen = new HashSet<>();
        while (!waiting.isEmpty()) {
            Path file = waiting.pop();
            if (seen.add(file.normalize())) {
                waiting.addAll(check(folder, file, remarks));
            }
        }
        return seen;
    }

    /** Gives the further files that this one needs. */
    private static List<Path> check(CheckedFolder folder, Path file, Remarks remarks) {
        String name = folder.name(file);
        if (folder.files().isLonger(file, MAX_BYTES)) {
            remarks.error(
                    name,
                    0,
                    0,
                    "the contract is longer than " + MAX_BYTES + " bytes: leave out what is not about one citizen");
            return List.of();
        }
        String text = folder.text(file);
        if (name.matches(".*\\.(wsdl|xsd|xml)")) {
            var mistake = XmlText.mistake(text, name);
            mistake.ifPresent(remarks::error);
            return mistake.isPresent() ? List.of() : needed(folder, file, new XmlContract(text), remarks);
        }
        if (name.matches(".*\\.(yaml|yml|json)")) {
            return YamlContract.read(text, name, !ours(file), remarks)
                    .map(contract -> {
                        contract.check(name, remarks);
                        return new YamlReferences(folder, file, contract, remarks).files();
                    })
                    .orElse(List.of());
        }
        return List.of();
    }

    private static List<Path> needed(CheckedFolder folder, Path file, XmlContract contract, Remarks remarks) {
        String name = folder.name(file);
        contract.recursion()
                .forEach((type, line) -> remarks.error(
                        name,
                        line,
                        0,
                        "the type " + type.replaceFirst("\\{[^}]*}", "")
                                + " contains itself, and must: no document can have it"));
        List<Path> targets = new ArrayList<>();
        contract.imports().forEach((location, line) -> {
            ContractReference reference = ContractReference.of(folder.files(), file, location);
            if (reference.wrong() == null) {
                targets.add(reference.target());
            } else {
                remarks.error(name, line, 0, reference.wrong());
            }
        });
        return targets;
    }
}

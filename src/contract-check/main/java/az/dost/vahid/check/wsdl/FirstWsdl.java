package az.dost.vahid.check.wsdl;

import az.dost.vahid.check.wsdl.ContractFile.NamedFile;
import az.dost.vahid.logging.PlainText;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The one WSDL of an archive that no other of it imports. */
final class FirstWsdl {
    /** @throws ContractException when there is none, or more than one */
    static String of(Supply zip, Path archive) {
        Set<String> wsdls = zip.names().stream()
                .filter(name -> Beginning.of(zip.read(name))
                        .filter(beginning -> beginning.name().equals(Beginning.WSDL))
                        .isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> first = new LinkedHashSet<>(wsdls);
        for (String name : wsdls) {
            String folder = name.contains("/") ? name.substring(0, name.lastIndexOf('/') + 1) : "";
            ContractFile.parse(name, zip.read(name)).wanted().stream()
                    .map(NamedFile::location)
                    .filter(Objects::nonNull)
                    .forEach(location -> first.remove(Search.normal(folder + location)));
        }
        String shown = PlainText.of(archive.getFileName().toString());
        if (first.size() != 1) {
            throw new ContractException(
                    wsdls.isEmpty()
                            ? shown + " holds no WSDL"
                            : shown + " holds several WSDLs: name one, such as --from " + shown + "/"
                                    + wsdls.iterator().next() + ", of: " + String.join(", ", wsdls));
        }
        return first.iterator().next();
    }

    private FirstWsdl() {}
}

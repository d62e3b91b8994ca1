package az.dost.vahid.check.form;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a file of a contract points to.
 *
 * @param target null where something is wrong
 * @param wrong null where nothing is
 */
public record ContractReference(Path target, String wrong) {
    /**
     * A copy under the same name, beside the file that points, stands for what is on the network. @param folder that
     * none may leave
     */
    public static ContractReference of(Path folder, Path from, String location) {
        boolean network = location.matches("[A-Za-z][A-Za-z0-9+.-]*:.*|//.*");
        Path target;
        try {
            target = from.resolveSibling(network ? location.replaceAll("(?s)^.*/|[?#].*$", "") : location)
                    .normalize();
        } catch (java.nio.file.InvalidPathException e) {
            return new ContractReference(null, "imports " + location + ", which is no path");
        }
        if (network && (location.endsWith("/") || !Files.isRegularFile(target))) {
            return new ContractReference(null, "imports " + location + " from the network: put a copy into the folder");
        } else if (!target.startsWith(folder.normalize())) {
            return new ContractReference(null, "imports " + location + ", which is outside the folder");
        } else if (!Files.isRegularFile(target)) {
            return new ContractReference(null, "imports " + location + ", which the folder does not have");
        }
        return new ContractReference(target, null);
    }
}

package az.dost.vahid.check.form;

import az.dost.vahid.folder.OthersFiles;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a file of a contract points to.
 *
 * @param target null where nothing is; what is refused is told by whoever reads it, too
 * @param wrong null where nothing is
 */
public record ContractReference(Path target, String wrong) {
    /**
     * A copy under the same name, beside the file that points, stands for what is on the network. @param files of the
     * folder that none may leave
     */
    public static ContractReference of(OthersFiles files, Path from, String location) {
        boolean network = location.matches("[A-Za-z][A-Za-z0-9+.-]*:.*|//.*");
        Path target;
        try {
            target = from.resolveSibling(network ? location.replaceAll("(?s)^.*/|[?#].*$", "") : location)
                    .normalize();
        } catch (java.nio.file.InvalidPathException e) {
            return new ContractReference(null, "imports " + location + ", which is no path");
        }
        if (network && (location.endsWith("/") || !files.has(target))) {
            return new ContractReference(null, "imports " + location + " from the network: put a copy into the folder");
        } else if (!target.startsWith(files.root().normalize())) {
            return new ContractReference(null, "imports " + location + ", which is outside the folder");
        }
        Optional<String> refused = files.refused(target);
        if (refused.isPresent()) {
            return new ContractReference(target, "imports " + location + ", which " + refused.get());
        } else if (!files.has(target)) {
            return new ContractReference(null, "imports " + location + ", which the folder does not have");
        }
        return new ContractReference(target, null);
    }
}

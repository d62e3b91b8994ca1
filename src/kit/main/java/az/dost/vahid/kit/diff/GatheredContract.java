package az.dost.vahid.kit.diff;

import az.dost.vahid.check.api.Api;
import az.dost.vahid.check.api.ApiException;
import az.dost.vahid.check.api.ApiText;
import az.dost.vahid.check.wsdl.ContractException;
import az.dost.vahid.check.wsdl.ContractFiles;
import az.dost.vahid.folder.OthersFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * A contract of which files lie in other folders, or in an archive, put together in one folder as {@code connector new}
 * puts it together; the folder goes when this is closed.
 */
public final class GatheredContract implements AutoCloseable {
    private final Path folder = Files.createTempDirectory("vahid-contract");
    private final Path file;

    /**
     * @param from a WSDL, a schema, an API, or an archive that holds a WSDL
     * @param root the folder that has all that it refers to; null for an archive
     * @throws IllegalStateException when it cannot be read, or refers to what is not there
     */
    public GatheredContract(Path from, Path root) throws IOException {
        try {
            Map<String, byte[]> copies = copies(from, root);
            for (Map.Entry<String, byte[]> copy : copies.entrySet()) {
                Path to = folder.resolve(copy.getKey()).normalize();
                if (!to.startsWith(folder)) {
                    throw new IllegalStateException("The contract has a file " + copy.getKey() + " outside its folder");
                }
                Files.createDirectories(to.getParent());
                Files.write(to, copy.getValue());
            }
            file = folder.resolve(copies.keySet().stream()
                    .filter(name -> name.startsWith("contract."))
                    .findFirst()
                    .orElseThrow());
        } catch (ContractException | ApiException | IllegalStateException e) {
            close();
            throw new IllegalStateException(e.getMessage(), e);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private static Map<String, byte[]> copies(Path from, Path root) {
        if (ContractFiles.reads(from) || ContractFiles.readsSchema(from)) {
            return ContractFiles.of(from, root).copies();
        }
        Path file = from.toAbsolutePath().normalize();
        OthersFiles files = new OthersFiles(root.toAbsolutePath().normalize());
        if (!file.startsWith(files.root())) {
            throw new IllegalStateException(from + " does not lie in the root " + root);
        }
        if (!ApiText.describes(files, file)) {
            throw new IllegalStateException(
                    "--root goes with a WSDL, an XML Schema or an API: " + from.getFileName() + " is none");
        }
        return Api.read(files, file)
                .files()
                .copies("contract.openapi."
                        + (from.toString().toLowerCase(Locale.ROOT).endsWith(".json") ? "json" : "yaml"));
    }

    /** The contract itself. */
    public Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}

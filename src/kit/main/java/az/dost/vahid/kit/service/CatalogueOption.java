package az.dost.vahid.kit.service;

import az.dost.vahid.folder.OthersFiles;
import java.nio.file.Path;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which catalogue is meant. */
final class CatalogueOption {
    private static final String BUILT_IN = "contracts/services/catalogue.yaml";

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description = "File of the catalogue, as in vahid.catalogue; the built-in one when not given.")
    private Path file;

    /** @throws ParameterException when there is no such file */
    Resource resource(CommandSpec spec) {
        if (file != null && !OthersFiles.beside(file).has(file)) {
            throw new ParameterException(spec.commandLine(), "There is no file " + file);
        }
        return file == null
                ? new ClassPathResource(BUILT_IN)
                : OthersFiles.beside(file).resource(file);
    }

    /** As a person would type it. */
    String name() {
        return file == null ? BUILT_IN : file.toString();
    }
}

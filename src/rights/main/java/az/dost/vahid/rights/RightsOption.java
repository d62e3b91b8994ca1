package az.dost.vahid.rights;

import az.dost.vahid.definition.DefinitionFolder;
import az.dost.vahid.definition.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which rights are meant. */
final class RightsOption {
    @Option(
            names = "--rights",
            paramLabel = "DIR",
            description = "Folder with the files of rights; the built-in ones when not given.")
    private Path folder;

    /**
     * @throws ParameterException when there is no such folder, or no file of a right in it
     * @throws java.io.UncheckedIOException when it cannot be listed
     */
    Reading<List<Right>> read(CommandSpec spec, Vocabulary vocabulary) {
        return read(folder, spec, vocabulary);
    }

    /** @param folder null for the built-in ones */
    static Reading<List<Right>> read(Path folder, CommandSpec spec, Vocabulary vocabulary) {
        return new RightReader(vocabulary)
                .read(files(folder, spec), folder == null ? RightReader.BUILT_IN : folder.toString());
    }

    /** @param folder null for the built-in ones */
    static List<Resource> files(Path folder, CommandSpec spec) {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "There is no folder " + folder);
        }
        List<Resource> rights = new DefinitionFolder(
                        new PathMatchingResourcePatternResolver(),
                        folder == null ? "classpath:" + RightReader.BUILT_IN : "file:" + folder)
                .files();
        if (rights.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "There is no file *.yaml in " + folder);
        }
        return rights;
    }
}

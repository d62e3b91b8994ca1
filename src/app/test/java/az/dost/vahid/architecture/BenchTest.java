package az.dost.vahid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bench may use: the gateway as anybody has it. Whether its peers start, PeersStartIT says. */
class BenchTest {
    private static final Path SOURCES = Path.of("src/bench/main/java");

    @TempDir
    private Path classes;

    @Test
    void the_bench_stands_in_packages_of_its_own_and_reaches_nothing_package_private() {
        assertThat(Project.files(SOURCES.toString(), ".java"))
                .isNotEmpty()
                .allMatch(file -> file.startsWith(SOURCES.resolve("az/dost/vahid/bench")));
    }

    @Test
    void the_bench_compiles_without_any_class_of_the_tests() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(told, null, null)) {
            compiler.getTask(
                            null,
                            files,
                            told,
                            List.of(
                                    "-proc:none",
                                    "-nowarn",
                                    "-implicit:none",
                                    "-d",
                                    classes.toString(),
                                    "-cp",
                                    withoutTests()),
                            null,
                            files.getJavaFileObjectsFromPaths(Project.files(SOURCES.toString(), ".java")))
                    .call();
        }
        assertThat(told.getDiagnostics())
                .filteredOn(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .isEmpty();
    }

    private static String withoutTests() {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}

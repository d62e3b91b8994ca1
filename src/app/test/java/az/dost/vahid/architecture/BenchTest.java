package az.dost.vahid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench is built in its own profile only: without this, a class that moves would be missed there months later. */
class BenchTest {
    /** Only the bench's profile has JMH. */
    private static final String JMH = "org.openjdk.jmh";

    @TempDir
    private Path classes;

    @Test
    void the_bench_compiles_with_what_it_measures() throws IOException {
        List<Path> sources = Project.files("src/bench/main/java", ".java");
        Set<String> withJmh = sources.stream()
                .filter(file -> Project.text(file).contains("import " + JMH))
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toSet());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(told, null, null)) {
            compiler.getTask(
                            null,
                            files,
                            told,
                            List.of("-proc:none", "-nowarn", "-d", classes.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        assertThat(told.getDiagnostics())
                .filteredOn(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .filteredOn(one -> one.getSource() == null
                        || !withJmh.contains(
                                Path.of(one.getSource().getName()).getFileName().toString()))
                .isEmpty();
    }
}

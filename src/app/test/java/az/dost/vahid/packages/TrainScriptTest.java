package az.dost.vahid.packages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that makes a gateway's ahead-of-time cache, and those that call it; ImageIT has it make one. */
class TrainScriptTest {
    private static final Path SCRIPT = PackageFiles.FOLDER.resolve("train").toAbsolutePath();
    private static final int FIRST_WITH_CACHE = 25;
    private static final int NONE_FITS = 1;
    private static final int NO_SUCH_JAVA = 3;
    private static final String CACHE = "/opt/vahid/vahid.aot";

    @TempDir
    Path folder;

    @Test
    void a_shell_reads_it() throws Exception {
        OutsideTool sh = new OutsideTool("sh", folder);
        assertThat(sh.accepts("-n", SCRIPT.toString())).as(sh.output()).isTrue();
    }

    /** On 17 nothing happens and nothing breaks: whoever calls it goes on. */
    @Test
    void it_tells_a_java_that_makes_none_from_a_cache_that_does_not_fit() throws Exception {
        Process process = new ProcessBuilder(
                        "sh",
                        SCRIPT.toString(),
                        "--fits",
                        System.getProperty("java.home"),
                        folder.toString(),
                        folder.resolve("vahid.aot").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .isEqualTo(Runtime.version().feature() >= FIRST_WITH_CACHE ? NONE_FITS : NO_SUCH_JAVA);
    }

    /** The options name the place where each of them puts the cache, and no start may depend on it. */
    @Test
    void the_cache_lies_where_the_options_name_it() throws Exception {
        assertThat(Files.readAllLines(PackageFiles.FOLDER.resolve("cache.options")))
                .contains("-XX:AOTCache=" + CACHE, "-XX:AOTMode=auto");
        assertThat(Files.readString(PackageFiles.FOLDER.resolve("install"))).contains(" " + CACHE + "\n");
        assertThat(Files.readString(PackageFiles.FOLDER.resolve("container/Dockerfile")))
                .contains("/trained/vahid.aot", "COPY --from=trained /trained/ /opt/vahid/");
        assertThat(Files.readString(PackageFiles.FOLDER.resolve("container/by-hand")))
                .contains("$root" + CACHE);
    }

    @Test
    void a_build_of_the_image_is_given_what_it_copies() throws Exception {
        assertThat(Files.readAllLines(PackageFiles.FOLDER.resolve("container/Dockerfile.dockerignore")))
                .contains(
                        "!src/packages/train",
                        "!src/packages/jvm.options",
                        "!src/packages/cache.options",
                        "!target/vahid-demo.jar");
    }
}

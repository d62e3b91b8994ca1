package az.dost.vahid.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainCommandTest {
    @TempDir
    Path folder;

    /** Before a database and twenty agencies are started for nothing. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_java_without_such_caches_is_told_at_once() throws Exception {
        Path java = Files.writeString(
                folder.resolve("java"), "#!/bin/sh\necho \"Unrecognized VM option 'AOTMode=off'\" >&2\nexit 1\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path cache = folder.resolve("vahid.aot");
        StringWriter error = new StringWriter();
        int code = new CommandLine(new TrainCommand())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    error.write(failure.getMessage());
                    return 1;
                })
                .setErr(new PrintWriter(error))
                .execute("--java", java.toString(), "--cache", cache.toString(), "vahid.jar");
        assertThat(code).isEqualTo(1);
        assertThat(error.toString()).contains("makes no ahead-of-time cache: that takes Java 25 or later");
        assertThat(cache).doesNotExist();
    }
}

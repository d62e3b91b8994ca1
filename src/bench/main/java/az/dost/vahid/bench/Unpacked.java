package az.dost.vahid.bench;

import java.io.IOException;
import java.nio.file.Path;

/** A jar taken apart, as {@code run.md} says for service: its classes are found without Spring Boot's own loader. */
final class Unpacked {
    /**
     * @param folder to be made
     * @return what to start
     */
    static Path of(Path jar, Path folder) throws IOException, InterruptedException {
        int code = new ProcessBuilder(
                        Launched.executable(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        folder.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(jar + " cannot be taken apart: exit status " + code);
        }
        return folder.resolve(jar.getFileName());
    }

    private Unpacked() {}
}

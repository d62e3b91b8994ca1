package az.dost.vahid.signature.own;

import az.dost.vahid.command.Failures;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** The command in a folder of keys; as a process, it changes them again and again until it is killed. */
final class RotatingKeys {
    private final Path folder;
    private final Path password;
    private String said = "";

    RotatingKeys(Path folder, Path password) {
        this.folder = folder;
        this.password = password;
    }

    /** @param arguments without the folder and the password. @return the exit code */
    int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--keys", folder.toString(), "--password-file", password.toString()));
        StringWriter written = new StringWriter();
        Failures failures = new Failures(text -> text);
        int code = new CommandLine(new KeysCommand())
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setErr(new PrintWriter(written, true))
                .setOut(new PrintWriter(written, true))
                .execute(all.toArray(String[]::new));
        said = written.toString();
        return code;
    }

    /** What the last one wrote. */
    String said() {
        return said;
    }

    private void must(String... arguments) {
        if (run(arguments) != 0) {
            throw new IllegalStateException(said);
        }
    }

    @SuppressWarnings("InfiniteLoopStatement")
    public static void main(String[] args) {
        RotatingKeys keys = new RotatingKeys(Path.of(args[0]), Path.of(args[1]));
        while (true) {
            keys.must("rotate", "dossier", "prepare");
            keys.must("rotate", "dossier", "switch");
            keys.must("rotate", "record", "prepare");
            keys.must("rotate", "record", "switch");
            keys.must("rotate", "record", "finish");
            System.out.println("round");
        }
    }
}

package az.dost.vahid.process;

import java.io.File;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a Java process that a test starts is started with. */
public final class ChildProcess {
    /** This process's class path. Surefire ends it with a separator, which would put the working folder on it. */
    public static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private ChildProcess() { }
}

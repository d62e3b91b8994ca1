package az.dost.vahid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What another Java process says of itself, asked by the JDK's {@code jcmd}, with nothing prepared in that process.
 * Remote JMX would need Java objects to be read from bytes there, which the gateway lets nobody do.
 *
 * @param jcmd of that process's own JDK
 */
record JavaMachine(long pid, Path jcmd) {
    private static final Pattern ALLOCATED = Pattern.compile(" allocated=(\\d+)([BKMG]) ");
    private static final Pattern COMPILING = Pattern.compile("java\\.ci\\.totalTime=(\\d+)");
    private static final Pattern TICKS = Pattern.compile("sun\\.os\\.hrt\\.frequency=(\\d+)");
    private static final String UNITS = "BKMG";
    private static final int UNIT_BITS = 10;
    private static final long SECOND_MS = 1_000;

    /**
     * Bytes that the threads that live now have allocated, as jcmd rounds them: two digits at least, and whole GiB for
     * a thread beyond 10 GiB. Pools do not end threads under load.
     */
    long allocatedBytes() {
        Matcher thread = ALLOCATED.matcher(said("Thread.print -e"));
        long sum = 0;
        while (thread.find()) {
            sum += Long.parseLong(thread.group(1)) << UNIT_BITS * UNITS.indexOf(thread.group(2));
        }
        return sum;
    }

    /** Time that its compilers have taken so far. */
    long compilationMs() {
        String counters = said("PerfCounter.print");
        return Math.multiplyExact(number(counters, COMPILING), SECOND_MS) / number(counters, TICKS);
    }

    private static long number(String counters, Pattern name) {
        Matcher counter = name.matcher(counters);
        if (!counter.find()) {
            throw new IllegalStateException("No counter " + name);
        }
        return Long.parseLong(counter.group(1));
    }

    private String said(String question) {
        try {
            Process asked = new ProcessBuilder(jcmd.toString(), Long.toString(pid), question)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

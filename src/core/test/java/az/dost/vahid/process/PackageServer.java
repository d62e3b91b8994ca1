package az.dost.vahid.process;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * A server that the tests of one package share. The first that asks for it starts it. It ends when a class of another
 * package begins and none of its own runs: it would poll until the JVM ends, beside tests that have no use for it.
 */
public final class PackageServer<T extends AutoCloseable> {
    /** How many classes of a package run now. */
    private static final Map<String, Integer> CLASSES = new HashMap<>();

    private static final Set<PackageServer<?>> STARTED = new LinkedHashSet<>();
    private static Runnable beforeEnd = () -> {};
    private final String owner;
    private final Supplier<T> start;
    private T running;

    /** @param owner of the package whose tests share it */
    public PackageServer(Class<?> owner, Supplier<T> start) {
        this.owner = owner.getPackageName();
        this.start = start;
    }

    /**
     * What is to be done each time before a server ends: its threads and metrics are gone when the last test has run.
     */
    public static void beforeEnd(Runnable action) {
        synchronized (STARTED) {
            beforeEnd = action;
        }
    }

    /** The one that runs; a new one where none does. */
    public T get() {
        synchronized (STARTED) {
            if (running == null) {
                running = start.get();
                STARTED.add(this);
            }
            return running;
        }
    }

    private void end() throws Exception {
        beforeEnd.run();
        T ended = running;
        running = null;
        ended.close();
    }

    private static void endUnused(String beginning) throws Exception {
        for (Iterator<PackageServer<?>> all = STARTED.iterator(); all.hasNext(); ) {
            PackageServer<?> server = all.next();
            if (!server.owner.equals(beginning) && CLASSES.getOrDefault(server.owner, 0) == 0) {
                all.remove();
                server.end();
            }
        }
    }

    /** Tells which classes run; JUnit finds it by {@code META-INF/services}. */
    public static final class Classes implements TestExecutionListener {
        @Override
        public void executionStarted(TestIdentifier test) {
            of(test).ifPresent(name -> {
                synchronized (STARTED) {
                    CLASSES.merge(name, 1, Integer::sum);
                    try {
                        endUnused(name);
                    } catch (Exception e) {
                        throw new IllegalStateException("A server of tests does not end", e);
                    }
                }
            });
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            of(test).ifPresent(name -> {
                synchronized (STARTED) {
                    CLASSES.merge(name, -1, Integer::sum);
                }
            });
        }

        private static Optional<String> of(TestIdentifier test) {
            return test.getSource()
                    .filter(ClassSource.class::isInstance)
                    .map(source -> ((ClassSource) source).getJavaClass().getPackageName());
        }
    }
}

package az.dost.vahid.packages;

import az.dost.vahid.faces.OutsideTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Helm itself, as the library that the profile {@code endurance} copies below {@code target}; on no class path of ours.
 */
final class HelmLibrary {
    private static final Path JARS = Path.of("target/helm");
    private final Path chart;

    /** Loaded once: it brings a runtime of its own into the process. */
    private static final class Loaded {
        static final ClassLoader LIBRARY = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader());

        private static URL[] jars() {
            try (Stream<Path> jars = Files.list(JARS)) {
                return jars.map(Loaded::url).toArray(URL[]::new);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static URL url(Path jar) {
            try {
                return jar.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @param chart folder with what stands in {@code values.yaml} */
    HelmLibrary(Path chart) {
        OutsideTool.needed(Files.isDirectory(JARS), JARS + " is not there (mvn -Pendurance makes it)");
        this.chart = chart;
    }

    /** What {@code helm template} prints. @throws IllegalStateException with its message when it fails */
    String template() {
        return String.valueOf(call(call(command("template"), "withName", "test"), "call"));
    }

    /** What {@code helm lint --strict} complains of; empty when it finds nothing. */
    List<?> lint() {
        Object result = call(call(call(command("lint"), "strict"), "quiet"), "call");
        return Boolean.TRUE.equals(call(result, "isFailed")) ? (List<?>) call(result, "getMessages") : List.of();
    }

    private Object command(String name) {
        // It looks for its native part there.
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Loaded.LIBRARY);
        try {
            return call(
                    Loaded.LIBRARY
                            .loadClass("com.marcnuri.helm.Helm")
                            .getConstructor(Path.class)
                            .newInstance(chart),
                    name);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static Object call(Object target, String method, String... arguments) {
        try {
            Class<?>[] types =
                    Stream.of(arguments).map(argument -> String.class).toArray(Class<?>[]::new);
            return target.getClass().getMethod(method, types).invoke(target, (Object[]) arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

package az.dost.vahid.signature.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Classes that need other versions of libraries than the rest of the product: the jars of a folder of the class path,
 * and the classes of ours that are written against them, come from here; all else comes from the application.
 */
final class IsolatedLibrary extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final String ours;

    /**
     * @param folder of jars, on the class path
     * @param ours prefix of the names of our classes that are written against them
     */
    IsolatedLibrary(String folder, String ours) {
        super(jars(folder), IsolatedLibrary.class.getClassLoader());
        this.ours = ours;
    }

    private static URL[] jars(String folder) {
        try {
            Resource[] jars = new PathMatchingResourcePatternResolver(IsolatedLibrary.class.getClassLoader())
                    .getResources("classpath:" + folder + "/*.jar");
            if (jars.length == 0) {
                throw new IllegalStateException("The class path has no jars in " + folder + ": build with Maven");
            }
            List<URL> urls = new ArrayList<>();
            Path copies = null;
            for (Resource jar : jars) {
                if (!jar.isFile()) {
                    // A jar within the one jar cannot be read in its place.
                    copies = copies == null ? temporary() : copies;
                    urls.add(
                            copy(jar, copies.resolve(jar.getFilename())).toUri().toURL());
                } else {
                    urls.add(jar.getURL());
                }
            }
            return urls.toArray(URL[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() throws IOException {
        Path folder = Files.createTempDirectory("vahid-");
        folder.toFile().deleteOnExit();
        return folder;
    }

    private static Path copy(Resource jar, Path to) throws IOException {
        try (InputStream in = jar.getInputStream()) {
            Files.copy(in, to);
        }
        to.toFile().deleteOnExit();
        return to;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> found = findLoadedClass(name);
            if (found == null) {
                found = name.startsWith(ours) ? own(name) : inJars(name);
            }
            if (found == null) {
                return super.loadClass(name, resolve);
            }
            if (resolve) {
                resolveClass(found);
            }
            return found;
        }
    }

    private Class<?> inJars(String name) {
        try {
            return findResource(name.replace('.', '/') + ".class") == null ? null : findClass(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private Class<?> own(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own != null ? own : super.getResource(name);
    }
}

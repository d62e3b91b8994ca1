package az.dost.vahid.edge.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** The settings of {@code application.yaml}: what each is when nobody sets it, numbers and truths as such. */
public final class Defaults {
    private static final Resource FILE = new ClassPathResource("application.yaml");
    private final Map<String, Object> values = new LinkedHashMap<>();

    public Defaults() {
        try {
            for (PropertySource<?> source : new YamlPropertySourceLoader().load("defaults", FILE)) {
                for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                    values.put(name, source.getProperty(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of the file. */
    public Set<String> names() {
        return values.keySet();
    }

    /** Null for a setting that has none. */
    Object of(String name) {
        return values.get(name);
    }

    /** As it stands in the file, other settings by their names; empty where there is none. */
    public String text(String name) {
        return String.valueOf(values.getOrDefault(name, ""));
    }

    /** The file itself, with what it says of each setting. */
    public static String file() {
        try {
            return FILE.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package az.dost.vahid.edge.start;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * What operators have set in files and as arguments. Variables of the environment are not among it: most of them belong
 * to others.
 */
final class SetByPeople {
    /** As Spring Boot calls a source that it has read from a file. */
    private static final Pattern FILE = Pattern.compile("file \\[(.+?)]");

    static Set<String> names(ConfigurableEnvironment environment) {
        Set<String> names = new LinkedHashSet<>();
        environment.getPropertySources().stream()
                .filter(source -> source instanceof CommandLinePropertySource
                        || FILE.matcher(source.getName()).find())
                .filter(EnumerablePropertySource.class::isInstance)
                .forEach(source -> names.addAll(List.of(((EnumerablePropertySource<?>) source).getPropertyNames())));
        return names;
    }

    /** The files that were read. */
    static List<Path> files(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .map(PropertySource::getName)
                .flatMap(name -> {
                    Matcher file = FILE.matcher(name);
                    return file.find()
                            ? Stream.of(Path.of(file.group(1)).toAbsolutePath().normalize())
                            : Stream.<Path>empty();
                })
                .toList();
    }

    private SetByPeople() {}
}

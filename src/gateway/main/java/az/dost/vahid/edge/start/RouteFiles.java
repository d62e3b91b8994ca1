package az.dost.vahid.edge.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Names each file of routes to Camel. Given a pattern it unpacks every library of the jar, from its first byte to its
 * last, to look for them.
 */
public final class RouteFiles implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String SETTING = "camel.main.routes-include-pattern";
    private static final String FOLDER = "classpath:routes/";
    private static final String FILES = "*.camel.yaml";
    private static final String PATTERN = FOLDER + FILES;
    /** A module above the gateway has files of its own. */
    private static final String OF_ALL_MODULES = "classpath*:routes/" + FILES;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment settings = context.getEnvironment();
        if (PATTERN.equals(settings.getProperty(SETTING))) {
            settings.getPropertySources().addFirst(new MapPropertySource("routes", Map.of(SETTING, names())));
        }
    }

    private static String names() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(OF_ALL_MODULES))
                    .map(file -> FOLDER + file.getFilename())
                    .sorted()
                    .collect(Collectors.joining(","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

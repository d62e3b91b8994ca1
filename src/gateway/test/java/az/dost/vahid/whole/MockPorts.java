package az.dost.vahid.whole;

import az.dost.vahid.process.FreePort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/**
 * A free port for each port setting of the profile {@code mocks}, and for the pages that people come back to from its
 * issuer.
 */
final class MockPorts {
    private static final String PAGES = "vahid.pages.port";
    private final List<String> settings = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    MockPorts() {
        YamlPropertiesFactoryBean profile = new YamlPropertiesFactoryBean();
        profile.setResources(new ClassPathResource("application-mocks.yaml"));
        profile.getObject().keySet().stream()
                .map(Object::toString)
                .filter(name -> name.matches("vahid\\.(mocks\\..*port(s\\..*)?|management\\.port)"))
                .forEach(settings::add);
        settings.add(PAGES);
        settings.forEach(setting -> ports.add(FreePort.next()));
    }

    int http() {
        return ports.get(settings.indexOf("vahid.mocks.http-port"));
    }

    int management() {
        return ports.get(settings.indexOf("vahid.management.port"));
    }

    int pages() {
        return ports.get(settings.indexOf(PAGES));
    }

    /** Command-line arguments: those given, and one for each port. */
    String[] settings(String... others) {
        Stream<String> own =
                settings.stream().map(setting -> "--" + setting + "=" + ports.get(settings.indexOf(setting)));
        return Stream.concat(Stream.of(others), own).toArray(String[]::new);
    }
}

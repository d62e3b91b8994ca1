package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.mock.register.ComputedPopulation;
import az.dost.vahid.process.FreePort;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** All SOAP agencies on free ports of this machine, with a small population and keys of their own. */
final class SoapAgencies implements AutoCloseable {
    private static final int CITIZENS = 5_000;
    final Population population = new ComputedPopulation(CITIZENS);
    final Faults faults = new Faults();
    final Path keyFolder;
    private final MockSettings settings;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    SoapAgencies(Path folder) {
        keyFolder = folder.resolve("keys");
        Map<String, Integer> ports = new TreeMap<>();
        Map<String, String> secrets = new TreeMap<>();
        Descriptor.all().forEach(descriptor -> {
            if (descriptor.text("/auth/kind").equals("mutual-tls")) {
                ports.put(descriptor.agency(), FreePort.next());
            }
            if (!descriptor.text("/auth/secret").isEmpty()) {
                secrets.put(descriptor.text("/auth/secret"), "s3 of " + descriptor.agency());
            }
        });
        settings = new MockSettings(
                FreePort.next(), ports, 0, CITIZENS, keyFolder, folder.resolve("drops"), secrets, List.of());
        DemoKeys keys = new DemoKeys(keyFolder, faults);
        bean(MockSettings.class, () -> settings);
        bean(Population.class, () -> population);
        bean(Faults.class, () -> faults);
        bean(DemoKeys.class, () -> keys);
        bean(MockServer.class, () -> new MockServer(settings, keys, faults));
        context.scan(SoapAgencies.class.getPackageName());
        context.refresh();
    }

    private <T> void bean(Class<T> type, Supplier<T> supplier) {
        context.registerBean(type, supplier);
    }

    URI endpoint(String agency) {
        Integer port = settings.tlsPorts().get(agency);
        return URI.create(
                port == null
                        ? "http://localhost:" + settings.httpPort() + "/" + agency
                        : "https://localhost:" + port + "/" + agency);
    }

    String secret(String name) {
        return settings.secret(name);
    }

    @Override
    public void close() {
        context.close();
    }
}

package az.dost.vahid.mock.rest;

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

/** Mock agencies on free ports of this machine, with a small population and keys of their own. */
final class RunningAgencies implements AutoCloseable {
    private static final int CITIZENS = 5_000;
    final Population population = new ComputedPopulation(CITIZENS);
    final Faults faults = new Faults();
    final Path keyFolder;
    private final MockSettings settings;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** All of the package, each with the secret that its connector names. */
    RunningAgencies(Path folder) {
        keyFolder = folder.resolve("keys");
        Map<String, Integer> ports = new TreeMap<>();
        Map<String, String> secrets = new TreeMap<>();
        Descriptor.agencies().stream().map(Descriptor::of).forEach(descriptor -> {
            if (descriptor.text("/proof/kind").equals("tls")) {
                ports.put(descriptor.agency(), FreePort.next());
            }
            // Characters that OAuth's form encoding changes.
            secrets.put(descriptor.text("/auth/secret"), "s 2+% " + descriptor.agency());
        });
        settings = new MockSettings(
                FreePort.next(), ports, 0, CITIZENS, keyFolder, folder.resolve("drops"), secrets, List.of());
        DemoKeys keys = new DemoKeys(keyFolder, faults);
        bean(MockSettings.class, () -> settings);
        bean(Population.class, () -> population);
        bean(Faults.class, () -> faults);
        bean(DemoKeys.class, () -> keys);
        bean(MockServer.class, () -> new MockServer(settings, keys, faults));
        context.scan(RunningAgencies.class.getPackageName());
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

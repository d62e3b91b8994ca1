package az.dost.vahid.demo;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.sources.ingest.snapshot.Snapshots;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** The default run's first lookup, once the file drops are loaded, and then the pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoSettings.class)
@ConditionalOnProperty("vahid.demo.fin")
class DemoConfiguration {
    private static final long LOOK_EVERY_MS = 200;
    private static final long LONGEST_WAIT_MS = 300_000;

    @Bean
    ApplicationListener<ApplicationReadyEvent> firstLookup(
            Catalogue connectors, Snapshots snapshots, DemoSettings demo) {
        List<String> drops = connectors.connectors().stream()
                .filter(c -> c.protocol() == Connector.Protocol.FILE)
                .map(Connector::id)
                .toList();
        return ready -> {
            ConfigurableEnvironment settings = ready.getApplicationContext().getEnvironment();
            int port = settings.getRequiredProperty("local.server.port", Integer.class);
            Thread thread = new Thread(
                    () -> {
                        run(drops, snapshots, new FirstLookup(port, demo.token(), demo.fin()));
                        DemoPages.start(settings, port, System.out);
                    },
                    "first-lookup");
            thread.setDaemon(true);
            thread.start();
        };
    }

    private static void run(List<String> drops, Snapshots snapshots, FirstLookup lookup) {
        try {
            long end = System.currentTimeMillis() + LONGEST_WAIT_MS;
            while (!drops.stream().allMatch(snapshots::settled) && System.currentTimeMillis() < end) {
                Thread.sleep(LOOK_EVERY_MS);
            }
            lookup.show(System.out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.io.IOException e) {
            System.out.println("The first lookup got no answer: " + e.getMessage());
        }
    }
}

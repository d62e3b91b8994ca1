package az.dost.vahid.demo;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.journeys.tally.TallyJob;
import az.dost.vahid.mock.issuer.Logins;
import az.dost.vahid.sources.ingest.snapshot.Snapshots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

/** The default run's first lookup, once the file drops are loaded, and then the pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoSettings.class)
@ConditionalOnProperty("vahid.demo.fin")
class DemoConfiguration {
    /** Everybody knows the tokens of the demonstration's requesters. */
    private static final String REGISTRY = "demo-civil-registry";

    private static final long LOOK_EVERY_MS = 200;
    private static final long LONGEST_WAIT_MS = 300_000;

    @Bean
    ApplicationListener<ApplicationReadyEvent> firstLookup(
            Catalogue connectors, Snapshots snapshots, DemoSettings demo, TallyJob tallies, JdbcTemplate jdbc) {
        List<String> drops = connectors.connectors().stream()
                .filter(c -> c.protocol() == Connector.Protocol.FILE)
                .map(Connector::id)
                .toList();
        return ready -> {
            ConfigurableEnvironment settings = ready.getApplicationContext().getEnvironment();
            int port = settings.getRequiredProperty("local.server.port", Integer.class);
            String gateway = "http://localhost:" + port;
            DemoCaller caller = new DemoCaller(gateway, demo.token());
            Thread thread = new Thread(
                    () -> {
                        run(drops, snapshots, new FirstLookup(caller, demo.fin()));
                        DemoPages.start(settings, port, System.out);
                        if (demo.quarter()) {
                            before(
                                    new ComputedQuarter(caller, tallies, jdbc),
                                    () -> acts(gateway, settings, connectors),
                                    () -> deliveries(gateway, settings));
                        }
                    },
                    "first-lookup");
            thread.setDaemon(true);
            thread.start();
        };
    }

    private static PlayedActs acts(String gateway, ConfigurableEnvironment settings, Catalogue connectors) {
        String issuer = settings.getRequiredProperty("vahid.tokens.issuer");
        return new PlayedActs(
                new DemoCaller(gateway, Logins.token(issuer, "a.mammadova")),
                operator(settings),
                connectors.connectors().get(0).id());
    }

    private static FailedDeliveries deliveries(String gateway, ConfigurableEnvironment settings) {
        return new FailedDeliveries(
                new DemoCaller(gateway, REGISTRY),
                operator(settings),
                Path.of(settings.getRequiredProperty("vahid.events.subscriptions")
                        .replaceFirst("^file:", "")),
                "http://localhost:" + settings.getRequiredProperty("vahid.mocks.http-port") + "/subscriber/events");
    }

    private static DemoCaller operator(ConfigurableEnvironment settings) {
        return new DemoCaller(
                settings.getRequiredProperty("vahid.pages.operations"),
                Logins.token(settings.getRequiredProperty("vahid.tokens.issuer"), "r.ismayilov"));
    }

    private static void before(
            ComputedQuarter quarter, Supplier<PlayedActs> acts, Supplier<FailedDeliveries> deliveries) {
        try {
            quarter.make(System.out);
            acts.get().play();
            deliveries.get().play();
            System.out.printf("The past is whole: rated slips, a proposal and deliveries that failed.%n%n");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            System.out.println("The computed quarter is not whole: " + e.getMessage());
        }
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
        } catch (IOException e) {
            System.out.println("The first lookup got no answer: " + e.getMessage());
        }
    }
}

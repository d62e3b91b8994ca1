package az.dost.vahid.bench;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.proof.member.Share;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.trace.Traces;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Vahid's parts without its routes, for the processes that stand beside the gateway. */
public final class Parts {
    /**
     * As many as Spring Boot has: the gateway's own setting, which they would read too, is for a server whose threads
     * wait for nobody.
     */
    public static final String SERVER_THREADS = "--server.jetty.threads.max=200";

    private static final int CONNECTIONS = 24;

    /** The built-in connectors alone. */
    public static Catalogue catalogue() {
        AnnotationConfigApplicationContext parts = new AnnotationConfigApplicationContext();
        parts.scan("az.dost.vahid.connector", "az.dost.vahid.definition");
        parts.refresh();
        return parts.getBean(Catalogue.class);
    }

    /**
     * Connectors, keys, lookup and database, by a properties file with the gateway's own settings.
     *
     * @param crypto native or jdk; null for what the file says
     */
    public static ApplicationContext of(String settings, String crypto) {
        AnnotationConfigApplicationContext parts = new AnnotationConfigApplicationContext();
        try {
            parts.getEnvironment().getPropertySources().addFirst(new ResourcePropertySource("file:" + settings));
            new YamlPropertySourceLoader()
                    .load("defaults", new ClassPathResource("application.yaml"))
                    .forEach(parts.getEnvironment().getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (crypto != null) {
            parts.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("crypto", Map.of("vahid.crypto", crypto)));
        }
        Supplier<HikariDataSource> database =
                () -> database(parts.getEnvironment().getRequiredProperty("spring.datasource.url"));
        parts.registerBean(HikariDataSource.class, database);
        parts.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(parts.getBean(HikariDataSource.class)));
        parts.registerBean(
                JdbcTransactionManager.class, () -> new JdbcTransactionManager(parts.getBean(HikariDataSource.class)));
        parts.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        parts.registerBean(Share.class, Share::whole);
        parts.registerBean(Traces.class, () -> Traces.OFF);
        parts.registerBean(CamelContext.class, () -> new DefaultCamelContext());
        parts.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        // Those alone that are asked for: the others may need what only the gateway has.
        parts.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        parts.scan(
                "az.dost.vahid.connector",
                "az.dost.vahid.definition",
                "az.dost.vahid.job",
                "az.dost.vahid.signature",
                "az.dost.vahid.journeys.lookup",
                "az.dost.vahid.proof.claim",
                "az.dost.vahid.proof.record",
                "az.dost.vahid.journeys.misuse",
                "az.dost.vahid.proof.protection",
                "az.dost.vahid.edge.access",
                "az.dost.vahid.sources.rollout",
                "az.dost.vahid.proof.trust",
                "az.dost.vahid.sources.verdict",
                "az.dost.vahid.sources.combine");
        parts.refresh();
        return parts;
    }

    public static Talk talk(ConnectorFolder folder, ApplicationContext parts) {
        return new Talk(
                folder,
                parts.getEnvironment()::getRequiredProperty,
                parts.getBean(GatewayKeys.class),
                parts.getBean(PinnedCertificates.class).of(folder.connector().id()),
                parts.getBean(CryptoProvider.class));
    }

    static HikariDataSource database(String url) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(url);
        database.setMaximumPoolSize(CONNECTIONS);
        return database;
    }

    private Parts() {}
}

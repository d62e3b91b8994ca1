package az.dost.vahid.kit;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.check.Kit;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.EndpointFile;
import az.dost.vahid.connector.VersionArchive;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.journeys.reload.ConnectorReload;
import az.dost.vahid.proof.member.OwnStatus;
import az.dost.vahid.proof.member.Share;
import az.dost.vahid.proof.member.UrgentCalls;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.signature.rehearsal.PlayedGateway;
import az.dost.vahid.sources.agency.RunningAgencies;
import az.dost.vahid.sources.ingest.snapshot.Snapshots;
import az.dost.vahid.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.awaitility.Awaitility;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The part of a gateway that calls agencies and watches a folder of connectors; none of the built-in ones is called.
 */
public final class WatchingGateway implements AutoCloseable {
    private static final int ROUND_MS = 100;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final ProducerTemplate producer;

    public WatchingGateway(Path connectors, Path keys, Map<String, String> settings) throws Exception {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("vahid.connectors", connectors.resolve("none-at-the-start").toString());
        beans.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
        PlayedGateway.keys(keys.resolve("gateway.p12"));
        CryptoProvider crypto = new CryptoProvider(false);
        beans.registerBean(CryptoProvider.class, () -> crypto);
        beans.registerBean(GatewayKeys.class, () -> new GatewayKeys(keys.resolve("gateway.p12"), new char[0], crypto));
        beans.registerBean(PinnedCertificates.class, () -> new PinnedCertificates(keys.resolve("agencies"), crypto));
        beans.registerBean(PersonHash.class, () -> new PersonHash(new byte[32]));
        beans.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        beans.registerBean(Traces.class, () -> Traces.OFF);
        beans.registerBean(Snapshots.class, () -> Mockito.mock(Snapshots.class));
        beans.registerBean(CamelContext.class, () -> camel);
        beans.registerBean(UrgentCalls.class, () -> new UrgentCalls(Share.whole()));
        beans.registerBean(OwnStatus.class, OwnStatus::new);
        beans.registerBean(Jobs.class, Jobs::logged);
        EndpointFile endpoints = new EndpointFile(connectors);
        beans.registerBean(EndpointFile.class, () -> endpoints);
        beans.scan("az.dost.vahid.connector", "az.dost.vahid.definition", "az.dost.vahid.sources.agency");
        beans.refresh();
        camel.getRegistry().bind("failedCall", beans.getBean("failedCall"));
        for (String routes : List.of("errors", "agency-soap", "agency-rest", "agency-shared", "agency-http")) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.resolveMandatoryResource(
                            camel, "classpath:routes/" + routes + ".camel.yaml"));
        }
        camel.start();
        producer = camel.createProducerTemplate();
        ConnectorReload watch = new ConnectorReload(
                connectors,
                Kit.check(),
                catalogue(),
                beans.getBean(RunningAgencies.class),
                new VersionArchive(keys.resolveSibling("data"), null),
                endpoints);
        beans.getBeanFactory().registerSingleton("watch", watch);
        watch.start(Duration.ofMillis(ROUND_MS), Jobs.logged());
    }

    public Catalogue catalogue() {
        return beans.getBean(Catalogue.class);
    }

    public String version(String agency) {
        return catalogue().folder(agency).version();
    }

    public void await(String agency) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> catalogue().has(agency));
    }

    /** Long enough for a change to be seen, found still, and looked at. */
    public void rounds(int count) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(count * ROUND_MS + 3000L);
    }

    public SourceAnswer ask(String agency, String fin) {
        return producer.requestBody(
                "direct:agency-" + agency,
                new Question(fin, "test", System.nanoTime() + TimeUnit.SECONDS.toNanos(20)),
                SourceAnswer.class);
    }

    @Override
    public void close() throws Exception {
        beans.getBean("watch", ConnectorReload.class).close();
        camel.close();
        beans.close();
    }
}

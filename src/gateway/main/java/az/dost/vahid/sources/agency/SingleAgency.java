package az.dost.vahid.sources.agency;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.check.trial.AskedAgency;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.connector.EndpointFile;
import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.proof.member.Share;
import az.dost.vahid.proof.member.UrgentCalls;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.sources.agency.call.DropRows;
import az.dost.vahid.sources.agency.call.FailedCall;
import az.dost.vahid.sources.agency.call.SourceSight;
import az.dost.vahid.sources.ingest.snapshot.Snapshots;
import az.dost.vahid.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.core.env.Environment;

/**
 * One agency apart from any lookup: by the gateway's own route template, steps and checks, with what travelled to look
 * at.
 */
public final class SingleAgency implements AskedAgency {
    private static final String REHEARSAL = "rehearsal";
    private final CamelContext context = new DefaultCamelContext();
    private final List<Exchanged> exchanged = new CopyOnWriteArrayList<>();
    private final String agency;
    /** All that it may tell is asked for. */
    private final Set<String> facts = new HashSet<>();

    /**
     * One that is called.
     *
     * @param settings with the connector's endpoint, and its secret where it has one
     * @param keys null where the connector's login needs none of the gateway's
     * @throws az.dost.vahid.problem.StartException naming the setting that the agency lacks
     */
    public SingleAgency(
            ConnectorFolder folder,
            Environment settings,
            GatewayKeys keys,
            PinnedCertificates certificates,
            CryptoProvider crypto)
            throws Exception {
        this(folder, settings, keys, certificates, crypto, null);
    }

    /** One that leaves files. @param snapshots what came of them */
    public SingleAgency(ConnectorFolder folder, Snapshots snapshots) throws Exception {
        this(folder, null, null, null, null, snapshots);
    }

    private SingleAgency(
            ConnectorFolder folder,
            Environment settings,
            GatewayKeys keys,
            PinnedCertificates certificates,
            CryptoProvider crypto,
            Snapshots snapshots)
            throws Exception {
        agency = folder.connector().id();
        facts.addAll(folder.connector().facts());
        facts.addAll(folder.connector().confirms());
        context.getRegistry().bind("failedCall", new FailedCall());
        context.getManagementStrategy().addEventNotifier(new Replied());
        for (String routes :
                List.of("errors", folder.connector().protocol().template(), "agency-shared", "agency-http")) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveMandatoryResource(
                            context, "classpath:routes/" + routes + ".camel.yaml"));
        }
        new AgencyRoutes(
                        new EndpointFile(null),
                        settings,
                        keys,
                        certificates,
                        crypto,
                        new SourceSight(new SimpleMeterRegistry(), Traces.OFF),
                        new DropRows(snapshots),
                        new Paces(new UrgentCalls(Share.whole())),
                        // Nobody is told of whom a rehearsal mixes up.
                        new PersonHash(new SecureRandom().generateSeed(32)),
                        FactCheck.ofContract())
                .stamp(context, folder);
        context.start();
    }

    @Override
    public SourceAnswer ask(String fin, int timeoutMs) {
        exchanged.clear();
        Question question = new Question(
                fin, REHEARSAL, REHEARSAL, REHEARSAL, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs));
        try (var producer = context.createProducerTemplate()) {
            return producer.requestBody("direct:agency-" + agency, question, SourceAnswer.class)
                    .askedFor(facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Exchanged> exchanged() {
        return List.copyOf(exchanged);
    }

    @Override
    public void close() {
        context.stop();
    }

    private final class Replied extends EventNotifierSupport {
        @Override
        public void notify(CamelEvent event) {
            if (event instanceof CamelEvent.ExchangeSentEvent sent
                    && !sent.getEndpoint().getEndpointUri().startsWith("direct:")) {
                if (sent.getExchange().getException() != null) {
                    // The message is still the question.
                    exchanged.add(Exchanged.NOTHING);
                    return;
                }
                Message message = sent.getExchange().getMessage();
                // Rows of a database are no bytes; a conversion that fails would be logged, with them.
                byte[] body = message.getBody() instanceof List<?> rows
                        ? rows.toString().getBytes(StandardCharsets.UTF_8)
                        : message.getBody(byte[].class);
                exchanged.add(new Exchanged(
                        message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class),
                        message.getHeader(Exchange.CONTENT_TYPE, String.class),
                        body == null ? new byte[0] : body));
            }
        }
    }
}

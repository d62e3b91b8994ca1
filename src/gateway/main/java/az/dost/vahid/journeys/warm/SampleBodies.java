package az.dost.vahid.journeys.warm;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.check.rehearse.SampleAnswer;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.journeys.lookup.RehearsalLookups;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.signature.PinnedCertificates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lookups of the people of the connectors' samples leave in the record: the agencies' envelopes with the
 * certificates that the agencies really have, and the dossiers. Nobody is asked and nothing is kept.
 */
final class SampleBodies implements Supplier<Map<DataClass, List<byte[]>>> {
    private static final Logger LOG = LoggerFactory.getLogger(SampleBodies.class);
    /** Samples of each agency: its replies differ in which fields they have. */
    private static final int LOOKUPS = 4;

    private final CamelContext context;
    private final ProducerTemplate producer;
    private final Catalogue connectors;
    private final PinnedCertificates certificates;
    private final DossierRecord record;
    private final Parts parts;

    SampleBodies(
            CamelContext context,
            ProducerTemplate producer,
            Catalogue connectors,
            PinnedCertificates certificates,
            DossierRecord record,
            Parts parts) {
        this.context = context;
        this.producer = producer;
        this.connectors = connectors;
        this.certificates = certificates;
        this.record = record;
        this.parts = parts;
    }

    /** None before all routes have started. */
    @Override
    public Map<DataClass, List<byte[]>> get() {
        if (!context.isStarted()) {
            return Map.of();
        }
        List<List<SourceAnswer>> lookups = new ArrayList<>();
        for (int i = 0; i < LOOKUPS; i++) {
            lookups.add(new ArrayList<>());
        }
        for (ConnectorFolder folder : connectors.folders()) {
            try {
                List<SourceAnswer> answers = answers(folder);
                for (int i = 0; i < LOOKUPS && !answers.isEmpty(); i++) {
                    lookups.get(i).add(answers.get(i % answers.size()));
                }
            } catch (IOException | RuntimeException e) {
                LOG.debug(
                        "The samples of {} cannot be played", folder.connector().id(), e);
            }
        }
        Map<DataClass, List<byte[]>> bodies = new EnumMap<>(DataClass.class);
        for (List<SourceAnswer> answers : lookups) {
            record.bundles(answers).forEach((dataClass, body) -> add(bodies, dataClass, body));
            byte[] content = dossier(answers);
            if (content != null) {
                add(bodies, DataClass.DOSSIER, content);
            }
        }
        return bodies;
    }

    private static void add(Map<DataClass, List<byte[]>> bodies, DataClass dataClass, byte[] body) {
        bodies.computeIfAbsent(dataClass, one -> new ArrayList<>()).add(body);
    }

    private List<SourceAnswer> answers(ConnectorFolder folder) throws IOException {
        List<SourceAnswer> answers = new ArrayList<>();
        switch (folder.connector().protocol()) {
            case FILE ->
                WarmSamples.facts(folder)
                        .map(facts -> RehearsedLookup.filed(folder, facts))
                        .ifPresent(answers::add);
            // Rows are no replies.
            case JDBC -> {}
            default -> {
                for (SampleAnswer sample : WarmSamples.answers(folder, LOOKUPS)) {
                    answers.add(answer(folder, sample));
                }
            }
        }
        return answers;
    }

    /** What the reply says, as the gateway reads it, and the reply as the agency would sign it. */
    private SourceAnswer answer(ConnectorFolder folder, SampleAnswer sample) {
        Connector connector = folder.connector();
        SourceAnswer read = new RehearsedAgency(folder, sample, parts).once(context);
        List<Evidence> kept = certificates.pem(connector.id()) == null
                ? read.evidence()
                : List.of(new RehearsedAgency(
                                folder,
                                sample,
                                parts.showing(certificates.of(connector.id()).certificate()))
                        .evidence());
        return new SourceAnswer(
                connector.id(), Verdict.ANSWERED, null, read.asOf(), read.elapsedMs(), read.facts(), kept);
    }

    /** Null when it came to none. */
    private byte[] dossier(List<SourceAnswer> answers) {
        Exchange exchange = new DefaultExchange(context, ExchangePattern.InOut);
        exchange.setProperty(RehearsalLookups.SAID, answers);
        producer.send("direct:rehearsal", exchange);
        return exchange.getProperty(RehearsalLookups.CONTENT, byte[].class);
    }
}

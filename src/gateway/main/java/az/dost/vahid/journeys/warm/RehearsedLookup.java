package az.dost.vahid.journeys.warm;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.check.rehearse.SampleAnswer;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.journeys.lookup.RehearsalLookups;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lookup over all agencies as their samples have them; see {@code direct:rehearsal}. */
final class RehearsedLookup {
    private static final Logger LOG = LoggerFactory.getLogger(RehearsedLookup.class);
    /** A lookup is one request, and asks many agencies. */
    private static final int CALLS = 8;

    private static final String DIGEST = "sha-256:" + "0".repeat(64);
    private final CamelContext context;
    private final ProducerTemplate producer;
    private final SelfCall self;
    /** By agency. */
    private final Map<String, RehearsedAgency> called = new LinkedHashMap<>();
    /** Facts of a row by agency, of those that leave files. */
    private final Map<ConnectorFolder, ObjectNode> filed = new LinkedHashMap<>();

    /** One whose samples cannot be played is left out: it stays cold, and costs nothing else. */
    RehearsedLookup(CamelContext context, ProducerTemplate producer, SelfCall self, Catalogue connectors, Parts parts) {
        this.context = context;
        this.producer = producer;
        this.self = self;
        for (ConnectorFolder folder : connectors.folders()) {
            try {
                add(folder, parts);
            } catch (IOException | RuntimeException e) {
                LOG.debug("The agency {} is not rehearsed", folder.connector().id(), e);
            }
        }
    }

    private void add(ConnectorFolder folder, Parts parts) throws IOException {
        Connector connector = folder.connector();
        switch (connector.protocol()) {
            case FILE -> WarmSamples.facts(folder).ifPresent(facts -> filed.put(folder, facts));
            // Rows are no replies.
            case JDBC -> {}
            default -> {
                Optional<SampleAnswer> sample = WarmSamples.answer(folder);
                if (sample.isPresent()) {
                    RehearsedAgency agency = new RehearsedAgency(folder, sample.get(), parts);
                    agency.once(context);
                    called.put(connector.id(), agency);
                }
            }
        }
    }

    /** As if an agency that leaves files had said so in one of them. */
    static SourceAnswer filed(ConnectorFolder folder, ObjectNode facts) {
        return new SourceAnswer(
                folder.connector().id(),
                Verdict.ANSWERED,
                null,
                Instant.now(),
                0,
                facts.deepCopy(),
                List.of(row(folder, facts)));
    }

    private static Evidence row(ConnectorFolder folder, ObjectNode facts) {
        return new Evidence(
                UUID.randomUUID(),
                facts.toString().getBytes(StandardCharsets.UTF_8),
                "application/json",
                null,
                DIGEST,
                "rehearsal",
                folder.version());
    }

    /** Ids of the agencies whose replies are read. */
    List<String> called() {
        return List.copyOf(called.keySet());
    }

    /** @throws IllegalStateException when it went wrong */
    void once() {
        List<SourceAnswer> said = new ArrayList<>();
        filed.forEach((folder, facts) -> said.add(filed(folder, facts)));
        called.values().forEach(agency -> said.add(agency.once(context)));
        Exchange exchange = new DefaultExchange(context, ExchangePattern.InOut);
        exchange.setProperty(RehearsalLookups.SAID, said);
        producer.send("direct:rehearsal", exchange);
        if (exchange.getException() != null) {
            throw new IllegalStateException(exchange.getException());
        }
        for (int i = 0; i < CALLS; i++) {
            self.once();
        }
    }
}

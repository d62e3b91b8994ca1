package az.dost.vahid.journeys.event;

import az.dost.vahid.definition.DefinitionFolder;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.EventTypes;
import az.dost.vahid.definition.MoreDefinitions;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.figures.Figure;
import az.dost.vahid.json.Json;
import az.dost.vahid.proof.claim.DatabaseClock;
import az.dost.vahid.proof.claim.LeaseKeeper;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.wiring.Beans;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jms.connection.JmsTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventSettings.class)
@Beans({
    EventStore.class,
    OwnEvents.class,
    DeliveryTally.class,
    RelayFaults.class,
    DeadLetters.class,
    DeadLetterHandler.class,
    DeadLetterBatchHandler.class,
    SubscriptionHandler.class,
    WebhookProbe.class
})
class EventConfiguration {
    private final JsonNode schema;

    EventConfiguration() throws IOException {
        try (var in = new ClassPathResource("contracts/event.schema.json").getInputStream()) {
            schema = Json.mapper().readTree(in);
        }
    }

    /** An attempt is one request: what is tried again, and when, says the subscription's rule alone. */
    @Bean
    HttpClientConfigurer noRepetition() {
        return HttpClientBuilder::disableAutomaticRetries;
    }

    @Bean
    WebhookAddresses webhookAddresses(EventSettings settings) {
        return new WebhookAddresses(settings.privateWebhooks());
    }

    /** Those of the contract. */
    @Bean
    EventTypes eventTypes() {
        return new EventTypes(schema);
    }

    @Bean
    EventIntake eventIntake(AccessPolicy access, EventStore events, DossierSigner signer) {
        return new EventIntake(access, new EventReader(schema), events, signer);
    }

    @Bean
    AgencyEvents agencyEvents(EventStore events) {
        return new AgencyEvents(new EventReader(schema), events);
    }

    @Bean
    Outbox outbox(JdbcTemplate jdbc, LeaseKeeper leases) {
        return new Outbox(jdbc, leases.of("event_lane", "lane"));
    }

    @Bean
    Figure outboxLength() {
        return Figure.count(
                "vahid.event.waiting", "Events that the broker has not got yet", "select count(*) from event_outbox");
    }

    /** Whoever waits longest is the first of a lane. A delivery's id begins with its time. */
    @Bean
    Figure outboxAge() {
        return Figure.age(
                "vahid.event.waiting.age", "Since the oldest event that the broker has not got was written", """
                select coalesce(max(extract(epoch from now()) - ('x' || left(replace(delivery::text, '-', ''), 12))::bit(48)::bigint / 1000.0), 0)
                from event_lane l cross join lateral (select delivery from event_outbox o where o.lane = l.lane order by sequence limit 1) first""");
    }

    @Bean
    Figure openDeadLetters() {
        return Figure.count(
                "vahid.dead.letters",
                "Dead letters that nobody has settled",
                "select count(*) from dead_letter where state = 'OPEN'");
    }

    /** Its transaction manager is no bean: as one it would stand in for the database's. */
    @Bean
    SpringTransactionPolicy brokerTransaction(ConnectionFactory broker) {
        return new SpringTransactionPolicy(new JmsTransactionManager(broker));
    }

    @Bean
    DeliveryRetries deliveryRetries(EventSettings settings, DeliveryTally tally) {
        return new DeliveryRetries(settings.retry(), tally);
    }

    @Bean
    DeadLetterBatches deadLetterBatches(
            JdbcTemplate jdbc,
            ActRecord acts,
            DeadLetters letters,
            LeaseKeeper leases,
            RowTrust trust,
            DatabaseClock clock) {
        return new DeadLetterBatches(jdbc, acts, letters, leases.of("dead_letter_batch", "id"), trust, clock);
    }

    @Bean
    RunningSubscriptions runningSubscriptions(
            ResourcePatternResolver resources,
            AccessPolicy access,
            Troubles troubles,
            EventStore events,
            JdbcTemplate jdbc,
            DossierSigner signer,
            CryptoProvider crypto,
            ConnectionFactory broker,
            EventSettings settings,
            RowTrust trust,
            EventTypes types,
            WebhookAddresses addresses,
            @Qualifier("releasedSubscriptions") MoreDefinitions released) {
        SubscriptionCheck check = new SubscriptionCheck(
                types,
                settings.retry().keySet(),
                access,
                addresses,
                !settings.folders().isBlank());
        SubscriptionFiles files = new SubscriptionFiles(
                new DefinitionFolder(resources, settings.subscriptions()),
                DefinitionReader.of("subscription"),
                check,
                crypto,
                released);
        return new RunningSubscriptions(
                files,
                access,
                new SubscriberGrants(access, types),
                troubles,
                events,
                new SubscriptionVersions(jdbc, trust),
                signer,
                jdbc,
                Path.of(settings.folders()),
                addresses,
                new DurableQueues(broker));
    }

    /** Stamps when the templates are known. */
    @Bean
    CamelContextConfiguration startSubscriptions(RunningSubscriptions subscriptions) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                subscriptions.start(context);
            }

            @Override
            public void afterApplicationStart(CamelContext context) {}
        };
    }
}

package az.dost.vahid.spdci;

import az.dost.vahid.figures.Figure;
import az.dost.vahid.job.Bells;
import az.dost.vahid.journeys.event.RetryRule;
import az.dost.vahid.journeys.event.WebhookAddresses;
import az.dost.vahid.proof.claim.LeaseKeeper;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.MessageSignature;
import az.dost.vahid.wiring.Beans;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SpdciSettings.class)
@Beans({
    MessageSignature.class,
    Registries.class,
    EnvelopeReader.class,
    InquiryReader.class,
    Records.class,
    AnswerWriter.class,
    SpdciFace.class,
    SpdciSearch.class,
    SpdciFaults.class,
    Callbacks.class,
    StatusAnswers.class,
    PersonSubscriptions.class,
    SubscribeAnswers.class,
    Notices.class,
    SearchFacts.class,
    GivenOut.class,
    LaterSenders.class,
    LaterCall.class,
    LaterFace.class,
    LaterRun.class
})
class SpdciConfiguration {
    /** Senders are told one after the other. */
    private static final int MOST_CALLS = 4;

    @Bean
    Senders senders(SpdciSettings settings, WebhookAddresses addresses) {
        return new Senders(settings.senders(), addresses::fault);
    }

    @Bean
    SenderPauses senderPauses(Environment environment) {
        return new SenderPauses(rule(environment));
    }

    private static RetryRule rule(Environment environment) {
        return RetryRule.named(environment, "vahid.spdci.retry");
    }

    @Bean
    LaterMessages laterMessages(
            JdbcTemplate jdbc,
            LeaseKeeper leases,
            ActRecord acts,
            Bodies bodies,
            RowTrust trust,
            Environment environment,
            Bells bells,
            SpdciSettings settings) {
        return new LaterMessages(
                jdbc,
                leases.of("spdci_message", "id"),
                acts,
                bodies,
                trust,
                rule(environment),
                bells,
                settings.mostWaiting());
    }

    @Bean(destroyMethod = "close")
    HttpClientConnectionManager spdciConnections(WebhookAddresses addresses) {
        return addresses.connections(MOST_CALLS);
    }

    @Bean
    Figure spdciMessages() {
        return Figure.counts(
                "vahid.spdci.messages",
                "Acknowledged messages of SPDCI of the last 30 days, by what became of them",
                "state",
                "select state, count(*) from spdci_message group by state");
    }
}

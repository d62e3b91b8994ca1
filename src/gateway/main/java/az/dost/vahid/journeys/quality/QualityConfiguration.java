package az.dost.vahid.journeys.quality;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.journeys.tally.Chain;
import az.dost.vahid.journeys.tally.Cursor;
import az.dost.vahid.journeys.tally.KeptDossiers;
import az.dost.vahid.proof.protection.ProtectedPersons;
import az.dost.vahid.proof.protection.Protection;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.Entries;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.wiring.Beans;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@Beans({TicketHandler.class, RegisterFigures.class})
class QualityConfiguration {
    @Bean
    TicketJob ticketJob(
            JdbcTemplate jdbc,
            Entries entries,
            Bodies bodies,
            RowTrust trust,
            Tickets tickets,
            Catalogue connectors,
            ProtectedPersons persons) {
        return new TicketJob(
                new Cursor(jdbc, "ticket_cursor"),
                new Chain(jdbc, entries),
                tickets,
                new KeptDossiers(jdbc, bodies, trust.changed(), UnaryOperator.identity()),
                agency -> facts(connectors, agency),
                kept(persons));
    }

    @Bean
    Tickets tickets(JdbcTemplate jdbc, ActRecord acts, Bodies bodies, RowTrust trust, ProtectedPersons persons) {
        return new Tickets(jdbc, acts, bodies, trust, kept(persons));
    }

    private static Predicate<String> kept(ProtectedPersons persons) {
        return person -> persons.protection(person, "", "", "") != Protection.NONE;
    }

    /** None of an agency that is not connected any more. */
    private static List<String> facts(Catalogue connectors, String agency) {
        return connectors.connectors().stream()
                .filter(connector -> connector.id().equals(agency))
                .findFirst()
                .map(Connector::facts)
                .orElse(List.of());
    }

    @Bean
    TicketPost ticketPost(
            Tickets tickets,
            Catalogue connectors,
            PinnedCertificates certificates,
            DossierSigner signer,
            @Value("${vahid.quality.remind-after}") Duration remindAfter) {
        return new TicketPost(
                tickets,
                () -> connectors.connectors().stream().map(Connector::id).toList(),
                certificates,
                signer,
                remindAfter,
                Clock.systemUTC());
    }

    @Bean
    TicketAnswers ticketAnswers(Tickets tickets, PinnedCertificates certificates, CryptoProvider crypto) {
        return new TicketAnswers(tickets, certificates, crypto, Clock.systemUTC());
    }
}

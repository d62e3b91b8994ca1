package az.dost.vahid.journeys.watch;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.journeys.event.AgencyEvents;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PersonHash;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class WatchConfiguration {
    @Bean
    SeenFacts seenFacts(PersonHash persons, CryptoProvider crypto) {
        return new SeenFacts(persons, crypto);
    }

    @Bean
    SeenDigests seenDigests(JdbcTemplate jdbc) {
        return new SeenDigests(jdbc);
    }

    @Bean
    ChangeEvents changeEvents(AgencyEvents events) {
        return new ChangeEvents(events);
    }

    @Bean
    AgencyWatch agencyWatch(
            Catalogue catalogue,
            DataSource database,
            SeenFacts facts,
            SeenDigests digests,
            ChangeEvents events,
            FactCheck check) {
        return new AgencyWatch(catalogue, database, new StandingFacts(facts, check), digests, events);
    }

    @Bean
    AnswerWatch answerWatch(Catalogue catalogue, SeenFacts facts, SeenDigests digests, ChangeEvents events) {
        return new AnswerWatch(catalogue, facts, digests, events);
    }

    @Bean
    AnswerTap answerTap(Catalogue catalogue) {
        return new AnswerTap(catalogue);
    }
}

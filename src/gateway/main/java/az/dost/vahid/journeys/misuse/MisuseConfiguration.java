package az.dost.vahid.journeys.misuse;

import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.StandingVersions;
import az.dost.vahid.proof.claim.DatabaseClock;
import az.dost.vahid.proof.claim.LeaseKeeper;
import az.dost.vahid.proof.claim.Listener;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.wiring.Beans;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@Beans({CitizenQuestions.class, HitHandler.class, OpenedHits.class})
class MisuseConfiguration {
    @Bean
    RuleBook misuseRules(StandingVersions versions, @Value("${vahid.misuse.rules}") Resource rules) {
        RuleBook book = RuleReader.read(rules, DefinitionReader.of("misuse-rules"));
        String version = StandingVersions.of(List.of(rules));
        versions.add("rules against misuse", () -> version);
        return book;
    }

    @Bean
    HitRows hitRows(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new HitRows(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    Hits misuseHits(HitRows rows, MeterRegistry meters) {
        return new Hits(rows, meters);
    }

    @Bean(destroyMethod = "close")
    Journal misuseJournal(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            RuleBook book,
            MeterRegistry meters,
            Listener listener) {
        Journal journal = new Journal(
                jdbc,
                new TransactionTemplate(transactions),
                book,
                meters.counter("vahid.misuse.lost", "what", "sighting"));
        journal.lookWhen(since -> listener.worthALook("misuse-seen", since));
        return journal;
    }

    @Bean
    Misuse misuse(RuleBook book, Journal journal, Hits hits, PersonHash persons) {
        return new Misuse(book, journal, hits, persons, Clock.systemUTC());
    }

    @Bean
    HitEvents hitEvents(HitRows rows, LeaseKeeper leases) {
        return new HitEvents(rows, leases.of("misuse_hit", "id"));
    }

    @Bean
    AbandonedCases abandonedCases(JdbcTemplate jdbc, RuleBook book, Hits hits, DatabaseClock clock) {
        return new AbandonedCases(jdbc, book, hits, clock);
    }
}

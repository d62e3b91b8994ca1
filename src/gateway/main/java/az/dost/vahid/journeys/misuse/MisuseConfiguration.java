package az.dost.vahid.journeys.misuse;

import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.StandingVersions;
import az.dost.vahid.proof.claim.DatabaseClock;
import az.dost.vahid.proof.claim.LeaseKeeper;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.Digests;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.key.PersonHash;
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
class MisuseConfiguration {
    @Bean
    RuleBook misuseRules(
            StandingVersions versions,
            @Value("${vahid.misuse.rules}") Resource rules,
            @Value("classpath:contracts/misuse-rules.schema.json") Resource schema) {
        RuleBook book = RuleReader.read(rules, new DefinitionReader(schema));
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
            JdbcTemplate jdbc, PlatformTransactionManager transactions, RuleBook book, MeterRegistry meters) {
        return new Journal(
                jdbc,
                new TransactionTemplate(transactions),
                book,
                meters.counter("vahid.misuse.lost", "what", "sighting"));
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
    CitizenQuestions citizenQuestions(
            JdbcTemplate jdbc, ActRecord acts, HitRows rows, Bodies bodies, Digests digests, RowTrust trust) {
        return new CitizenQuestions(jdbc, acts, rows, bodies, digests, trust);
    }

    @Bean
    AuditorDesk auditorDesk(HitRows rows, DossierRecord record, CitizenQuestions questions) {
        return new AuditorDesk(rows, record, questions);
    }

    @Bean
    OpenedHits openedHits(JdbcTemplate jdbc, ActRecord acts) {
        return new OpenedHits(jdbc, acts);
    }

    @Bean
    AbandonedCases abandonedCases(JdbcTemplate jdbc, RuleBook book, Hits hits, DatabaseClock clock) {
        return new AbandonedCases(jdbc, book, hits, clock);
    }
}

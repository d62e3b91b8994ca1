package az.dost.vahid.journeys.desk;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.journeys.lookup.CallerLookups;
import az.dost.vahid.journeys.misuse.Misuse;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.trust.RowTrust;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class DeskConfiguration {
    @Bean
    DeskRows deskRows(JdbcTemplate jdbc, RowTrust trust, Bodies bodies) {
        return new DeskRows(jdbc, trust, bodies);
    }

    @Bean
    OfficialDesk officialDesk(AccessPolicy access, PassportCatalogue passports, DeskRows rows) {
        return new OfficialDesk(access, passports, rows);
    }

    @Bean
    Calls hotLineCalls(JdbcTemplate jdbc, PlatformTransactionManager transactions, RowTrust trust) {
        return new Calls(jdbc, new TransactionTemplate(transactions), trust);
    }

    @Bean
    CallBacks callBacks(JdbcTemplate jdbc, RowTrust trust) {
        return new CallBacks(jdbc, trust);
    }

    @Bean
    HotLineDesk hotLineDesk(
            CallerLookups lookups, Calls calls, DeskRows rows, Misuse misuse, CallBacks callBacks, ActRecord acts) {
        return new HotLineDesk(lookups, calls, rows, misuse, callBacks, acts);
    }

    @Bean
    OfficeDesk officeDesk(DeskRows rows, PassportCatalogue passports, CanonicalFacts facts) {
        return new OfficeDesk(rows, new Papers(passports, facts.special()), Baku.CLOCK);
    }

    @Bean
    VisitDesk visitDesk(DeskRows rows) {
        return new VisitDesk(rows, Baku.CLOCK);
    }
}

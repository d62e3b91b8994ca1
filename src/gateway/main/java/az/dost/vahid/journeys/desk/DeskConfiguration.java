package az.dost.vahid.journeys.desk;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.journeys.operations.SlowAgencies;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.wiring.Beans;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@Beans({DeskRows.class, OfficialDesk.class, CallBacks.class, HotLineDesk.class, VisitDesk.class})
class DeskConfiguration {
    @Bean
    Calls hotLineCalls(JdbcTemplate jdbc, PlatformTransactionManager transactions, RowTrust trust) {
        return new Calls(jdbc, new TransactionTemplate(transactions), trust);
    }

    @Bean
    OfficeDesk officeDesk(DeskRows rows, PassportCatalogue passports, CanonicalFacts facts, SlowAgencies slow) {
        return new OfficeDesk(rows, new Papers(passports, facts.special()), slow, Baku.CLOCK);
    }
}

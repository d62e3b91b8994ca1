package az.dost.vahid.journeys.tally;

import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.proof.record.Entries;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.wiring.Beans;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@Beans({Rebuild.class, Recounts.class})
class TallyConfiguration {
    @Bean
    TallyTables tallyTables(JdbcTemplate jdbc, Entries entries, Bodies bodies, RowTrust trust) {
        return TallyTables.of(jdbc, entries, bodies, trust);
    }

    @Bean
    TallyJob tallyJob(TallyTables tables, PassportCatalogue passports) {
        return new TallyJob(tables, passports::all);
    }
}

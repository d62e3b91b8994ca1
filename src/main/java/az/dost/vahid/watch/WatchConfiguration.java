package az.dost.vahid.watch;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.event.AgencyEvents;
import az.dost.vahid.signature.CryptoProvider;
import az.dost.vahid.signature.PersonHash;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class WatchConfiguration {
    @Bean
    AgencyWatch agencyWatch(Catalogue catalogue, DataSource database, JdbcTemplate jdbc, PersonHash persons, CryptoProvider crypto, AgencyEvents events) {
        return new AgencyWatch(catalogue, database, new StandingFacts(persons, crypto), new SeenDigests(jdbc), events);
    }
}

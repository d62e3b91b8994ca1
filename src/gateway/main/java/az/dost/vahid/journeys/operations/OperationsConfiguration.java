package az.dost.vahid.journeys.operations;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.figures.Figures;
import az.dost.vahid.proof.claim.DatabaseClock;
import az.dost.vahid.proof.member.Members;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.sources.agency.call.AnswerTally;
import az.dost.vahid.sources.expiry.ExpiringCertificates;
import az.dost.vahid.sources.rollout.Rollouts;
import az.dost.vahid.wiring.Beans;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@Beans({Overview.class, OverviewHandler.class, AgencyHistory.class, TrailHandler.class, Trails.class})
class OperationsConfiguration {
    private static final int TIMEOUT_SECONDS = 10;

    /** A question of an operator holds no connection for long. */
    private static JdbcTemplate bounded(DataSource database) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.setQueryTimeout(TIMEOUT_SECONDS);
        return jdbc;
    }

    @Bean
    AgencyMinutes agencyMinutes(DataSource database, AnswerTally tally, Members members, DatabaseClock clock) {
        return new AgencyMinutes(bounded(database), tally, members.id(), clock);
    }

    @Bean
    SlowAgencies slowAgencies(Catalogue catalogue, AgencyMinutes minutes) {
        return new SlowAgencies(catalogue, minutes, Baku.CLOCK);
    }

    @Bean
    AgencyTiles agencyTiles(
            Catalogue catalogue,
            Members members,
            Rollouts rollouts,
            Figures figures,
            ExpiringCertificates certificates,
            AgencyMinutes minutes,
            DataSource database) {
        return new AgencyTiles(
                catalogue, members, rollouts, figures, certificates, minutes, new AgencyStates(bounded(database)));
    }

    @Bean
    DiagnosticsHandler diagnosticsHandler(
            ConfigurableEnvironment environment, MeterRegistry meters, Overview overview, ActRecord acts) {
        return new DiagnosticsHandler(new Diagnostics(environment, meters, overview::read), acts);
    }

    @Bean
    ListsHandler listsHandler(DataSource database, ExpiringCertificates certificates, AccessPolicy access) {
        JdbcTemplate jdbc = bounded(database);
        return new ListsHandler(new Drops(jdbc), new WorkList(jdbc), certificates, new ExchangeMap(access, jdbc));
    }
}

package az.dost.vahid.journeys.follow;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.journeys.event.OwnEvents;
import az.dost.vahid.journeys.event.RetryRule;
import az.dost.vahid.journeys.lookup.BackgroundLookups;
import az.dost.vahid.proof.claim.DatabaseClock;
import az.dost.vahid.proof.claim.LeaseKeeper;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.sources.agency.Paces;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class FollowConfiguration {
    @Bean
    FollowUps followUps(JdbcTemplate jdbc, LeaseKeeper leases, ActRecord acts, Environment settings) {
        return new FollowUps(
                jdbc,
                leases.of("follow_up", "dossier"),
                acts,
                RetryRule.named(settings, "vahid.follow.retry"),
                RetryRule.named(settings, "vahid.follow.ending"));
    }

    @Bean
    FollowHandler followHandler(
            BackgroundLookups lookups,
            FollowUps followUps,
            OwnEvents events,
            @Value("${vahid.follow.longest}") Duration longest,
            DatabaseClock clock) {
        return new FollowHandler(lookups, followUps, events, longest, clock);
    }

    @Bean
    FollowedDossiers followedDossiers(FollowUps followUps, BackgroundLookups lookups, DatabaseClock clock) {
        return new FollowedDossiers(followUps, lookups, clock);
    }

    @Bean
    FollowRun followRun(
            FollowUps followUps,
            BackgroundLookups lookups,
            AccessPolicy access,
            Paces paces,
            OwnEvents events,
            @Value("${vahid.follow.longest}") Duration longest) {
        return new FollowRun(followUps, lookups, access, paces, events, longest);
    }
}

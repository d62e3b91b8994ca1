package az.dost.vahid.proof.member;

import az.dost.vahid.definition.StandingVersions;
import az.dost.vahid.job.Heart;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.proof.claim.Listener;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.MasterKeys;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.wiring.Beans;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MemberSettings.class)
@Beans({Share.class, OwnStatus.class, UrgentCalls.class})
class MemberConfiguration {
    @Bean
    KeyPrints keyPrints(PersonHash persons, DossierSigner signer, MasterKeys master) {
        return new KeyPrints(persons.fingerprint(), master.fingerprints(), signer.kid());
    }

    @Bean
    JoiningMigration joiningMigration(KeyPrints keys) {
        return new JoiningMigration(keys, Clock.systemUTC());
    }

    @Bean
    Members members(
            JdbcTemplate jdbc,
            KeyPrints keys,
            StandingVersions versions,
            Share share,
            UrgentCalls calls,
            OwnStatus telling,
            Jobs jobs,
            Heart heart,
            JoiningMigration migration,
            Listener listener,
            MemberSettings settings) {
        String version =
                Objects.requireNonNullElse(Members.class.getPackage().getImplementationVersion(), "built from source");
        JdbcTemplate bounded = new JdbcTemplate(jdbc.getDataSource());
        bounded.setQueryTimeout((int) Math.max(1, settings.leaseMs() / 1000));
        Members members = new Members(
                new MemberRows(bounded),
                new Members.Self(
                        settings.name(),
                        version,
                        migration.newest(),
                        keys.row(),
                        versions::now,
                        telling::now,
                        Duration.ofMillis(settings.renewEveryMs()),
                        Duration.ofMillis(settings.leaseMs())),
                share,
                calls,
                jobs,
                heart);
        members.whenOneIsGone(listener::hurry);
        return members;
    }

    @Bean
    MemberHealth memberHealth(Members members, MemberSettings settings, MeterRegistry meters) {
        MemberHealth health = new MemberHealth(members, settings.expected());
        Gauge.builder("vahid.members.expected", settings, MemberSettings::expected)
                .description(
                        "Gateways that should live on this database (vahid.member.expected); 0 where nobody has said it")
                .register(meters);
        Gauge.builder("vahid.members", members, all -> all.living().size())
                .description("Gateways that live on this database")
                .register(meters);
        Gauge.builder("vahid.members.differing", health, MemberHealth::look)
                .description("Things in which they differ and should not")
                .register(meters);
        return health;
    }

    /** Who lives on this database, at the management endpoint info. */
    @Bean
    InfoContributor membersInfo(Members members) {
        return info -> info.withDetail(
                "members",
                members.living().stream()
                        .map(member -> Map.of(
                                "name",
                                member.called(),
                                "version",
                                member.version(),
                                "keys",
                                member.keys(),
                                "versions",
                                member.versions()))
                        .toList());
    }
}

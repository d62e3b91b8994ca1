package az.dost.vahid.proof.record;

import az.dost.vahid.job.Heart;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.proof.claim.DatabaseClock;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataKeys;
import az.dost.vahid.proof.record.body.Dictionaries;
import az.dost.vahid.proof.record.body.DictionaryMaker;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.StampSettings;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.MasterKeys;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.wiring.Beans;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecordSettings.class)
@Beans({
    Digests.class,
    Bodies.class,
    ActRecord.class,
    Restores.class,
    Corrections.class,
    RefusedEvidence.class,
    Receipts.class,
    Entries.class,
    DossierRecord.class,
    StampRenewal.class,
    DataClasses.class
})
class RecordConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(RecordConfiguration.class);
    private static final Duration[] HEAD_WAITS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    @Bean
    DataKeys dataKeys(JdbcTemplate jdbc, CryptoProvider crypto, MasterKeys master) {
        DataKeys keys = new DataKeys(jdbc, master, crypto);
        int renewed = keys.renew();
        // Told by each gateway, also where another one has brought all of them: the keys of before leave by it.
        List<String> fingerprints = master.fingerprints();
        if (fingerprints.size() > 1) {
            LOG.info(
                    "All keys of the record are under the master key {} now, {} of them since this start",
                    fingerprints.get(0),
                    renewed);
        }
        return keys;
    }

    @Bean
    Trail trail(JdbcTemplate jdbc, Receipts receipts, Entries entries) {
        return new Trail(jdbc, receipts, entries, Clock.systemUTC());
    }

    @Bean
    MixUps mixUps(JdbcTemplate jdbc, Receipts receipts, Entries entries) {
        return new MixUps(jdbc, receipts, entries, Clock.systemUTC());
    }

    @Bean
    Dictionaries dictionaries(JdbcTemplate jdbc, DataKeys keys) {
        return new Dictionaries(jdbc, keys, Clock.systemUTC());
    }

    @Bean
    DictionaryMaker dictionaryMaker(
            JdbcTemplate jdbc, Bodies bodies, Dictionaries dictionaries, RecordSettings settings) {
        return new DictionaryMaker(jdbc, bodies, dictionaries, Clock.systemUTC(), settings.dictionaries());
    }

    // It writes what waits before the database closes: Flyway's and the pool's beans are needed by it.
    @Bean(destroyMethod = "close")
    GroupCommit groupCommit(
            DataSource database,
            JdbcTemplate migrated,
            Digests digests,
            MeterRegistry meters,
            RowSeals seals,
            Partitions partitions,
            RecordSettings settings,
            Jobs jobs,
            Heart heart) {
        Timer waited = Timer.builder("vahid.record.head.wait")
                .description("How long a batch waits for the head of the audit chain, which one gateway has at a time")
                .serviceLevelObjectives(HEAD_WAITS)
                .register(meters);
        GroupCommit commit = new GroupCommit(
                new Batch(database, digests, seals, partitions, settings.holdMs(), waited),
                settings.queue(),
                settings.patienceMs(),
                jobs,
                heart);
        Gauge.builder("vahid.record.waiting.age", commit, GroupCommit::age)
                .description("Seconds for which the first of those has waited that wait to be recorded")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("vahid.record.waiting", commit, GroupCommit::waiting)
                .description("Lookups that wait to be recorded")
                .register(meters);
        return commit;
    }

    @Bean
    Partitions partitions(DataSource database, JdbcTemplate migrated, MeterRegistry meters, RecordSettings settings) {
        Partitions partitions = new Partitions(database, Clock.systemUTC(), settings.partitionsAhead());
        partitions.begin();
        Gauge.builder("vahid.record.partitions.ahead", partitions, Partitions::days)
                .description("Days after today whose partitions are there")
                .register(meters);
        return partitions;
    }

    /** At the end it writes what it has counted, before {@link GroupCommit} closes. */
    @Bean(destroyMethod = "keep")
    UnknownCallers unknownCallers(GroupCommit commit, @Value("${vahid.limits.strangers-recorded}") int alone) {
        return new UnknownCallers(commit, alone, System::nanoTime);
    }

    @Bean
    AuditRoots auditRoots(
            JdbcTemplate jdbc, DossierSigner signer, Digests digests, Entries entries, OutsideRoots outside) {
        return new AuditRoots(jdbc, signer, digests, entries, outside);
    }

    @Bean
    TimeStamping timeStamping(JdbcTemplate jdbc, GroupCommit commit, Digests digests, StampSettings settings) {
        return new TimeStamping(jdbc, commit, digests, settings.authority(), settings.certificate());
    }

    @Bean
    Retention retention(
            JdbcTemplate jdbc,
            GroupCommit commit,
            DataKeys keys,
            Partitions partitions,
            RecordSettings settings,
            DatabaseClock clock) {
        return new Retention(jdbc, commit, keys, partitions, settings.kept(), clock);
    }
}

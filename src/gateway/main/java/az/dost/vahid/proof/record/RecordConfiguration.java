package az.dost.vahid.proof.record;

import az.dost.vahid.proof.claim.DatabaseClock;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.DataKeys;
import az.dost.vahid.proof.record.body.Dictionaries;
import az.dost.vahid.proof.record.body.DictionaryMaker;
import az.dost.vahid.proof.trust.ChangedRows;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.proof.trust.UnsealedUntil;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.MasterKeys;
import az.dost.vahid.signature.key.RowSeals;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
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
    Digests digests(CryptoProvider crypto) {
        return new Digests(crypto);
    }

    @Bean
    DataKeys dataKeys(JdbcTemplate jdbc, CryptoProvider crypto, @Value("${vahid.record.master-key}") Path masterKey) {
        DataKeys keys = new DataKeys(jdbc, MasterKeys.of(masterKey, crypto), crypto);
        int renewed = keys.renew();
        if (renewed > 0) {
            LOG.info(
                    "{} keys of the record are under the new master key now; the one before is not needed any more",
                    renewed);
        }
        return keys;
    }

    @Bean
    Dictionaries dictionaries(JdbcTemplate jdbc, DataKeys keys) {
        return new Dictionaries(jdbc, keys, Clock.systemUTC());
    }

    @Bean
    Bodies bodies(DataKeys keys, Dictionaries dictionaries) {
        return new Bodies(keys, dictionaries);
    }

    @Bean
    DictionaryMaker dictionaryMaker(
            JdbcTemplate jdbc,
            Bodies bodies,
            Dictionaries dictionaries,
            @Value("${vahid.record.dictionaries}") boolean wanted) {
        return new DictionaryMaker(jdbc, bodies, dictionaries, Clock.systemUTC(), wanted);
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
            @Value("${vahid.record.queue}") int queue,
            @Value("${vahid.record.patience-ms}") long patienceMs,
            @Value("${vahid.record.hold-ms}") long holdMs) {
        Timer waited = Timer.builder("vahid.record.head.wait")
                .description("How long a batch waits for the head of the audit chain, which one gateway has at a time")
                .serviceLevelObjectives(HEAD_WAITS)
                .register(meters);
        GroupCommit commit =
                new GroupCommit(new Batch(database, digests, seals, partitions, holdMs, waited), queue, patienceMs);
        Gauge.builder("vahid.record.waiting", commit, GroupCommit::waiting)
                .description("Lookups that wait to be recorded")
                .register(meters);
        return commit;
    }

    @Bean
    Partitions partitions(
            DataSource database,
            JdbcTemplate migrated,
            MeterRegistry meters,
            @Value("${vahid.record.partitions-ahead}") int ahead) {
        Partitions partitions = new Partitions(database, Clock.systemUTC(), ahead);
        partitions.begin();
        Gauge.builder("vahid.record.partitions.ahead", partitions, Partitions::days)
                .description("Days after today whose partitions are there")
                .register(meters);
        return partitions;
    }

    @Bean
    Entries entries(RowSeals seals, ChangedRows changed, Environment settings, Digests digests) {
        return new Entries(seals, changed, UnsealedUntil.of(settings), digests);
    }

    @Bean
    DossierRecord dossierRecord(
            JdbcTemplate jdbc,
            GroupCommit commit,
            Bodies bodies,
            Digests digests,
            SpecialSources special,
            Entries entries,
            UnknownCallers unknown) {
        return new DossierRecord(jdbc, commit, bodies, new DataClasses(special), digests, entries, unknown);
    }

    @Bean
    ActRecord actRecord(GroupCommit commit, UnknownCallers unknown) {
        return new ActRecord(commit, unknown);
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
    Restores restores(GroupCommit commit) {
        return new Restores(commit);
    }

    @Bean
    Corrections corrections(JdbcTemplate jdbc, GroupCommit commit, Bodies bodies, Digests digests, RowTrust trust) {
        return new Corrections(jdbc, commit, bodies, digests, trust);
    }

    @Bean
    Trail trail(JdbcTemplate jdbc, Receipts receipts, Entries entries) {
        return new Trail(jdbc, receipts, entries);
    }

    @Bean
    MixUps mixUps(JdbcTemplate jdbc, Receipts receipts, Entries entries) {
        return new MixUps(jdbc, receipts, entries);
    }

    @Bean
    RefusedEvidence refusedEvidence(JdbcTemplate jdbc, DossierRecord record, GroupCommit commit, Entries entries) {
        return new RefusedEvidence(jdbc, record, commit, entries);
    }

    @Bean
    Receipts receipts(JdbcTemplate jdbc, Digests digests) {
        return new Receipts(jdbc, digests);
    }

    @Bean
    TimeStamping timeStamping(
            JdbcTemplate jdbc,
            GroupCommit commit,
            Digests digests,
            @Value("${vahid.record.time-stamps.authority}") String authority,
            @Value("${vahid.record.time-stamps.certificate}") Path certificate) {
        return new TimeStamping(jdbc, commit, digests, authority, certificate);
    }

    @Bean
    Retention retention(
            JdbcTemplate jdbc,
            GroupCommit commit,
            DataKeys keys,
            Partitions partitions,
            Environment settings,
            DatabaseClock clock) {
        Map<DataClass, Period> kept = Binder.get(settings)
                .bind("vahid.record.kept", Bindable.mapOf(DataClass.class, Period.class))
                .orElse(Map.of());
        return new Retention(jdbc, commit, keys, partitions, kept, clock);
    }
}

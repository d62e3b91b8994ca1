package az.dost.vahid.proof.blob;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.proof.record.body.DataKeys;
import az.dost.vahid.signature.key.CryptoProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class BlobConfiguration {
    /** A store that is away stops no start; one that is another database's does. */
    @Bean("blobs")
    GuardedStore blobStore(
            Environment settings, JdbcTemplate jdbc, PlatformTransactionManager transactions, MeterRegistry meters) {
        GuardedStore store = new GuardedStore(
                BlobPlace.of(settings), new StoreMark(jdbc, new TransactionTemplate(transactions)), meters);
        try {
            store.probe(true);
        } catch (WrongStoreException e) {
            throw new StartException(e.getMessage() + " (vahid.blobs)", e);
        } catch (IOException e) {
            LoggerFactory.getLogger(BlobConfiguration.class).debug("The start goes on without a blob store", e);
        }
        return store;
    }

    @Bean
    Blobs blobAccess(
            GuardedStore store,
            DataKeys keys,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            CryptoProvider crypto) {
        return new Blobs(
                store,
                (day, dataClass, make) -> make ? keys.make(day, dataClass) : keys.find(day, dataClass),
                jdbc,
                new TransactionTemplate(transactions),
                crypto);
    }

    @Bean
    WorkDisk workDisk(@Value("${vahid.data}") Path data) {
        return new WorkDisk(data.resolve("work"));
    }

    @Bean
    BlobSweep blobSweep(
            GuardedStore store,
            JdbcTemplate jdbc,
            MeterRegistry meters,
            @Value("${vahid.blob-store.orphans-kept}") Duration kept) {
        return new BlobSweep(store, jdbc, kept, meters);
    }
}

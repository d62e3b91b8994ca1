package az.dost.vahid.journeys.bulk;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.figures.Figure;
import az.dost.vahid.folder.ForeignFolder;
import az.dost.vahid.job.Bells;
import az.dost.vahid.journeys.event.OwnEvents;
import az.dost.vahid.journeys.event.RetryRule;
import az.dost.vahid.journeys.lookup.BackgroundLookups;
import az.dost.vahid.proof.claim.LeaseKeeper;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.FileSigner;
import az.dost.vahid.sources.agency.Paces;
import az.dost.vahid.wiring.Beans;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BulkSettings.class)
@Beans({BulkMessages.class, BulkSeals.class, ResultFile.class})
class BulkConfiguration {
    @Bean
    SpringTransactionPolicy bulkTransaction(PlatformTransactionManager transactions) {
        return new SpringTransactionPolicy(transactions);
    }

    @Bean
    Jobs bulkJobs(
            JdbcTemplate jdbc,
            LeaseKeeper leases,
            ActRecord acts,
            BackgroundLookups desk,
            Environment settings,
            BulkSeals seals) {
        return new Jobs(
                jdbc, leases.of("bulk_job", "id"), acts, desk, RetryRule.named(settings, "vahid.bulk.ending"), seals);
    }

    @Bean
    Intake bulkIntake(JdbcTemplate jdbc, Bodies bodies, BulkSeals seals) {
        return new Intake(jdbc, bodies, seals);
    }

    @Bean
    Chunks bulkChunks(
            JdbcTemplate jdbc, LeaseKeeper leases, Bodies bodies, Jobs jobs, Bells bells, BulkSettings settings) {
        return new Chunks(
                jdbc,
                leases.of("bulk_chunk", "job", "number"),
                bodies,
                jobs,
                bells,
                Duration.ofMillis(settings.everyMs()));
    }

    @Bean
    Lookups bulkLookups(JdbcTemplate jdbc, AccessPolicy access, BackgroundLookups desk, Paces paces, BulkSeals seals) {
        return new Lookups(jdbc, access, desk, paces, seals);
    }

    /** Of chunks that nobody has done, in jobs that run. */
    @Bean
    Figure bulkLinesWaiting() {
        return Figure.count("vahid.bulk.waiting", "Lines of bulk lookups in chunks that nobody has done yet", """
                select coalesce(sum(last_line - first_line + 1), 0) from bulk_job join bulk_chunk on job = id where state = 'RUNNING' and done_at is null""");
    }

    @Bean
    Completion bulkCompletion(Jobs jobs, ResultFile result, FileSigner signer, OwnEvents events) {
        return new Completion(jobs, result, signer, events);
    }

    @Bean
    BulkHandler bulkHandler(
            AccessPolicy access,
            BackgroundLookups desk,
            Jobs jobs,
            Intake intake,
            Chunks chunks,
            ResultFile result,
            JdbcTemplate jdbc,
            DossierSigner signer,
            OwnEvents events,
            BulkSettings settings) {
        return new BulkHandler(
                access,
                desk,
                jobs,
                intake,
                new BulkJson(jdbc, chunks, signer),
                result,
                new BulkHandler.Limits(settings.chunk(), settings.mostRows()),
                events);
    }

    /** Workers, each of which takes a chunk at a time, and the requesters' folders. */
    @Bean
    CamelContextConfiguration bulkRoutes(BulkSettings settings, AccessPolicy access) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                for (int worker = 1; worker <= settings.workers(); worker++) {
                    TemplatedRouteBuilder.builder(context, "bulk-run")
                            .routeId("bulk-run-" + worker)
                            .parameter("worker", worker)
                            .add();
                }
                settings.drops().forEach((requester, folder) -> {
                    context.getRegistry()
                            .bind(
                                    "bulkDrop-" + requester,
                                    new BulkDrop(requester, access, new ForeignFolder(Path.of(folder))));
                    TemplatedRouteBuilder.builder(context, "bulk-file")
                            .routeId("bulk-file-" + requester)
                            .parameter("drop", "bulkDrop-" + requester)
                            .parameter("requester", requester)
                            .add();
                    TemplatedRouteBuilder.builder(context, "bulk-drop")
                            .routeId("bulk-drop-" + requester)
                            .parameter("drop", "bulkDrop-" + requester)
                            .parameter("requester", requester)
                            .add();
                });
            }

            @Override
            public void afterApplicationStart(CamelContext context) {}
        };
    }
}

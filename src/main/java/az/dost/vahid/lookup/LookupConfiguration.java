package az.dost.vahid.lookup;

import az.dost.vahid.access.AccessPolicy;
import az.dost.vahid.access.AccessTokens;
import az.dost.vahid.access.RequesterFiles;
import az.dost.vahid.agency.EventLoopLag;
import az.dost.vahid.calendar.Baku;
import az.dost.vahid.combine.CombineRules;
import az.dost.vahid.combine.Combiner;
import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.ingest.FileProofs;
import az.dost.vahid.misuse.Misuse;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.passport.ReasonTexts;
import az.dost.vahid.problem.Problems;
import az.dost.vahid.protection.ProtectedPersons;
import az.dost.vahid.record.Bodies;
import az.dost.vahid.record.DossierRecord;
import az.dost.vahid.record.Receipts;
import az.dost.vahid.record.RefusedEvidence;
import az.dost.vahid.rollout.Rollouts;
import az.dost.vahid.signature.CryptoProvider;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.PersonHash;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.XmlSigner;
import az.dost.vahid.signature.container.ContainerSigner;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import org.apache.camel.CamelContext;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class LookupConfiguration {
    @Bean
    PassportCatalogue passportCatalogue(ResourcePatternResolver resources, CanonicalFacts facts, Catalogue connectors,
            @Value("classpath:contracts/passport.schema.json") Resource schema) throws IOException {
        return new PassportCatalogue(resources.getResources("classpath*:contracts/services/*.yaml"), new DefinitionReader(schema),
                facts, connectors.connectors());
    }

    @Bean
    AccessPolicy accessPolicy(ResourcePatternResolver resources, @Value("${vahid.requesters}") String folder, CanonicalFacts facts,
            AccessTokens tokens, @Value("${vahid.limits.strangers-per-second}") int strangers,
            @Value("classpath:contracts/requester.schema.json") Resource schema) {
        return new AccessPolicy(new RequesterFiles(resources, folder, new DefinitionReader(schema)), facts.special(), tokens, strangers);
    }

    @Bean
    Combiner combiner(@Value("classpath:combine-rules.yaml") Resource rules) {
        return new Combiner(new CombineRules(rules));
    }

    @Bean
    Planner planner(AccessPolicy access, PassportCatalogue passports, Catalogue connectors, Rollouts rollouts) {
        return new Planner(access, passports, connectors, rollouts);
    }

    @Bean
    Vigilance vigilance(PersonHash hash, ProtectedPersons persons, Misuse misuse, @Value("${vahid.misuse.most-slowed}") int mostSlowed) {
        return new Vigilance(hash, persons, misuse, mostSlowed);
    }

    @Bean
    ConcurrencyLimit concurrencyLimit(@Value("${vahid.max-lookups}") int most, MeterRegistry meters) {
        ConcurrencyLimit limit = new ConcurrencyLimit(most);
        Gauge.builder("vahid.lookup.limit", limit, ConcurrencyLimit::limit).description("Lookups that are worked on at once").register(meters);
        Gauge.builder("vahid.lookup.waiting", limit, ConcurrencyLimit::waiting).description("Lookups that wait their turn").register(meters);
        return limit;
    }

    @Bean
    CamelContextConfiguration watchEventLoops(ConcurrencyLimit limit) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                EventLoopLag.watch(context, limit::late);
            }
        };
    }

    @Bean
    DossierWriter dossierWriter(Combiner combiner, @Value("classpath:contracts/document-reasons.yaml") Resource texts) {
        return new DossierWriter(combiner, new DocumentRows(new ReasonTexts(texts)), Baku.CLOCK);
    }

    @Bean
    Seal seal(DossierSigner jws, XmlSigner xml, DossierRecord record, DossierContainer container,
            OpenAnswers open) {
        return new Seal(jws, xml, record, container, open);
    }

    @Bean
    DossierContainer dossierContainer(ContainerSigner signer, PinnedCertificates certificates, JdbcTemplate jdbc, CryptoProvider crypto,
            Receipts receipts) {
        return new DossierContainer(signer, new EvidenceParts(certificates, new FileProofs(jdbc, crypto)), receipts);
    }

    @Bean
    RequestReader requestReader() {
        return new RequestReader();
    }

    @Bean
    Refusals refusals(DossierRecord record, DossierSigner signer, PersonHash persons) {
        return new Refusals(record, signer, persons);
    }

    @Bean
    HttpDesk httpDesk(RequestReader reader, Seal seal, DossierSigner signer) {
        return new HttpDesk(reader, seal, signer);
    }

    @Bean
    RefusedDesk refusedDesk(AccessPolicy access, RefusedEvidence evidence) {
        return new RefusedDesk(access, evidence);
    }

    /** Camel's own strategy for HTTP keeps an answer's Cache-Control back. */
    @Bean
    HttpHeaderFilterStrategy answerHeaders() {
        HttpHeaderFilterStrategy strategy = new HttpHeaderFilterStrategy();
        strategy.getOutFilter().remove("cache-control");
        return strategy;
    }

    @Bean
    OpenAnswers openAnswers(JdbcTemplate jdbc, Bodies bodies, DossierRecord record) {
        return new OpenAnswers(jdbc, bodies, record);
    }

    @Bean
    BackgroundDesk backgroundDesk(RequestReader reader, Planner planner, Seal seal, OpenAnswers open) {
        return new BackgroundDesk(reader, planner, seal, open);
    }

    @Bean
    JmsDesk jmsDesk(RequestReader reader, Refusals refusals, @Value("${vahid.jms.max-deliveries}") int maxDeliveries) {
        return new JmsDesk(reader, refusals, maxDeliveries);
    }

    @Bean
    Problems problems() {
        return new Problems();
    }
}

package az.dost.vahid.journeys.lookup;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.journeys.misuse.Misuse;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.proof.protection.ProtectedPersons;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.proof.record.SpecialSources;
import az.dost.vahid.proof.record.Trail;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.XmlSigner;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.sources.agency.transport.EventLoopLag;
import az.dost.vahid.sources.combine.Combiner;
import az.dost.vahid.sources.verdict.ReasonTexts;
import az.dost.vahid.wiring.Beans;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Beans({
    LookupSight.class,
    RequestReader.class,
    ProgressHandler.class,
    Refusals.class,
    HttpFace.class,
    RefusedEvidenceHandler.class,
    OpenAnswers.class,
    BackgroundLookups.class,
    RehearsalLookups.class,
    JmsFace.class,
    Planner.class,
    CallPermission.class,
    DossierContainer.class,
    EvidenceParts.class,
    Repeats.class
})
class LookupConfiguration {
    @Bean
    Vigilance vigilance(
            PersonHash hash,
            ProtectedPersons persons,
            Misuse misuse,
            @Value("${vahid.misuse.most-slowed}") int mostSlowed) {
        return new Vigilance(hash, persons, misuse, mostSlowed);
    }

    @Bean
    ConcurrencyLimit concurrencyLimit(@Value("${vahid.max-lookups}") int most, MeterRegistry meters) {
        ConcurrencyLimit limit = new ConcurrencyLimit(most);
        Gauge.builder("vahid.lookup.limit", limit, ConcurrencyLimit::limit)
                .description("Lookups that are worked on at once")
                .register(meters);
        Gauge.builder("vahid.lookup.waiting", limit, ConcurrencyLimit::waiting)
                .description("Lookups that wait their turn")
                .register(meters);
        return limit;
    }

    @Bean
    CamelContextConfiguration eventLoopLag(ConcurrencyLimit limit, Jobs jobs) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {}

            @Override
            public void afterApplicationStart(CamelContext context) {
                EventLoopLag.report(context, limit::late, limit::busy, jobs);
            }
        };
    }

    @Bean
    DossierWriter dossierWriter(Combiner combiner, ReasonTexts texts) {
        return new DossierWriter(combiner, new DocumentRows(texts), Baku.CLOCK);
    }

    @Bean
    Dossiers dossiers(
            DossierSigner jws,
            XmlSigner xml,
            DossierRecord record,
            DossierContainer container,
            OpenAnswers open,
            Planner planner,
            Repeats repeats,
            LookupSight sight,
            List<DeskLookups> desks) {
        return new Dossiers(jws, xml, record, container, open, planner, repeats, sight, DeskLookups.all(desks));
    }

    @Bean
    CallerLookups callerLookups(
            PersonHash persons,
            PassportCatalogue passports,
            Trail trail,
            Dossiers dossiers,
            Planner planner,
            @Value("${vahid.hot-line.service}") String service) {
        if (!passports.find(service).map(Passport::facts).orElse(List.of()).containsAll(CallerLookups.FACTS)) {
            throw new StartException("The setting vahid.hot-line.service must be a service that needs the facts "
                    + String.join(" and ", CallerLookups.FACTS));
        }
        return new CallerLookups(persons, trail, dossiers, planner, service);
    }

    @Bean
    DossierProvenance dossierProvenance(@Value("${vahid.report.open-data.address}") String address) {
        return new DossierProvenance(address);
    }

    /** Camel's own strategy for HTTP keeps an answer's Cache-Control back. */
    @Bean
    HttpHeaderFilterStrategy answerHeaders() {
        HttpHeaderFilterStrategy strategy = new HttpHeaderFilterStrategy();
        strategy.getOutFilter().remove("cache-control");
        return strategy;
    }

    /** The record keeps what such an agency said under keys of its own, and need not know what an agency is. */
    @Bean
    SpecialSources specialSources(Catalogue connectors, CanonicalFacts facts) {
        return agency -> connectors.folder(agency).connector().facts().stream().anyMatch(facts.special()::contains);
    }
}

package az.dost.vahid.journeys.admission;

import az.dost.vahid.definition.EventTypes;
import az.dost.vahid.definition.MoreDefinitions;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Strangers;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.proof.member.Share;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.wiring.Beans;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdmissionSettings.class)
@Beans({
    AdmissionHandler.class,
    AdmittedPartners.class,
    Applications.class,
    Grants.class,
    KeyNews.class,
    PartnerHandler.class,
    Proposals.class
})
class AdmissionConfiguration {
    @Bean
    MoreDefinitions releasedRequesters(AdmittedPartners partners) {
        Clock clock = Clock.systemUTC();
        return new ReleasedPartners(partners, partner -> partner.requester(clock.instant()));
    }

    /** Of nobody whom an operator has taken back into a file. */
    @Bean
    MoreDefinitions releasedSubscriptions(AdmittedPartners partners, AccessPolicy access) {
        return new ReleasedPartners(
                partners, partner -> access.filed(partner.id()) ? Optional.empty() : partner.subscription());
    }

    @Bean
    Wish wish(PassportCatalogue passports, EventTypes types) {
        return new Wish(
                service -> !service.contains(":") && passports.find(service).isPresent(), types);
    }

    @Bean
    NewKey newKey(AccessPolicy access, CryptoProvider crypto) {
        return new NewKey(access, crypto, Clock.systemUTC());
    }

    @Bean
    EndedKeys endedKeys(AdmittedPartners partners, KeyNews news, ActRecord acts) {
        return new EndedKeys(partners, news, acts, Clock.systemUTC());
    }

    @Bean
    PartnerOutlook partnerOutlook(Applications applications, AdmittedPartners partners) {
        return new PartnerOutlook(applications, partners, Clock.systemUTC());
    }

    /** Whoever guesses secrets waits, as who guesses tokens does. */
    @Bean
    ApplicationHandler applicationHandler(
            Applications applications,
            AdmittedPartners partners,
            Wish wish,
            Grants grants,
            RowTrust trust,
            AccessPolicy access,
            AdmissionSettings settings,
            Share share,
            @Value("${vahid.limits.strangers-per-second}") int strangers) {
        return new ApplicationHandler(
                applications,
                partners,
                wish,
                grants,
                new Strangers(() -> share.of(strangers), System::nanoTime),
                trust,
                access,
                settings);
    }
}

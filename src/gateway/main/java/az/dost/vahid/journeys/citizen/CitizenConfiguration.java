package az.dost.vahid.journeys.citizen;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.journeys.misuse.CitizenQuestions;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.proof.claim.LeaseKeeper;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.Corrections;
import az.dost.vahid.proof.record.MixUps;
import az.dost.vahid.proof.record.Trail;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.sources.combine.Combiner;
import java.time.Period;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class CitizenConfiguration {
    @Bean
    OwnViews ownViews(JdbcTemplate jdbc, ActRecord acts, RowSeals seals) {
        return new OwnViews(jdbc, acts, seals, Baku.CLOCK);
    }

    @Bean
    CitizenDesk citizenDesk(
            FrontDoor door,
            AccessPolicy access,
            PersonHash hash,
            Trail trail,
            MixUps mixUps,
            PassportCatalogue passports,
            Corrections corrections,
            Catalogue connectors,
            Combiner combiner,
            OwnViews views,
            @Value("${vahid.citizens.withheld-for}") Period withheldFor) {
        return new CitizenDesk(
                door,
                hash,
                trail,
                mixUps,
                new LookupJson(access, passports),
                corrections,
                new FactOwners(connectors, combiner),
                views,
                withheldFor);
    }

    @Bean
    AskedLookupDesk askedLookupDesk(
            FrontDoor door,
            AccessPolicy access,
            PersonHash hash,
            Trail trail,
            PassportCatalogue passports,
            CitizenQuestions questions,
            OwnViews views) {
        return new AskedLookupDesk(door, hash, trail, new LookupJson(access, passports), questions, views);
    }

    @Bean
    CorrectionPost correctionPost(
            Corrections corrections,
            JdbcTemplate jdbc,
            LeaseKeeper leases,
            PinnedCertificates certificates,
            DossierSigner signer) {
        return new CorrectionPost(corrections, jdbc, leases.of("correction_post", "correction"), certificates, signer);
    }

    @Bean
    CorrectionAnswers correctionAnswers(
            Corrections corrections, PinnedCertificates certificates, CryptoProvider crypto) {
        return new CorrectionAnswers(corrections, certificates, crypto);
    }
}

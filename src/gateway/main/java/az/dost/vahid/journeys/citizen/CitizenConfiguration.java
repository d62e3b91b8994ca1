package az.dost.vahid.journeys.citizen;

import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.proof.claim.LeaseKeeper;
import az.dost.vahid.proof.record.Corrections;
import az.dost.vahid.proof.record.MixUps;
import az.dost.vahid.proof.record.Trail;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.wiring.Beans;
import java.time.Period;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@Beans({CorrectionAnswers.class, AskedLookupHandler.class, LookupJson.class, FactOwners.class, OwnViews.class})
class CitizenConfiguration {
    @Bean
    CitizenHandler citizenHandler(
            FrontDoor door,
            PersonHash hash,
            Trail trail,
            MixUps mixUps,
            LookupJson lookups,
            Corrections corrections,
            FactOwners owners,
            OwnViews views,
            @Value("${vahid.citizens.withheld-for}") Period withheldFor) {
        return new CitizenHandler(door, hash, trail, mixUps, lookups, corrections, owners, views, withheldFor);
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
}

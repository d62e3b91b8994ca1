package az.dost.vahid.presentations;

import az.dost.vahid.credentials.IssuedCredentials;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Strangers;
import az.dost.vahid.proof.member.Share;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.RevocationLists;
import az.dost.vahid.signature.presentation.PresentationProof;
import az.dost.vahid.wiring.Beans;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Beans({Presentations.class, WalletQuestions.class})
class PresentationsConfiguration {
    private static final InstantSource CLOCK = InstantSource.system();

    @Bean
    PresentationHandler presentationHandler(
            Presentations presentations, WalletQuestions questions, IssuedCredentials issued, AccessPolicy access) {
        return new PresentationHandler(presentations, questions, issued, access, CLOCK);
    }

    @Bean
    WalletHandler walletHandler(
            Presentations presentations,
            WalletQuestions questions,
            IssuedCredentials issued,
            GatewayProof proof,
            RevocationLists revocations,
            Share share,
            @Value("${vahid.limits.strangers-per-second}") int strangers) {
        PresentationProof known = new PresentationProof(proof.certificates(), revocations.authorities(), CLOCK);
        return new WalletHandler(
                presentations,
                questions,
                new WalletAnswers(questions, issued, known),
                issued,
                new Strangers(() -> share.of(strangers), System::nanoTime),
                CLOCK);
    }

    @Bean
    PresentationReview presentationReview(Presentations presentations) {
        return new PresentationReview(presentations, CLOCK);
    }
}

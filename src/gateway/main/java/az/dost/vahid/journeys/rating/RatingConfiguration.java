package az.dost.vahid.journeys.rating;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.proof.member.Share;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.wiring.Beans;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@Beans({Ratings.class, SlipHandler.class})
class RatingConfiguration {
    /** Codes of which it was told of late what they are, and for how long. */
    private static final int TOLD = 4_096;

    private static final Duration TOLD_FOR = Duration.ofMinutes(1);

    @Bean
    SlipCodes slipCodes(JdbcTemplate jdbc, RowTrust trust, AccessPolicy access) {
        return new SlipCodes(jdbc, trust.seals(), access, Baku.CLOCK);
    }

    @Bean
    SlipIssues slipIssues(JdbcTemplate jdbc, RowTrust trust, SlipCodes slips) {
        return new SlipIssues(jdbc, trust, slips, Baku.CLOCK);
    }

    /** Whoever guesses is counted wherever he does. */
    @Bean
    WrongCodes wrongCodes(Share share, @Value("${vahid.limits.wrong-codes-per-second}") int perSecond) {
        return new WrongCodes(() -> share.of(perSecond), System::nanoTime);
    }

    @Bean
    RatingHandler ratingHandler(Ratings ratings, WrongCodes wrong) {
        return new RatingHandler(ratings, wrong, Baku.CLOCK);
    }

    @Bean
    SlipCheckHandler slipCheckHandler(
            SlipIssues issues, WrongCodes wrong, ActRecord acts, AccessPolicy access, PassportCatalogue passports) {
        return new SlipCheckHandler(
                issues,
                wrong,
                acts,
                access,
                passports::find,
                Caffeine.newBuilder()
                        .maximumSize(TOLD)
                        .expireAfterWrite(TOLD_FOR)
                        .build());
    }
}

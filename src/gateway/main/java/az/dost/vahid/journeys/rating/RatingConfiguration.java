package az.dost.vahid.journeys.rating;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.proof.member.Share;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.wiring.Beans;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@Beans({Ratings.class, SlipHandler.class})
class RatingConfiguration {
    @Bean
    SlipCodes slipCodes(JdbcTemplate jdbc, RowTrust trust, AccessPolicy access) {
        return new SlipCodes(jdbc, trust.seals(), access, Baku.CLOCK);
    }

    @Bean
    RatingHandler ratingHandler(
            Ratings ratings, Share share, @Value("${vahid.limits.wrong-codes-per-second}") int perSecond) {
        return new RatingHandler(ratings, new WrongCodes(() -> share.of(perSecond), System::nanoTime), Baku.CLOCK);
    }
}

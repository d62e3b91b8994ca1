package az.dost.vahid.offers;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.figures.Figure;
import az.dost.vahid.journeys.event.RetryRule;
import az.dost.vahid.journeys.lookup.BackgroundLookups;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.proof.claim.LeaseKeeper;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.rights.Rights;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.sources.agency.Paces;
import az.dost.vahid.wiring.Beans;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OfferSettings.class)
@Beans({
    Evaluations.class,
    DisputedFacts.class,
    OfferDocument.class,
    EventWithdrawals.class,
    OfferReview.class,
    CitizenRights.class,
    AwardHandler.class,
    LookingRequester.class,
    LookHandler.class,
    ClerkRights.class,
    RightCounts.class,
    OperatorRights.class,
    OfferPost.class
})
class OffersConfiguration {
    /** A right without a grant would be looked for in vain, and nobody would know. */
    @Bean
    Rights rights(
            OfferSettings settings,
            ResourcePatternResolver resources,
            AccessPolicy access,
            PassportCatalogue passports) {
        if (settings.folder().isBlank()) {
            return Rights.none();
        }
        Rights rights = Rights.of(resources, settings.folder());
        if (rights.codes().isEmpty()) {
            throw new StartException("There is no right in " + settings.folder() + ": correct vahid.rights.folder");
        }
        Requester requester = access.named(settings.requester())
                .orElseThrow(() -> new StartException("No requester is called " + settings.requester()
                        + ": write its file, or correct vahid.rights.requester"));
        for (String right : rights.codes()) {
            Passport purpose = rights.purpose(right);
            try {
                access.authorise(requester, purpose.code(), settings.official());
                access.authorise(requester, purpose.facts());
            } catch (ProblemException refused) {
                throw new StartException(
                        "The requester " + settings.requester() + " is not granted " + purpose.code() + " ("
                                + refused.field() + "): add it to that requester's file, or take the right out of "
                                + settings.folder(),
                        refused);
            }
            passports.admit(purpose);
        }
        return rights;
    }

    @Bean
    LinkedRightsHandler linkedRightsHandler(
            Rights rights, Catalogue connectors, @Value("${vahid.report.open-data.address}") String address) {
        return new LinkedRightsHandler(rights, connectors, address);
    }

    @Bean
    Intents intents(
            JdbcTemplate jdbc,
            LeaseKeeper leases,
            Bodies bodies,
            RowTrust trust,
            Environment environment,
            OfferSettings settings) {
        return new Intents(
                jdbc,
                leases.of("right_intent", "id"),
                bodies,
                trust,
                RetryRule.named(environment, "vahid.rights.retry"),
                settings.undecidedFor());
    }

    @Bean
    RightTrigger rightTrigger(
            Rights rights, Intents intents, EventWithdrawals withdrawals, PersonHash persons, OfferSettings settings) {
        return new RightTrigger(rights, intents, withdrawals, persons, settings.late());
    }

    @Bean
    Offers offers(JdbcTemplate jdbc, ActRecord acts, Bodies bodies, RowTrust trust, OfferSettings settings) {
        return new Offers(jdbc, acts, bodies, trust, settings.answeredWithin());
    }

    @Bean
    Findings findings(
            Rights rights,
            PersonHash persons,
            Intents intents,
            Offers offers,
            Evaluations evaluations,
            DisputedFacts disputes,
            OfferDocument document,
            ActRecord acts,
            OfferSettings settings,
            @Value("${vahid.record.kept.event}") Period kept) {
        Duration longest = settings.birthdaysWithin().plus(settings.undecidedFor());
        LocalDate day = LocalDate.EPOCH;
        if (!settings.folder().isBlank() && !day.plus(kept).isAfter(day.plusDays(longest.toDays()))) {
            throw new StartException("What is waited for on a birthday is forgotten before it: let"
                    + " vahid.rights.birthdays-within and vahid.rights.undecided-for together be shorter than"
                    + " vahid.record.kept.event");
        }
        return new Findings(
                rights,
                persons,
                intents,
                offers,
                evaluations,
                disputes,
                document,
                acts,
                settings.stands(),
                settings.birthdaysWithin());
    }

    @Bean
    RightRun rightRun(
            Rights rights,
            Intents intents,
            Findings findings,
            BackgroundLookups lookups,
            LookingRequester requester,
            Paces paces,
            OfferSettings settings) {
        return new RightRun(rights, intents, findings, lookups, requester, paces, settings, Baku.CLOCK);
    }

    @Bean
    Figure offersByState() {
        return Figure.counts(
                "vahid.rights.offers",
                "Offers of rights, by where they stand",
                "state",
                "select state, count(*) from right_offer group by state");
    }

    @Bean
    Figure rightsToLookAt() {
        return Figure.count(
                "vahid.rights.waiting",
                "Rights of somebody that are still to be looked at",
                "select count(*) from right_intent where state = 'WAITING'");
    }

    @Bean
    Figure rightsUndecided() {
        return Figure.counts(
                "vahid.rights.undecided",
                "Rights that stayed undecided, by the register that did not say it",
                "agency",
                "select register, count(*) from right_intent, unnest(string_to_array(code, ',')) as"
                        + " register where state = 'UNDECIDED' group by register");
    }
}

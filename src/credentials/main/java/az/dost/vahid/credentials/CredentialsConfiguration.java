package az.dost.vahid.credentials;

import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.definition.EventTypes;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.access.Strangers;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.figures.Figure;
import az.dost.vahid.journeys.lookup.BackgroundLookups;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.proof.member.Share;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.KeyProofs;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.wiring.Beans;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CredentialSettings.class)
@Beans({CredentialWriter.class, CredentialFaults.class, EndingEvents.class, IssuedCredentials.class})
class CredentialsConfiguration {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final InstantSource CLOCK = InstantSource.system();

    /** A credential without a grant would be asked for in vain. */
    @Bean
    CredentialTypes credentialTypes(
            CredentialSettings settings,
            @Value("${vahid.public.address}") String issuer,
            ResourcePatternResolver resources,
            CanonicalFacts facts,
            Catalogue connectors,
            EventTypes events,
            AccessPolicy access,
            PassportCatalogue passports) {
        if (settings.folder().isBlank()) {
            return CredentialTypes.none();
        }
        CredentialTypes types =
                CredentialTypes.of(resources, settings.folder(), facts, connectors.connectors(), events);
        if (types.all().isEmpty()) {
            throw new StartException(
                    "There is no credential in " + settings.folder() + ": correct vahid.credentials.folder");
        }
        check(issuer);
        Requester requester = access.named(settings.requester())
                .orElseThrow(() -> new StartException("No requester is called " + settings.requester()
                        + ": write its file, or correct vahid.credentials.requester"));
        for (CredentialType type : types.all()) {
            try {
                access.authorise(requester, type.purpose().code(), settings.official());
                access.authorise(requester, type.purpose().facts());
            } catch (ProblemException refused) {
                throw new StartException(
                        "The requester " + settings.requester() + " is not granted "
                                + type.purpose().code() + " (" + refused.field()
                                + "): add it to that requester's file, or take the credential out of "
                                + settings.folder(),
                        refused);
            }
            passports.admit(type.purpose());
        }
        return types;
    }

    /** What verifiers believe stands in it, for years. */
    private static void check(String issuer) {
        URI address;
        try {
            address = URI.create(issuer);
        } catch (IllegalArgumentException e) {
            address = URI.create("");
        }
        boolean bare = address.getHost() != null
                && address.getRawPath().isEmpty()
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
        if (!bare || !"https".equals(address.getScheme()) && !THIS_MACHINE.contains(address.getHost())) {
            throw new StartException("vahid.public.address must be https and a host, without a path, where"
                    + " credentials are issued: it stands in each of them");
        }
    }

    @Bean
    Credentials credentials(JdbcTemplate jdbc, ActRecord acts, RowTrust trust, CredentialSettings settings) {
        return new Credentials(jdbc, acts, trust, settings.perDay());
    }

    @Bean
    IssuerMetadata issuerMetadata(
            @Value("${vahid.public.address}") String issuer,
            CredentialTypes types,
            CredentialSettings settings,
            CryptoProvider crypto) {
        return new IssuerMetadata(issuer, types, settings.batch(), crypto);
    }

    @Bean
    StatusLists statusLists(JdbcTemplate jdbc, DossierSigner signer, IssuerMetadata metadata) {
        return new StatusLists(jdbc, signer, metadata.issuer(), CLOCK);
    }

    @Bean
    IssuerHandler issuerHandler(
            IssuerMetadata metadata,
            CredentialTypes types,
            StatusLists statuses,
            Share share,
            @Value("${vahid.limits.strangers-per-second}") int strangers) {
        return new IssuerHandler(metadata, types, statuses, guesses(share, strangers));
    }

    @Bean
    CitizenCredentials citizenCredentials(
            FrontDoor door,
            PersonHash persons,
            CredentialTypes types,
            Credentials credentials,
            BackgroundLookups lookups,
            AccessPolicy access,
            IssuerMetadata metadata,
            CredentialSettings settings) {
        return new CitizenCredentials(door, persons, types, credentials, lookups, access, metadata, settings, CLOCK);
    }

    @Bean
    TokenHandler tokenHandler(
            Credentials credentials,
            CredentialSettings settings,
            Share share,
            @Value("${vahid.limits.strangers-per-second}") int strangers) {
        return new TokenHandler(credentials, guesses(share, strangers), settings.tries(), CLOCK);
    }

    @Bean
    CredentialHandler credentialHandler(
            Credentials credentials,
            CredentialTypes types,
            IssuerMetadata metadata,
            CredentialWriter writer,
            BackgroundLookups lookups,
            CredentialSettings settings,
            RowTrust trust,
            Share share,
            @Value("${vahid.limits.strangers-per-second}") int strangers) {
        Nonces nonces = new Nonces(trust.seals(), CLOCK);
        return new CredentialHandler(
                credentials,
                types,
                new KeyProofs(metadata.issuer(), nonces::holds, settings.batch(), CLOCK),
                nonces,
                writer,
                lookups,
                guesses(share, strangers),
                settings.requester(),
                CLOCK);
    }

    /** Whoever guesses codes or tokens waits. */
    private static Strangers guesses(Share share, int strangers) {
        return new Strangers(() -> share.of(strangers), System::nanoTime);
    }

    @Bean
    CredentialReview credentialReview(Credentials credentials) {
        return new CredentialReview(credentials, CLOCK);
    }

    @Bean
    Figure credentialsByState() {
        return Figure.counts(
                "vahid.credentials",
                "Credentials of citizens, by where they stand",
                "state",
                "select state, count(*) from credential group by state");
    }
}

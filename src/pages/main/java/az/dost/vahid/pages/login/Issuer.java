package az.dost.vahid.pages.login;

import az.dost.vahid.pages.setting.PagesSettings;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * The issuer as its discovery document describes it (OpenID Connect Discovery 1.0). It is read when the first person
 * logs in and again after it could not be: pages start without their issuer, and tell people that nobody can log in.
 */
final class Issuer implements ClientRegistrationRepository {
    /** The one registration, and a part of the address at which a login begins. */
    static final String ID = "vahid";

    /** Where a login begins, with its name behind it. */
    static final String BEGIN = "/login/begin";

    static final String RETURN = "/login/oauth2/code/vahid";
    private static final Logger LOG = LoggerFactory.getLogger(Issuer.class);
    private final PagesSettings settings;
    private volatile ClientRegistration known;

    Issuer(PagesSettings settings) {
        this.settings = settings;
    }

    /** @throws IssuerAway when it cannot be read */
    @Override
    public ClientRegistration findByRegistrationId(String id) {
        ClientRegistration read = known;
        if (read == null && ID.equals(id)) {
            read = read();
            known = read;
        }
        return ID.equals(id) ? read : null;
    }

    /** Where browsers go to end their session there; empty while nothing is known of it, or where it has none. */
    List<String> logoutOrigins() {
        ClientRegistration read = known;
        Object end = read == null
                ? null
                : read.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        return end == null ? List.of() : List.of(origin(URI.create(end.toString())));
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private ClientRegistration read() {
        boolean secret = settings.secret() != null && !settings.secret().isBlank();
        try {
            return ClientRegistrations.fromIssuerLocation(settings.issuer())
                    .registrationId(ID)
                    .clientId(settings.client())
                    .clientSecret(secret ? settings.secret() : null)
                    .clientAuthenticationMethod(
                            secret ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC : ClientAuthenticationMethod.NONE)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(settings.address() + RETURN)
                    .scope(settings.scopes())
                    .build();
        } catch (RuntimeException e) {
            LOG.warn(
                    "The discovery document of the issuer {} cannot be read: {}",
                    settings.issuer(),
                    e.getClass().getSimpleName());
            throw new IssuerAway();
        }
    }
}

package az.dost.vahid.pages.login;

import az.dost.vahid.pages.gateway.Bearer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;

@Configuration(proxyBeanMethods = false)
@Import({Issuer.class, IdTokens.class, Visitors.class, KeptForm.class})
class LoginConfiguration {
    @Bean
    SessionTokens sessionTokens(Issuer issuer) {
        return new SessionTokens(issuer);
    }

    @Bean
    Bearer bearer(SessionTokens tokens) {
        RefreshTokenOAuth2AuthorizedClientProvider issuer = new RefreshTokenOAuth2AuthorizedClientProvider();
        RestClientRefreshTokenTokenResponseClient renewals = new RestClientRefreshTokenTokenResponseClient();
        renewals.setRestClient(IssuerCalls.client());
        issuer.setAccessTokenResponseClient(renewals);
        return new SessionBearer(tokens, new TokenRenewal(tokens, issuer));
    }
}

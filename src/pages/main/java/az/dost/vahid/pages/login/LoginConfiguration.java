package az.dost.vahid.pages.login;

import az.dost.vahid.pages.gateway.Bearer;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.setting.PagesSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;

@Configuration(proxyBeanMethods = false)
class LoginConfiguration {
    @Bean
    Issuer issuer(PagesSettings settings) {
        return new Issuer(settings);
    }

    @Bean
    IdTokens idTokens() {
        return new IdTokens();
    }

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

    @Bean
    Visitors visitors(Gateway gateway, Bearer bearer) {
        return new Visitors(gateway, bearer);
    }
}

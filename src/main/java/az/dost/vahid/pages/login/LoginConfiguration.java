package az.dost.vahid.pages.login;

import az.dost.vahid.pages.gateway.Bearer;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.setting.PagesSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

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

    /** Tokens are in the session and never in the browser. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    Bearer bearer(Issuer issuer, OAuth2AuthorizedClientRepository authorizedClients) {
        DefaultOAuth2AuthorizedClientManager clients = new DefaultOAuth2AuthorizedClientManager(issuer, authorizedClients);
        clients.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder().authorizationCode().refreshToken().build());
        return new SessionBearer(clients);
    }

    @Bean
    Visitors visitors(Gateway gateway, Bearer bearer) {
        return new Visitors(gateway, bearer);
    }
}

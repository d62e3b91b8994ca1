package az.dost.vahid.pages.login;

import az.dost.vahid.pages.session.SessionSeal;
import az.dost.vahid.pages.setting.PagesSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.InstantSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.BeanIds;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Nobody sees a page who is not logged in, but those that say how to; what each person may see, {@code web} decides by
 * roles.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    /** Before the page is made: a page longer than the server's buffer would go out without them. */
    private static final ObjectPostProcessor<HeaderWriterFilter> FIRST = new ObjectPostProcessor<>() {
        @Override
        public <F extends HeaderWriterFilter> F postProcess(F filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    };

    private static final int SECURITY = -100;

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http, PagesSettings settings, Issuer issuer, SessionTokens tokens, SessionSeal seal)
            throws Exception {
        SessionOver over = new SessionOver();
        CameFor cameFor = new CameFor(new SealedCookie("came-for", seal, InstantSource.system()));
        BegunLogin begun = new BegunLogin(new SealedCookie("login", seal, InstantSource.system()));
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(IssuerCalls.client());
        OidcClientInitiatedLogoutSuccessHandler both = new OidcClientInitiatedLogoutSuccessHandler(issuer);
        both.setPostLogoutRedirectUri(settings.address() + PublicPages.HOME);
        both.setDefaultTargetUrl(PublicPages.LOGGED_OUT);
        LoginLanguage begins = new LoginLanguage(proven(issuer));
        back(begins, cameFor);
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(PublicPages.ALL)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.clientRegistrationRepository(issuer)
                        .authorizedClientRepository(tokens)
                        .loginPage(PublicPages.HOME)
                        .authorizationEndpoint(begin ->
                                begin.authorizationRequestResolver(begins).authorizationRequestRepository(begun))
                        .redirectionEndpoint(end -> end.baseUri(Issuer.RETURN))
                        .tokenEndpoint(token -> token.accessTokenResponseClient(codes))
                        .successHandler(begins)
                        .failureHandler(
                                (request, response, fault) -> SessionOver.lead(request, response, PublicPages.FAILED)))
                .logout(logout -> logout.logoutSuccessHandler((request, response, person) -> {
                    try {
                        both.onLogoutSuccess(request, response, person);
                    } catch (IssuerAway e) {
                        SessionOver.lead(request, response, PublicPages.LOGGED_OUT);
                    }
                }))
                .csrf(forms -> forms.csrfTokenRepository(new FormTokens()))
                .requestCache(cache -> cache.requestCache(cameFor))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(over).accessDeniedHandler(over))
                .headers(headers -> headers.withObjectPostProcessor(FIRST)
                        .addHeaderWriter(new ContentPolicy(issuer))
                        .httpStrictTransportSecurity(always -> always.requestMatcher(
                                request -> "https".equals(settings.address().getScheme())))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")))
                .build();
    }

    /** With a proof key (RFC 7636), whether or not the client has a secret. */
    private static OAuth2AuthorizationRequestResolver proven(Issuer issuer) {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(issuer, Issuer.BEGIN);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    private static void back(LoginLanguage back, CameFor cameFor) {
        back.setDefaultTargetUrl(PublicPages.HOME);
        back.setRequestCache(cameFor);
        back.setRedirectStrategy(SessionOver::lead);
    }

    @Bean
    FilterRegistrationBean<Filter> securityFilter(Filter springSecurityFilterChain) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(springSecurityFilterChain);
        registration.setName(BeanIds.SPRING_SECURITY_FILTER_CHAIN);
        registration.setOrder(SECURITY);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }
}

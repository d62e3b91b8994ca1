package az.dost.vahid.mock.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Spring Authorization Server with the demonstration's clients and people; its key lives as long as the process. Paths
 * are those below {@link IssuerAddress#PATH}. Not for the mocks' own context to find.
 */
@EnableWebSecurity
@Import(DemoClaims.class)
class IssuerConfiguration {
    private static final String TOKEN = "/token";

    @Bean
    SecurityFilterChain issuer(HttpSecurity http, IssuerAddress address) throws Exception {
        // A browser holds the way back to the pages to form-action too, as it began with the chooser's form.
        String policy = "default-src 'none'; style-src 'self'; form-action 'self' http://127.0.0.1:* "
                + String.join(" ", address.pages()) + "; frame-ancestors 'none'; base-uri 'none'";
        return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults())
                        .authorizationEndpoint(endpoint ->
                                endpoint.authorizationRequestConverters(all -> all.replaceAll(ScopeOfPerson::new))))
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(form -> form.loginPage(Chooser.PAGE)
                        .usernameParameter("person")
                        .authenticationDetailsSource(request -> request.getParameter(Chooser.LANGUAGE))
                        .permitAll())
                .authenticationProvider(new PeopleProvider())
                .addFilterBefore(new Chooser(), AuthorizationFilter.class)
                .exceptionHandling(
                        faults -> faults.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(Chooser.PAGE)))
                .csrf(csrf -> csrf.ignoringRequestMatchers(TOKEN))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy)))
                .build();
    }

    @Bean
    RegisteredClientRepository clients(IssuerAddress address) {
        return DemoClients.all(address.pages());
    }

    @Bean
    PasswordEncoder secrets() {
        return DemoClients.SECRETS;
    }

    /** By it an ID token knows the login that a logout ends. */
    @Bean
    SessionRegistry sessions() {
        return new SessionRegistryImpl();
    }

    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
        return new ImmutableJWKSet<>(new JWKSet(new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate()));
    }

    /** Of our own access tokens too, with which userinfo is asked. */
    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        // The decoder itself looks at the claims, but not at the type once more.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new JwtTimestampValidator());
        return decoder;
    }

    @Bean
    AuthorizationServerSettings addresses(IssuerAddress address) {
        return AuthorizationServerSettings.builder()
                .issuer(address.url())
                .authorizationEndpoint("/authorize")
                .tokenEndpoint(TOKEN)
                .jwkSetEndpoint("/keys")
                .oidcUserInfoEndpoint("/userinfo")
                .oidcLogoutEndpoint("/logout")
                .build();
    }
}

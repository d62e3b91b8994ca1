package az.dost.vahid.pages.login;

import java.time.Duration;
import java.util.List;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** How the issuer is asked: nobody waits for it without end. */
final class IssuerCalls {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** For tokens. */
    @SuppressWarnings("removal") // These two alone; the successor adds to what is found.
    static RestClient client() {
        return RestClient.builder()
                .requestFactory(patient())
                .messageConverters(
                        List.of(new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    /** For its keys. */
    static RestTemplate keys() {
        return new RestTemplate(patient());
    }

    private static SimpleClientHttpRequestFactory patient() {
        SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
        factory.setConnectTimeout(CONNECT);
        factory.setReadTimeout(ANSWER);
        return factory;
    }

    private IssuerCalls() {}
}

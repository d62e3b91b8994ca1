package az.dost.vahid.pages.gateway;

import az.dost.vahid.pages.setting.PagesSettings;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {
    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** Whoever it is called for is whoever asks for the page. */
    @Bean
    Gateway gateway(PagesSettings settings, Bearer bearer) {
        return at(settings.gateway(), settings, bearer::token);
    }

    /** The same at the port for operators. Whoever wants it asks for it by its name. */
    @Bean(defaultCandidate = false)
    @Qualifier(Gateway.OPERATIONS)
    Gateway operations(PagesSettings settings, Bearer bearer) {
        return at(settings.operations(), settings, bearer::token);
    }

    @Bean(defaultCandidate = false)
    @Qualifier(Gateway.OPEN)
    Gateway open(PagesSettings settings) {
        return at(settings.gateway(), settings, () -> null);
    }

    @Bean(defaultCandidate = false)
    @Qualifier(Gateway.TEST_SYSTEM)
    Gateway testSystem(PagesSettings settings) {
        return at(settings.gateway(), settings, settings::tryToken);
    }

    @SuppressWarnings("removal") // This one alone; the successor adds to what is found.
    private static Gateway at(String address, PagesSettings settings, Supplier<String> token) {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build());
        factory.setReadTimeout(settings.waits());
        return new Gateway(
                RestClient.builder()
                        .requestFactory(factory)
                        .baseUrl(address)
                        .messageConverters(List.of(new StringHttpMessageConverter(StandardCharsets.UTF_8)))
                        .build(),
                token);
    }
}

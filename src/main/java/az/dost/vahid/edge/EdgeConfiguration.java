package az.dost.vahid.edge;

import az.dost.vahid.access.AccessPolicy;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.GatewayKeys;
import az.dost.vahid.signature.PinnedClients;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.RequestLimit;
import jakarta.servlet.Filter;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.undertow.UndertowServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TlsSettings.class, EdgeSettings.class})
class EdgeConfiguration {
    /** How long a kept connection waits for its next request. */
    private static final int IDLE_MS = 60_000;

    @Bean
    WebServerFactoryCustomizer<UndertowServletWebServerFactory> mutualTls(TlsSettings tls, ObjectProvider<GatewayKeys> keys,
            ObjectProvider<AccessPolicy> access) {
        return factory -> {
            if (tls.port() != null) {
                factory.addBuilderCustomizers(new TlsListener(tls.host(), tls.port(), tls.protocols(), tls.ciphers(), tls.required(),
                        () -> PinnedClients.server(keys.getObject().pair(tls.key()), shown -> access.getObject().pins(shown))));
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<UndertowServletWebServerFactory> edge(EdgeSettings edge, RequestLimit limit) {
        return factory -> {
            factory.addBuilderCustomizers(builder -> builder.setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, edge.requestTimeoutMs())
                    .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MS));
            factory.addDeploymentInfoCustomizers(deployment -> deployment.addInitialHandlerChainWrapper(
                    next -> new RequestShape(new WholeRequest(whole -> limit.handleRequest(whole, next), edge.requestTimeoutMs()))));
        };
    }

    /** Undertow's own; it wants a place at least for one that waits beside. */
    @Bean
    RequestLimit requestLimit(EdgeSettings edge) {
        RequestLimit limit = new RequestLimit(edge.mostRequests(), 1);
        limit.setFailureHandler(exchange -> ProblemAnswer.send(exchange, new ProblemException(ProblemCode.OVERLOADED)));
        return limit;
    }

    @Bean
    FilterRegistrationBean<StartGate> startGate(@Lazy CamelContext camel) {
        return early(new StartGate(camel));
    }

    @Bean
    FilterRegistrationBean<Firewall> firewall() {
        return early(new Firewall());
    }

    /** Under the name that Camel looks for. */
    @Bean("platform-http-engine")
    ServletThreadEngine servletThreadEngine(@Value("${server.port}") int port) {
        return new ServletThreadEngine(port);
    }

    /** Before the frameworks' own filters. */
    private static <F extends Filter> FilterRegistrationBean<F> early(F filter) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}

package az.dost.vahid.edge.server;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.life.Readiness;
import az.dost.vahid.problem.Challenge;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PinnedClients;
import az.dost.vahid.wiring.Beans;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.Filter;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    TlsSettings.class,
    EdgeSettings.class,
    ManagementSettings.class,
    DrainSettings.class,
    PublicSettings.class
})
@Beans(FrontDoor.class)
class EdgeConfiguration {
    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> edge(
            EdgeSettings edge,
            Faces faces,
            RequestLimit limit,
            TlsSettings tls,
            ManagementSettings management,
            PublicSettings told,
            @Value("${vahid.tokens.issuer}") String issuer,
            ObjectProvider<GatewayKeys> keys,
            ObjectProvider<AccessPolicy> access,
            ObjectProvider<DossierSigner> signer,
            ObjectProvider<Readiness> readiness) {
        ServerTls secured = new ServerTls(
                tls.protocols(),
                tls.ciphers(),
                () -> PinnedClients.server(
                        keys.getObject().pair(tls.key()),
                        shown -> access.getObject().pins(shown)));
        return factory -> {
            factory.addServerCustomizers(new EdgeServer(
                    edge,
                    faces,
                    new HeldBodies(edge.heldBytes()),
                    limit,
                    readiness::getObject,
                    next -> new WellKnown(
                            told, issuer, Clock.systemUTC(), new SignedAnswers(signer::getObject, next))));
            if (management.port() != null) {
                factory.addServerCustomizers(new ManagementListener(
                        management.host(),
                        management.port(),
                        management.tls() ? secured : null,
                        edge.requestTimeoutMs()));
            }
            if (tls.port() != null) {
                factory.addServerCustomizers(
                        new TlsListener(tls.host(), tls.port(), secured, tls.required(), edge.requestTimeoutMs()));
            }
        };
    }

    @Bean
    Faces faces() {
        return Faces.read();
    }

    @Bean
    RequestLimit requestLimit(EdgeSettings edge) {
        return new RequestLimit(edge.mostRequests(), edge.workers());
    }

    @Bean
    Draining draining(DrainSettings settings, RequestLimit limit) {
        return new Draining(settings, limit::inProgress);
    }

    @Bean
    FilterRegistrationBean<StartGate> startGate(@Lazy CamelContext camel, Draining draining) {
        return early(new StartGate(camel, draining));
    }

    @Bean
    FilterRegistrationBean<Firewall> firewall() {
        return early(new Firewall());
    }

    @Bean
    FilterRegistrationBean<ManagementLogin> managementLogin(FrontDoor door, PublicSettings told) {
        FilterRegistrationBean<ManagementLogin> login = early(new ManagementLogin(door, Challenge.at(told.address())));
        login.addUrlPatterns(ManagementLogin.PATHS);
        return login;
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

    @Bean
    MeterBinder requestsInProgress(RequestLimit limit) {
        return meters -> {
            Gauge.builder("vahid.requests", limit, RequestLimit::inProgress)
                    .description("Requests in progress, those that wait for a worker among them")
                    .register(meters);
            Gauge.builder("vahid.requests.worked.on", limit, RequestLimit::workedOn)
                    .description("Requests that a worker works on")
                    .register(meters);
        };
    }
}

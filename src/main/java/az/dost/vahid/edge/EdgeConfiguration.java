package az.dost.vahid.edge;

import az.dost.vahid.access.AccessPolicy;
import az.dost.vahid.signature.GatewayKeys;
import az.dost.vahid.signature.PinnedClients;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.undertow.UndertowServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TlsSettings.class)
class EdgeConfiguration {
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
}

package az.dost.vahid.journeys.exchange;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.definition.DefinitionFolder;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.journeys.exchange.service.ProviderClients;
import az.dost.vahid.journeys.exchange.service.ServiceFiles;
import az.dost.vahid.journeys.exchange.service.Services;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.wiring.Beans;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.ResourcePatternResolver;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExchangeSettings.class)
@Beans({
    ExchangeGate.class,
    ExchangeRecord.class,
    ProviderLimits.class,
    Metaservices.class,
    SoapMetaservices.class,
    ExchangeEvidence.class
})
class ExchangeConfiguration {
    @Bean
    FilterRegistrationBean<ExchangeFilter> exchangeFilter() {
        FilterRegistrationBean<ExchangeFilter> filter = new FilterRegistrationBean<>(new ExchangeFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.addUrlPatterns("/*");
        return filter;
    }

    @Bean
    Services services(
            ResourcePatternResolver resources,
            Catalogue agencies,
            PinnedCertificates certificates,
            GatewayKeys keys,
            Environment environment,
            Troubles troubles,
            ExchangeSettings settings) {
        return new Services(
                new ServiceFiles(
                        new DefinitionFolder(resources, settings.services()),
                        DefinitionReader.of("exchange-service"),
                        agencies,
                        new ProviderClients(agencies, certificates, keys, environment, settings.most()),
                        environment),
                troubles);
    }

    @Bean
    Provider exchangeProvider() {
        return new Provider();
    }

    @Bean
    OwnService exchangeOwn() {
        return new OwnService();
    }

    @Bean
    RestFace restFace(ExchangeRecord record, ExchangeSettings settings) {
        return new RestFace(new Answering(record, settings.keptBytes()), settings.keptBytes());
    }

    @Bean
    SoapCallFace exchangeSoapFace(ExchangeRecord record, ExchangeSettings settings) {
        return new SoapCallFace(
                new Answering(record, settings.keptBytes()), settings.keptBytes(), settings.envelopeBytes());
    }

    @Bean
    ExchangeFaults exchangeFaults(ExchangeRecord record, ExchangeSettings settings) {
        return new ExchangeFaults(record, settings.olderCodes());
    }
}

package az.dost.vahid.journeys.exchange;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.definition.DefinitionFolder;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.journeys.exchange.service.ProviderClients;
import az.dost.vahid.journeys.exchange.service.ServiceFiles;
import az.dost.vahid.journeys.exchange.service.Services;
import az.dost.vahid.proof.member.Share;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.Receipts;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.container.ContainerSigner;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.RowSeals;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {
    private final int mostKept;

    ExchangeConfiguration(@Value("${vahid.exchange.kept-bytes}") int mostKept) {
        this.mostKept = mostKept;
    }

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
            Environment settings,
            Troubles troubles,
            @Value("${vahid.exchange.services}") String folder,
            @Value("${vahid.exchange.most}") int most,
            @Value("classpath:contracts/exchange-service.schema.json") Resource schema) {
        return new Services(
                new ServiceFiles(
                        new DefinitionFolder(resources, folder),
                        new DefinitionReader(schema),
                        agencies,
                        new ProviderClients(agencies, certificates, keys, settings, most),
                        settings),
                troubles);
    }

    @Bean
    ExchangeGate exchangeGate(AccessPolicy access, Services services) {
        return new ExchangeGate(access, services);
    }

    @Bean
    ExchangeRecord exchangeRecord(ActRecord acts, Bodies bodies, RowSeals seals) {
        return new ExchangeRecord(acts, bodies, seals);
    }

    @Bean
    Provider exchangeProvider() {
        return new Provider();
    }

    @Bean
    ProviderLimits providerLimits(Share share) {
        return new ProviderLimits(share);
    }

    @Bean
    OwnService exchangeOwn() {
        return new OwnService();
    }

    @Bean
    RestDesk restDesk(ExchangeRecord record) {
        return new RestDesk(new Answering(record, mostKept), mostKept);
    }

    @Bean
    SoapCallDesk exchangeSoapDesk(
            ExchangeRecord record, @Value("${vahid.exchange.envelope-bytes}") int longestEnvelope) {
        return new SoapCallDesk(new Answering(record, mostKept), mostKept, longestEnvelope);
    }

    @Bean
    Metaservices metaservices(ExchangeGate gate, AccessPolicy access, Services services) {
        return new Metaservices(gate, access, services);
    }

    @Bean
    SoapMetaservices soapMetaservices(ExchangeGate gate, Services services) {
        return new SoapMetaservices(gate, services);
    }

    @Bean
    ExchangeEvidence exchangeEvidence(
            JdbcTemplate jdbc, Bodies bodies, Receipts receipts, ContainerSigner signer, RowTrust trust) {
        return new ExchangeEvidence(jdbc, bodies, receipts, signer, trust);
    }

    @Bean
    ExchangeFaults exchangeFaults(ExchangeRecord record, @Value("${vahid.exchange.older-codes}") boolean older) {
        return new ExchangeFaults(record, older);
    }
}

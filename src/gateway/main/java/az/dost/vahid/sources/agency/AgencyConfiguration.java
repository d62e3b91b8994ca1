package az.dost.vahid.sources.agency;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.EndpointFile;
import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.proof.member.OwnStatus;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.sources.agency.call.AnswerTally;
import az.dost.vahid.sources.agency.call.DropRows;
import az.dost.vahid.sources.agency.call.FailedCall;
import az.dost.vahid.sources.agency.call.SourceSight;
import az.dost.vahid.sources.agency.call.UnusableAnswers;
import az.dost.vahid.sources.agency.transport.EventLoopHttp;
import az.dost.vahid.trace.Traces;
import az.dost.vahid.wiring.Beans;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.util.concurrent.SynchronousExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@Beans({
    FailedCall.class,
    CollectAnswers.class,
    Paces.class,
    DropRows.class,
    AnswerTally.class,
    UnusableAnswers.class,
    RunningAgencies.class
})
class AgencyConfiguration {
    @Bean
    AgencyRoutes agencyRoutes(
            EndpointFile endpoints,
            Environment settings,
            GatewayKeys keys,
            PinnedCertificates certificates,
            CryptoProvider crypto,
            MeterRegistry meters,
            Traces traces,
            AnswerTally tally,
            OwnStatus telling,
            UnusableAnswers unusable,
            DropRows rows,
            Paces paces,
            PersonHash persons,
            FactCheck check) {
        return new AgencyRoutes(
                endpoints,
                settings,
                keys,
                certificates,
                crypto,
                new SourceSight(meters, traces, tally, telling, unusable),
                rows,
                paces,
                persons,
                check);
    }

    @Bean
    CamelContextConfiguration stampAgencies(AgencyRoutes routes, Catalogue catalogue) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                // Branches start one after another: none waits in its thread for an agency (decisions 80 and 81).
                // Bound here: an executor among Spring's beans would take the place of its own.
                context.getRegistry().bind("callerThread", new SynchronousExecutorService());
                context.getRegistry()
                        .bind("eventLoop", EventLoopHttp.in(context).executor());
                // The templates of routes/ are loaded by now, and no lookup has come in yet.
                routes.stamp(context, catalogue);
            }

            @Override
            public void afterApplicationStart(CamelContext context) {}
        };
    }
}

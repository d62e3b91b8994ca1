package az.dost.vahid.sources.rollout;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.rollout.Rollout;
import az.dost.vahid.connector.rollout.RolloutFile;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.proof.member.Share;
import az.dost.vahid.wiring.Beans;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.ResourceLoader;

@Configuration(proxyBeanMethods = false)
@Beans({RolloutProposals.class, ShadowTally.class})
class RolloutConfiguration {
    private static final int MOST_SHADOWS = 64;

    @Bean
    RolloutHandler rolloutHandler(
            Rollouts rollouts,
            RolloutProposals proposals,
            Catalogue catalogue,
            @Value("${vahid.rollout-two-operators}") boolean twoOperators) {
        return new RolloutHandler(rollouts, proposals, catalogue, twoOperators);
    }

    @Bean
    Rollouts rollouts(
            CamelContext context,
            RolloutProposals proposals,
            ResourceLoader resources,
            Troubles troubles,
            Share share,
            @Value("${vahid.rollout}") String file,
            @Value("${vahid.connectors:}") String connectors,
            @Value("${vahid.data}") String data) {
        String beside = "file:" + (connectors.isBlank() ? data : connectors) + "/rollout.yaml";
        return new Rollouts(
                new RolloutFile(
                        resources.getResource(file.isBlank() ? beside : file),
                        new ClassPathResource("contracts/rollout.schema.json")),
                proposals,
                new SlowedRoutes(context, share),
                troubles);
    }

    @Bean
    CamelContextConfiguration beginRollouts(Rollouts rollouts) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                rollouts.begin();
            }

            @Override
            public void afterApplicationStart(CamelContext context) {}
        };
    }

    /** Starts shadows, which wait without a thread; there are never more of them than places in the queue. */
    @Bean
    ThreadPoolProfile shadowPool() {
        return new ThreadPoolProfileBuilder("shadowPool")
                .poolSize(1)
                .maxPoolSize(2)
                .maxQueueSize(MOST_SHADOWS)
                .build();
    }

    @Bean
    ShadowCalls shadowCalls(ShadowTally tally) {
        return new ShadowCalls(MOST_SHADOWS, tally);
    }

    /** The rollouts in force, at the management endpoint info. */
    @Bean
    InfoContributor rolloutInfo(Rollouts rollouts, ShadowTally tally) {
        return info -> {
            Map<String, Object> shown = new TreeMap<>();
            rollouts.inForce().forEach((agency, rollout) -> shown.put(agency, shown(rollout, tally.of(agency))));
            info.withDetail("rollout", shown);
        };
    }

    private static Map<String, Object> shown(Rollout rollout, Map<String, Long> compared) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("use", rollout.use());
        if (rollout.share() != null) {
            shown.put("share", rollout.share());
        }
        if (rollout.perSecond() != null) {
            shown.put("perSecond", rollout.perSecond());
        }
        shown.put("because", rollout.because());
        if (!compared.isEmpty()) {
            shown.put("compared", compared);
        }
        return shown;
    }
}

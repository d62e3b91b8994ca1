package az.dost.vahid.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.proof.member.Share;
import az.dost.vahid.proof.member.TestShare;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class RequesterLimitsTest {
    private static final StandardEnvironment SETTINGS = new StandardEnvironment();

    static {
        SETTINGS.getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "vahid.limits.each.per-second",
                                1000,
                                "vahid.limits.each.at-once",
                                96,
                                "vahid.limits.requesters.office.per-second",
                                20,
                                "vahid.limits.requesters.office.at-once",
                                2)));
    }

    private static Exchange of(String requester) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty(
                Requester.PROPERTY,
                TestRequester.of(requester, "", null, Set.of(), Set.of(), Map.of(), Set.of(), false, Set.of()));
        return exchange;
    }

    @Test
    void a_requester_without_its_own_has_the_limit_of_each() {
        RequesterLimits limits = new RequesterLimits(SETTINGS, Share.whole());
        assertThat(limits.perSecond(of("somebody"))).isEqualTo(1000);
        assertThat(limits.atOnce(of("somebody"))).isEqualTo(96);
        assertThat(limits.perSecond(of("office"))).isEqualTo(20);
    }

    @Test
    void all_gateways_together_have_the_limit() {
        assertThat(IntStream.range(0, 3)
                        .map(rank -> new RequesterLimits(SETTINGS, TestShare.of(rank, 3)).perSecond(of("office")))
                        .sum())
                .isEqualTo(20);
        assertThat(IntStream.range(0, 3)
                        .map(rank -> new RequesterLimits(SETTINGS, TestShare.of(rank, 3)).atOnce(of("somebody")))
                        .sum())
                .isEqualTo(96);
    }

    @Test
    void no_gateway_refuses_everybody() {
        assertThat(IntStream.range(0, 3)
                        .map(rank -> new RequesterLimits(SETTINGS, TestShare.of(rank, 3)).atOnce(of("office"))))
                .containsOnly(1);
    }
}

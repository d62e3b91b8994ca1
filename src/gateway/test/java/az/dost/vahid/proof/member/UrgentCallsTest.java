package az.dost.vahid.proof.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What clerks of one gateway ask is left out of what all gateways may ask that can wait. */
class UrgentCallsTest {
    private static final int RATE = 100;

    /**
     * What gateways with so many urgent calls a second ask in all: each its urgent ones, and what it has left beside
     * them.
     */
    private static double asked(List<Integer> urgent) {
        int clerks = urgent.stream().mapToInt(Integer::intValue).sum();
        return urgent.stream()
                .mapToDouble(own -> Math.max(own, UrgentCalls.left(own, clerks - own, RATE, 1.0 / urgent.size())))
                .sum();
    }

    @Property
    void all_gateways_together_ask_as_often_as_the_agency_takes_or_as_clerks_do(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 60) Integer> urgent) {
        int clerks = urgent.stream().mapToInt(Integer::intValue).sum();
        assertThat(asked(urgent)).isCloseTo(Math.max(RATE, clerks), within(0.001));
    }

    @Test
    void what_the_clerks_of_one_gateway_ask_the_others_leave() {
        assertThat(UrgentCalls.left(0, 80, RATE, 0.25)).isCloseTo(5, within(0.001));
        assertThat(UrgentCalls.left(80, 0, RATE, 0.25))
                .as("its clerks are counted as they come")
                .isCloseTo(85, within(0.001));
        assertThat(UrgentCalls.left(0, 300, RATE, 0.25)).isZero();
    }

    @Test
    void what_was_called_is_told_once() {
        UrgentCalls calls = new UrgentCalls(Share.whole());
        for (int i = 0; i < 10; i++) {
            calls.add("cars");
        }
        assertThat(calls.take()).containsOnlyKeys("cars");
        assertThat(calls.take()).isEmpty();
    }

    @Test
    void a_gateway_whose_lease_is_over_asks_for_nothing_that_can_wait() {
        Share share = new Share();
        share.become(0, 1, true, System.nanoTime() - 1);
        assertThat(new UrgentCalls(share).left("cars", RATE)).isZero();
    }

    @Test
    void numbers_that_somebody_made_up_free_no_more_than_there_is() {
        UrgentCalls calls = new UrgentCalls(Share.whole());
        calls.others(List.of(Map.of("cars", -1e300), Map.of("cars", Double.NaN)));
        assertThat(calls.left("cars", RATE)).isLessThanOrEqualTo(RATE);
    }
}

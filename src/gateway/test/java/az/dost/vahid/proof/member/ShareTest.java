package az.dost.vahid.proof.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShareTest {
    private static Share share(int rank, int members) {
        return TestShare.of(rank, members);
    }

    @Property
    void the_parts_of_all_gateways_are_the_limit(
            @ForAll @IntRange(min = 1, max = 20) int members, @ForAll @IntRange(min = 20, max = 100_000) int limit) {
        assertThat(IntStream.range(0, members)
                        .map(rank -> share(rank, members).of(limit))
                        .sum())
                .isEqualTo(limit);
    }

    @Property
    void parts_differ_by_one_at_most(
            @ForAll @IntRange(min = 1, max = 20) int members, @ForAll @IntRange(min = 20, max = 100_000) int limit) {
        assertThat(IntStream.range(0, members).map(rank -> share(rank, members).of(limit)))
                .allSatisfy(part -> assertThat(part).isBetween(limit / members, limit / members + 1));
    }

    @Test
    void a_gateway_always_has_one_or_it_would_refuse_everybody() {
        assertThat(IntStream.range(0, 3).map(rank -> share(rank, 3).of(1))).containsExactly(1, 1, 1);
    }

    @Test
    void the_largest_limit_is_divided_too() {
        assertThat(share(19, 20).of(Integer.MAX_VALUE)).isPositive();
        assertThat(Share.whole().of(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void nothing_is_left_to_one_that_joins_or_has_not_renewed_its_lease() {
        Share share = new Share();
        assertThat(share.holds()).as("before it has joined").isFalse();
        share.become(0, 2, false, System.nanoTime() + 60_000_000_000L);
        assertThat(share.holds()).as("while not all know of it").isFalse();
        share.become(0, 2, true, System.nanoTime() + 60_000_000_000L);
        assertThat(share.holds()).isTrue();
        share.become(0, 2, true, System.nanoTime() - 1);
        assertThat(share.holds()).as("after its lease").isFalse();
        assertThat(share.of(10)).as("requesters are not refused for that").isEqualTo(5);
    }
}

package az.dost.vahid.journeys.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The windows keep as little as they can; here they are held to a list of everything. */
class WindowPropertiesTest {
    private static final long WINDOW = 1000;

    @Property
    void a_rate_is_exceeded_by_one_more_than_is_allowed(
            @ForAll @Size(max = 60) List<@IntRange(max = 400) Integer> steps,
            @ForAll @IntRange(min = 1, max = 9) int moreThan) {
        Counter.Rate rate = new Counter.Rate(WINDOW, moreThan);
        List<Long> all = new ArrayList<>();
        long now = 1_000_000;
        for (int step : steps) {
            now += step;
            long at = now;
            rate.add(null, at);
            all.add(at);
            assertThat(rate.exceeded(at))
                    .isEqualTo(all.stream().filter(time -> at - time < WINDOW).count() > moreThan);
        }
    }

    @Property
    void a_variety_is_exceeded_by_one_more_different_thing(
            @ForAll @Size(max = 60) List<@IntRange(max = 400) Integer> steps,
            @ForAll @Size(min = 60, max = 60) List<@IntRange(max = 12) Integer> items,
            @ForAll @IntRange(min = 1, max = 9) int moreThan) {
        Counter.Variety variety = new Counter.Variety(WINDOW, moreThan);
        List<Long> times = new ArrayList<>();
        long now = 1_000_000;
        for (int i = 0; i < steps.size(); i++) {
            now += steps.get(i);
            times.add(now);
            variety.add("item " + items.get(i), now);
            long different = 0;
            for (int item = 0; item <= 12; item++) {
                for (int j = i; j >= 0; j--) {
                    if (items.get(j) == item && now - times.get(j) < WINDOW) {
                        different++;
                        break;
                    }
                }
            }
            assertThat(variety.exceeded(now)).isEqualTo(different > moreThan);
        }
    }

    @Property
    void what_was_exceeded_is_so_no_more_when_the_window_has_passed(@ForAll @IntRange(min = 1, max = 9) int moreThan) {
        Counter.Rate rate = new Counter.Rate(WINDOW, moreThan);
        Counter.Variety variety = new Counter.Variety(WINDOW, moreThan);
        for (int i = 0; i <= moreThan; i++) {
            rate.add(null, 5000 + i);
            variety.add(String.valueOf(i), 5000 + i);
        }
        assertThat(rate.exceeded(5999)).isTrue();
        assertThat(variety.exceeded(5999)).isTrue();
        assertThat(rate.exceeded(6000)).isFalse();
        assertThat(variety.exceeded(6000)).isFalse();
    }
}

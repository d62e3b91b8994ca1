package az.dost.vahid.pages.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarsTest {
    private static Bars of(double... amounts) {
        return Bars.of(java.util.Arrays.stream(amounts).mapToObj(amount -> new Bars.Row("r", amount, "t")).toList());
    }

    @Test
    void the_most_has_the_longest_bar_and_others_their_part_of_it() {
        assertThat(of(10, 5, 1).getBars()).extracting(Bars.Bar::width).containsExactly(330, 165, 33);
    }

    @Test
    void nothing_is_a_line_that_can_be_seen() {
        assertThat(of(0, 0).getBars()).extracting(Bars.Bar::width).containsExactly(2, 2);
    }

    @Test
    void bars_lie_below_each_other_within_their_drawing() {
        Bars chart = of(1, 2, 3);
        assertThat(chart.getBars()).extracting(Bars.Bar::top).containsExactly(0, 44, 88);
        assertThat(chart.getBox()).isEqualTo("0 0 400 132");
        assertThat(Bars.of(List.of()).isEmpty()).isTrue();
    }

    @Test
    void a_long_name_ends_where_its_room_does() {
        Bars chart = Bars.of(List.of(new Bars.Row("ə".repeat(100), 1, "1")));
        assertThat(chart.getBars().get(0).label()).hasSize(52).endsWith("…");
    }
}

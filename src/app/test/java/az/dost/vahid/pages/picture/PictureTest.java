package az.dost.vahid.pages.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.words.Names;
import az.dost.vahid.pages.words.Wording;
import az.dost.vahid.wordbook.Language;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A picture draws what its table says, and nothing outside itself. */
class PictureTest {
    private static final Wording W = RunningPages.get().bean(Names.class).in(Language.AZ);

    private static Plot plot(Series... series) {
        return new Plot("T", "ms", "H", Collections.nCopies(series[0].values().size(), "x"), List.of(series), 0);
    }

    private static List<Mark> marks(Picture picture, String kind, String css) {
        return picture.drawing().marks().stream()
                .filter(mark -> mark.kind().equals(kind) && mark.css().contains(css))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "1, 1, 0.2",
        "7, 8, 2",
        "10, 10, 2",
        "11, 15, 5",
        "99, 100, 20",
        "1800, 2000, 500",
        "0.03, 0.03, 0.01"
    })
    void a_scale_ends_at_a_round_number_that_nothing_goes_over(double greatest, double top, double step) {
        Scale scale = Scale.to(greatest);
        assertThat(scale.top()).isCloseTo(top, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(scale.step()).isCloseTo(step, org.assertj.core.data.Offset.offset(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "4, 4", "9, 10"})
    void things_that_are_counted_have_no_parts(double greatest, double top) {
        assertThat(Scale.ofWhole(greatest).top()).isEqualTo(top);
        assertThat(Scale.ofWhole(greatest).step()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void a_line_has_a_gap_where_nothing_is_known_and_a_single_point_is_a_dot() {
        Picture picture = LineChart.of(plot(new Series("S", List.of(1.0, 2.0, Double.NaN, 3.0, Double.NaN))), W);
        assertThat(marks(picture, "path", "vahid-series-0")).hasSize(1);
        assertThat(marks(picture, "dot", "vahid-series-0")).hasSize(1);
        assertThat(picture.rows()).extracting(row -> row.get(1)).containsExactly("1", "2", "–", "3", "–");
    }

    @Test
    void columns_stand_upon_each_other() {
        Picture picture = ColumnChart.of(plot(new Series("A", List.of(3.0)), new Series("B", List.of(1.0))), W);
        Mark below = marks(picture, "box", "vahid-series-0").get(0);
        Mark above = marks(picture, "box", "vahid-series-1").get(0);
        assertThat(above.y() + above.height()).isCloseTo(below.y(), org.assertj.core.data.Offset.offset(0.11));
        assertThat(below.height() / above.height()).isCloseTo(3, org.assertj.core.data.Offset.offset(0.05));
        assertThat(picture.legend()).extracting(Picture.Key::name).containsExactly("A", "B");
    }

    @Test
    void a_bar_is_twice_as_long_for_twice_as_much() {
        List<Mark> bars = marks(BarChart.of(plot(new Series("A", List.of(200.0, 100.0))), W), "box", "vahid-bar");
        assertThat(bars.get(0).width()).isEqualTo(2 * bars.get(1).width());
    }

    @Test
    void a_level_is_a_stroke_across_its_column_and_where_it_is_not_known_there_is_none() {
        Plot plot = new Plot(
                "T",
                "",
                "H",
                List.of("x", "y"),
                List.of(new Series("A", List.of(3.0, 2.0)), new Series("L", List.of(4.5, Double.NaN))),
                1);
        Picture picture = ColumnChart.withLevel(plot, W);
        Mark column = marks(picture, "box", "vahid-series-0").get(0);
        assertThat(marks(picture, "line", "vahid-level")).singleElement().satisfies(level -> {
            assertThat(level.x()).isEqualTo(column.x());
            assertThat(level.width()).isEqualTo(column.width());
            assertThat(level.y()).isLessThan(column.y());
        });
        assertThat(picture.rows()).containsExactly(List.of("x", "3", "4,5"), List.of("y", "2", "–"));
        assertThat(picture.legend())
                .extracting(Picture.Key::css)
                .containsExactly("vahid-bar vahid-series-0", "vahid-line vahid-series-1 vahid-level");
    }

    @Test
    void nothing_is_a_bar_that_can_be_seen_and_what_is_not_known_is_none() {
        List<Mark> bars =
                marks(BarChart.of(plot(new Series("A", List.of(1000.0, 0.0, Double.NaN))), W), "box", "vahid-bar");
        assertThat(bars)
                .extracting(Mark::width)
                .satisfies(
                        widths -> assertThat(widths.get(1)).isEqualTo(2.0),
                        widths -> assertThat(widths.get(2)).isZero());
    }

    @Test
    void a_long_name_ends_where_its_room_does_and_is_whole_in_the_table() {
        String name = "ə".repeat(200);
        Picture picture =
                BarChart.of(new Plot("T", "", "H", List.of(name), List.of(new Series("A", List.of(1.0))), 0), W);
        assertThat(marks(picture, "text", "").get(0).text()).hasSize(90).endsWith("…");
        assertThat(picture.rows().get(0).get(0)).isEqualTo(name);
    }

    @Test
    void what_took_no_time_is_seen_all_the_same_and_nothing_is_drawn_outside() {
        Timeline.Names names =
                new Timeline.Names("T", "w", "s", "f", "t", Map.of(Timeline.Kind.GOOD, "g", Timeline.Kind.BAD, "b"));
        Picture picture = Timeline.of(
                names,
                List.of(
                        new Timeline.Stretch("A", "a", Timeline.Kind.GOOD, 0, 0),
                        new Timeline.Stretch("B", "b", Timeline.Kind.BAD, 20, 1980)),
                W);
        assertThat(marks(picture, "box", "vahid-time")).allSatisfy(mark -> {
            assertThat(mark.width()).isGreaterThanOrEqualTo(3);
            assertThat(mark.x() + mark.width())
                    .isLessThanOrEqualTo(picture.drawing().width());
            assertThat(mark.y() + mark.height())
                    .isLessThanOrEqualTo(picture.drawing().height());
        });
        assertThat(picture.legend()).extracting(Picture.Key::name).containsExactly("g", "b");
    }

    @Test
    void a_long_name_leaves_room_for_how_long_it_took() {
        Timeline.Names names = new Timeline.Names("T", "w", "s", "f", "t", Map.of(Timeline.Kind.BAD, "b"));
        Picture picture = Timeline.of(
                names, List.of(new Timeline.Stretch("ə".repeat(200), "too late", Timeline.Kind.BAD, 0, 2051)), W);
        assertThat(marks(picture, "text", "").stream().map(Mark::text))
                .anySatisfy(text -> assertThat(text).hasSize(90).endsWith("… – too late, 2\u00a0051\u00a0ms"));
        assertThat(picture.rows().get(0).get(0)).hasSize(200);
    }

    @Test
    void flows_of_two_services_between_the_same_members_are_one_band_and_two_rows() {
        FlowMap.Names names = new FlowMap.Names("T", "f", "t", "w", "c", "x", "g", "b");
        Picture picture = FlowMap.of(
                names, List.of(new FlowMap.Flow("A", "B", "one", 10, 0), new FlowMap.Flow("A", "B", "two", 5, 1)), W);
        assertThat(marks(picture, "path", "vahid-flow"))
                .singleElement()
                .satisfies(band -> assertThat(band.css()).contains("vahid-flow--bad"));
        assertThat(picture.rows()).hasSize(2);
    }

    @Test
    void a_chart_has_no_more_series_than_can_be_told_apart_and_a_value_for_each_label() {
        Series series = new Series("S", List.of(1.0));
        assertThatThrownBy(() -> plot(series, series, series, series, series))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Plot("T", "", "H", List.of(), List.of(series), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

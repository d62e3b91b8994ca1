package az.dost.vahid.figures;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures all figures in one round trip, every few seconds, whoever looks at them and however often. Each gateway
 * measures for itself: all of them show the same. While the database is away the figures stay as they were, and
 * {@code vahid.figures.age} tells since when.
 */
public final class Figures {
    private static final int TIMEOUT_SECONDS = 10;
    private static final double SECOND = 1e9;
    private final JdbcTemplate jdbc;
    private final Map<String, Figure> figures;
    private final String query;
    private final MeterRegistry meters;
    private final Set<Key> shown = ConcurrentHashMap.newKeySet();
    private volatile Map<Key, Double> values = Map.of();
    private volatile long measured = System.nanoTime();

    /** @param label null where the figure has one row */
    private record Key(String figure, String label) {}

    /** @param figures whose names are all different */
    public Figures(DataSource database, List<Figure> figures, MeterRegistry meters) {
        jdbc = new JdbcTemplate(database);
        jdbc.setQueryTimeout(TIMEOUT_SECONDS);
        this.meters = meters;
        this.figures = figures.stream().collect(Collectors.toMap(Figure::name, Function.identity()));
        query = figures.stream().map(Figure::named).collect(Collectors.joining(" union all "));
        figures.stream().filter(figure -> figure.label() == null).forEach(figure -> show(new Key(figure.name(), null)));
        Gauge.builder("vahid.figures.age", this, all -> (System.nanoTime() - all.measured) / SECOND)
                .baseUnit("seconds")
                .description("Since the figures of the database were measured")
                .register(meters);
    }

    /** @throws org.springframework.dao.DataAccessException when the database did not tell; then nothing changes */
    public void measure() {
        if (figures.isEmpty()) {
            return;
        }
        Map<Key, Double> found = new HashMap<>();
        jdbc.query(query, row -> {
            Key key = new Key(row.getString(1), row.getString(2));
            double value = row.getDouble(3);
            if (!row.wasNull()) {
                found.put(key, value);
            }
        });
        found.keySet().forEach(this::show);
        values = found;
        measured = System.nanoTime();
    }

    /**
     * As it was measured last.
     *
     * @param label null for a figure of one row
     * @return empty for what there is not, and before the first measure
     */
    public OptionalDouble value(String figure, String label) {
        Double value = values.get(new Key(figure, label));
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private void show(Key key) {
        if (shown.add(key)) {
            Figure figure = figures.get(key.figure());
            Gauge.builder(figure.name(), this, all -> all.values.getOrDefault(key, figure.nothing()))
                    .description(figure.help())
                    .baseUnit(figure.age() ? "seconds" : null)
                    .tags(figure.label() == null ? Tags.empty() : Tags.of(figure.label(), key.label()))
                    .register(meters);
        }
    }
}

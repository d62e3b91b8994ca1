package az.dost.vahid.journeys.operations;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.figures.Remembered;
import az.dost.vahid.sources.agency.call.AnswerTally.Counts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which agencies held lookups up today, and for how many minutes: in such a minute it left more than 5 of 100 questions
 * without an answer, or was slow as {@link AgencyState#SLOW} has it. Over all gateways and requesters, and of nobody.
 */
public final class SlowAgencies {
    /** A day has many minutes. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private final Catalogue catalogue;
    private final AgencyMinutes minutes;
    private final Clock clock;
    private final Remembered<List<Slow>> today = new Remembered<>(this::read, YOUNG);

    /**
     * One agency.
     *
     * @param minutes in which it was slow or silent
     * @param asked minutes in which it was asked at all
     */
    public record Slow(String agency, int minutes, int asked) {}

    /** @param clock in whose zone a day begins */
    SlowAgencies(Catalogue catalogue, AgencyMinutes minutes, Clock clock) {
        this.catalogue = catalogue;
        this.minutes = minutes;
        this.clock = clock;
    }

    /** Those of today that had such a minute, the longest first; may be a minute old. */
    public List<Slow> today() {
        return today.get();
    }

    private List<Slow> read() {
        Instant since = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        List<Connector> all = catalogue.connectors();
        Map<String, Collection<Counts>> counted =
                minutes.each(since, all.stream().map(Connector::id).toList());
        return all.stream()
                .flatMap(connector -> of(connector, counted.getOrDefault(connector.id(), List.of())))
                .sorted(Comparator.comparing(Slow::minutes).reversed().thenComparing(Slow::agency))
                .toList();
    }

    private static Stream<Slow> of(Connector connector, Collection<Counts> minutes) {
        int slow = (int) minutes.stream()
                .filter(counts -> AgencyState.holdsUp(counts, connector.timeoutMs()))
                .count();
        return slow == 0 ? Stream.empty() : Stream.of(new Slow(connector.id(), slow, minutes.size()));
    }
}

package az.dost.vahid.journeys.desk;

import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.OfficialRole;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.journeys.operations.SlowAgencies;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import org.apache.camel.Exchange;

/**
 * What an office did today, yesterday, last week and this month, for its manager:
 * {@code contracts/statistics.openapi.yaml}. Whose office it is says the token's official.
 */
public final class OfficeDesk {
    /** More lookups of one office in a month are not counted, and the figures say so. */
    private static final int MOST_ROWS = 100_000;

    private static final int REMEMBERED = 1_000;
    private final DeskRows rows;
    private final Papers papers;
    private final SlowAgencies slow;
    private final Clock clock;
    /** However many people look, an office is counted once in a while. */
    private final Cache<Question, ObjectNode> answers = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    private record Question(String requester, String office, LocalDate from, LocalDate to) {}

    /** @param clock in whose zone a day begins */
    OfficeDesk(DeskRows rows, Papers papers, SlowAgencies slow, Clock clock) {
        this.rows = rows;
        this.papers = papers;
        this.slow = slow;
        this.clock = clock;
    }

    public void own(Exchange exchange) {
        Caller caller = OfficialDesk.ofOffice(exchange, OfficialRole.CENTRE_MANAGER);
        LocalDate today = LocalDate.now(clock);
        Period period = period(exchange);
        Question question = question(caller.requester().id(), caller.office(), period, today);
        ObjectNode json = answers.get(question, this::count).deepCopy();
        if (period == Period.TODAY) {
            ArrayNode list = json.putArray("slowAgencies");
            slow.today()
                    .forEach(one -> list.addObject()
                            .put("agency", one.agency())
                            .put("minutes", one.minutes())
                            .put("askedMinutes", one.asked()));
        }
        HttpAnswer.json(exchange.getMessage(), json);
    }

    /** As the contract names them. */
    private enum Period {
        TODAY,
        YESTERDAY,
        /** From Monday to Sunday: it does not move on by days, so that two of them tell nothing of one day. */
        LAST_WEEK,
        MONTH
    }

    private static Period period(Exchange exchange) {
        String named = exchange.getMessage().getHeader("period", Period.TODAY.name(), String.class);
        return Arrays.stream(Period.values())
                .filter(period -> period.name().equals(named))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.FIELD_INVALID, "period", "It must be TODAY, YESTERDAY, LAST_WEEK or MONTH."));
    }

    private static Question question(String requester, String office, Period period, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return switch (period) {
            case TODAY -> new Question(requester, office, today, today);
            case YESTERDAY -> new Question(requester, office, today.minusDays(1), today.minusDays(1));
            case LAST_WEEK -> new Question(requester, office, monday.minusWeeks(1), monday.minusDays(1));
            case MONTH -> new Question(requester, office, today.withDayOfMonth(1), today);
        };
    }

    private ObjectNode count(Question question) {
        Instant since = question.from().atStartOfDay(clock.getZone()).toInstant();
        Instant end = question.to().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        var found = rows.ofOffice(question.requester(), question.office(), since, end, MOST_ROWS);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("centre", question.office())
                .put("from", question.from().toString())
                .put("to", question.to().toString())
                .put("at", clock.instant().toString())
                .put("whole", found.size() < MOST_ROWS);
        return json.setAll(new OfficeFigures(found, papers::special).json());
    }
}

package az.dost.vahid.journeys.desk;

import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.OfficialRole;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.camel.Exchange;

/**
 * What an office did today and this month, for its manager: {@code contracts/statistics.openapi.yaml}. Whose office it
 * is says the token's official.
 */
public final class OfficeDesk {
    /** More lookups of one office in a month are not counted, and the figures say so. */
    private static final int MOST_ROWS = 100_000;

    private static final int REMEMBERED = 1_000;
    private final DeskRows rows;
    private final Papers papers;
    private final Clock clock;
    /** However many people look, an office is counted once in a while. */
    private final Cache<Question, ObjectNode> answers = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    private record Question(String requester, String office, LocalDate from, LocalDate to) {}

    /** @param clock in whose zone a day begins */
    OfficeDesk(DeskRows rows, Papers papers, Clock clock) {
        this.rows = rows;
        this.papers = papers;
        this.clock = clock;
    }

    public void own(Exchange exchange) {
        Caller caller = OfficialDesk.ofOffice(exchange, OfficialRole.CENTRE_MANAGER);
        LocalDate today = LocalDate.now(clock);
        Question question = new Question(caller.requester().id(), caller.office(), from(exchange, today), today);
        HttpAnswer.json(
                exchange.getMessage(), answers.get(question, this::count).deepCopy());
    }

    private static LocalDate from(Exchange exchange, LocalDate today) {
        String period = exchange.getMessage().getHeader("period", "TODAY", String.class);
        return switch (period) {
            case "TODAY" -> today;
            case "MONTH" -> today.withDayOfMonth(1);
            default -> throw new ProblemException(ProblemCode.FIELD_INVALID, "period", "It must be TODAY or MONTH.");
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

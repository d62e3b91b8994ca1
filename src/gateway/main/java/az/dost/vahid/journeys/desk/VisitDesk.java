package az.dost.vahid.journeys.desk;

import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.Channel;
import az.dost.vahid.edge.access.OfficialRole;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.Exchange;

/**
 * What is taken along to the visits of a day: the cases of the official's office by one channel,
 * {@code contracts/desk.openapi.yaml}.
 */
public final class VisitDesk {
    /** An office has a hundred visits a day, each looked up a few times. */
    private static final int MOST_ROWS = 5_000;

    private final DeskRows rows;
    private final Clock clock;

    /** @param clock in whose zone a day begins */
    VisitDesk(DeskRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** @throws ProblemException as {@link OfficialDesk#ofOffice}; FIELD_MISSING or FIELD_INVALID for channel or day */
    public void visits(Exchange exchange) {
        Caller caller = OfficialDesk.ofOffice(exchange, OfficialRole.CLERK);
        Channel channel = channel(exchange.getMessage().getHeader("channel", String.class));
        LocalDate day = day(exchange.getMessage().getHeader("day", String.class), clock);
        List<DeskRow> found = rows.ofOffice(
                caller.requester().id(),
                caller.office(),
                day.atStartOfDay(clock.getZone()).toInstant(),
                day.plusDays(1).atStartOfDay(clock.getZone()).toInstant(),
                MOST_ROWS);
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("day", day.toString())
                .put("channel", channel.name())
                .put("whole", found.size() < MOST_ROWS);
        new Visits(found, channel).json().forEach(body.putArray("visits")::add);
        HttpAnswer.json(exchange.getMessage(), body);
    }

    private static Channel channel(String text) {
        if (text == null) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, "channel", "Say by which channel the citizens come.");
        }
        return Arrays.stream(Channel.values())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.FIELD_INVALID, "channel", "It must be one of " + List.of(Channel.values()) + "."));
    }

    /** Today for null. @throws ProblemException FIELD_INVALID for what is no day of those that are kept */
    static LocalDate day(String text, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        try {
            LocalDate day = text == null ? today : LocalDate.parse(text);
            if (!day.isAfter(today) && day.isAfter(today.minusDays(DeskRows.KEPT.toDays()))) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // It is told below.
        }
        throw new ProblemException(
                ProblemCode.FIELD_INVALID,
                "day",
                "It must be a day of the last " + DeskRows.KEPT.toDays() + ", such as 2026-11-27.");
    }
}

package az.dost.vahid.journeys.rating;

import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.OfficialRole;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.journeys.desk.OfficialDesk;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.apache.camel.Exchange;

/**
 * Where slips are rated, {@code contracts/ratings.openapi.yaml}, and where an office's manager reads what was said. Who
 * rates is asked by nobody: a token that comes with it is not looked at.
 */
public final class RatingHandler {
    private static final int MAX_BODY = 4 * 1024;
    private static final int CREATED = 201;
    private static final int STARS = 5;
    private static final int MOST = 10_000;
    private static final int MOST_COMPLAINTS = 200;
    private static final int MONTHS_BEFORE = 2;
    private final Ratings ratings;
    private final WrongCodes wrong;
    private final Clock clock;

    /** @param clock in whose zone a month begins */
    RatingHandler(Ratings ratings, WrongCodes wrong, Clock clock) {
        this.ratings = ratings;
        this.wrong = wrong;
        this.clock = clock;
    }

    /**
     * @throws ProblemException NOT_FOUND for a code that there is not and for one that was used, alike;
     *     TOO_MANY_REQUESTS for too many of them
     */
    public void rate(Exchange exchange) throws IOException {
        SlipRating said = SlipRating.read(BoundedBody.of(exchange.getMessage(), MAX_BODY));
        if (!ratings.keep(said)) {
            wrong.tried();
            throw new ProblemException(
                    ProblemCode.NOT_FOUND,
                    null,
                    "There is no slip of this rating code that can still be rated. A slip that shows no rating code cannot be rated.");
        }
        HttpAnswer.json(
                exchange.getMessage(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("stars", said.stars())
                        .put("complaint", said.complaint() != null));
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, CREATED);
    }

    /** This month and the two before, of the office of whoever asks. */
    public void own(Exchange exchange) {
        Caller caller = OfficialDesk.ofOffice(exchange, OfficialRole.CENTRE_MANAGER);
        LocalDate from = LocalDate.now(clock).withDayOfMonth(1).minusMonths(MONTHS_BEFORE);
        List<Ratings.Rating> found = ratings.of(
                caller.requester().id(),
                caller.office(),
                from.atStartOfDay(clock.getZone()).toInstant(),
                MOST);
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("centre", caller.office())
                .put("from", from.toString())
                .put("whole", found.size() < MOST);
        ArrayNode stars = body.putArray("stars");
        for (int star = 1; star <= STARS; star++) {
            int of = star;
            stars.add(found.stream().filter(rating -> rating.stars() == of).count());
        }
        ArrayNode complaints = body.putArray("complaints");
        // The day is not told: a clerk would know who came.
        found.stream()
                .filter(rating -> rating.complaint() != null)
                .limit(MOST_COMPLAINTS)
                .forEach(rating -> complaints
                        .addObject()
                        .put(
                                "month",
                                YearMonth.from(rating.at().atZone(clock.getZone()))
                                        .toString())
                        .put("stars", rating.stars())
                        .put("text", rating.complaint()));
        HttpAnswer.json(exchange.getMessage(), body);
    }
}

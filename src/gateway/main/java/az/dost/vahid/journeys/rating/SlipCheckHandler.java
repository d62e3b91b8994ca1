package az.dost.vahid.journeys.rating;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;

/**
 * Tells whoever holds a slip whether it is genuine, of which day, centre and service, and whether it still counts:
 * {@code contracts/ratings.openapi.yaml}. No name and no verdict is told, and nobody is asked who he is.
 */
public final class SlipCheckHandler {
    private static final int MAX_BODY = 4 * 1024;
    private final SlipIssues issues;
    private final WrongCodes wrong;
    private final ActRecord acts;
    private final AccessPolicy access;
    private final Function<String, Optional<Passport>> passports;
    private final Cache<String, ObjectNode> told;

    /**
     * @param passports by the code of a service
     * @param told what was told of a code of late: whoever asks again and again costs the record nothing
     */
    SlipCheckHandler(
            SlipIssues issues,
            WrongCodes wrong,
            ActRecord acts,
            AccessPolicy access,
            Function<String, Optional<Passport>> passports,
            Cache<String, ObjectNode> told) {
        this.issues = issues;
        this.wrong = wrong;
        this.acts = acts;
        this.access = access;
        this.passports = passports;
        this.told = told;
    }

    /** @throws ProblemException NOT_FOUND for a code of no slip; TOO_MANY_REQUESTS for too many of them */
    public void check(Exchange exchange) throws IOException {
        String code = SlipRating.code(BoundedBody.of(exchange.getMessage(), MAX_BODY));
        ObjectNode answer = told.getIfPresent(code);
        if (answer == null) {
            answer = look(code);
            told.put(code, answer);
        }
        HttpAnswer.json(exchange.getMessage(), answer);
    }

    private ObjectNode look(String code) {
        SlipIssues.Issue issue = issues.find(code).orElse(null);
        if (issue == null) {
            wrong.tried();
            throw new ProblemException(
                    ProblemCode.NOT_FOUND,
                    null,
                    "There is no slip of this code. Compare it with the slip; a slip is known for a year.");
        }
        acts.keep(
                RecordId.next(),
                "slip-checked",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("requester", issue.requester())
                        .put("office", issue.office())
                        .put("service", issue.service())
                        .put("state", issue.state().name()),
                connection -> true);
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("state", issue.state().name())
                .put("day", issue.day().toString())
                .put("until", issue.until().toString())
                .put(
                        "from",
                        access.named(issue.requester()).map(Requester::name).orElse(issue.requester()));
        if (issue.office() != null) {
            answer.put("office", issue.office());
        }
        ObjectNode service = answer.putObject("service").put("code", issue.service());
        passports
                .apply(issue.service())
                .ifPresent(passport -> service.putObject("title")
                        .put("az", passport.title().az())
                        .put("en", passport.title().en()));
        return answer;
    }
}

package az.dost.vahid.presentations;

import az.dost.vahid.credentials.IssuedCredentials;
import az.dost.vahid.edge.access.Connection;
import az.dost.vahid.edge.access.Strangers;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.presentation.PresentationException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Where a wallet reads what it is asked and answers (OpenID4VP 1.0, sections 5 and 8.2),
 * {@code contracts/credentials.openapi.yaml}. A question that there is not, and one that is over, are told alike.
 */
public final class WalletHandler {
    private static final String REQUEST_OBJECT = "application/oauth-authz-req+jwt";
    private static final String TOKEN = "vp_token";
    private static final int LONGEST = 64 * 1024;
    private final Presentations presentations;
    private final WalletQuestions questions;
    private final WalletAnswers answers;
    private final IssuedCredentials issued;
    private final Strangers strangers;
    private final InstantSource clock;

    /** @param strangers counts who guesses ids */
    WalletHandler(
            Presentations presentations,
            WalletQuestions questions,
            WalletAnswers answers,
            IssuedCredentials issued,
            Strangers strangers,
            InstantSource clock) {
        this.presentations = presentations;
        this.questions = questions;
        this.answers = answers;
        this.issued = issued;
        this.strangers = strangers;
        this.clock = clock;
    }

    /** @throws ProblemException NOT_FOUND, TOO_MANY_REQUESTS */
    public void request(Exchange exchange) {
        Presentation asked = open(exchange);
        HttpAnswer.bytes(
                exchange.getMessage(),
                REQUEST_OBJECT,
                questions.signed(asked, kind(asked)).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Whatever comes is one of the tries.
     *
     * @throws ProblemException NOT_FOUND, PRESENTATION_INVALID, FIELD_MISSING, FIELD_INVALID, TOO_MANY_REQUESTS
     */
    public void answer(Exchange exchange) {
        Presentation asked = open(exchange);
        int left = presentations.tried(asked);
        if (left < 0) {
            throw none();
        }
        Message form = exchange.getMessage();
        boolean first;
        try {
            answers.answers(asked, parameter(form, "state"));
            first = form.getHeader("error") == null
                    ? presentations.shown(asked, answers.claims(asked, kind(asked), parameter(form, TOKEN)))
                    : presentations.declined(asked);
        } catch (PresentationException e) {
            presentations.refused(asked, e.code(), left);
            throw new ProblemException(ProblemCode.PRESENTATION_INVALID, TOKEN, e.getMessage() + ".");
        }
        if (!first) {
            throw none();
        }
        HttpAnswer.json(form, JsonNodeFactory.instance.objectNode());
    }

    private Presentation open(Exchange exchange) {
        Presentation asked = PresentationHandler.id(exchange)
                .flatMap(id -> presentations.find(id, clock.instant()))
                .filter(one -> one.open(clock.instant()))
                .orElse(null);
        if (asked == null) {
            strangers.refused(Connection.of(exchange).address());
            throw none();
        }
        return asked;
    }

    private IssuedCredentials.Kind kind(Presentation asked) {
        return issued.kind(asked.type()).orElseThrow(WalletHandler::none);
    }

    private static ProblemException none() {
        return new ProblemException(
                ProblemCode.NOT_FOUND, null, "There is no such question, or it was answered, or its time is over.");
    }

    /** Camel has read the form into the message's headers: the edge lets no header of these names in. */
    private static String parameter(Message form, String name) {
        Object value = form.getHeader(name);
        if (value == null || value.equals("")) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, name, "The form has no " + name + ".");
        }
        if (!(value instanceof String text) || text.length() > LONGEST) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, name, "It may stand there once, with at most " + LONGEST + " signs.");
        }
        return text;
    }
}

package az.dost.vahid.credentials;

import az.dost.vahid.edge.access.Connection;
import az.dost.vahid.edge.access.Strangers;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Where a wallet redeems the code of an offer (OpenID4VCI 1.0, section 6), {@code contracts/credentials.openapi.yaml}.
 * Whatever is wrong with a code is told alike, so that nobody learns which of both he guessed.
 */
public final class TokenHandler {
    static final String GRANT = "urn:ietf:params:oauth:grant-type:pre-authorized_code";
    private static final Duration TOKEN_FOR = Duration.ofMinutes(5);
    private static final int LONGEST = 128;
    private final Credentials credentials;
    private final Strangers strangers;
    private final int tries;
    private final InstantSource clock;

    /**
     * @param strangers counts who guesses codes
     * @param tries transaction codes that may be tried for one offer
     */
    TokenHandler(Credentials credentials, Strangers strangers, int tries, InstantSource clock) {
        this.credentials = credentials;
        this.strangers = strangers;
        this.tries = tries;
        this.clock = clock;
    }

    /** @throws ProblemException GRANT_INVALID, FIELD_MISSING, FIELD_INVALID or TOO_MANY_REQUESTS */
    public void redeem(Exchange exchange) {
        Connection connection = Connection.of(exchange);
        Message form = exchange.getMessage();
        if (!GRANT.equals(parameter(form, "grant_type"))) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, "grant_type", "It must be " + GRANT + ".");
        }
        byte[] code = credentials.seal("code", parameter(form, "pre-authorized_code"));
        byte[] pin = credentials.seal("pin", parameter(form, "tx_code"));
        Instant now = clock.instant();
        Credential offered = credentials
                .byCode(code)
                .filter(one -> one.open(Credential.State.OFFERED, now))
                .orElse(null);
        if (offered == null) {
            strangers.refused(connection.address());
            throw invalid();
        }
        if (!credentials.tried(offered, tries)) {
            credentials.step(offered, Credential.State.CLOSED, "TRIES");
            throw invalid();
        }
        if (!MessageDigest.isEqual(pin, offered.pin())) {
            strangers.refused(connection.address());
            throw invalid();
        }
        String token = Secrets.code();
        Credential redeemed = offered.redeemed(credentials.seal("token", token), now.plus(TOKEN_FOR));
        if (!credentials.step(redeemed, Credential.State.REDEEMED, null)) {
            throw invalid();
        }
        HttpAnswer.json(
                exchange.getMessage(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("access_token", token)
                        .put("token_type", "Bearer")
                        .put("expires_in", TOKEN_FOR.toSeconds()));
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

    private static ProblemException invalid() {
        return new ProblemException(
                ProblemCode.GRANT_INVALID, null, "The code is none, used or over, or the transaction code is wrong.");
    }
}

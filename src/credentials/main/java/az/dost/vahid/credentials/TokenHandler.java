package az.dost.vahid.credentials;

import az.dost.vahid.edge.access.Connection;
import az.dost.vahid.edge.access.Strangers;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.net.WWWFormCodec;

/**
 * Where a wallet redeems the code of an offer (OpenID4VCI 1.0, section 6), {@code contracts/credentials.openapi.yaml}.
 * Whatever is wrong with a code is told alike, so that nobody learns which of both he guessed.
 */
public final class TokenHandler {
    static final String GRANT = "urn:ietf:params:oauth:grant-type:pre-authorized_code";
    private static final Duration TOKEN_FOR = Duration.ofMinutes(5);
    private static final int LONGEST = 128;
    private static final int MAX_BODY = 4 * 1024;
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
    public void redeem(Exchange exchange) throws IOException {
        Connection connection = Connection.of(exchange);
        List<NameValuePair> form = WWWFormCodec.parse(
                new String(BoundedBody.of(exchange.getMessage(), MAX_BODY), StandardCharsets.UTF_8),
                StandardCharsets.UTF_8);
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

    private static String parameter(List<NameValuePair> form, String name) {
        List<String> values = form.stream()
                .filter(one -> one.getName().equals(name))
                .map(NameValuePair::getValue)
                .toList();
        if (values.isEmpty() || values.get(0) == null || values.get(0).isEmpty()) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, name, "The form has no " + name + ".");
        }
        if (values.size() > 1 || values.get(0).length() > LONGEST) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, name, "It may stand there once, with at most " + LONGEST + " signs.");
        }
        return values.get(0);
    }

    private static ProblemException invalid() {
        return new ProblemException(
                ProblemCode.GRANT_INVALID, null, "The code is none, used or over, or the transaction code is wrong.");
    }
}

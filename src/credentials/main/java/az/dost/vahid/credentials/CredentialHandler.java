package az.dost.vahid.credentials;

import az.dost.vahid.edge.access.Connection;
import az.dost.vahid.edge.access.Strangers;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.journeys.lookup.BackgroundLookups;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.key.KeyProofs;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * Where a wallet fetches the credential that was offered (OpenID4VCI 1.0, sections 7 and 8), once: as many copies as it
 * has keys.
 */
public final class CredentialHandler {
    private static final int MAX_BODY = 64 * 1024;
    private static final String BEARER = "Bearer ";
    private static final String CONFIGURATION = "credential_configuration_id";
    private final Credentials credentials;
    private final CredentialTypes types;
    private final KeyProofs proofs;
    private final Nonces nonces;
    private final CredentialWriter writer;
    private final BackgroundLookups lookups;
    private final Strangers strangers;
    private final String requester;
    private final InstantSource clock;

    /**
     * @param strangers counts who guesses tokens
     * @param requester whose the dossiers are
     */
    CredentialHandler(
            Credentials credentials,
            CredentialTypes types,
            KeyProofs proofs,
            Nonces nonces,
            CredentialWriter writer,
            BackgroundLookups lookups,
            Strangers strangers,
            String requester,
            InstantSource clock) {
        this.credentials = credentials;
        this.types = types;
        this.proofs = proofs;
        this.nonces = nonces;
        this.writer = writer;
        this.lookups = lookups;
        this.strangers = strangers;
        this.requester = requester;
        this.clock = clock;
    }

    /** A challenge, for anybody. */
    public void nonce(Exchange exchange) {
        HttpAnswer.json(
                exchange.getMessage(), JsonNodeFactory.instance.objectNode().put("c_nonce", nonces.next()));
    }

    /**
     * @throws ProblemException UNAUTHENTICATED, also where it was fetched before; KEY_PROOF_INVALID, NONCE_INVALID;
     *     FIELD_INVALID or FIELD_MISSING
     */
    public void issue(Exchange exchange) throws IOException {
        Credential redeemed = redeemed(exchange);
        ObjectNode body = StrictJson.object(BoundedBody.of(exchange.getMessage(), MAX_BODY));
        check(body, redeemed);
        List<Map<String, Object>> keys = proofs.keys(body.path("proofs"));
        CredentialType type = types.find(redeemed.type()).orElseThrow(CredentialHandler::unknown);
        ObjectNode dossier = lookups.find(redeemed.dossier(), requester).content();
        List<StatusLists.Place> places = new ArrayList<>();
        boolean issued = credentials.step(
                redeemed,
                Credential.State.ISSUED,
                null,
                keys.size(),
                connection -> places.addAll(StatusLists.draw(connection, redeemed.id(), keys.size())));
        if (!issued) {
            throw unknown();
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode copies = answer.putArray("credentials");
        for (int i = 0; i < keys.size(); i++) {
            copies.addObject().put("credential", writer.write(type, redeemed, dossier, keys.get(i), places.get(i)));
        }
        HttpAnswer.json(exchange.getMessage(), answer);
    }

    private Credential redeemed(Exchange exchange) {
        String told = exchange.getMessage().getHeader("Authorization", "", String.class);
        Credential redeemed = told.startsWith(BEARER)
                ? credentials
                        .byToken(credentials.seal("token", told.substring(BEARER.length())))
                        .filter(one -> one.open(Credential.State.REDEEMED, clock.instant()))
                        .orElse(null)
                : null;
        if (redeemed == null) {
            strangers.refused(Connection.of(exchange).address());
            throw unknown();
        }
        return redeemed;
    }

    private static ProblemException unknown() {
        return new ProblemException(
                ProblemCode.UNAUTHENTICATED, null, "The access token is none, used or over: redeem another offer.");
    }

    /** Other members of the standard's may stand there: a wallet may say more than is needed. */
    private static void check(JsonNode body, Credential redeemed) {
        if (body.has("credential_identifier")) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, "credential_identifier", "None was given out: name the configuration.");
        }
        if (body.has("credential_response_encryption")) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, "credential_response_encryption", "Answers are not encrypted.");
        }
        if (!body.has(CONFIGURATION)) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, CONFIGURATION, "It is missing.");
        }
        if (!redeemed.type().equals(body.path(CONFIGURATION).textValue())) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, CONFIGURATION, "It must be the one that was offered.");
        }
    }
}

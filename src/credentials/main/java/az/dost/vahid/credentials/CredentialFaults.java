package az.dost.vahid.credentials;

import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Tells a wallet what is wrong by its standards' codes (RFC 6749, section 5.2; RFC 6750, section 3.1; OpenID4VCI 1.0,
 * section 8.3.1.2), with Vahid's own problem beside.
 */
public final class CredentialFaults {
    private static final Map<String, String> BY_FIELD = Map.of(
            "grant_type", "unsupported_grant_type",
            "credential_configuration_id", "unknown_credential_configuration",
            "credential_identifier", "unknown_credential_identifier",
            "credential_response_encryption", "invalid_encryption_parameters");
    private static final int FIRST_OF_OUR_OWN = 500;
    private static final int TOO_MANY = 429;
    private final Problems problems;

    CredentialFaults(Problems problems) {
        this.problems = problems;
    }

    /**
     * Answers at the token endpoint, and where a wallet shows something (OpenID4VP 1.0, section 8.2), with what the
     * exception says that Camel caught.
     */
    public void token(Exchange exchange) {
        tell(exchange, "invalid_request");
    }

    /** The same at the credential endpoint. */
    public void credential(Exchange exchange) {
        tell(exchange, "invalid_credential_request");
    }

    private void tell(Exchange exchange, String otherwise) {
        ProblemException problem = Problems.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        problems.http(exchange);
        Message answer = exchange.getMessage();
        ObjectNode body = StrictJson.object(answer.getBody(byte[].class));
        body.put("error", error(problem, otherwise)).put("error_description", problem.detail());
        answer.setHeader(Exchange.CONTENT_TYPE, "application/json");
        answer.setBody(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String error(ProblemException problem, String otherwise) {
        return switch (problem.code()) {
            case GRANT_INVALID -> "invalid_grant";
            case KEY_PROOF_INVALID -> "invalid_proof";
            case NONCE_INVALID -> "invalid_nonce";
            case UNAUTHENTICATED -> "invalid_token";
            case FIELD_INVALID -> BY_FIELD.getOrDefault(problem.field(), otherwise);
            default ->
                problem.code().status() >= FIRST_OF_OUR_OWN || problem.code().status() == TOO_MANY
                        ? "temporarily_unavailable"
                        : otherwise;
        };
    }
}

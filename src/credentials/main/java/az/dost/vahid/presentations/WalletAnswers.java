package az.dost.vahid.presentations;

import az.dost.vahid.credentials.IssuedCredentials;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.presentation.Expected;
import az.dost.vahid.signature.presentation.PresentationException;
import az.dost.vahid.signature.presentation.PresentationProof;
import az.dost.vahid.signature.presentation.ShownCredential;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Holds what a wallet shows to what it was asked (OpenID4VP 1.0, section 8.6). */
final class WalletAnswers {
    private final WalletQuestions questions;
    private final IssuedCredentials issued;
    private final PresentationProof proof;

    /** @param proof by the certificates of this issuer and no other */
    WalletAnswers(WalletQuestions questions, IssuedCredentials issued, PresentationProof proof) {
        this.questions = questions;
        this.issued = issued;
        this.proof = proof;
    }

    /** @throws PresentationException OTHER_QUESTION where the answer is not to this question */
    void answers(Presentation asked, String state) {
        if (!questions.state(asked).equals(state)) {
            throw new PresentationException(CheckCode.OTHER_QUESTION, "It is the answer to another question");
        }
    }

    /**
     * The claims that were asked for, and no other: 1. the credential and its holder's signature, for this question; 2.
     * it stands; 3. all that was asked for is shown.
     *
     * @param token the parameter {@code vp_token} (section 8.1)
     * @throws PresentationException at the first step that fails
     */
    ObjectNode claims(Presentation asked, IssuedCredentials.Kind kind, String token) {
        ShownCredential shown = proof.check(
                only(token),
                new Expected(questions.clientId(), questions.nonce(asked), kind.vct(), Presentation.OPEN_FOR));
        if (!issued.stands(shown.status())) {
            throw new PresentationException(CheckCode.CREDENTIAL_REVOKED, "The issuer has revoked the credential");
        }
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        for (String name : asked.claims()) {
            if (!shown.claims().has(name)) {
                throw new PresentationException(CheckCode.CLAIMS_MISSING, "Not everything that was asked for is shown");
            }
            claims.set(name, shown.claims().get(name));
        }
        return claims;
    }

    private static String only(String token) {
        try {
            JsonNode all = StrictJson.tree(token);
            JsonNode shown = all.path(WalletQuestions.QUERY);
            if (all.size() == 1
                    && shown.isArray()
                    && shown.size() == 1
                    && shown.get(0).isTextual()) {
                return shown.get(0).textValue();
            }
        } catch (JsonProcessingException e) {
            // Its message quotes the text.
        }
        throw new PresentationException(
                CheckCode.CREDENTIAL_MALFORMED, "vp_token has not one presentation, by the id of the query");
    }
}

package az.dost.vahid.journeys.lookup;

import java.util.UUID;

/**
 * A dossier that is given out, in the form that was asked for. There is none that is not in the record.
 *
 * @param signature detached JWS, null when the signature is within the body
 */
public record GivenDossier(UUID id, Form form, byte[] body, String signature) implements Lookup.NewOrGiven {
    @Override
    public String toString() {
        return "Dossier " + id;
    }
}

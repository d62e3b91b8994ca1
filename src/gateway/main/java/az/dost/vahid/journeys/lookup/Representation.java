package az.dost.vahid.journeys.lookup;

/**
 * A dossier in the form that was asked for.
 *
 * @param signature detached JWS, null when the signature is within the body
 */
public record Representation(Form form, byte[] body, String signature) {}

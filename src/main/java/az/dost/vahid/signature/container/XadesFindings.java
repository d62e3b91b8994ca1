package az.dost.vahid.signature.container;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;

/**
 * What a container's signature says.
 *
 * @param signer  certificate that the signature names, null when it names none
 * @param claimed when it says that it was made, null when it does not
 * @param holds   whether the signature's value is over what it signs, by the signer's key
 * @param level   form of the signature, such as {@code XAdES-BASELINE-B}
 * @param parts   for each part that is signed, whether it is as it was; with {@code #} before it for a part of the signature itself
 */
public record XadesFindings(X509Certificate signer, Instant claimed, boolean holds, String level, Map<String, Boolean> parts) {
}

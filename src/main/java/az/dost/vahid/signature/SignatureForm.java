package az.dost.vahid.signature;

import java.time.Instant;

/**
 * What a signature of the gateway is and claims.
 *
 * @param level   form by its name in the specifications, such as {@code XAdES-BASELINE-B}; that of the format alone for those made before the
 *                gateway signed more than the content
 * @param claimed when it says that it was made, null when it does not
 */
public record SignatureForm(String level, Instant claimed) { }

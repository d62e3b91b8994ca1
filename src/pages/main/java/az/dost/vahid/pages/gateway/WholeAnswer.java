package az.dost.vahid.pages.gateway;

import java.util.List;
import java.util.Map;

/**
 * An answer of the gateway with all that it has, a problem too.
 *
 * @param tookMs milliseconds
 */
public record WholeAnswer(int status, Map<String, List<String>> headers, byte[] body, long tookMs) {}

package az.dost.vahid.bench.stub;

/**
 * What a mock agency once answered about one citizen, as the gateway kept it.
 *
 * @param page from 1
 * @param requestId that the reply names, null when it names none
 * @param asOf RFC 3339
 * @param detached JWS, null when there was none
 */
public record Recorded(
        String agency,
        String fin,
        int page,
        String mediaType,
        String body,
        String detached,
        String requestId,
        String asOf) {}

package az.dost.vahid.journeys.exchange;

import java.util.Map;

/**
 * A bad call as data, of {@code exchange/refused-calls.yaml}.
 *
 * @param headers set instead of those of a call that is right; null leaves one out
 * @param twice header that is sent twice, null for none
 * @param error what the header X-Road-Error says
 */
record RefusedCall(
        String name,
        String verb,
        String path,
        Map<String, String> headers,
        String twice,
        String body,
        int status,
        String error) {
    RefusedCall {
        headers = headers == null ? Map.of() : headers;
        verb = verb == null ? "GET" : verb;
    }

    @Override
    public String toString() {
        return name;
    }
}

package az.dost.vahid.mock.kit;

import java.util.LinkedHashMap;
import java.util.Map;

/** One REST operation of a mock agency. */
@FunctionalInterface
public interface RestEndpoint {
    Reply answer(Request request) throws Exception;

    /** Path is the part below {@code /<agency>}; header names are lower case; body is never null. */
    record Request(String method, String path, Map<String, String> headers, byte[] body) {}

    record Reply(int status, Map<String, String> headers, byte[] body) {
        public static Reply of(int status, String contentType, byte[] body) {
            return new Reply(status, Map.of("Content-Type", contentType), body);
        }

        public Reply with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body);
        }
    }
}

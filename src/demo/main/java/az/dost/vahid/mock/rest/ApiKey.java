package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.RestEndpoint;
import az.dost.vahid.mock.kit.RestEndpoint.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/** Lets only calls pass that carry the agency's API key in a header; others get the agency's own refusal. */
record ApiKey(String header, String key, Reply refusal) {
    RestEndpoint guarding(RestEndpoint endpoint) {
        return request -> {
            String sent = request.headers().getOrDefault(header.toLowerCase(Locale.ROOT), "");
            // Constant time: a mock is read as an example of how an agency checks a key.
            return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8))
                    ? endpoint.answer(request)
                    : refusal;
        };
    }
}

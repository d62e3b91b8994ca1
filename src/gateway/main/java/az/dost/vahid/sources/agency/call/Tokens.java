package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The OAuth 2.0 access token for one agency (RFC 6749, section 4.4), renewed by one caller before it runs out. */
public final class Tokens {
    private static final ObjectMapper JSON = Json.mapper();
    private static final long RENEW_FROM = 8;
    private static final long LONGEST_LIFE_S = 86_400;
    /** RFC 6750, section 2.1, and whatever else fits into a header. */
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,8192}");

    private final Connector.Auth auth;
    private final String secret;
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile Token token;

    private record Token(String value, long renewAt, long endsAt) {}

    public Tokens(Connector.Auth auth, String secret) {
        this.auth = auth;
        this.secret = secret;
    }

    /** True for the caller who must fetch a token: everyone while there is none, one when the present one ages. */
    public boolean needed() {
        Token now = token;
        long nanos = System.nanoTime();
        return now == null || nanos > now.endsAt() || nanos > now.renewAt() && renewing.compareAndSet(false, true);
    }

    public void ask(Message message) {
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
        message.setHeader(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((encode(auth.clientId()) + ":" + encode(secret))
                                        .getBytes(StandardCharsets.UTF_8)));
        message.setBody(
                ("grant_type=client_credentials" + (auth.scope() == null ? "" : "&scope=" + encode(auth.scope())))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** @throws AgencyException when the token endpoint gives none */
    public void take(int status, byte[] body) {
        renewing.set(false);
        if (status >= 500) {
            throw new AgencyException(Verdict.UNAVAILABLE, Reason.AGENCY_ERROR);
        }
        try {
            JsonNode answer = status == 200 ? JSON.readTree(body) : JSON.createObjectNode();
            long life = TimeUnit.SECONDS.toNanos(Math.max(
                    0, Math.min(LONGEST_LIFE_S, (long) answer.path("expires_in").asDouble(60))));
            if (!TOKEN.matcher(answer.path("access_token").asText("")).matches()) {
                throw new AgencyException(Verdict.NOT_AUTHORISED, Reason.CREDENTIALS_REFUSED);
            }
            long now = System.nanoTime();
            token = new Token(answer.path("access_token").textValue(), now + life / 10 * RENEW_FROM, now + life);
        } catch (IOException e) {
            throw new AgencyException(Verdict.UNAVAILABLE, Reason.AGENCY_ERROR);
        }
    }

    /** Null when none was ever fetched. */
    public String value() {
        Token now = token;
        return now == null ? null : now.value();
    }

    public void forget() {
        token = null;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

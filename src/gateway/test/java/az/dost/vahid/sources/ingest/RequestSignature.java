package az.dost.vahid.sources.ingest;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The other half of AWS Signature Version 4, written from its description: whether a request is that of the one key.
 */
public final class RequestSignature {
    public static final String KEY_ID = "AKIAVAHID0000000TEST";
    public static final String SECRET = "s3cr3t/with+signs&spaces in it";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=(?<key>[^/]+)/(?<day>\\d{8})/(?<region>[a-z0-9-]+)"
                    + "/s3/aws4_request, ?SignedHeaders=(?<headers>[a-z0-9;-]+), ?Signature=(?<signature>[0-9a-f]{64})");

    static boolean holds(HttpExchange call, byte[] body) {
        String authorization = call.getRequestHeaders().getFirst("Authorization");
        Matcher parts = AUTHORIZATION.matcher(authorization == null ? "" : authorization);
        String time = call.getRequestHeaders().getFirst("x-amz-date");
        if (!parts.matches()
                || time == null
                || !time.startsWith(parts.group("day"))
                || !parts.group("key").equals(KEY_ID)
                || Duration.between(TIME.parse(time, Instant::from), Instant.now())
                                .abs()
                                .toMinutes()
                        > 15) {
            return false;
        }
        try {
            List<String> headers = List.of(parts.group("headers").split(";"));
            String content = call.getRequestHeaders().getFirst("x-amz-content-sha256");
            if (!headers.containsAll(List.of("host", "x-amz-date", "x-amz-content-sha256"))
                    || !content.equals("UNSIGNED-PAYLOAD") && !content.equals(digest(body))) {
                return false;
            }
            String request = String.join(
                    "\n",
                    call.getRequestMethod(),
                    call.getRequestURI().getRawPath(),
                    query(call.getRequestURI().getRawQuery()),
                    headers.stream()
                            .map(name -> name + ":" + values(call, name) + "\n")
                            .collect(Collectors.joining()),
                    parts.group("headers"),
                    content);
            String scope = String.join("/", parts.group("day"), parts.group("region"), "s3", "aws4_request");
            String toSign = String.join(
                    "\n", "AWS4-HMAC-SHA256", time, scope, digest(request.getBytes(StandardCharsets.UTF_8)));
            byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
            for (String part : scope.split("/")) {
                key = mac(key, part);
            }
            return MessageDigest.isEqual(mac(key, toSign), HexFormat.of().parseHex(parts.group("signature")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String query(String raw) {
        return raw == null
                ? ""
                : Arrays.stream(raw.split("&"))
                        .map(each -> each.contains("=") ? each : each + "=")
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    private static String values(HttpExchange call, String name) {
        return call.getRequestHeaders().get(name).stream()
                .map(value -> value.trim().replaceAll(" +", " "))
                .collect(Collectors.joining(","));
    }

    private static String digest(byte[] content) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static byte[] mac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private RequestSignature() {}
}

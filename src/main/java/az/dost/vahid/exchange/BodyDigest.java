package az.dost.vahid.exchange;

import az.dost.vahid.xroad.FaultCode;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client says of its body: its length, and its digest in the header Content-Digest (RFC 9530). A body that differs is not delivered. */
final class BodyDigest {
    private static final Pattern DIGEST = Pattern.compile("(?:^|,) *(sha-256|sha-512) *= *:([A-Za-z0-9+/=]*):");
    private final long length;
    private final String sha512;
    private final String sha256;

    BodyDigest(HttpServletRequest request) {
        this.length = request.getContentLengthLong();
        String header = request.getHeader("Content-Digest");
        this.sha256 = header == null ? null : value(header, "sha-256");
        this.sha512 = header == null ? null : value(header, "sha-512");
    }

    private static String value(String header, String algorithm) {
        Matcher matcher = DIGEST.matcher(header);
        while (matcher.find()) {
            if (matcher.group(1).equals(algorithm)) {
                return matcher.group(2);
            }
        }
        return null;
    }

    /** The same body, which fails at its end when it is not what the client says. */
    PassingBody judged(PassingBody body) {
        MessageDigest second = sha256 == null ? null : newSha256();
        return body.digesting(second).ending(ended -> {
            if (length >= 0 && ended.length() != length) {
                throw new ExchangeFault(FaultCode.INCOMPLETE_REQUEST, "The body is shorter than its Content-Length.");
            }
            if (differs(sha512, ended.sha512()) || second != null && differs(sha256, second.digest())) {
                throw new ExchangeFault(FaultCode.INVALID_SIGNATURE_VALUE, "The body is not what Content-Digest says; nothing was delivered.");
            }
        });
    }

    private static boolean differs(String said, byte[] digest) {
        return said != null && !said.equals(Base64.getEncoder().encodeToString(digest));
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package az.dost.vahid.journeys.exchange;

import az.dost.vahid.xroad.FaultCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a client says of its body: its length, and its digest in the header Content-Digest (RFC 9530). A body that
 * differs is not delivered.
 */
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
    InputStream judged(InputStream body) {
        return new Judged(body);
    }

    /** Looks at what passes, and judges it once when its end has come. */
    private final class Judged extends FilterInputStream {
        private final MessageDigest first = sha256 == null ? null : digest("SHA-256");
        private final MessageDigest second = sha512 == null ? null : digest("SHA-512");
        private long passed;
        private boolean ended;

        Judged(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int most) throws IOException {
            int read = super.read(target, offset, most);
            if (read > 0) {
                passed += read;
                Stream.of(first, second)
                        .filter(Objects::nonNull)
                        .forEach(digest -> digest.update(target, offset, read));
            } else if (read < 0 && !ended) {
                ended = true;
                end();
            }
            return read;
        }

        private void end() {
            if (length >= 0 && passed != length) {
                throw new ExchangeFault(FaultCode.INCOMPLETE_REQUEST, "The body is shorter than its Content-Length.");
            }
            if (differs(sha512, second) || differs(sha256, first)) {
                throw new ExchangeFault(
                        FaultCode.INVALID_SIGNATURE_VALUE,
                        "The body is not what Content-Digest says; nothing was delivered.");
            }
        }
    }

    private static boolean differs(String said, MessageDigest digest) {
        return said != null && !said.equals(Base64.getEncoder().encodeToString(digest.digest()));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package az.dost.vahid.journeys.exchange;

import az.dost.vahid.edge.access.ContentDigest;
import az.dost.vahid.edge.access.HttpComponents;
import az.dost.vahid.xroad.FaultCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Collections;

/**
 * What a client says of its body: its length, and its digest in the header Content-Digest (RFC 9530). A body that
 * differs is not delivered.
 */
final class BodyDigest {
    private final long length;
    private final String header;

    BodyDigest(HttpServletRequest request) {
        this.length = request.getContentLengthLong();
        this.header = HttpComponents.field(Collections.list(request.getHeaders(ContentDigest.HEADER)));
    }

    /** The same body, which fails at its end when it is not what the client says. */
    InputStream judged(InputStream body) {
        return new Judged(body);
    }

    /** Looks at what passes, and judges it once when its end has come. */
    private final class Judged extends FilterInputStream {
        private final ContentDigest digest = ContentDigest.of(header);
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
                digest.update(ByteBuffer.wrap(target, offset, read));
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
            if (!digest.holds()) {
                throw new ExchangeFault(
                        FaultCode.INVALID_SIGNATURE_VALUE,
                        "The body is not what Content-Digest says; nothing was delivered.");
            }
        }
    }
}

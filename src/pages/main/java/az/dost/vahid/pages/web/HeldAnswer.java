package az.dost.vahid.pages.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.ByteArrayOutputStream2;
import org.eclipse.jetty.util.Callback;

/**
 * An answer that is sent once it is whole: whoever writes it never waits for whoever reads it. Jetty's own
 * {@code BufferedResponseHandler} has a writer wait at the end of what he writes. One that is longer than is held goes
 * out as it comes.
 */
final class HeldAnswer extends Response.Wrapper implements Callback {
    /** Longer ones are files for people who are logged in. */
    private static final int MOST_BYTES = 1 << 20;

    private final Callback sent;
    private final ByteArrayOutputStream2 held = new ByteArrayOutputStream2();
    private boolean goesOut;

    HeldAnswer(Request request, Response response, Callback sent) {
        super(request, response);
        this.sent = sent;
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback written) {
        int length = content == null ? 0 : content.remaining();
        if (goesOut) {
            super.write(last, content, written);
        } else if (held.size() + length <= MOST_BYTES) {
            byte[] piece = new byte[length];
            if (content != null) {
                content.get(piece);
            }
            held.writeBytes(piece);
            written.succeeded();
        } else {
            goesOut = true;
            super.write(false, whole(), Callback.from(() -> super.write(last, content, written), written::failed));
        }
    }

    private ByteBuffer whole() {
        return ByteBuffer.wrap(held.getBuf(), 0, held.size());
    }

    /** What was written is not taken back, as if it had been sent. */
    @Override
    public boolean isCommitted() {
        return held.size() > 0 || super.isCommitted();
    }

    @Override
    public void succeeded() {
        if (goesOut || super.isCommitted()) {
            sent.succeeded();
        } else {
            super.write(true, whole(), sent);
        }
    }

    @Override
    public void failed(Throwable fault) {
        sent.failed(fault);
    }
}

package az.dost.vahid.edge.server;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/**
 * A request whose body Camel takes for one that is kept already: it would read it to its end before the first step of
 * its route.
 */
final class UncachedRequest extends HttpServletRequestWrapper {
    UncachedRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Body(super.getInputStream());
    }

    private static final class Body extends ServletInputStream implements StreamCache {
        private final ServletInputStream body;

        Body(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            return body.read();
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            return body.read(bytes, from, most);
        }

        @Override
        public int available() throws IOException {
            return body.available();
        }

        @Override
        public void close() throws IOException {
            body.close();
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        /** Camel asks for it before each step: nothing goes back, for nothing is kept. */
        @Override
        public void reset() {}

        @Override
        public void writeTo(OutputStream out) throws IOException {
            body.transferTo(out);
        }

        @Override
        public StreamCache copy(Exchange exchange) {
            throw new UnsupportedOperationException("A body that is not kept has no second reader");
        }

        @Override
        public boolean inMemory() {
            return false;
        }

        @Override
        public long length() {
            return 0;
        }

        @Override
        public long position() {
            return -1;
        }
    }
}

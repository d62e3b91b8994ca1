package az.dost.vahid.journeys.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/** A file on its way that ends where its grant does, however much of it is still to come. */
final class GrantedContent extends FilterInputStream {
    private final BooleanSupplier granted;

    /** @param granted asked at each block */
    GrantedContent(InputStream content, BooleanSupplier granted) {
        super(content);
        this.granted = granted;
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] block, int from, int most) throws IOException {
        check();
        return super.read(block, from, most);
    }

    private void check() throws IOException {
        if (!granted.getAsBoolean()) {
            throw new IOException("The grant for it was taken away");
        }
    }
}

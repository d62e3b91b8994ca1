package az.dost.vahid.proof.blob;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A store before another one, of which a test changes what it needs. */
class ForwardingStore implements BlobStore {
    private final BlobStore store;

    ForwardingStore(BlobStore store) {
        this.store = store;
    }

    @Override
    public String put(Writing writing) throws IOException {
        return store.put(writing);
    }

    @Override
    public InputStream open(String name) throws IOException {
        return store.open(name);
    }

    @Override
    public void delete(String name) throws IOException {
        store.delete(name);
    }

    @Override
    public List<String> folders() throws IOException {
        return store.folders();
    }

    @Override
    public void list(String folder, Consumer<Stored> each) throws IOException {
        store.list(folder, each);
    }

    @Override
    public Optional<String> mark() throws IOException {
        return store.mark();
    }

    @Override
    public void mark(String owner) throws IOException {
        store.mark(owner);
    }

    @Override
    public void probe(boolean failed) throws IOException {
        store.probe(failed);
    }

    @Override
    public boolean room() throws IOException {
        return store.room();
    }

    @Override
    public void tidy(Instant before) throws IOException {
        store.tidy(before);
    }

    @Override
    public String place() {
        return store.place();
    }
}

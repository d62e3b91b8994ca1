package az.dost.vahid.proof.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where blobs are, by their names {@code <class>/<day>/<digest>}. Each method throws IOException for a store that does
 * not do it now.
 */
interface BlobStore {
    /** Writes a blob, and knows its name afterwards. */
    interface Writing {
        String to(OutputStream out) throws IOException;
    }

    /** @param changed UTC, by the store's clock */
    record Stored(String name, Instant changed) {}

    /**
     * Keeps what is written: it survives a crash when this returns, and is not there under any name when it
     * throws. @return the name
     */
    String put(Writing writing) throws IOException;

    /** @throws java.nio.file.NoSuchFileException when there is none of this name */
    InputStream open(String name) throws IOException;

    /** Also of what is there no more. */
    void delete(String name) throws IOException;

    /** The folders {@code <class>/<day>} that there are. */
    List<String> folders() throws IOException;

    /** Every blob of such a folder, while it is listed. */
    void list(String folder, Consumer<Stored> each) throws IOException;

    /** What says whose store it is; empty where nothing says so. */
    Optional<String> mark() throws IOException;

    /** Writes it where there is none. */
    void mark(String owner) throws IOException;

    /**
     * Tries whether something could be put now.
     *
     * @param failed whether the last put did; where trying costs something, only then
     */
    void probe(boolean failed) throws IOException;

    /** Whether as much is left as an operator wants; true where nobody can tell. */
    boolean room() throws IOException;

    /** Takes away what unfinished puts have left that are older. */
    void tidy(Instant before) throws IOException;

    /** For operators. */
    String place();
}

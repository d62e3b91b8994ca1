package az.dost.vahid.ingest.snapshot;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Writes one row's JSON after another, UTF-8, in memory that the next one uses again. */
public final class RowJson {
    private static final ObjectWriter JSON = Json.mapper().writer().withRootValueSeparator("");
    private final Written written = new Written();
    private final SequenceWriter writer;

    public RowJson() throws IOException {
        writer = JSON.writeValues(written);
    }

    /** Gives the memory that the bytes stand in, from its beginning; good until the next one. */
    byte[] write(JsonNode value) throws IOException {
        written.reset();
        writer.write(value);
        return written.memory();
    }

    /** How many bytes were written last. To be asked once: the stream's size is synchronized. */
    int size() {
        return written.size();
    }

    /** The same in memory of its own. */
    public byte[] bytes(JsonNode value) throws IOException {
        write(value);
        return written.toByteArray();
    }

    private static final class Written extends ByteArrayOutputStream {
        byte[] memory() {
            return buf;
        }
    }
}

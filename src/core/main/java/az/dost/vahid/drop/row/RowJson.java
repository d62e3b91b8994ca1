package az.dost.vahid.drop.row;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Writes one row's JSON after another, UTF-8, with a writer and in memory that the next one uses again. */
public final class RowJson {
    private static final ObjectWriter JSON = Json.mapper().writer().withRootValueSeparator("");
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final SequenceWriter writer;

    public RowJson() throws IOException {
        writer = JSON.writeValues(written);
    }

    /** In memory of its own. */
    public byte[] bytes(JsonNode value) throws IOException {
        written.reset();
        writer.write(value);
        return written.toByteArray();
    }
}

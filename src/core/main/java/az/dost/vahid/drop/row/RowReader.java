package az.dost.vahid.drop.row;

import az.dost.vahid.drop.DropRefused;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Reads a file row by row, in bounded memory. */
public interface RowReader {
    /**
     * @return null after the last row, once the file's end has been checked too
     * @throws DropRefused when the file is not in the agency's format
     * @throws IOException when it cannot be read
     */
    JsonNode next() throws IOException;

    /** Of the rows read so far: a measure of the memory that they take while they are kept. */
    long characters();
}

package az.dost.vahid.mock.file;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;

/**
 * A file that an agency is about to leave.
 *
 * @param name as the gateway will find it
 * @param day local day of Azerbaijan that the file is about; it stands in the name too
 * @param content the rows in the agency's own form
 */
record Drop(String name, LocalDate day, Content content) {
    /** Writes the same bytes each time it is called, and never holds more than some rows in memory. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }
}

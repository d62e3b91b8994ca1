package az.dost.vahid.drop.row;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.drop.DropRefused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Lines of a fixed layout, with a header and a trailer where the layout has them. */
final class FixedWidthRows implements RowReader {
    private final TextLines lines;
    private final Layout layout;
    private final TrailerCheck check;
    private boolean started;

    FixedWidthRows(TextLines lines, Layout layout, TrailerCheck check) {
        this.lines = lines;
        this.layout = layout;
        this.check = check;
    }

    @Override
    public long characters() {
        return lines.characters();
    }

    @Override
    public JsonNode next() throws IOException {
        if (!started && layout.header() != null) {
            fields(line("a header"), layout.header());
        }
        started = true;
        String line = lines.next();
        if (line == null) {
            if (layout.trailer() != null) {
                throw new DropRefused(Reason.MALFORMED, "The file ends without its trailer: it is not whole");
            }
            return null;
        }
        if (layout.trailer() != null && line.startsWith(layout.trailer().marker())) {
            check.compare(fields(line, layout.trailer()));
            for (String more = lines.next(); more != null; more = lines.next()) {
                if (!more.isBlank()) {
                    throw new DropRefused(Reason.MALFORMED, "The file goes on after its trailer");
                }
            }
            return null;
        }
        ObjectNode row = fields(line, layout.record());
        check.add(row, lines.number());
        return row;
    }

    private String line(String what) throws IOException {
        String line = lines.next();
        if (line == null) {
            throw new DropRefused(Reason.MALFORMED, "The file has not even " + what);
        }
        return line;
    }

    private ObjectNode fields(String line, Layout.Line kind) {
        long row = check.count() + 1;
        if (!line.startsWith(kind.marker())) {
            throw DropRefused.at(row, lines.number(), null, "The line does not begin with the marker " + kind.marker());
        }
        if (layout.recordLength() != null
                && (layout.shortLines()
                        ? line.length() > layout.recordLength()
                        : line.length() != layout.recordLength())) {
            throw DropRefused.at(
                    row,
                    lines.number(),
                    null,
                    "The line has " + line.length() + " characters, not " + (layout.shortLines() ? "at most " : "")
                            + layout.recordLength());
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (Layout.Field field : kind.fields()) {
            String value = layout.shortLines() ? field.start(line) : field.of(line);
            if (value == null) {
                throw DropRefused.at(row, lines.number(), field.name(), "The line is too short for the field");
            }
            node.put(field.name(), value);
        }
        return node;
    }
}

package az.dost.vahid.drop.row;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.drop.DropRefused;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One row of a file drop on its own, as samples keep it: a header line and a line, a line, or an element. */
public final class RowSample {
    /**
     * The row as its mapping sees it.
     *
     * @param layout text of the layout file, null unless the drop is of fixed width
     * @throws IllegalArgumentException saying what is wrong, without any value of the row
     */
    public static JsonNode read(Connector.Drop drop, String layout, byte[] row) {
        try {
            JsonNode tree = drop.format() == Connector.Format.XML
                    ? xml(row)
                    : reader(drop, layout, row).next();
            if (tree == null) {
                throw new IllegalArgumentException("The sample has no row");
            }
            return tree;
        } catch (DropRefused | XMLStreamException | IOException e) {
            throw new IllegalArgumentException(
                    e instanceof DropRefused ? e.getMessage() : "The row is not well-formed", e);
        }
    }

    /** What is wrong with a layout file; empty when it can be used. */
    public static Optional<String> layoutMistake(String layout) {
        try {
            Layout read = Layout.read(layout);
            return read == null
                            || read.record() == null
                            || read.record().fields().isEmpty()
                    ? Optional.of("The layout needs record: {fields: [{name, from, length}]}")
                    : read.mistake();
        } catch (IllegalStateException e) {
            return Optional.of(e.getMessage().lines().findFirst().orElse("The layout cannot be read"));
        }
    }

    private static RowReader reader(Connector.Drop drop, String layout, byte[] row) throws IOException {
        TextLines lines = new TextLines(new ByteArrayInputStream(row), LineCharset.of(drop.charset()));
        return switch (drop.format()) {
            case CSV -> new CsvRows(lines, drop);
            case JSON_LINES -> new JsonLineRows(lines);
            case FIXED_WIDTH, XML -> {
                Layout whole = Layout.read(layout);
                yield new FixedWidthRows(
                        lines,
                        new Layout(whole.recordLength(), whole.shortLines(), whole.record(), null, null),
                        new TrailerCheck(null));
            }
        };
    }

    private static JsonNode xml(byte[] row) throws XMLStreamException {
        XMLStreamReader xml = XmlFactories.large().createXMLStreamReader(new ByteArrayInputStream(row));
        xml.nextTag();
        return new XmlRowTree(xml).read();
    }

    private RowSample() {}
}

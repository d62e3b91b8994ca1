package az.dost.vahid.drop.row;

import az.dost.vahid.drop.DropRefused;
import az.dost.vahid.drop.RowFinding;
import az.dost.vahid.signature.xml.SignedRows;
import com.fasterxml.jackson.databind.JsonNode;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Row elements of an XML document, each read into the tree that mappings see; at the end the signature is settled. */
final class XmlRows implements RowReader {
    private final XMLStreamReader xml;
    private final XmlRowTree tree;
    private final String rows;
    private final String row;
    private long number;
    private boolean within;

    /** The reader's exceptions are those of {@link SignedRows}. */
    XmlRows(XMLStreamReader xml, String rows, String row) {
        this.xml = xml;
        this.tree = new XmlRowTree(xml);
        this.rows = rows;
        this.row = row;
    }

    @Override
    public long characters() {
        return tree.characters();
    }

    @Override
    public JsonNode next() {
        try {
            return within || find() ? read() : null;
        } catch (XMLStreamException | RuntimeException e) {
            throw refused(e);
        }
    }

    /** Moves into the rows element; false at the document's end. */
    private boolean find() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && rows.equals(xml.getLocalName())) {
                within = true;
                return true;
            }
        }
        return false;
    }

    private JsonNode read() throws XMLStreamException {
        int event = xml.next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            event = xml.next();
        }
        number++;
        if (event == XMLStreamConstants.END_ELEMENT) {
            within = false;
            find();
            return null;
        }
        if (!row.equals(xml.getLocalName())) {
            throw DropRefused.at(number, line(), null, "The element among the rows is not a " + row);
        }
        return tree.read();
    }

    private DropRefused refused(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof DropRefused refused) {
                return refused;
            }
        }
        var proof = SignedRows.refusal(e);
        return new DropRefused(
                proof.reason(),
                proof.getMessage(),
                java.util.List.of(new RowFinding(Math.max(1, number), line(), null, proof.getMessage())));
    }

    private Long line() {
        int line = xml.getLocation() == null ? -1 : xml.getLocation().getLineNumber();
        return line < 1 ? null : Long.valueOf(line);
    }
}

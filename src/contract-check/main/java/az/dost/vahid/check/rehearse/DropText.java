package az.dost.vahid.check.rehearse;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.drop.row.Layout;
import az.dost.vahid.signature.xml.XmlFactories;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The document of a drop in its connector's format, around rows as its samples have them. */
final class DropText {
    /** Id of the element that holds the rows of an XML document. */
    static final String ID = "rows";

    private final Connector.Drop drop;
    private final Layout layout;
    private final String sample;

    /**
     * @param layout null unless the drop is of fixed width
     * @param sample any sample's row, whole
     */
    DropText(Connector.Drop drop, Layout layout, String sample) {
        this.drop = drop;
        this.layout = layout;
        this.sample = sample;
    }

    /** A sample's row without what stands around it in a file: header, declaration, line end. */
    String row(String text) {
        return switch (drop.format()) {
            case CSV ->
                text.substring(header(text).length()).replaceFirst("^\\R", "").replaceFirst("\\R+$", "");
            case FIXED_WIDTH -> text.replaceFirst("\\R+$", "");
            case JSON_LINES -> text.replace("\uFEFF", "").strip().replaceAll("\\R\\s*", " ");
            case XML ->
                text.replace("\uFEFF", "").replaceFirst("^<\\?xml[^>]*\\?>", "").strip();
        };
    }

    /** Empty where the descriptor names the columns, and the file does not. */
    private String header(String text) {
        return drop.columns() != null ? "" : text.split("\\R", 2)[0];
    }

    /** @param miscount by how many rows a trailer is wrong */
    String of(List<String> rows, int miscount) {
        return switch (drop.format()) {
            case CSV -> (drop.columns() != null ? "" : header(sample) + "\n") + lines(rows, "\n");
            case JSON_LINES -> lines(rows, "\n");
            case FIXED_WIDTH ->
                (layout.header() == null ? "" : line(layout.header()) + "\r\n")
                        + lines(rows, "\r\n")
                        + (layout.trailer() == null ? "" : trailer(rows, miscount) + "\r\n");
            case XML -> xml(rows);
        };
    }

    private static String lines(List<String> rows, String end) {
        return rows.isEmpty() ? "" : String.join(end, rows) + end;
    }

    private String xml(List<String> rows) {
        String namespace = XmlFactories.parse(row(sample).getBytes(StandardCharsets.UTF_8))
                .getDocumentElement()
                .getNamespaceURI();
        return "<Drop" + (namespace == null ? "" : " xmlns=\"" + namespace + "\"") + "><" + drop.rows() + " Id=\"" + ID
                + "\">" + String.join("\n", rows) + "</" + drop.rows() + "></Drop>";
    }

    private String line(Layout.Line kind) {
        int longest = kind.fields().stream()
                .mapToInt(field -> field.from() - 1 + field.length())
                .max()
                .orElse(kind.marker().length());
        char[] blank = new char[layout.recordLength() == null ? longest : layout.recordLength()];
        Arrays.fill(blank, ' ');
        return kind.marker() + new String(blank).substring(kind.marker().length());
    }

    private String trailer(List<String> rows, int miscount) {
        StringBuilder line = new StringBuilder(line(layout.trailer()));
        Connector.Trailer said = drop.trailer();
        for (Layout.Field field : layout.trailer().fields()) {
            if (said != null && field.name().equals(said.count())) {
                put(line, field, BigInteger.valueOf(rows.size() + miscount));
            } else if (said != null && field.name().equals(said.sum())) {
                put(line, field, sum(rows, said.of()));
            }
        }
        return line.toString();
    }

    private BigInteger sum(List<String> rows, String name) {
        Layout.Field field = layout.record().fields().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return rows.stream()
                .map(field::of)
                .filter(value -> value != null && value.matches("\\d+"))
                .map(BigInteger::new)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static void put(StringBuilder line, Layout.Field field, BigInteger value) {
        String digits = "0".repeat(field.length()) + value;
        line.replace(
                field.from() - 1,
                field.from() - 1 + field.length(),
                digits.substring(digits.length() - field.length()));
    }
}

package az.dost.vahid.drop.row;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.drop.DropRefused;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Comma-separated values (RFC 4180, any delimiter): the first line names the columns where the descriptor does not,
 * every row has all of them.
 */
final class CsvRows implements RowReader {
    private static final CsvMapper CSV = Json.csv().enable(CsvParser.Feature.WRAP_AS_ARRAY);
    private final TextLines lines;
    private final Connector.Drop drop;
    private final MappingIterator<String[]> rows;
    private List<String> columns;
    private long row;

    CsvRows(TextLines lines, Connector.Drop drop) throws IOException {
        this.lines = lines;
        this.drop = drop;
        this.columns = drop.columns();
        CsvSchema schema =
                CsvSchema.emptySchema().withColumnSeparator(drop.delimiter().charAt(0));
        this.rows = CSV.readerFor(String[].class)
                .with(
                        drop.quote().isEmpty()
                                ? schema.withoutQuoteChar()
                                : schema.withQuoteChar(drop.quote().charAt(0)))
                .readValues(lines);
    }

    @Override
    public long characters() {
        return lines.characters();
    }

    @Override
    public JsonNode next() throws IOException {
        if (columns == null) {
            columns = header();
        }
        String[] values = values();
        if (values == null) {
            return null;
        }
        row++;
        if (values.length != columns.size()) {
            throw DropRefused.at(
                    row,
                    lines.number(),
                    null,
                    "The row has " + values.length + " columns, the "
                            + (drop.columns() == null ? "header " : "descriptor ") + columns.size());
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < values.length; i++) {
            node.put(columns.get(i), values[i]);
        }
        return node;
    }

    private List<String> header() throws IOException {
        String[] names = values();
        if (names == null || Set.copyOf(List.of(names)).size() != names.length) {
            throw new DropRefused(Reason.MALFORMED, "The first line does not name the columns, each once");
        }
        return List.of(names);
    }

    private String[] values() throws IOException {
        try {
            return rows.hasNextValue() ? rows.nextValue() : null;
        } catch (JsonProcessingException | RuntimeJsonMappingException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof DropRefused refused) {
                    throw refused;
                }
            }
            // Jackson's message may quote the file.
            throw DropRefused.at(row + 1, lines.number(), null, "The row is not comma-separated values");
        }
    }
}

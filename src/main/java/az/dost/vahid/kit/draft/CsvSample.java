package az.dost.vahid.kit.draft;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The head of a file of comma-separated values.
 *
 * @param columns with the first value that is not empty
 */
record CsvSample(String charset, String delimiter, Map<String, String> columns) {
    private static final String DELIMITERS = ";,\t|";
    private static final int ROWS = 100;

    static CsvSample of(byte[] bytes) {
        Charset charset = charset(bytes);
        String text = new String(bytes, charset).replaceFirst("^\uFEFF", "");
        String head = text.lines().findFirst().orElse("");
        char delimiter = DELIMITERS.chars().boxed().max(java.util.Comparator.comparingLong(
                one -> head.chars().filter(c -> c == one).count())).map(one -> (char) one.intValue()).orElse(';');
        try (MappingIterator<String[]> rows = Json.csv().enable(CsvParser.Feature.WRAP_AS_ARRAY).readerFor(String[].class)
                .with(CsvSchema.emptySchema().withColumnSeparator(delimiter)).readValues(text)) {
            String[] names = rows.hasNextValue() ? rows.nextValue() : new String[0];
            Map<String, String> columns = new LinkedHashMap<>();
            for (String name : names) {
                if (name.isBlank() || columns.put(name, "") != null) {
                    throw new DraftException("The first line does not name the columns, each once");
                }
            }
            for (int row = 0; row < ROWS && rows.hasNextValue(); row++) {
                String[] values = rows.nextValue();
                for (int i = 0; i < Math.min(values.length, names.length); i++) {
                    String value = values[i].strip();
                    columns.merge(names[i], value, (before, now) -> before.isEmpty() ? now : before);
                }
            }
            if (columns.isEmpty()) {
                throw new DraftException("The file is empty");
            }
            return new CsvSample(charset.name(), String.valueOf(delimiter), columns);
        } catch (IOException e) {
            throw new DraftException("The file is not comma-separated values", e);
        }
    }

    private static Charset charset(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            // What Azerbaijani systems write where it is not UTF-8.
            return Charset.forName("windows-1254");
        }
    }
}

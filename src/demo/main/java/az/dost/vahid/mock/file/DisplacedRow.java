package az.dost.vahid.mock.file;

import az.dost.vahid.json.Json;
import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts.DisplacedStatus;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A line of the list.
 *
 * @param operation E (əlavə, added), D (dəyişiklik, changed) or S (silinmə, deleted)
 * @param status null for a deletion
 */
record DisplacedRow(char operation, String fin, DisplacedStatus status) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Locale AZERBAIJANI = Locale.forLanguageTag("az");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final CsvMapper CSV = (CsvMapper) Json.csv().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    private static final CsvSchema COLUMNS = CsvSchema.builder()
            .addColumn("EMELIYYAT")
            .addColumn("FIN")
            .addColumn("VESIQE_NO")
            .addColumn("DIDERGIN_DUSDUYU_RAYON")
            .addColumn("MESKUNLASDIGI_YER")
            .addColumn("QEYDIYYAT_TARIXI")
            .addColumn("AILE_UZVLERI")
            .build()
            .withColumnSeparator(';')
            .withLineSeparator("\r\n")
            .withHeader();

    static DisplacedRow added(Entry entry) {
        return new DisplacedRow('E', entry.fin(), entry.fact("displacedStatus"));
    }

    static DisplacedRow changed(Entry entry) {
        return new DisplacedRow('D', entry.fin(), entry.fact("displacedStatus"));
    }

    static DisplacedRow deleted(String fin) {
        return new DisplacedRow('S', fin, null);
    }

    static void write(OutputStream out, Stream<DisplacedRow> rows) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        try (rows;
                SequenceWriter csv = CSV.writer(COLUMNS).writeValues(text)) {
            for (DisplacedRow row : (Iterable<DisplacedRow>) rows::iterator) {
                csv.write(row.cells());
            }
        }
        text.flush();
    }

    /** The district stands in capitals. */
    private String[] cells() {
        return status == null
                ? new String[] {"S", fin, "", "", "", "", ""}
                : new String[] {
                    String.valueOf(operation),
                    fin,
                    status.cardNumber(),
                    status.displacedFrom().toUpperCase(AZERBAIJANI),
                    status.settlement(),
                    status.registeredOn().format(DAY),
                    Integer.toString(status.familySize())
                };
    }
}

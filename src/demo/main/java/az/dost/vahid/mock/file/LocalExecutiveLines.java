package az.dost.vahid.mock.file;

import az.dost.vahid.json.Json;
import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts.Address;
import az.dost.vahid.mock.population.Facts.Household;
import az.dost.vahid.mock.population.Facts.Housing;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** JSON objects, one a line: see {@code connectors/local-executive/contract.md}. */
final class LocalExecutiveLines implements Closeable {
    private static final JsonFactory JSON = Json.factory();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final Map<String, String> RELATIONS =
            Map.of("HEAD", "ailə başçısı", "SPOUSE", "həyat yoldaşı", "CHILD", "övlad", "PARENT", "valideyn");
    private static final Map<String, String> KINDS =
            Map.of("OWNED", "mülkiyyət", "RENTED", "kirayə", "DORMITORY", "yataqxana", "TEMPORARY", "müvəqqəti");
    private static final Map<String, String> CONDITIONS =
            Map.of("GOOD", "yaxşı", "WORN", "köhnəlmiş", "UNFIT", "qəzalı");
    private final JsonGenerator json;

    LocalExecutiveLines(OutputStream out) throws IOException {
        json = JSON.createGenerator(out, JsonEncoding.UTF8)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    void write(Entry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("fin", entry.fin());
        household(entry.fact("household"));
        housing(entry.fact("housing"));
        address(entry.fact("address"));
        json.writeEndObject();
    }

    private void household(Household household) throws IOException {
        if (household != null) {
            json.writeObjectFieldStart("ailə");
            json.writeStringField("şəxsiHesab", household.householdId());
            json.writeNumberField("nəfər", household.size());
            json.writeArrayFieldStart("üzvlər");
            for (Household.Member member : household.members()) {
                json.writeStartObject();
                json.writeStringField("fin", member.fin());
                json.writeStringField("münasibət", RELATIONS.get(member.relation()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void housing(Housing housing) throws IOException {
        if (housing != null) {
            json.writeObjectFieldStart("mənzil");
            json.writeStringField("növ", KINDS.get(housing.kind()));
            json.writeNumberField("otaqSayı", housing.rooms());
            json.writeStringField("sahəKvM", housing.areaSqm().replace('.', ','));
            json.writeStringField("vəziyyət", CONDITIONS.get(housing.condition()));
            json.writeEndObject();
        }
    }

    private void address(Address address) throws IOException {
        if (address != null) {
            json.writeObjectFieldStart("ünvan");
            text("rayon", address.region());
            text("şəhər", address.city());
            text("küçə", address.street());
            text("bina", address.building());
            text("mənzilNo", address.apartment());
            text(
                    "poçtİndeksi",
                    address.postalCode() == null ? null : address.postalCode().substring("AZ".length()));
            text("qeydiyyatTarixi", day(address.registeredSince()));
            json.writeEndObject();
        }
    }

    private void text(String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static String day(LocalDate date) {
        return date == null ? null : date.format(DAY);
    }

    @Override
    public void close() throws IOException {
        json.flush();
        json.writeRaw('\n');
        json.close();
    }
}

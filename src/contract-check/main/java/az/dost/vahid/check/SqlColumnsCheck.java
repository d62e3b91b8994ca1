package az.dost.vahid.check;

import az.dost.vahid.check.form.SelectedColumns;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Nearest;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A database's samples have the columns that the query gives, and the query takes tables and columns that the agency's
 * contract names.
 */
final class SqlColumnsCheck implements FolderCheck {
    private static final String CONTRACT = "contract.sql";
    private static final ObjectMapper JSON = Json.mapper();

    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        Connector connector = folder.connector();
        if (connector == null
                || connector.protocol() != Connector.Protocol.JDBC
                || connector.call() == null
                || !folder.has(connector.call().request())) {
            return;
        }
        String file = connector.call().request();
        String query = folder.text(folder.path().resolve(file));
        Optional<SelectedColumns> selected = SelectedColumns.of(query);
        if (selected.isEmpty() || remarks.hasErrorsIn(folder.name(file))) {
            return;
        }
        if (folder.has(CONTRACT)) {
            Set<String> known = SelectedColumns.words(folder.text(folder.path().resolve(CONTRACT)));
            selected.get().taken().forEach((word, at) -> {
                if (!known.contains(word)) {
                    TextPlace place = TextPlace.of(query, at);
                    remarks.error(new Finding(
                            folder.name(file),
                            place.line(),
                            place.column(),
                            CONTRACT + " names no " + word,
                            Nearest.of(word, known)));
                }
            });
        }
        if (selected.get().names() != null) {
            for (Sample sample : folder.samples()) {
                if (!sample.bad()) {
                    sample.inputs()
                            .forEach(input -> rows(folder, input, selected.get().names(), remarks));
                }
            }
        }
    }

    private static void rows(CheckedFolder folder, Path input, List<String> columns, Remarks remarks) {
        String text = folder.text(input);
        try {
            JsonNode rows = JSON.readTree(text).path("rows");
            JsonPlaces places = new JsonPlaces(text);
            for (int i = 0; i < rows.size(); i++) {
                JsonPointer at = JsonPointer.compile("/rows/" + i);
                List<String> missing = new ArrayList<>(columns);
                rows.path(i).fieldNames().forEachRemaining(name -> {
                    if (!missing.remove(name) && !columns.contains(name)) {
                        TextPlace place = places.of(at.appendProperty(name));
                        remarks.error(new Finding(
                                folder.name(input),
                                place.line(),
                                place.column(),
                                "the query gives no column " + name,
                                Nearest.of(name, columns)));
                    }
                });
                if (!missing.isEmpty()) {
                    TextPlace place = places.of(at);
                    remarks.error(
                            folder.name(input),
                            place.line(),
                            place.column(),
                            "the query gives " + String.join(", ", missing) + " too, if only as null");
                }
            }
        } catch (JsonProcessingException e) {
            // SampleCheck tells of it.
        }
    }
}

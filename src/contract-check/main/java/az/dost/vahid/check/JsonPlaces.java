package az.dost.vahid.check;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Where in a JSON text each value stands: at its name, or at itself within a list. */
public final class JsonPlaces {
    private final Map<JsonPointer, TextPlace> places = new HashMap<>();

    /** A text that is not JSON has the places before the mistake. */
    public JsonPlaces(String json) {
        try (JsonParser parser = Json.factory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                places.putIfAbsent(
                        parser.getParsingContext().pathAsPointer(),
                        new TextPlace(
                                parser.currentTokenLocation().getLineNr(),
                                parser.currentTokenLocation().getColumnNr()));
            }
        } catch (IOException e) {
            // Whoever asks for a place has parsed the text already, and told of the mistake.
        }
    }

    /** Of the value at the pointer, or of the nearest one around it. */
    public TextPlace of(JsonPointer pointer) {
        for (JsonPointer at = pointer; at != null; at = at.head()) {
            if (places.containsKey(at)) {
                return places.get(at);
            }
        }
        return TextPlace.START;
    }
}

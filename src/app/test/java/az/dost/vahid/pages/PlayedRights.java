package az.dost.vahid.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** What a gateway tells a clerk of rights at an answer. */
final class PlayedRights {
    static JsonNode atTheDesk() throws IOException {
        return new ObjectMapper()
                .readTree(
                        Path.of("src/app/test/resources/pages/rights/desk.json").toFile());
    }

    private PlayedRights() {}
}

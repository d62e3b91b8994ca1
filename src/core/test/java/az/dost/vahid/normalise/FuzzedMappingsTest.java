package az.dost.vahid.normalise;

import az.dost.vahid.fuzz.Fuzz;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.JsltException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Mappings, mutilated: compiled, or refused with a line; and what was compiled ends within its bounds, over anything.
 */
class FuzzedMappingsTest {
    private static final int TRIES = 1_000;
    private static final int SIEGE = 20_000;

    private static void mappings(int tries) throws IOException {
        JsonNode reply = Json.mapper()
                .readTree("{\"list\":[{\"a\":1},{\"a\":\"x\"},[]],\"text\":\"2026-11-27\",\"o\":{\"p\":null}}");
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Path.of("connectors"))) {
            for (Path folder : folders.sorted().toList()) {
                if (Files.exists(folder.resolve("mapping.jslt"))) {
                    seeds.add(Files.readAllBytes(folder.resolve("mapping.jslt")));
                }
            }
        }
        Fuzz.of(seeds, tries)
                .read(
                        input -> Mapping.compile(new StringReader(new String(input, StandardCharsets.UTF_8)), "mapping")
                                .apply(reply),
                        JsltException.class,
                        MappingException.class);
    }

    @Test
    void are_compiled_or_refused() throws IOException {
        mappings(TRIES);
    }

    @Test
    @Tag("attack")
    @Tag("siege")
    void are_compiled_or_refused_however_often() throws IOException {
        mappings(SIEGE);
    }
}

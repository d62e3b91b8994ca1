package az.dost.vahid.journeys.event;

import az.dost.vahid.fuzz.Fuzz;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzedEventsTest {
    private static final int TRIES = 2_000;

    @Test
    void aMutilatedEventIsOneOrAProblem() throws IOException {
        EventReader reader = new EventReader(new ObjectMapper()
                .readTree(Path.of("contracts/event.schema.json").toFile()));
        byte[] sound = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("src/gateway/test/resources/faces/bad-requests/events.yaml")
                        .toFile())
                .at("/right/body")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        reader.read(sound);
        Fuzz.of(List.of(sound), TRIES).read(reader::read, ProblemException.class);
    }
}

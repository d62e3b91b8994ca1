package az.dost.vahid.journeys.event;

import static org.assertj.core.api.Assertions.assertThat;

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

    private final EventReader reader = new EventReader(
            new ObjectMapper().readTree(Path.of("contracts/event.schema.json").toFile()));
    private final String sound = new ObjectMapper(new YAMLFactory())
            .readTree(Path.of("src/gateway/test/resources/faces/bad-requests/events.yaml")
                    .toFile())
            .at("/right/body")
            .toString();

    FuzzedEventsTest() throws IOException {}

    @Test
    void aMutilatedEventIsOneOrAProblem() {
        byte[] event = sound.getBytes(StandardCharsets.UTF_8);
        reader.read(event);
        Fuzz.of(List.of(event), TRIES).read(reader::read, ProblemException.class);
    }

    @Test
    void aMutilatedBatchIsOneOrAProblem() {
        EventModes modes = new EventModes(reader);
        byte[] batch = ("[" + sound + ", " + sound + "]").getBytes(StandardCharsets.UTF_8);
        assertThat(modes.batch(batch)).hasSize(2);
        Fuzz.of(List.of(batch, ("\uFEFF" + sound).getBytes(StandardCharsets.UTF_16)), TRIES)
                .read(modes::batch, ProblemException.class);
    }
}

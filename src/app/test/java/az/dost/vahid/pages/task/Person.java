package az.dost.vahid.pages.task;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Somebody of the demonstration, with what he comes for, in the order in which it is done. */
record Person(String login, String who, List<Task> tasks) {
    private static final Path FILE = Path.of("src/app/test/resources/pages/tasks.yaml");

    static List<Person> all() {
        try {
            return new ObjectMapper(new YAMLFactory()).readValue(FILE.toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

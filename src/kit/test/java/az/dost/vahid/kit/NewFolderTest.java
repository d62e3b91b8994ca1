package az.dost.vahid.kit;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.check.ConnectorCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever a command ends, its folder is whole or not there. */
class NewFolderTest {
    @TempDir
    private Path place;

    private List<String> names() throws IOException {
        try (var files = Files.list(place.resolve("connectors"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private NewFolder half() throws IOException {
        NewFolder folder = NewFolder.of(place.resolve("connectors/agency"));
        Files.createDirectories(folder.draft());
        Files.writeString(folder.draft().resolve("connector.yaml"), "id: agency\n");
        return folder;
    }

    @Test
    void what_was_not_kept_leaves_nothing_not_even_the_folder_of_connectors() throws IOException {
        half().close();
        assertThat(place.resolve("connectors")).doesNotExist();
    }

    @Test
    void what_stood_already_and_was_not_kept_is_taken_away() throws IOException {
        Files.createDirectories(place.resolve("connectors/other"));
        try (NewFolder folder = half()) {
            folder.stand();
            assertThat(names()).contains("agency");
        }
        assertThat(names()).containsExactly("other");
    }

    @Test
    void what_is_kept_stands_alone() throws IOException {
        try (NewFolder folder = half()) {
            folder.stand();
            folder.keep();
        }
        assertThat(names()).containsExactly("agency");
    }

    @Test
    void a_folder_in_the_making_is_no_connector_and_nobody_elses_rubbish() throws IOException {
        try (NewFolder folder = half()) {
            assertThat(ConnectorCheck.folders(place.resolve("connectors"))).isEmpty();
            NewFolder.of(place.resolve("connectors/second")).close();
            assertThat(folder.draft().resolve("connector.yaml")).exists();
        }
    }

    @Test
    void what_a_killed_command_has_left_is_no_connector_and_goes_with_the_next_command() throws Exception {
        Process command = HalfWay.start(place.resolve("connectors/agency"));
        command.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        assertThat(place.resolve("connectors/agency")).doesNotExist();
        assertThat(ConnectorCheck.folders(place.resolve("connectors"))).isEmpty();
        assertThat(names()).singleElement().asString().startsWith(".new-");
        try (NewFolder folder = half()) {
            folder.stand();
            folder.keep();
        }
        assertThat(names()).containsExactly("agency");
    }

    @Test
    void a_command_that_is_told_to_end_leaves_nothing() throws Exception {
        Process command = HalfWay.start(place.resolve("connectors/agency"));
        command.destroy();
        assertThat(command.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(place.resolve("connectors")).doesNotExist();
    }

    /** A process that has written half a folder, and waits. */
    static final class HalfWay {
        static Process start(Path target) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            HalfWay.class.getName(),
                            target.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertThat(process.inputReader().readLine()).isEqualTo("half");
            return process;
        }

        public static void main(String[] args) throws Exception {
            NewFolder folder = NewFolder.of(Path.of(args[0]));
            Files.createDirectories(folder.draft());
            Files.writeString(folder.draft().resolve("connector.yaml"), "id: agency\n");
            System.out.println("half");
            new CountDownLatch(1).await();
            folder.keep();
        }
    }
}

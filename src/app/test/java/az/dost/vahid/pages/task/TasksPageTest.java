package az.dost.vahid.pages.task;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.issuer.RunningIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documents name the tasks that are walked, with their steps and counts. */
class TasksPageTest {
    private static final int EACH = 5;
    private static final Path MADE = Path.of("target/tasks.md");

    @Test
    void each_person_of_the_demonstration_has_five_tasks() {
        List<Person> people = Person.all();
        assertThat(people.stream().map(Person::login)).containsExactlyInAnyOrderElementsOf(RunningIssuer.people());
        assertThat(people).allSatisfy(person -> assertThat(person.tasks()).hasSize(EACH));
    }

    @Test
    void the_page_has_each_task_with_its_steps_and_counts() throws IOException {
        String made = Person.all().stream().map(TasksPageTest::section).collect(Collectors.joining("\n"));
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, made);
        assertThat(Files.readString(Path.of("src/docs/tasks.md")))
                .as("the sections of people in src/docs/tasks.md; those of the tasks that there are stand in %s", MADE)
                .endsWith(made);
    }

    private static String section(Person person) {
        return "## " + person.who() + "\n`" + person.login() + "`\n\n"
                + "| task | steps, clicks, keys | seconds | how | what is seen |\n| --- | --- | --- | --- | --- |\n"
                + person.tasks().stream().map(TasksPageTest::row).collect(Collectors.joining());
    }

    private static String row(Task task) {
        return "| %s | %d, %d, %d | %d | %s | %s |%n"
                .formatted(
                        task.task(),
                        task.steps().size(),
                        task.clicks(),
                        task.keys(),
                        task.seconds(),
                        task.steps().isEmpty() ? "it stands on the first page" : String.join("; ", task.steps()),
                        task.file() == null ? task.sees() : "a file (" + task.file() + ")");
    }
}

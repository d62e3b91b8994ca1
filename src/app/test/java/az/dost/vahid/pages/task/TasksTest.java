package az.dost.vahid.pages.task;

import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.whole.FaultSwitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each person of the demonstration does the five tasks that he comes for, by what stands on the pages alone, one after
 * the other: a citizen's question is there before an auditor answers it. {@code target/pages/tasks.md} tells how long
 * the pages took.
 */
@Tag("pages")
class TasksTest {
    private static final Path TOLD = Path.of("target/pages/tasks.md");
    private static final List<String> ROWS = new ArrayList<>();
    private static final Map<String, String> KEPT = new HashMap<>();
    private static final Map<String, Hand> HANDS = new HashMap<>();

    @TempDir
    private static Path folder;

    private static RunningDemonstration demonstration;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        demonstration = new RunningDemonstration(folder);
        KEPT.put("quarter", demonstration.quarter());
    }

    @TestFactory
    Stream<DynamicContainer> tasks() {
        return Person.all().stream()
                .map(person -> DynamicContainer.dynamicContainer(
                        person.login(),
                        person.tasks().stream()
                                .map(task -> DynamicTest.dynamicTest(task.task(), () -> walk(person, task)))));
    }

    /** Whoever has logged in does all that he came for: a call goes on from one task to the next. */
    private static Hand hand(String login) {
        return HANDS.computeIfAbsent(login, person -> {
            Hand hand = new Hand(demonstration.pages(), KEPT);
            hand.login(person);
            return hand;
        });
    }

    private static void walk(Person person, Task task) {
        Hand hand = hand(person.login());
        try (FaultSwitch faults = demonstration.faults()) {
            hand.begin();
            if (task.silent() != null) {
                faults.set(task.silent(), Fault.HTTP_500);
            }
            long began = System.nanoTime();
            try {
                hand.does(task, folder);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("It went no further at " + hand.where(), e);
            }
            ROWS.add("| %s | %s | %d | %d | %d | %d | %.1f |"
                    .formatted(
                            person.who(),
                            task.task(),
                            task.steps().size(),
                            task.clicks(),
                            task.keys(),
                            task.seconds(),
                            (System.nanoTime() - began) / 1e9));
        }
    }

    @AfterAll
    static void tell() throws IOException, InterruptedException {
        Files.createDirectories(TOLD.getParent());
        Files.write(
                TOLD,
                Stream.concat(
                                Stream.of(
                                        "| person | task | steps | clicks | keys | seconds of a practised hand | seconds of the pages |",
                                        "| --- | --- | --- | --- | --- | --- | --- |"),
                                ROWS.stream())
                        .toList());
        HANDS.values().forEach(Hand::close);
        if (demonstration != null) {
            demonstration.close();
        }
    }
}

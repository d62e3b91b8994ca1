package az.dost.vahid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever waits for a bell is told by somebody, and nobody tells what no one waits for. */
class BellsOfWorkTest {
    private static Set<String> named(String folder, String ending, String pattern) {
        Set<String> names = new TreeSet<>();
        Pattern wanted = Pattern.compile(pattern);
        Project.files(folder, ending)
                .forEach(file ->
                        wanted.matcher(Project.text(file)).results().forEach(found -> names.add(found.group(1))));
        return names;
    }

    private static Set<String> waits() {
        Set<String> waits = named("routes", ".camel.yaml", "scheduler[.]by: \"?([a-z-]+)");
        waits.addAll(named("src/gateway/main/java", ".java", "worthALook\\(\"([a-z-]+)\""));
        return waits;
    }

    @Test
    void each_bell_that_a_trigger_rings_wakes_a_route_or_has_somebody_look() {
        assertThat(waits()).containsAll(triggers());
    }

    @Test
    void each_bell_that_is_waited_for_is_rung() {
        Set<String> rung = new TreeSet<>(triggers());
        // By the gateway itself, and by the listener's look for times that have come.
        Stream.of("events", "follow", "rights", "spdci").forEach(rung::add);
        assertThat(rung).containsExactlyInAnyOrderElementsOf(waits());
    }

    private static Set<String> triggers() {
        return named("src/gateway/main/resources/db/migration", ".sql", "tell_of_work\\('([a-z-]+)'\\)");
    }
}

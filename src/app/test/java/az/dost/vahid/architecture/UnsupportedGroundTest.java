package az.dost.vahid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands on ground that its makers do not promise is the version that was read, by the table of decision 190. */
class UnsupportedGroundTest {
    private static final String DECISION = "src/docs/decisions/0190-unsupported-ground.md";
    private static final Pattern ROW = Pattern.compile("(?m)^[|] ([a-z-]+) [|] ([0-9.]+) [|] (.+) [|] (.+) [|]$");
    /** One class of each. */
    private static final Map<String, Class<?>> LIBRARIES = Map.of(
            "jslt", com.schibsted.spt.data.jslt.Parser.class,
            "jetty-server", org.eclipse.jetty.server.Server.class,
            "vertx-core", io.vertx.core.Vertx.class,
            "netty-common", io.netty.util.Version.class,
            "jqwik-api", net.jqwik.api.Property.class,
            "junit-platform-engine", org.junit.platform.engine.TestEngine.class);

    record Row(String library, String version, String readAgain, String heldBy) {}

    static List<Row> rows() {
        return ROW.matcher(Project.text(Path.of(DECISION)))
                .results()
                .map(row -> new Row(row.group(1), row.group(2), row.group(3), row.group(4)))
                .toList();
    }

    /** As the jar's file is called. */
    private static String version(String library) {
        Matcher jar = Pattern.compile(".*/" + library + "-([^/]+)[.]jar")
                .matcher(LIBRARIES
                        .get(library)
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath());
        assertThat(jar.matches()).as(library).isTrue();
        return jar.group(1);
    }

    @Test
    void each_of_them_has_a_row() {
        assertThat(rows()).extracting(Row::library).containsExactlyInAnyOrderElementsOf(LIBRARIES.keySet());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void it_has_not_moved(Row row) {
        assertThat(version(row.library) + ".")
                .as(
                        "%s has moved, and nobody promises that we may stand on it. Read %s again, run %s, then write the new"
                                + " version into %s",
                        row.library, row.readAgain, row.heldBy, DECISION)
                .startsWith(row.version + ".");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_is_to_be_read_and_run_is_there(Row row) {
        assertThat(Pattern.compile("`(\\w+)`")
                        .matcher(row.readAgain + row.heldBy)
                        .results())
                .allSatisfy(name -> assertThat(Project.files("src", "/" + name.group(1) + ".java"))
                        .as(name.group(1))
                        .isNotEmpty());
    }
}

package az.dost.vahid.edge.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("attack")
class NoObjectsTest {
    @Test
    void no_class_is_made_of_bytes_once_vahid_has_begun() throws Exception {
        NoObjects.filter();
        NoObjects.filter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ArrayList<>(List.of(1)));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThatThrownBy(in::readObject).isInstanceOf(InvalidClassException.class);
        }
    }

    /** Started in a Java of its own. */
    static final class Reads {
        public static void main(String[] args) throws Exception {
            NoObjects.filter();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(new ArrayList<>(List.of(1)));
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                System.out.println("made " + in.readObject());
            }
        }
    }

    private static String said(String filter) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djdk.serialFilter=" + filter,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reads.class.getName())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void java_may_have_been_told_the_same_already() throws Exception {
        assertThat(said("!*")).contains("InvalidClassException").doesNotContain("made");
    }

    @Test
    void another_filter_is_refused() throws Exception {
        assertThat(said("java.util.*")).contains("Remove -Djdk.serialFilter").doesNotContain("made");
    }

    @Test
    void both_jars_begin_with_it() throws Exception {
        for (String entry : List.of("app/main/java/az/dost/vahid/app/Start", "gateway/main/java/az/dost/vahid/Vahid")) {
            assertThat(Files.readString(Path.of("src/" + entry + ".java"))).contains("NoObjects.filter();");
        }
    }
}

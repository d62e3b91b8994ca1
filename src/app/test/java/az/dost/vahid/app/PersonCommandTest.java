package az.dost.vahid.app;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.signature.key.PersonHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PersonCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String input, String... arguments) throws IOException {
        Path key = Files.writeString(
                folder.resolve("person.key"), Base64.getEncoder().encodeToString(new byte[32]));
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            CommandLine command = new CommandLine(new PersonCommand())
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true));
            return command.execute(arguments.length > 0 ? arguments : new String[] {"--key", key.toString()});
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void fins_on_the_standard_input_become_the_hashes_that_the_gateway_computes() throws IOException {
        assertThat(run("1ABCDE2\n2ABCDE3\n")).isZero();
        assertThat(out.toString().lines())
                .containsExactly(new PersonHash(new byte[32]).of("1ABCDE2"), new PersonHash(new byte[32]).of("2ABCDE3"))
                .allMatch(line -> line.matches("[0-9a-f]{64}"));
    }

    @Test
    void a_line_that_is_no_fin_is_named_by_its_number_and_not_repeated() throws IOException {
        assertThat(run("1ABCDE2\n1abcde2\n")).isEqualTo(1);
        assertThat(err.toString()).contains("Line 2").doesNotContain("abcde");
    }

    @Test
    void a_store_that_does_not_open_is_told_without_a_trace() throws IOException {
        Path none = folder.resolve("gateway.p12");
        assertThat(run("1ABCDE2\n", "--store", none.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("gateway.p12").doesNotContain("Exception");
    }

    @Test
    void a_fin_is_no_argument() throws IOException {
        assertThat(run("", "1ABCDE2")).isEqualTo(2);
    }
}

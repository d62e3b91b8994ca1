package az.dost.vahid.answer;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.project.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The form of a FIN is written in one place. */
class FinTest {
    @Test
    void both_ways_to_ask_say_the_same() {
        for (char c = 0; c < 0x250; c++) {
            String fin = "1ABCDE" + c;
            assertThat(Fin.matches(fin))
                    .as("character " + (int) c)
                    .isEqualTo(Fin.FORM.matcher(fin).matches());
        }
        for (String text : List.of("", "1ABCDE", "1ABCDE22")) {
            assertThat(Fin.matches(text)).isFalse();
        }
    }

    @Test
    void nobody_else_writes_it() throws IOException {
        assertThat(Checkout.files("main/java", ".java").stream()
                        .filter(file -> text(file).contains("\"[0-9A-HJ-NP-Z]{7}\"")))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("Fin.java");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

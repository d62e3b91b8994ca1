package az.dost.vahid.journeys.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.fuzz.Fuzz;
import az.dost.vahid.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of subjects, mutilated: each row is a FIN or a fault, or the file is refused. */
class FuzzedSubjectsTest {
    private static final int TRIES = 2_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CSV|fin#1ABCDE2#\"5KM2X7Q\"##9QZ7TRX",
                "JSON_LINES|{\"fin\":\"1ABCDE2\"}#{\"fin\": \"5KM2X7Q\"}##{\"fin\":\"9QZ7TRX\"}"
            })
    void areReadOrRefused(FileForm form, String lines) {
        Fuzz.of(List.of(lines.replace('#', '\n').getBytes(StandardCharsets.UTF_8)), TRIES)
                .read(
                        input -> {
                            SubjectFile file = new SubjectFile(
                                    new ByteArrayInputStream(input),
                                    form,
                                    MessageDigest.getInstance("SHA-256"),
                                    100,
                                    10_000);
                            while (file.hasNext()) {
                                assertThat(file.next())
                                        .allSatisfy(row ->
                                                assertThat(row.fin() == null).isEqualTo(row.fault() != null));
                            }
                        },
                        ProblemException.class);
    }
}

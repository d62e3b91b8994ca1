package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An error of a sample says what leads on. */
class SampleAdviceTest {
    @TempDir
    private Path connectors;

    private List<String> errors(String mapping, String expectedError) throws IOException {
        Path folder = CarsFolder.write(connectors, mapping, "<valid>false</valid>");
        if (expectedError != null) {
            Files.delete(folder.resolve("samples/found/expected.json"));
            Files.writeString(folder.resolve("samples/found/expected-error.txt"), expectedError);
        }
        Remarks remarks = new Remarks();
        new SampleCheck(Kit.facts()).check(Kit.check().read(folder), remarks);
        return remarks.sorted().stream().map(Remark::toString).toList();
    }

    @Test
    void of_a_reply_that_names_nobody_it_says_what_a_mapping_gives() throws IOException {
        assertThat(errors("{\"subject\": .nobodys}", null))
                .singleElement()
                .asString()
                .contains("gives no FIN as subject", "it gives {\"nobody\": true}");
    }

    @Test
    void of_a_subject_that_is_no_fin_it_does_not() throws IOException {
        assertThat(errors("{\"subject\": \"a person\"}", null))
                .isNotEmpty()
                .noneMatch(error -> error.contains("nobody"));
    }

    @Test
    void of_a_mappings_own_refusal_it_says_what_the_file_may_have() throws IOException {
        String refusing = "if (.valid != \"true\") error(\"not valid\") else {\"subject\": .fin}";
        assertThat(errors(refusing, "not valid"))
                .singleElement()
                .asString()
                .contains("refuses the reply for another reason", "write error() here");
        assertThat(errors(refusing, "error()")).isEmpty();
    }
}

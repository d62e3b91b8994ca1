package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.kit.draft.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person's word about a place holds as long as the place is there and is used for that. */
class ConfirmedPlacesTest {
    @TempDir
    private Path connectors;

    private Path folder;

    @BeforeEach
    void cars() throws IOException {
        folder = connectors.resolve("cars");
        new Draft("cars", Path.of("src/kit/test/resources/kit/samples/cars.json"), null, false, Kit.facts())
                .write(folder);
    }

    private List<String> errors(String more) throws IOException {
        Files.writeString(folder.resolve("connector.yaml"), more, StandardOpenOption.APPEND);
        return Kit.check().check(List.of(folder), List.of(folder)).sorted().stream()
                .filter(remark -> remark.severity() == Severity.ERROR)
                .map(Remark::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "reply/pin, subject",
        "reply/responseTime, asOf",
        "reply/vehicles[]/licensePlate, vehicles.plate",
        "reply/vehicles[]/year, vehicles.year",
        "request/fin, fin",
        "request/requestId, requestId",
        "operation/any, operation"
    })
    void what_is_still_so_is_no_error(String place, String is) throws IOException {
        assertThat(errors("confirmed:\n  - {place: \"" + place + "\", is: " + is + ", by: A person}\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reply/vehicles[]/brand | vehicles.plate | the mapping does not take vehicles.plate from there",
                "reply/responseTime | subject | the mapping does not take subject from there",
                "reply/vehicles[]/colour | vehicles.make | neither the contract nor a sample has such a place",
                "request/pin | fin | request.json has no such place",
                "request/requestId | fin | request.json has no {fin} there",
                "answer/pin | subject | a place begins with request"
            })
    void what_is_no_longer_so_is_an_error_at_its_line(String place, String is, String words) throws IOException {
        long line = Files.readString(folder.resolve("connector.yaml")).lines().count() + 2;
        assertThat(errors("confirmed:\n  - {place: \"" + place.strip() + "\", is: " + is.strip() + "}\n"))
                .singleElement()
                .asString()
                .contains(
                        "connector.yaml:" + line + ":",
                        "confirmed that " + place.strip() + " is " + is.strip() + ", but " + words.strip());
    }

    @Test
    void a_guess_is_an_error_at_its_line_until_a_person_confirms_it() throws IOException {
        String guess = "  - {place: \"reply/pin\", is: subject, why: \"it is the first text\"}\n";
        long line = Files.readString(folder.resolve("connector.yaml")).lines().count() + 2;
        assertThat(errors("guessed:\n" + guess))
                .singleElement()
                .asString()
                .contains(
                        "connector.yaml:" + line + ":",
                        "guessed that reply/pin is subject (it is the first text)",
                        "move the line to confirmed");
        Path descriptor = folder.resolve("connector.yaml");
        Files.writeString(descriptor, Files.readString(descriptor).replace("guessed:", "confirmed:"));
        assertThat(errors("")).isEmpty();
    }
}

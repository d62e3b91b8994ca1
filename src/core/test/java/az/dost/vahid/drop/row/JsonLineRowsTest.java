package az.dost.vahid.drop.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineRowsTest {
    /** The row's hash is over these bytes: the agency must be able to make them of its own line. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "100.10",
                "0.30000000000000000000001",
                "12345678901234567890.5",
                "1.0",
                "0",
                "123456789012345678901234567890",
                "-7.250"
            })
    void a_number_keeps_every_digit_that_the_agency_wrote(String number) throws IOException {
        String line = "{\"fin\":\"1ABCDE2\",\"area\":" + number + "}";
        JsonLineRows rows = new JsonLineRows(
                new TextLines(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
        assertThat(new String(new RowJson().bytes(rows.next()), StandardCharsets.UTF_8))
                .isEqualTo(line);
    }
}

package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.definition.DefinitionReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

/** A service has a provider's address or is Vahid's own, and of its own there is what there is. */
class ServiceFileTest {
    private static final String START = "provider: AZ/GOV/some/system\ncode: some\nname: Some\nconsumers: []\n";
    private final DefinitionReader reader =
            new DefinitionReader(new FileSystemResource("contracts/exchange-service.schema.json"));

    private boolean right(String more) {
        return reader.read(new ByteArrayResource((START + more).getBytes(StandardCharsets.UTF_8)), "some.yaml")
                .findings()
                .isEmpty();
    }

    @Test
    void one_with_an_address_and_one_of_vahids_own_are_right() {
        assertThat(right("protocol: rest\nendpoint: somewhere\npath: /base\nmaxConcurrent: 4\n"))
                .isTrue();
        assertThat(right("protocol: rest\nown: dossiers\n")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "protocol: rest\n",
                "protocol: rest\nown: dossiers\nendpoint: somewhere\n",
                "protocol: soap\nown: dossiers\n",
                "protocol: rest\nown: events\n",
                "protocol: rest\nown: dossiers\nagency: somebody\n",
                "protocol: rest\nown: dossiers\npath: /base\n",
                "protocol: rest\nendpoint: somewhere\nmaxConcurrent: 0\n",
                "protocol: rest\nendpoint: somewhere\nratePerSecond: many\n"
            })
    void a_file_that_says_too_little_or_too_much_is_refused(String more) {
        assertThat(right(more)).isFalse();
    }
}

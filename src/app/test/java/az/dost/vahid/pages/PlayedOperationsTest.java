package az.dost.vahid.pages;

import az.dost.vahid.faces.OpenApi;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the played gateway answers operators is what the contract lets a gateway answer: no page is made for something
 * that never comes.
 */
class PlayedOperationsTest {
    static Stream<String> files() {
        return PlayedOperations.files().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void an_answer_is_as_its_contract_says(String file) {
        OpenApi.checkExample(PlayedOperations.files().get(file), "get", 200, PlayedOperations.read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trail", "trails"})
    void a_trail_is_as_its_contract_says(String file) {
        OpenApi.checkExample("/v1/operations/trails", "post", 200, PlayedOperations.read(file));
    }

    @Test
    void a_history_is_as_its_contract_says() {
        OpenApi.checkExample("/v1/operations/agencies/{id}/history", "get", 200, PlayedOperations.history(false));
    }
}

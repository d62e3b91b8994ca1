package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the lookup answers is known before it is sent, and so is its length. */
class AnswerLengthTest {
    /** The media types of a dossier in the contract. */
    static Stream<String> forms() throws Exception {
        JsonNode contract = new YAMLMapper()
                .readTree(Path.of("contracts/lookup.openapi.yaml").toFile());
        return contract.at("/components/responses/Dossier/content").properties().stream()
                .map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_dossier_tells_its_length(String form) {
        tells(Gateway.lookUp(form));
    }

    @Test
    void a_problem_tells_its_length() {
        HttpResponse<byte[]> problem = Gateway.lookUp("image/png");
        assertThat(problem.statusCode()).isEqualTo(406);
        tells(problem);
    }

    private static void tells(HttpResponse<byte[]> answer) {
        assertThat(answer.headers().allValues("Content-Length"))
                .isEqualTo(List.of(Integer.toString(answer.body().length)));
        assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();
    }
}

package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dossier is the same for ever, in every form, and only for the requester that had it assembled. */
class SameBytesTest {
    private static final List<String> FORMS = List.of("application/json", "application/jose", "application/xml");

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/jose", "application/xml"})
    void givesTheSameBytesAndSignatureAgain(String first) {
        HttpResponse<byte[]> answer = Gateway.lookUp(first);
        String id = Gateway.id(answer);
        HttpResponse<byte[]> again = Gateway.again(id, first, Gateway.BEARER);
        assertThat(again.body()).isEqualTo(answer.body());
        assertThat(again.headers().firstValue("Vahid-Signature"))
                .isEqualTo(answer.headers().firstValue("Vahid-Signature"));
        for (String form : FORMS) {
            byte[] once = Gateway.again(id, form, Gateway.BEARER).body();
            assertThat(Gateway.again(id, form, Gateway.BEARER).body())
                    .as("%s after %s", form, first)
                    .isEqualTo(once);
        }
    }

    @Test
    void tellsAnotherRequesterThatThereIsNone() throws Exception {
        String id = Gateway.id(Gateway.lookUp("application/json"));
        HttpResponse<byte[]> others = Gateway.again(id, "application/json", Gateway.OTHER_BEARER);
        HttpResponse<byte[]> unknown =
                Gateway.again(UUID.randomUUID().toString(), "application/json", Gateway.OTHER_BEARER);
        OpenApi.check("/v1/dossiers/{id}", "get", others);
        assertThat(code(others)).isEqualTo(code(unknown)).isEqualTo("DOSSIER_UNKNOWN");
        assertThat(others.statusCode()).isEqualTo(404);
    }

    private static String code(HttpResponse<byte[]> answer) throws Exception {
        JsonNode problem = Gateway.JSON.readTree(answer.body());
        return problem.path("code").asText();
    }
}

package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.linked.ForeignReader;
import az.dost.vahid.linked.LinkedForm;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue and where a dossier is from as linked data, by what a request accepts. */
class LinkedDataFacesTest {
    private static HttpResponse<byte[]> ask(String path, String accept) {
        return Gateway.send("GET", path, null, Map.of("Authorization", Gateway.BEARER, "Accept", accept));
    }

    private static Graph read(LinkedForm form, HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(form.mediaType());
        return ForeignReader.read(form, answer.body());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/catalogue, /v1/catalogue, JSON_LD",
        "/v1/catalogue, /v1/catalogue, TURTLE",
        "/v1/catalogue/services/{code}, /v1/catalogue/services/old-age-pension, JSON_LD",
        "/v1/catalogue/services/{code}, /v1/catalogue/services/old-age-pension, TURTLE"
    })
    void the_catalogue_is_held_to_its_profile_as_it_comes_and_is_sent_once(
            String template, String path, LinkedForm form) {
        HttpResponse<byte[]> answer = ask(path, form.mediaType());
        OpenApi.check(template, "get", answer);
        assertThat(ForeignReader.found(ForeignReader.shapes("cpsv-ap"), read(form, answer)))
                .isEmpty();
        assertThat(answer.headers().firstValue("Vary")).contains("Accept");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(Gateway.send(
                                "GET",
                                path,
                                null,
                                Map.of(
                                        "Authorization",
                                        Gateway.BEARER,
                                        "Accept",
                                        form.mediaType(),
                                        "If-None-Match",
                                        tag))
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/html, */*;q=0.8", "image/png", "no type"})
    void whoever_does_not_ask_for_linked_data_gets_json_as_before(String accept) {
        for (String path : new String[] {"/v1/catalogue", "/v1/catalogue/services/ccu-car"}) {
            HttpResponse<byte[]> answer = ask(path, accept);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(answer.headers().firstValue("Vary")).contains("Accept");
        }
    }

    @Test
    void a_service_that_there_is_not_is_not_found_in_any_form() {
        assertThat(ask("/v1/catalogue/services/none", "text/turtle").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(LinkedForm.class)
    void a_dossier_tells_where_it_is_from_and_nothing_of_the_citizen(LinkedForm form) throws Exception {
        HttpResponse<byte[]> dossier = Gateway.lookUp("application/json");
        String id = Gateway.id(dossier);
        HttpResponse<byte[]> answer = Gateway.again(id, form.mediaType(), Gateway.BEARER);
        OpenApi.check("/v1/dossiers/{id}", "get", answer);
        Graph graph = read(form, answer);
        assertThat(ForeignReader.found(ForeignReader.shapes("prov"), graph)).isEmpty();
        assertThat(answer.headers().firstValue("Vahid-Signature")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        var json = Gateway.JSON.readTree(dossier.body());
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(text).doesNotContain(json.at("/subject/fin").asText());
        assertThat(json.path("sources"))
                .isNotEmpty()
                .allSatisfy(row -> row.path("evidence")
                        .forEach(one -> assertThat(graph.contains(
                                        Node.ANY,
                                        Node.ANY,
                                        NodeFactory.createLiteralDT(
                                                one.path("digest").asText().replace("sha-256:", ""),
                                                XSDDatatype.XSDhexBinary)))
                                .as(row.path("agency").asText())
                                .isTrue()));
    }

    @ParameterizedTest
    @EnumSource(LinkedForm.class)
    @Tag("attack")
    void whoever_may_not_read_a_dossier_is_not_told_where_it_is_from(LinkedForm form) {
        String id = Gateway.id(Gateway.lookUp("application/json"));
        HttpResponse<byte[]> another = Gateway.again(id, form.mediaType(), Gateway.OTHER_BEARER);
        assertThat(another.statusCode()).isEqualTo(404);
        OpenApi.check("/v1/dossiers/{id}", "get", another);
        HttpResponse<byte[]> stranger = Gateway.again(id, form.mediaType(), "Bearer nobody");
        assertThat(stranger.statusCode()).isEqualTo(401);
        String citizen = "Bearer " + Portal.of(4_970).token();
        assertThat(Gateway.again(id, form.mediaType(), citizen).statusCode()).isIn(401, 403);
        assertThat(new String(another.body(), StandardCharsets.UTF_8)).doesNotContain("prov");
    }

    @ParameterizedTest
    @EnumSource(LinkedForm.class)
    @Tag("attack")
    void a_stranger_reads_no_catalogue_in_any_form(LinkedForm form) {
        for (String path : new String[] {"/v1/catalogue", "/v1/catalogue/services/ccu-car"}) {
            assertThat(Gateway.send("GET", path, null, Map.of("Accept", form.mediaType()))
                            .statusCode())
                    .isEqualTo(401);
        }
    }
}

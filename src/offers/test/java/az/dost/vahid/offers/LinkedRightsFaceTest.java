package az.dost.vahid.offers;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OpenApi;
import az.dost.vahid.faces.Portal;
import az.dost.vahid.linked.ForeignReader;
import az.dost.vahid.linked.LinkedForm;
import java.net.http.HttpResponse;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rights of a running gateway as linked data. */
class LinkedRightsFaceTest {
    private static final String RIGHTS = "/v1/rights";
    private static final int ALL = 11;
    private final RightsSystem system = RightsSystem.get();

    private HttpResponse<byte[]> ask(String bearer, String accept, String tag) {
        return system.send(
                "GET", RIGHTS, null, Map.of("Authorization", bearer, "Accept", accept, "If-None-Match", tag));
    }

    @ParameterizedTest
    @EnumSource(LinkedForm.class)
    void a_system_and_a_citizen_read_all_of_them_held_to_the_profile_and_each_once(LinkedForm form) {
        String citizen = "Bearer " + new Portal(system.mother().fin()).token();
        for (String bearer : new String[] {"Bearer demo-dost-centre-1", citizen}) {
            HttpResponse<byte[]> answer = ask(bearer, form.mediaType(), "\"other\"");
            assertThat(answer.statusCode()).isEqualTo(200);
            OpenApi.check(RIGHTS, "get", answer);
            assertThat(answer.headers().firstValue("Vary")).contains("Accept");
            Graph graph = ForeignReader.read(form, answer.body());
            assertThat(graph.find(Node.ANY, DCTerms.hasPart.asNode(), Node.ANY).toList())
                    .hasSize(ALL);
            assertThat(ForeignReader.found(ForeignReader.shapes("cpsv-ap"), graph))
                    .isEmpty();
            assertThat(ForeignReader.found(ForeignReader.shapes("cccev"), graph))
                    .isEmpty();
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(ask(bearer, form.mediaType(), tag).statusCode()).isEqualTo(304);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "no type"})
    void whoever_asks_for_no_form_gets_json_ld(String accept) {
        assertThat(ask("Bearer demo-dost-centre-1", accept, "\"other\"")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/ld+json");
    }

    @Test
    @Tag("attack")
    void a_stranger_reads_none_in_any_form() {
        for (LinkedForm form : LinkedForm.values()) {
            assertThat(ask("Bearer nobody", form.mediaType(), "\"other\"").statusCode())
                    .isEqualTo(401);
            assertThat(system.send("GET", RIGHTS, null, Map.of("Accept", form.mediaType()))
                            .statusCode())
                    .isEqualTo(401);
        }
    }
}

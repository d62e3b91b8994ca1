package az.dost.vahid.check.place;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentPlaceTest {
    private static JsonNode json(String text) throws IOException {
        return Json.mapper().readTree(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reply/person/ssn | {\"person\": {\"ssn\": \"A\"}} | A",
                "reply/car[]/plate | {\"car\": [{\"plate\": \"A\"}, {\"plate\": \"B\"}]} | AB",
                "reply/car[]/plate | {\"car\": {\"plate\": \"A\"}} | A",
                "reply/name[] | {\"name\": [\"A\", \"B\"]} | AB",
                "reply/a~1b/c~0d | {\"a/b\": {\"c~d\": \"A\"}} | A",
                "reply/person/@id | {\"person\": {\"@id\": \"A\"}} | A",
                "reply/person | {\"somebody\": \"A\"} | ''",
                "request | \"A\" | A"
            })
    void what_stands_at_a_place_is_found_alone_and_in_lists(String place, String document, String found)
            throws IOException {
        StringBuilder values = new StringBuilder();
        new DocumentPlace(place).in(json(document)).forEach(value -> values.append(value.asText()));
        assertThat(values.toString()).isEqualTo(found);
    }

    @Test
    void a_place_is_emptied_in_a_copy_in_each_element_of_a_list() throws IOException {
        JsonNode document =
                json("{\"car\": [{\"plate\": \"A\", \"make\": \"M\"}, {\"plate\": \"B\"}], \"fin\": \"F\"}");
        DocumentPlace place = new DocumentPlace("reply/car[]/plate");
        assertThat(place.without(document))
                .isEqualTo(json("{\"car\": [{\"plate\": null, \"make\": \"M\"}, {\"plate\": null}], \"fin\": \"F\"}"));
        assertThat(place.foreign(document)).isNotEqualTo(document);
        assertThat(document.at("/car/0/plate").asText()).isEqualTo("A");
    }

    @Test
    void what_a_mapping_gives_is_compared_field_by_field() throws IOException {
        JsonNode output = json(
                "{\"subject\": \"F\", \"facts\": {\"vehicles\": [{\"plate\": \"A\"}, {}], \"identity\": {\"surname\": \"S\"}}}");
        assertThat(DocumentPlace.given(output, "subject").asText()).isEqualTo("F");
        assertThat(DocumentPlace.given(output, "vehicles.plate").size()).isEqualTo(2);
        assertThat(DocumentPlace.given(output, "identity.surname"))
                .isNotEqualTo(DocumentPlace.given(json("{}"), "identity.surname"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Ask><person><fin>{fin}</fin></person></Ask> | request/person/fin",
                "{\"person\": {\"fin\": \"{fin}\"}} | request/person/fin",
                "kind=x&nin+code={fin} | request/nin code",
                "{fin} | request"
            })
    void a_request_of_each_form_has_its_places(String text, String place) {
        assertThat(new DocumentPlace(place).in(RequestTree.of(text).orElseThrow()))
                .anyMatch(value -> value.toString().contains("{fin}"));
    }

    @Test
    void what_is_no_request_has_no_tree() {
        assertThat(RequestTree.of("{\"person\": ")).isEmpty();
        assertThat(RequestTree.of("<Ask>")).isEmpty();
    }
}

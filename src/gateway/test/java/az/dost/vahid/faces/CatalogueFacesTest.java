package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.wordbook.AzerbaijaniOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue as a system, an official and a citizen read it. */
class CatalogueFacesTest {
    private static final String FACE = "catalogue";
    private static final Map<String, String> GIVEN =
            Map.of("{code}", "ccu-car", "{kind}", "problems", "{folder}", "services", "/{file}", "/ccu-car.yaml");

    private static HttpResponse<byte[]> ask(String path, String bearer, String... headers) {
        Map<String, String> all = new TreeMap<>(Map.of("Authorization", bearer));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return Gateway.send("GET", path, null, all);
    }

    private static JsonNode read(String path) throws IOException {
        HttpResponse<byte[]> answer = ask(path, Gateway.BEARER);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Gateway.JSON.readTree(answer.body());
    }

    static Stream<String> addresses() {
        return OpenApi.of(FACE).paths().properties().stream()
                .filter(path -> path.getValue().has("get"))
                .map(Map.Entry::getKey);
    }

    private static String filled(String template) {
        String path = template.equals("/v1/catalogue/contracts/{file}")
                ? "/v1/catalogue/contracts/lookup.openapi.yaml"
                : template;
        for (Map.Entry<String, String> part : GIVEN.entrySet()) {
            path = path.replace(part.getKey(), part.getValue());
        }
        return path;
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void answers_as_its_contract_says_to_a_system_and_to_a_citizen(String template) {
        for (String bearer :
                List.of(Gateway.BEARER, "Bearer " + Portal.of(4_970).token())) {
            HttpResponse<byte[]> answer = ask(filled(template), bearer);
            assertThat(answer.statusCode()).as(template).isEqualTo(200);
            OpenApi.check(template, "get", answer);
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void is_sent_once_to_whoever_shows_its_tag(String template) {
        HttpResponse<byte[]> first = ask(filled(template), Gateway.BEARER);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = ask(filled(template), Gateway.BEARER, "If-None-Match", "\"other\", " + tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(ask(filled(template), Gateway.BEARER, "If-None-Match", "\"other\"")
                        .body())
                .isEqualTo(first.body());
    }

    @Test
    void counts_say_what_is_published_and_what_is_not() throws IOException {
        JsonNode counts = read("/v1/catalogue");
        assertThat(counts.at("/published/0/services").asInt()).isEqualTo(160);
        assertThat(counts.at("/published/0/source").asText()).startsWith("https://");
        assertThat(counts.path("described").asInt()).isEqualTo(52);
        assertThat(counts.at("/byStatus/VERIFIED").asInt()).isZero();
        assertThat(counts.path("notPublished").asInt())
                .isEqualTo(160 - counts.at("/byStatus/NAMED").asInt());
        assertThat(counts.path("families")).hasSize(11);
        int listed = 0;
        for (JsonNode family : counts.path("families")) {
            listed += family.path("listed").asInt();
        }
        assertThat(listed).isEqualTo(counts.path("listed").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "text=elilliye%20gore%20EMEK, disability-pension",
        "text=%C6%8Flilliy%C9%99%20g%C3%B6r%C9%99%20%C9%99m%C9%99k, disability-pension",
        "text=street%20martyr, ccu-street-naming",
        "text=ccu-car, ccu-car",
        "channel=HOME, home-care",
        "audience=FOREIGNERS&family=employment, unemployed-registration",
        "text=isaxtaran, unemployed-registration",
        "status=NAMED&family=targeted-social-assistance, targeted-social-assistance"
    })
    void a_service_is_found_in_either_language_and_with_other_letters(String query, String code) throws IOException {
        assertThat(read("/v1/catalogue/services?" + query).path("services"))
                .extracting(service -> service.path("code").asText())
                .first()
                .isEqualTo(code);
    }

    private static JsonNode search(String body) throws IOException {
        HttpResponse<byte[]> answer = Gateway.send(
                "POST",
                "/v1/catalogue/search",
                body,
                Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
        assertThat(answer.statusCode()).isEqualTo(200);
        OpenApi.check("/v1/catalogue/search", "post", answer);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return Gateway.JSON.readTree(answer.body());
    }

    @ParameterizedTest
    @CsvFileSource(
            files = {
                "src/gateway/test/resources/search/searches.csv",
                "src/gateway/test/resources/search/ministry-words.csv"
            },
            useHeadersInDisplayName = true)
    void words_in_a_body_find_what_they_find_in_an_address(String text, String said, String first) throws IOException {
        JsonNode found =
                search(Gateway.JSON.createObjectNode().put("text", text).toString());
        assertThat(found.at("/services/0/code").asText()).isIn((Object[]) first.split(" "));
        assertThat(read("/v1/catalogue/services?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
                .isEqualTo(found);
    }

    @Test
    void a_search_may_be_narrowed_and_sorted_and_says_what_looks_like_words_that_nobody_has() throws IOException {
        assertThat(search("{\"text\":\"pensiya\",\"family\":\"certificates\"}").path("services"))
                .extracting(service -> service.path("code").asText())
                .containsExactly("pension-amount-certificate");
        assertThat(search("{\"text\":\"pensiya\",\"sort\":\"CODE\"}").path("services"))
                .extracting(service -> service.path("code").asText())
                .isSorted()
                .hasSizeGreaterThan(3);
        assertThat(search("{\"text\":\"pnsyia\"}")).hasToString("{\"services\":[],\"near\":[{\"az\":\"pensiya\"}]}");
    }

    @Test
    void services_stand_in_the_order_that_was_asked_for() throws IOException {
        List<String> names = read("/v1/catalogue/services?sort=AZ&family=pensions-and-benefits")
                .path("services")
                .findValuesAsText("az");
        assertThat(names).isNotEmpty().isSortedAccordingTo(AzerbaijaniOrder.comparator());
        assertThat(read("/v1/catalogue/services").path("services"))
                .extracting(service -> service.path("code").asText())
                .isSorted()
                .hasSize(62);
    }

    @Test
    void what_nobody_has_found_is_found_empty() throws IOException {
        assertThat(read("/v1/catalogue/services?text=xxyyzz").path("services")).isEmpty();
    }

    @Test
    void a_service_tells_its_passport_and_what_is_not_published_is_not_there() throws IOException {
        JsonNode service = read("/v1/catalogue/services/targeted-social-assistance");
        assertThat(service.path("steps")).hasSize(5);
        assertThat(service.path("papers"))
                .hasSize(12)
                .allMatch(paper -> paper.path("replacement").asText().equals("REPLACED"));
        assertThat(service.at("/named/source").asText()).startsWith("https://dost.gov.az/");
        assertThat(service.has("officialId")).isFalse();
        assertThat(service.path("refusalGrounds")).hasSize(7);
        assertThat(service.has("automation")).isFalse();
    }

    @Test
    void a_service_that_is_only_named_has_no_papers_and_a_name_in_the_language_of_its_source() throws IOException {
        JsonNode service = read("/v1/catalogue/services/labour-law-courses");
        assertThat(service.path("title"))
                .hasToString("{\"en\":\"Organize training courses on labor and social legislation\"}");
        assertThat(service.has("papers")).isFalse();
        JsonNode manual = read("/v1/catalogue/services/labour-law-courses/manual");
        assertThat(manual.path("sections"))
                .filteredOn(section -> section.path("id").asText().startsWith("PAPERS_"))
                .hasSize(2)
                .noneMatch(section -> section.has("lines"));
    }

    @Test
    void a_manual_has_every_section_in_both_languages() throws IOException {
        JsonNode manual = read("/v1/catalogue/services/old-age-pension/manual");
        assertThat(manual.path("sections"))
                .hasSize(21)
                .allMatch(section -> section.at("/title/az").asText().length() > 2
                        && section.at("/title/en").asText().length() > 2);
        assertThat(section(manual, "FEE").path("lines"))
                .hasToString("[{\"az\":\"Ödənişsiz\",\"en\":\"Free of charge\"}]");
        assertThat(section(manual, "FEE").path("sources"))
                .singleElement()
                .extracting(one -> one.path("source").asText())
                .asString()
                .startsWith("https://asan.gov.az/");
        assertThat(section(manual, "STEPS").path("sources"))
                .extracting(one -> one.path("dated").asText())
                .containsExactly("2025-07", "2022-01-21");
        assertThat(section(manual, "DECIDED_IN").path("lines"))
                .hasToString("[{\"az\":\"Təqvim günü: 10\",\"en\":\"Calendar days: 10\"}]");
        assertThat(section(manual, "SYSTEMS").has("lines")).isFalse();
        assertThat(section(manual, "PAPERS_REPLACED").path("lines")).isNotEmpty();
    }

    private static JsonNode section(JsonNode manual, String id) {
        for (JsonNode section : manual.path("sections")) {
            if (section.path("id").asText().equals(id)) {
                return section;
            }
        }
        throw new AssertionError("no section " + id);
    }

    @Test
    void papers_that_no_register_replaces_come_first_and_the_others_name_their_register() throws IOException {
        JsonNode papers = read("/v1/catalogue/papers").path("papers");
        assertThat(papers.path(0).path("id").asText()).isEqualTo("bank-details");
        assertThat(papers.path(0).has("fact")).isFalse();
        assertThat(read("/v1/catalogue/papers?replacement=REPLACED").path("papers"))
                .isNotEmpty()
                .allMatch(paper -> paper.has("register")
                        && paper.path("agencies")
                                .toString()
                                .contains(paper.path("register").asText()));
    }

    @Test
    void each_agency_tells_the_version_of_its_connector() throws IOException {
        assertThat(read("/v1/catalogue/agencies").path("agencies"))
                .hasSizeGreaterThanOrEqualTo(20)
                .allMatch(agency -> agency.path("version").asText().startsWith("sha-256:"));
    }

    static Stream<Path> contracts() throws IOException {
        return Files.walk(Path.of("contracts")).filter(Files::isRegularFile);
    }

    @Test
    void each_openapi_contract_is_served_in_one_file_too() throws IOException {
        for (Path file : contracts()
                .filter(contract -> contract.toString().endsWith(".openapi.yaml"))
                .toList()) {
            String name = file.getFileName().toString();
            JsonNode bundle = read("/v1/catalogue/contracts/bundled/" + name.replace(".yaml", ".json"));
            assertThat(bundle.path("openapi").asText()).as(name).isEqualTo("3.1.0");
        }
    }

    @Test
    void every_contract_is_served_as_it_is() throws IOException {
        List<Path> files = contracts().toList();
        List<JsonNode> listed = read("/v1/catalogue/contracts")
                .path("contracts")
                .valueStream()
                .filter(contract -> !contract.path("path").asText().startsWith("bundled/"))
                .toList();
        assertThat(listed)
                .extracting(contract -> contract.path("path").asText())
                .containsExactlyInAnyOrderElementsOf(files.stream()
                        .map(file -> Path.of("contracts").relativize(file).toString())
                        .toList());
        for (JsonNode contract : listed) {
            HttpResponse<byte[]> answer =
                    ask("/v1/catalogue/contracts/" + contract.path("path").asText(), Gateway.BEARER);
            assertThat(answer.body())
                    .isEqualTo(Files.readAllBytes(
                            Path.of("contracts", contract.path("path").asText())))
                    .hasSize(contract.path("bytes").asInt());
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains(contract.path("type").asText());
            assertThat(answer.headers().firstValue("ETag"))
                    .contains('"' + contract.path("sha256").asText() + '"');
        }
    }

    @Test
    void every_type_of_event_has_its_schema() throws IOException {
        JsonNode types = Gateway.JSON
                .readTree(Path.of("contracts/event.schema.json").toFile())
                .at("/properties/type/enum");
        assertThat(read("/v1/catalogue/events").path("events"))
                .hasSize(types.size())
                .allMatch(event -> event.path("schema").has("properties"));
    }
}

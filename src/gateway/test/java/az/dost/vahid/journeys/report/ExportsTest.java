package az.dost.vahid.journeys.report;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.report.export.DcatCatalogue;
import az.dost.vahid.journeys.report.export.JsonStat;
import az.dost.vahid.journeys.report.export.ReportLabels;
import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.function.SingletonSupplier;

/**
 * JSON-stat by json-stat.org/full (2.0), DCAT-AP by its application profile (3.0): what each of them demands, of a
 * report and of open data.
 */
class ExportsTest {
    private static final ReportPeriod PERIOD = ReportPeriod.month(YearMonth.of(2026, 3));
    private static final JsonStat JSON_STAT = new JsonStat(new ReportLabels(
            SingletonSupplier.of(Wordbook::builtIn),
            code -> code.equals("home-care") ? Optional.of(new Word("Evdə qulluq", "Home care")) : Optional.empty()));

    @TempDir
    private Path folder;

    private static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** What the format's specification says of a dataset. */
    private static void dataset(JsonNode dataset) {
        assertThat(dataset.has("version")).as("the whole file says it").isFalse();
        assertThat(dataset.path("class").asText()).isEqualTo("dataset");
        assertThat(dataset.path("label").isTextual()).isTrue();
        assertThat(Instant.parse(dataset.path("updated").asText())).isNotNull();
        List<JsonNode> ids = items(dataset.path("id"));
        assertThat(ids).hasSameSizeAs(items(dataset.path("size"))).doesNotHaveDuplicates();
        int cells = 1;
        for (int i = 0; i < ids.size(); i++) {
            JsonNode category =
                    dataset.path("dimension").path(ids.get(i).asText()).path("category");
            List<JsonNode> index = items(category.path("index"));
            assertThat(index)
                    .as("categories of %s", ids.get(i))
                    .hasSize(dataset.path("size").get(i).asInt())
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
            Set<String> codes = new HashSet<>();
            index.forEach(code -> codes.add(code.asText()));
            for (String about : List.of("label", "unit")) {
                category.path(about)
                        .fieldNames()
                        .forEachRemaining(code -> assertThat(codes).contains(code));
            }
            cells *= index.size();
        }
        assertThat(dataset.path("dimension").size()).isEqualTo(ids.size());
        assertThat(dataset.path("value")).hasSize(cells).allMatch(value -> value.isNumber() || value.isNull());
        int all = cells;
        dataset.path("status").properties().forEach(each -> {
            assertThat(Integer.parseInt(each.getKey())).isBetween(0, all - 1);
            assertThat(each.getValue().asText()).isIn("c", "z");
            assertThat(dataset.path("value")
                            .get(Integer.parseInt(each.getKey()))
                            .isNull())
                    .isTrue();
        });
        assertThat(items(dataset.path("value")).stream()
                        .filter(JsonNode::isNull)
                        .count())
                .isEqualTo(dataset.path("status").size());
        for (String role : List.of("time", "metric", "geo")) {
            items(dataset.path("role").path(role)).forEach(id -> assertThat(ids).contains(id));
        }
    }

    @Test
    void a_report_in_json_stat_has_each_number_in_its_place_and_no_number_where_it_is_hidden() throws Exception {
        try (TestReports reports = new TestReports(folder)) {
            reports.cases(TestReports.within(PERIOD.first()), "home-care", "north", 40);
            reports.cases(TestReports.within(PERIOD.first()), "ccu-car", "north", 3);
            reports.job(PERIOD.closesAt()).run();
            JsonNode report = reports.report(PERIOD, 1);
            ObjectNode collection = JSON_STAT.collection(report, items(report.path("tables")));
            assertThat(collection.path("version").asText()).isEqualTo("2.0");
            assertThat(collection.path("class").asText()).isEqualTo("collection");
            List<JsonNode> datasets = items(collection.at("/link/item"));
            assertThat(datasets).hasSameSizeAs(report.path("tables")).allSatisfy(ExportsTest::dataset);
            assertThat(collection.has("note")).isFalse();
            ObjectNode computed = JSON_STAT.collection(
                    ((ObjectNode) report.deepCopy()).put("computed", true), items(report.path("tables")));
            assertThat(computed.at("/note/0").asText()).endsWith("The figures are computed and tell of nobody");
            assertThat(items(computed.at("/link/item"))).allMatch(one -> one.has("note"));
            JsonNode services = datasets.stream()
                    .filter(one -> one.at("/extension/table").asText().equals("BY_SERVICE"))
                    .findFirst()
                    .orElseThrow();
            List<String> rows = new ArrayList<>();
            services.at("/dimension/row/category/index").forEach(row -> rows.add(row.asText()));
            List<String> figures = new ArrayList<>();
            services.at("/dimension/figure/category/index").forEach(figure -> figures.add(figure.asText()));
            for (String row : rows) {
                for (String figure : figures) {
                    JsonNode value =
                            services.path("value").get(rows.indexOf(row) * figures.size() + figures.indexOf(figure));
                    JsonNode cell = TestReports.cell(report, "BY_SERVICE", row, figure);
                    assertThat(value.isNull() ? "none" : value.asText())
                            .as(row + " " + figure)
                            .isEqualTo(cell.isNumber() ? cell.asText() : "none");
                }
            }
            assertThat(services.at("/dimension/row/category/label/home-care").asText())
                    .isEqualTo("Evdə qulluq / Home care");
            assertThat(services.path("status").toString()).contains("\"c\"");
        }
    }

    private static void inBothLanguages(JsonNode text) {
        assertThat(text.path("az").asText()).isNotBlank();
        assertThat(text.path("en").asText()).isNotBlank();
    }

    private static void address(JsonNode link) {
        assertThat(URI.create(link.asText()).isAbsolute()).as(link.asText()).isTrue();
    }

    /**
     * Each term of JSON-LD has a name space of its context, and the mandatory and recommended properties of each class
     * are there.
     */
    @Test
    void the_catalogue_of_open_data_has_what_dcat_ap_demands() {
        JsonNode catalogue = new DcatCatalogue(
                        "https://vahid.example.az", "https://creativecommons.org/licenses/by/4.0/")
                .of(List.of(
                        new DcatCatalogue.Dataset(
                                "2026-03",
                                LocalDate.of(2026, 3, 1),
                                LocalDate.of(2026, 3, 31),
                                Instant.parse("2026-04-02T20:00:00Z"),
                                1),
                        new DcatCatalogue.Dataset(
                                "2026-Q1",
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 3, 31),
                                Instant.parse("2026-04-02T20:01:00Z"),
                                2)));
        terms(catalogue, catalogue.path("@context"), "@context");
        assertThat(catalogue.path("@type").asText()).isEqualTo("dcat:Catalog");
        inBothLanguages(catalogue.path("title"));
        inBothLanguages(catalogue.path("description"));
        agent(catalogue.path("publisher"));
        assertThat(catalogue.path("dataset")).hasSize(2).allSatisfy(dataset -> {
            assertThat(dataset.path("@type").asText()).isEqualTo("dcat:Dataset");
            address(dataset.path("@id"));
            inBothLanguages(dataset.path("title"));
            inBothLanguages(dataset.path("description"));
            agent(dataset.path("publisher"));
            List.of("theme", "spatial", "accrualPeriodicity").forEach(link -> address(dataset.path(link)));
            assertThat(LocalDate.parse(dataset.at("/temporal/startDate").asText()))
                    .isBefore(LocalDate.parse(dataset.at("/temporal/endDate").asText()));
            assertThat(dataset.path("distribution")).hasSize(3).allSatisfy(distribution -> {
                assertThat(distribution.path("@type").asText()).isEqualTo("dcat:Distribution");
                List.of("accessURL", "downloadURL", "format", "license", "mediaType")
                        .forEach(link -> address(distribution.path(link)));
            });
        });
        assertThat(catalogue.at("/dataset/1/accrualPeriodicity").asText()).endsWith("/QUARTERLY");
    }

    private static void agent(JsonNode agent) {
        assertThat(agent.path("@type").asText()).isEqualTo("foaf:Agent");
        inBothLanguages(agent.path("name"));
    }

    private static void terms(JsonNode node, JsonNode context, String parent) {
        boolean texts = context.path(parent).path("@container").asText().equals("@language");
        node.properties().forEach(member -> {
            if (member.getKey().equals("@context")) {
                return;
            }
            if (!member.getKey().startsWith("@") && !texts) {
                JsonNode term = context.path(member.getKey());
                String name = term.isObject() ? term.path("@id").asText() : term.asText();
                assertThat(name).as(member.getKey()).contains(":");
                assertThat(context.path(name.substring(0, name.indexOf(':'))).asText())
                        .as(name)
                        .startsWith("http://");
            }
            terms(member.getValue(), context, member.getKey());
        });
        for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
            terms(item, context, parent);
        }
    }

    @Test
    void a_licence_that_nobody_has_said_is_not_claimed() {
        assertThat(new DcatCatalogue("https://vahid.example.az", "")
                        .of(List.of(new DcatCatalogue.Dataset(
                                "2026-03",
                                LocalDate.of(2026, 3, 1),
                                LocalDate.of(2026, 3, 31),
                                Instant.parse("2026-04-02T20:00:00Z"),
                                1)))
                        .at("/dataset/0/distribution/0")
                        .has("license"))
                .isFalse();
    }
}

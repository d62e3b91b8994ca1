package az.dost.vahid.journeys.report.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The catalogue of open data by DCAT-AP 3.0 in JSON-LD 1.1: a dataset for each closed period, with a distribution for
 * each form.
 */
public final class DcatCatalogue {
    private static final String PATH = "/v1/statistics/open-data";
    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final String PUBLISHER = "urn:az:dost";
    private static final double JSON_LD = 1.1;
    private final String address;
    private final String licence;

    /** A closed period, by its newest version. */
    public record Dataset(String period, LocalDate from, LocalDate to, Instant closedAt, int version) {}

    /**
     * @param address where outsiders reach the gateway, without a slash at its end
     * @param licence address of the open data's licence; blank where DOST has not said one
     */
    public DcatCatalogue(String address, String licence) {
        this.address = address;
        this.licence = licence;
    }

    public ObjectNode of(List<Dataset> datasets) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        context(json.putObject("@context"));
        json.put("@id", address + PATH).put("@type", "dcat:Catalog");
        texts(json.putObject("title"), "Vahid: açıq məlumatlar", "Vahid: open data");
        texts(
                json.putObject("description"),
                "DOST xidmətləri üzrə aylıq və rüblük göstəricilər. Kiçik rəqəmlər gizlədilir, qalanları 5-ə yuvarlaqlaşdırılır.",
                "Figures of DOST's services by month and quarter. Small counts are hidden, all others are rounded to 5.");
        publisher(json);
        json.putArray("language").add(EU + "language/AZE").add(EU + "language/ENG");
        json.put("homepage", address + PATH).put("themeTaxonomy", LinkedThings.THEMES);
        datasets.stream()
                .map(Dataset::closedAt)
                .max(Comparator.naturalOrder())
                .ifPresent(last -> json.put("modified", last.toString()));
        if (!licence.isBlank()) {
            json.put("license", licence);
        }
        ArrayNode all = json.putArray("dataset");
        datasets.forEach(dataset -> all.add(dataset(dataset)));
        json.set("@included", LinkedThings.of(json));
        return json;
    }

    private static void context(ObjectNode context) {
        context.put("@version", JSON_LD)
                .put("dcat", "http://www.w3.org/ns/dcat#")
                .put("dct", "http://purl.org/dc/terms/")
                .put("foaf", "http://xmlns.com/foaf/0.1/")
                .put("xsd", "http://www.w3.org/2001/XMLSchema#")
                .put("skos", "http://www.w3.org/2004/02/skos/core#");
        context.putObject("title").put("@id", "dct:title").put("@container", "@language");
        context.putObject("description").put("@id", "dct:description").put("@container", "@language");
        context.putObject("prefLabel").put("@id", "skos:prefLabel").put("@container", "@language");
        context.putObject("name").put("@id", "foaf:name").put("@container", "@language");
        context.put("publisher", "dct:publisher")
                .put("identifier", "dct:identifier")
                .put("temporal", "dct:temporal")
                .put("versionNumber", "dcat:version");
        for (String link : List.of(
                "dct:language",
                "dct:spatial",
                "dct:accrualPeriodicity",
                "dct:format",
                "dct:license",
                "foaf:homepage",
                "dcat:theme",
                "dcat:themeTaxonomy",
                "dcat:dataset",
                "dcat:distribution",
                "dcat:accessURL",
                "dcat:downloadURL",
                "dcat:mediaType")) {
            context.putObject(link.substring(link.indexOf(':') + 1))
                    .put("@id", link)
                    .put("@type", "@id");
        }
        context.putObject("keyword").put("@id", "dcat:keyword").put("@container", "@language");
        context.putObject("startDate").put("@id", "dcat:startDate").put("@type", "xsd:date");
        context.putObject("endDate").put("@id", "dcat:endDate").put("@type", "xsd:date");
        for (String time : List.of("issued", "modified")) {
            context.putObject(time).put("@id", "dct:" + time).put("@type", "xsd:dateTime");
        }
    }

    private ObjectNode dataset(Dataset dataset) {
        boolean quarter = dataset.period().contains("Q");
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("@id", address + PATH + "/" + dataset.period())
                .put("@type", "dcat:Dataset")
                .put("identifier", dataset.period());
        texts(
                json.putObject("title"),
                "DOST xidmətlərinin göstəriciləri, " + dataset.period(),
                "Figures of DOST's services, " + dataset.period());
        texts(
                json.putObject("description"),
                "Xidmət, kanal, sənəd, qurum, cins və yaş üzrə işlərin sayı; 10-dan az olan rəqəmlər gizlədilib, qalanları 5-ə yuvarlaqlaşdırılıb.",
                "Cases by service, channel, paper, agency, sex and age; counts below 10 are hidden, all others are rounded to 5.");
        publisher(json);
        json.put("theme", LinkedThings.SOCIETY)
                .put("spatial", EU + "country/AZE")
                .put("accrualPeriodicity", EU + "frequency/" + (quarter ? "QUARTERLY" : "MONTHLY"))
                .put("versionNumber", String.valueOf(dataset.version()))
                .put("issued", dataset.closedAt().toString());
        ObjectNode keywords = json.putObject("keyword");
        keywords.putArray("az").add("DOST").add("sosial xidmətlər");
        keywords.putArray("en").add("DOST").add("social services");
        json.putObject("temporal")
                .put("@type", "dct:PeriodOfTime")
                .put("startDate", dataset.from().toString())
                .put("endDate", dataset.to().toString());
        ArrayNode distributions = json.putArray("distribution");
        for (ExportForm form : ExportForm.values()) {
            distributions.add(distribution(dataset, form));
        }
        return json;
    }

    private ObjectNode distribution(Dataset dataset, ExportForm form) {
        String file = address + PATH + "/" + dataset.period() + "?form=" + form;
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("@id", file + "#distribution")
                .put("@type", "dcat:Distribution")
                .put("accessURL", file)
                .put("downloadURL", file)
                .put("format", EU + "file-type/" + (form == ExportForm.CSV ? "CSV" : "JSON"))
                .put(
                        "mediaType",
                        "https://www.iana.org/assignments/media-types/"
                                + (form == ExportForm.CSV ? "text/csv" : "application/json"));
        texts(
                json.putObject("title"),
                form == ExportForm.JSON_STAT ? "JSON-stat 2.0" : form.name(),
                form == ExportForm.JSON_STAT ? "JSON-stat 2.0" : form.name());
        if (!licence.isBlank()) {
            json.put("license", licence);
        }
        return json;
    }

    private static void publisher(ObjectNode json) {
        ObjectNode publisher = json.putObject("publisher").put("@id", PUBLISHER).put("@type", "foaf:Agent");
        texts(
                publisher.putObject("name"),
                "Dayanıqlı və Operativ Sosial Təminat Agentliyi (DOST)",
                "Agency of Sustainable and Operative Social Provision (DOST)");
    }

    private static void texts(ObjectNode texts, String az, String en) {
        texts.put("az", az).put("en", en);
    }
}

package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.linked.Graph;
import az.dost.vahid.linked.LinkedWords;
import az.dost.vahid.passport.Passport.PaperDocument;
import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Services by CPSV-AP 3.2.0, and their papers by CCCEV 2.1.0. What is not published of a service is not said. Only a
 * description must be there: without steps it tells how many papers the service asks for.
 */
final class LinkedServices {
    private static final String MANAT = "http://publications.europa.eu/resource/authority/currency/AZN";
    private static final String IDENTIFIER = "dct:identifier";
    private static final String TITLE = "dct:title";
    private final String address;
    private final Wordbook words;
    private final Function<String, Word> agencies;

    /**
     * @param address where outsiders reach the gateway, without a slash at its end; empty for relative addresses
     * @param agencies by their ids, what people call them
     */
    LinkedServices(String address, Wordbook words, Function<String, Word> agencies) {
        this.address = address;
        this.words = words;
        this.agencies = agencies;
    }

    /** The catalogue with all of them. */
    Graph catalogue(List<CatalogueService> services) {
        Story story = new Story();
        Graph.Thing catalogue = story.catalogue();
        services.forEach(service -> catalogue.link("dct:hasPart", story.tell(service)));
        return story.graph;
    }

    Graph one(CatalogueService service) {
        Story story = new Story();
        story.tell(service);
        return story.graph;
    }

    /** Of one graph. */
    private final class Story {
        private final Graph graph = new Graph();
        private final LinkedWords common = new LinkedWords(graph, address, words);

        Graph.Thing catalogue() {
            return graph.thing(address + "/v1/catalogue")
                    .is("dcat:Dataset")
                    .plain(IDENTIFIER, "catalogue")
                    .texts(TITLE, "Vahid: xidmətlərin kataloqu", "Vahid: catalogue of services")
                    .texts(
                            "dct:description",
                            "DOST xidmətləri, onların sənədləri və sənədləri əvəz edən reyestrlər. Dərc"
                                    + " edilməyən məlumat göstərilmir.",
                            "DOST's services, their papers, and the registers that replace papers. What"
                                    + " is not published is left out.")
                    .link("dct:publisher", common.dost());
        }

        Graph.Thing tell(CatalogueService service) {
            Graph.Thing thing = graph.thing(address + "/v1/catalogue/services/" + service.code())
                    .is("cpsv:PublicService")
                    .plain(IDENTIFIER, service.code())
                    .text(TITLE, "az", service.title().path("az").textValue())
                    .text(TITLE, "en", service.title().path("en").textValue())
                    .link("dct:isPartOf", catalogue())
                    .link("cv:isClassifiedBy", common.value("passport.family", service.family()))
                    .link(
                            "adms:status",
                            common.value(
                                    "catalogue.services.status",
                                    service.listed().status()));
            if (service.officialId() != null) {
                thing.plain("skos:notation", service.officialId());
            }
            thing.link("cv:hasCompetentAuthority", authority(service, thing));
            service.audience().forEach(person -> thing.link("dct:audience", common.value("passport.person", person)));
            service.channels().forEach(channel -> thing.link("cv:hasChannel", channel(service, thing, channel)));
            describe(service, thing);
            if (service.passport() != null) {
                thing.link("cv:hasLegalResource", common.law(service.passport().legalBasis()));
                service.papers().forEach(paper -> paper(service, thing, paper));
                published(service, thing);
            }
            return thing;
        }

        /** Who is answerable for it where that is published, and otherwise DOST, whose service it is. */
        private Graph.Thing authority(CatalogueService service, Graph.Thing thing) {
            JsonNode executor = service.description().path("executor");
            return executor.isMissingNode()
                    ? common.dost()
                    : common.authority(
                            thing.address() + "#executor",
                            service.code() + "/executor",
                            executor.path("az").textValue(),
                            executor.path("en").textValue());
        }

        private Graph.Thing channel(CatalogueService service, Graph.Thing thing, String channel) {
            return graph.thing(thing.address() + "#channel-" + channel)
                    .is("cv:Channel")
                    .plain(IDENTIFIER, service.code() + "/" + channel)
                    .link("dct:type", common.value("passport.channel", channel))
                    .link("cv:ownedBy", common.dost());
        }

        private void describe(CatalogueService service, Graph.Thing thing) {
            JsonNode steps = service.description().path("steps");
            List<PaperDocument> papers = service.papers();
            long replaced = papers.stream()
                    .filter(paper -> PaperReplacement.of(paper) == PaperReplacement.REPLACED)
                    .count();
            if (service.passport() == null) {
                thing.texts(
                        "dct:description",
                        "Xidmətin adı dərc edilib, sənədləri dərc edilməyib.",
                        "The name of the service is published, its papers are not.");
            } else if (steps.isEmpty()) {
                thing.texts(
                        "dct:description",
                        "Tələb olunan sənədlərin sayı: " + papers.size() + ", reyestrlərin əvəz etdiyi: " + replaced
                                + ".",
                        "Papers that are asked for: " + papers.size() + ", of which registers replace " + replaced
                                + ".");
            } else {
                thing.texts("dct:description", sentences(steps, "az"), sentences(steps, "en"));
            }
        }

        private String sentences(JsonNode texts, String language) {
            return String.join(
                            ". ",
                            StreamSupport.stream(texts.spliterator(), false)
                                    .map(text -> text.path(language).asText())
                                    .toList())
                    + ".";
        }

        /** A paper is an input, and a requirement: by a register's record with these fields, or by the paper itself. */
        private void paper(CatalogueService service, Graph.Thing thing, PaperDocument paper) {
            String at = address + "/v1/catalogue/papers#" + paper.id();
            Graph.Thing type = graph.thing(at)
                    .is("cv:EvidenceType")
                    .plain(IDENTIFIER, paper.id())
                    .texts(TITLE, paper.title().az(), paper.title().en())
                    .link(
                            "cv:evidenceTypeClassification",
                            common.value(
                                    "catalogue.Replacement",
                                    PaperReplacement.of(paper).name()));
            Graph.Thing list = graph.thing(at + "-alone")
                    .is("cv:EvidenceTypeList")
                    .plain(IDENTIFIER, paper.id() + "/alone")
                    .link("cv:specifiesEvidenceType", type);
            Graph.Thing requirement = graph.thing(thing.address() + "#paper-" + paper.id())
                    .is("cv:InformationRequirement", "cv:Requirement")
                    .plain(IDENTIFIER, service.code() + "/" + paper.id())
                    .texts(TITLE, paper.title().az(), paper.title().en())
                    .link("cv:hasEvidenceTypeList", list);
            if (paper.fact() != null) {
                Word authority = agencies.apply(paper.register());
                type.link("dct:creator", common.agency(paper.register(), authority.az(), authority.en()));
                Stream.concat(paper.certifies().stream(), paper.certifiesOneOf().stream())
                        .forEach(field -> requirement.link("cv:hasConcept", common.information(place(paper, field))));
            }
            thing.link("cv:hasInputType", type).link("cv:holdsRequirement", requirement);
        }

        private String place(PaperDocument paper, String field) {
            return paper.fact() + "." + (paper.part() == null ? "" : paper.part() + ".") + field;
        }

        /** What some passports have. */
        private void published(CatalogueService service, Graph.Thing thing) {
            JsonNode passport = service.description();
            // Working days are no duration by the calendar of XML Schema.
            if (passport.path("decidedIn").path("of").asText().equals("CALENDAR")) {
                thing.value(
                        "cv:processingTime",
                        "xsd:duration",
                        "P" + passport.path("decidedIn").path("days").asInt() + "D");
            }
            if (passport.has("feeQapik")) {
                thing.link(
                        "cv:hasCost",
                        graph.thing(thing.address() + "#cost")
                                .is("cv:Cost")
                                .plain(IDENTIFIER, service.code() + "/cost")
                                .value(
                                        "cv:hasValue",
                                        "xsd:double",
                                        BigDecimal.valueOf(
                                                        passport.path("feeQapik")
                                                                .asLong(),
                                                        2)
                                                .toPlainString())
                                .link("cv:currency", graph.thing(MANAT).is("skos:Concept")));
            }
            if (passport.has("responseForms")) {
                thing.link("cpsv:produces", result(service, thing, passport.path("responseForms")));
            }
        }

        private Graph.Thing result(CatalogueService service, Graph.Thing thing, JsonNode forms) {
            List<String> az = new ArrayList<>();
            List<String> en = new ArrayList<>();
            forms.forEach(form -> {
                var word = words.of("values").get("passport.form." + form.asText());
                az.add(word.az());
                en.add(word.en());
            });
            return graph.thing(thing.address() + "#result")
                    .is("cv:Output")
                    .plain(IDENTIFIER, service.code() + "/result")
                    .texts(
                            TITLE,
                            service.passport().title().az() + ": nəticə",
                            service.passport().title().en() + ": the result")
                    .texts("dct:description", String.join(", ", az), String.join(", ", en));
        }
    }
}

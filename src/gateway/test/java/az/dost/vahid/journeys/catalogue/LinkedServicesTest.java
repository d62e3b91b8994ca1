package az.dost.vahid.journeys.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.check.Kit;
import az.dost.vahid.linked.ForeignReader;
import az.dost.vahid.linked.LinkedForm;
import az.dost.vahid.linked.StandardFile;
import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All services of {@code contracts/services} as linked data, read and held to shapes by Apache Jena. */
class LinkedServicesTest {
    private static final String ADDRESS = "https://vahid.example.az";
    private static final String CV = "http://data.europa.eu/m8g/";
    private static final String CPSV = "http://purl.org/vocab/cpsv#";
    private static final List<CatalogueService> SERVICES =
            BuiltInCatalogue.ofContracts().services().all();
    private static final LinkedServices LINKED = new LinkedServices(ADDRESS, Wordbook.builtIn(), names()::get);
    private static final Graph ALL = ForeignReader.read(LINKED.catalogue(SERVICES));

    private static Map<String, Word> names() {
        return Kit.builtIn().stream()
                .collect(Collectors.toMap(
                        connector -> connector.id(),
                        connector -> new Word(
                                connector.authority().az(),
                                connector.authority().en())));
    }

    private static Node node(String address) {
        return NodeFactory.createURI(address);
    }

    private static Node service(String code) {
        return node(ADDRESS + "/v1/catalogue/services/" + code);
    }

    private static List<Node> objects(Node subject, String property) {
        return ALL.find(subject, node(property), Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
    }

    static Stream<String> passports() throws IOException {
        try (var files = Files.list(Path.of("contracts/services"))) {
            return files
                    .map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .filter(code -> !code.equals("catalogue"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("passports")
    void a_service_of_the_folder_has_its_authority_papers_and_law(String code) {
        CatalogueService passport = SERVICES.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(ALL.contains(service(code), RDF.type.asNode(), node(CPSV + "PublicService")))
                .isTrue();
        assertThat(objects(service(code), DCTerms.title.getURI()))
                .containsExactlyInAnyOrder(
                        NodeFactory.createLiteralLang(
                                passport.title().path("az").asText(), "az"),
                        NodeFactory.createLiteralLang(
                                passport.title().path("en").asText(), "en"));
        assertThat(objects(service(code), CV + "hasCompetentAuthority")).hasSize(1);
        assertThat(objects(service(code), CV + "hasLegalResource")).hasSize(1);
        assertThat(objects(service(code), CV + "holdsRequirement"))
                .hasSize(passport.papers().size());
        assertThat(objects(service(code), CV + "hasInputType"))
                .containsExactlyInAnyOrderElementsOf(passport.papers().stream()
                        .map(paper -> node(ADDRESS + "/v1/catalogue/papers#" + paper.id()))
                        .toList());
        // Alone it is as whole as among all.
        Graph alone = ForeignReader.read(LINKED.one(passport));
        assertThat(alone.find().filterDrop(ALL::contains).toList()).isEmpty();
        assertThat(ForeignReader.found(ForeignReader.shapes("cpsv-ap"), alone)).isEmpty();
    }

    @Test
    void every_service_of_the_catalogue_is_a_part_of_it() {
        assertThat(objects(node(ADDRESS + "/v1/catalogue"), DCTerms.hasPart.getURI()))
                .containsExactlyInAnyOrderElementsOf(
                        SERVICES.stream().map(one -> service(one.code())).toList())
                .hasSizeGreaterThan(60);
    }

    @Test
    void a_paper_says_which_register_replaces_it_and_by_which_fields() {
        Node card = node(ADDRESS + "/v1/catalogue/papers#id-card");
        assertThat(objects(card, CV + "evidenceTypeClassification"))
                .containsExactly(node(ADDRESS + "/v1/catalogue/words/values#catalogue.Replacement.REPLACED"));
        assertThat(objects(card, DCTerms.creator.getURI()))
                .containsExactly(node(ADDRESS + "/v1/catalogue/agencies#identity-register"));
        assertThat(objects(node(ADDRESS + "/v1/catalogue/services/old-age-pension#paper-id-card"), CV + "hasConcept"))
                .contains(node(ADDRESS + "/v1/catalogue/words/facts#identity.birthDate"));
        assertThat(objects(
                        node(ADDRESS + "/v1/catalogue/words/facts#family.children.birthDate"),
                        "http://www.w3.org/2000/01/rdf-schema#label"))
                .containsExactlyInAnyOrder(
                        NodeFactory.createLiteralLang("Uşağın doğulduğu tarix", "az"),
                        NodeFactory.createLiteralLang("Child born on", "en"));
        assertThat(objects(
                        node(ADDRESS + "/v1/catalogue/papers#employment-book-before-2014"),
                        CV + "evidenceTypeClassification"))
                .containsExactly(node(ADDRESS + "/v1/catalogue/words/values#catalogue.Replacement.NONE_KNOWN"));
    }

    @Test
    void every_concept_has_a_word_of_ours() {
        assertThat(ALL.find(Node.ANY, RDF.type.asNode(), node(CV + "InformationConcept"))
                        .mapWith(triple -> triple.getSubject().getURI().replaceFirst(".*#", ""))
                        .toList())
                .isNotEmpty()
                .allSatisfy(place -> assertThat(Wordbook.builtIn().of("facts")).containsKey(place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpsv-ap", "cccev"})
    void it_has_all_that_our_lists_demand_and_whatever_is_broken_is_found(String shapes) {
        held(ForeignReader.shapes(shapes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpsv-ap/cpsv-ap", "cccev/cccev-ap"})
    void the_owners_shapes_find_nothing_and_whatever_is_broken_by_them(String standard) throws IOException {
        String[] parts = standard.split("/");
        held(ForeignReader.turtle(StandardFile.text(parts[0], parts[1] + "-SHACL.ttl")));
    }

    private static void held(Graph shapes) {
        assertThat(ForeignReader.found(shapes, ALL)).isEmpty();
        CatalogueService one = SERVICES.stream()
                .filter(service -> service.code().equals("old-age-pension"))
                .findFirst()
                .orElseThrow();
        Map<String, Graph> broken = ForeignReader.broken(shapes, ForeignReader.read(LINKED.one(one)));
        assertThat(broken)
                .hasSizeGreaterThan(3)
                .allSatisfy((what, graph) ->
                        assertThat(ForeignReader.found(shapes, graph)).as(what).isNotEmpty());
    }

    @Test
    void without_an_address_it_is_relative_to_where_it_is_read() {
        LinkedServices relative = new LinkedServices("", Wordbook.builtIn(), names()::get);
        assertThat(ForeignReader.read(relative.catalogue(SERVICES)).isIsomorphicWith(ALL))
                .isTrue();
        assertThat(new String(LinkedForm.TURTLE.bytes(relative.one(SERVICES.get(0))), StandardCharsets.UTF_8))
                .contains("<urn:az:dost>", "</v1/catalogue>")
                .doesNotContain("example");
    }
}

package az.dost.vahid.rights;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.linked.ForeignReader;
import az.dost.vahid.linked.StandardFile;
import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** All rights of {@code contracts/rights} as linked data, read and held to shapes by Apache Jena. */
class LinkedRightsTest {
    private static final String ADDRESS = "https://vahid.example.az";
    private static final String RIGHTS = ADDRESS + "/v1/rights";
    private static final String CV = "http://data.europa.eu/m8g/";
    private static final String CPSV = "http://purl.org/vocab/cpsv#";
    private static final List<Right> READ = read();
    private static final Graph ALL = ForeignReader.read(
            new LinkedRights(ADDRESS, Wordbook.builtIn(), agency -> new Word(agency + " (az)", agency + " (en)"))
                    .of(READ));

    private static List<Right> read() {
        try (var files = Files.list(Path.of("contracts/rights"))) {
            return new RightReader(Vocabulary.builtIn())
                    .read(files.sorted().<Resource>map(FileSystemResource::new).toList(), "contracts/rights")
                    .strict();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Node node(String address) {
        return NodeFactory.createURI(address);
    }

    private static List<Node> objects(Node subject, String property) {
        return ALL.find(subject, node(property), Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
    }

    static Stream<String> rights() throws IOException {
        try (var files = Files.list(Path.of("contracts/rights"))) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("rights")
    void a_right_of_the_folder_has_a_rule_for_each_version_and_a_criterion_for_each_condition(String code) {
        Right right =
                READ.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
        Node service = node(RIGHTS + "#" + code);
        assertThat(ALL.contains(node(RIGHTS), DCTerms.hasPart.asNode(), service))
                .isTrue();
        assertThat(ALL.contains(service, RDF.type.asNode(), node(CPSV + "PublicService")))
                .isTrue();
        assertThat(objects(service, CV + "hasCompetentAuthority"))
                .containsExactly(node(ADDRESS + "/v1/catalogue/agencies#" + right.awardedBy()));
        assertThat(objects(service, CV + "isGroupedBy"))
                .hasSize(right.events().size() + right.birthdays().size());
        assertThat(objects(service, CPSV + "follows"))
                .containsExactlyInAnyOrderElementsOf(right.versions().stream()
                        .map(version -> node(RIGHTS + "#" + code + "." + version.from()))
                        .toList());
        for (RightVersion version : right.versions()) {
            String at = RIGHTS + "#" + code + "." + version.from();
            assertThat(objects(node(at), CPSV + "implements")).hasSize(1);
            for (Condition condition : version.conditions()) {
                Node criterion = node(at + "." + condition.id());
                assertThat(ALL.contains(service, node(CV + "holdsRequirement"), criterion))
                        .isTrue();
                assertThat(objects(criterion, RDF.type.getURI()))
                        .contains(node(CV + "Criterion"), node(CV + "Requirement"));
                assertThat(objects(criterion, CV + "fulfils")).containsExactly(node(at));
                assertThat(objects(criterion, DCTerms.description.getURI()))
                        .containsExactly(NodeFactory.createLiteralString(
                                "FEEL: " + condition.is().text()));
            }
        }
        assertThat(objects(service, CV + "holdsRequirement"))
                .hasSize(right.versions().stream()
                        .mapToInt(version ->
                                version.conditions().size() + version.wanted().size())
                        .sum());
    }

    @Test
    void a_criterion_names_what_it_reads_of_registers_and_what_no_register_gives() {
        String at = RIGHTS + "#birth-allowance.2025-07-01";
        assertThat(objects(node(at + ".payee"), CV + "hasConcept"))
                .contains(
                        node(ADDRESS + "/v1/catalogue/words/facts#identity.sex"),
                        node(ADDRESS + "/v1/catalogue/words/facts#taxpayer"),
                        node(at + ".wanted.otherParentWorks.concept"));
        assertThat(objects(node(at + ".alive"), CV + "hasConcept"))
                .containsExactly(node(ADDRESS + "/v1/catalogue/words/facts#death"));
        assertThat(objects(node(RIGHTS + "#survivor-pension.2025-07-01.died"), CV + "hasConcept"))
                .as("about the deceased")
                .containsExactly(node(ADDRESS + "/v1/catalogue/words/facts#death"));
        assertThat(objects(node(at + ".wanted.otherParentWorks"), RDF.type.getURI()))
                .containsExactlyInAnyOrder(node(CV + "InformationRequirement"), node(CV + "Requirement"));
    }

    @Test
    void every_criterion_that_reads_a_register_names_what_it_reads() {
        assertThat(ALL.find(Node.ANY, RDF.type.asNode(), node(CV + "Criterion"))
                        .mapWith(triple -> triple.getSubject())
                        .toList())
                .isNotEmpty()
                .allSatisfy(criterion -> assertThat(objects(criterion, CV + "hasConcept"))
                        .as(criterion.getURI())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpsv-ap", "cccev"})
    void they_have_all_that_our_lists_demand_and_whatever_is_broken_is_found(String shapes) {
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
        Map<String, Graph> broken = ForeignReader.broken(shapes, ALL);
        assertThat(broken)
                .hasSizeGreaterThan(3)
                .allSatisfy((what, graph) ->
                        assertThat(ForeignReader.found(shapes, graph)).as(what).isNotEmpty());
    }

    @Test
    void without_rights_it_is_an_empty_catalogue() {
        Graph none = ForeignReader.read(Rights.none().graph(ADDRESS, Wordbook.builtIn(), any -> null));
        assertThat(none.contains(Node.ANY, DCTerms.hasPart.asNode(), Node.ANY)).isFalse();
        assertThat(ForeignReader.found(ForeignReader.shapes("cpsv-ap"), none)).isEmpty();
        assertThat(none.contains(node(RIGHTS), RDF.type.asNode(), Node.ANY)).isTrue();
    }
}

package az.dost.vahid.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of public contracts says of each what its case says, and the tests show. */
class PublicContractsPageTest {
    private PublicContractsPage page;
    private String text;

    @BeforeEach
    void read() throws IOException {
        page = new PublicContractsPage(PublicContract.all());
        text = Files.readString(PublicContractsPage.FILE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_batch_has_a_row_for_each_of_its_contracts_and_their_sum(int batch) throws IOException {
        List<String> rows = page.rows(batch);
        String part = text.split("\n## (?=First batch|Second batch|Afterwards)")[batch];
        assertThat(part.lines().filter(line -> line.startsWith("| ["))).containsExactlyElementsOf(rows);
        assertThat(part).contains(page.sum(batch));
    }

    @Test
    void twenty_contracts_of_eight_countries_and_of_each_awkward_kind_are_asked() throws IOException {
        List<PublicContract> asked = PublicContract.reaching(PublicContract.Reach.ASKED);
        assertThat(asked).hasSizeGreaterThanOrEqualTo(20);
        assertThat(asked.stream()
                        .map(contract -> contract.said().path("country").asText())
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(8);
        for (String kind : List.of(
                "X-tee WSDL as published",
                "(CPR)",
                "(VIES)",
                "(HMRC)",
                "(Brreg",
                "Swagger 2.0",
                "OpenAPI 3.1",
                "GET",
                "rpc/literal",
                "header part",
                "xsi:type",
                "rows of fixed width",
                "windows-1251",
                "SOAP 1.1 and 1.2",
                "swaRef attachments",
                "MTOM",
                "rpc/encoded",
                "types of one name in two namespaces")) {
            assertThat(asked)
                    .as(kind)
                    .anyMatch(contract -> (contract.said().path("register").asText() + " "
                                    + contract.said().path("kind").asText())
                            .contains(kind));
        }
    }

    @Test
    void no_case_ends_before_a_connector_is_certified_without_saying_why() throws IOException {
        assertThat(PublicContract.all())
                .filteredOn(contract -> contract.reach() != PublicContract.Reach.CERTIFIED)
                .allSatisfy(contract ->
                        assertThat(contract.said().path("why").asText()).isNotEmpty());
    }
}

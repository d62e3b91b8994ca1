package az.dost.vahid.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.kit.contract.PublicContract.Reach;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an agency can do wrong is done to each connector of a public contract: some seconds for each. */
@Tag("endurance")
class PublicContractsCertifiedTest {
    @TempDir
    private Path folder;

    static List<PublicContract> contracts() throws IOException {
        return PublicContract.reaching(Reach.CERTIFIED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contracts")
    void a_connector_of_a_public_contract_is_certified(PublicContract contract) throws IOException {
        Path source = contract.given();
        Desk desk = new Desk(contract, folder);
        assertThat(desk.write(source).code()).isZero();
        desk.edit();
        Desk.Said certified = desk.certify();
        assertThat(StreamSupport.stream(certified.json().path("lines").spliterator(), false)
                        .filter(line -> line.path("outcome").asText().equals("FAILED")))
                .isEmpty();
        assertThat(certified.json().path("lines")).hasSizeGreaterThan(15);
        assertThat(certified.code()).isZero();
    }
}

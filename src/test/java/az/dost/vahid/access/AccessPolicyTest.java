package az.dost.vahid.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

class AccessPolicyTest {
    private static final Path BROKEN = Path.of("src/test/resources/az/dost/vahid/access/broken");
    private static final Path DEMO = Path.of("src/main/resources/demo/requesters");

    private static AccessPolicy read(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return new AccessPolicy(files.filter(file -> file.toString().endsWith(".yaml")).sorted().map(FileSystemResource::new)
                    .toArray(Resource[]::new), new DefinitionReader(new FileSystemResource("contracts/requester.schema.json")));
        }
    }

    @Test
    void every_error_of_every_requester_stands_in_one_report() throws IOException {
        String expected = Files.readString(BROKEN.resolve("report.txt"));
        assertThatThrownBy(() -> read(BROKEN)).isInstanceOf(DefinitionException.class)
                .extracting(e -> e.getMessage() + "\n").isEqualTo(expected);
        assertThat(expected).doesNotContain("demo-token-in-clear");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer demo-dost-centre-1", "bearer demo-dost-centre-1", "BEARER demo-dost-centre-1"})
    void a_requester_is_known_by_its_token(String authorization) throws IOException {
        assertThat(read(DEMO).authenticate(authorization).id()).isEqualTo("dost-centre-1");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer  demo-dost-centre-1", "Bearer demo-dost-centre-1 ", "demo-dost-centre-1",
        "Basic demo-dost-centre-1", "Bearer demo-dost-centre-9", "Bearer Demo-dost-centre-1", "Bearerdemo-dost-centre-1",
        "Bearer 607d0c2889ca04f39373a1e5d2d4e8f5a7561de9e8861683e9f136c0d4b77a00"})
    void nobody_is_known_by_anything_else(String authorization) throws IOException {
        AccessPolicy policy = read(DEMO);
        assertThatThrownBy(() -> policy.authenticate(authorization)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.UNAUTHENTICATED);
            assertThat(problem.getMessage() + problem.detail()).doesNotContain("demo");
        });
    }

    @Test
    void what_is_not_granted_is_refused() throws IOException {
        AccessPolicy policy = read(DEMO);
        Requester requester = new Requester("a", "A", "", Set.of("ccu-car"));
        assertThatCode(() -> policy.authorise(requester, "ccu-car")).doesNotThrowAnyException();
        for (String other : new String[] {"ccu-ca", "ccu-carx", "CCU-CAR", "*", "", "ccu-intake"}) {
            assertThatThrownBy(() -> policy.authorise(requester, other)).isInstanceOfSatisfying(ProblemException.class,
                    problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_GRANTED));
        }
    }

    @Test
    void without_requesters_nobody_may_ask() {
        AccessPolicy policy = new AccessPolicy(new Resource[0], new DefinitionReader(new FileSystemResource("contracts/requester.schema.json")));
        assertThatThrownBy(() -> policy.authenticate("Bearer demo-dost-centre-1")).isInstanceOf(ProblemException.class);
    }
}

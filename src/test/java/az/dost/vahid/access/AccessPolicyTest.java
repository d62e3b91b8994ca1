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
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class AccessPolicyTest {
    private static final Path BROKEN = Path.of("src/test/resources/az/dost/vahid/access/broken");
    private static final Path DEMO = Path.of("src/main/resources/demo/requesters");

    private static AccessPolicy read(Path folder) {
        return new AccessPolicy(new RequesterFiles(new PathMatchingResourcePatternResolver(), "file:" + folder,
                new DefinitionReader(new FileSystemResource("contracts/requester.schema.json"))), Set.of("medicalReferral", "guardianship"));
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
    void a_requester_is_known_by_its_token(String authorization) {
        assertThat(read(DEMO).authenticate(authorization).id()).isEqualTo("dost-centre-1");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer  demo-dost-centre-1", "Bearer demo-dost-centre-1 ", "demo-dost-centre-1",
        "Basic demo-dost-centre-1", "Bearer demo-dost-centre-9", "Bearer Demo-dost-centre-1", "Bearerdemo-dost-centre-1",
        "Bearer 607d0c2889ca04f39373a1e5d2d4e8f5a7561de9e8861683e9f136c0d4b77a00"})
    void nobody_is_known_by_anything_else(String authorization) {
        AccessPolicy policy = read(DEMO);
        assertThatThrownBy(() -> policy.authenticate(authorization)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.UNAUTHENTICATED);
            assertThat(problem.getMessage() + problem.detail()).doesNotContain("demo");
        });
    }

    @Test
    void what_is_not_granted_is_refused() {
        AccessPolicy policy = read(DEMO);
        Requester requester = new Requester("a", "A", "", Set.of("ccu-car"), null, null, null, false, null);
        assertThatCode(() -> policy.authorise(requester, "ccu-car", "a.b")).doesNotThrowAnyException();
        for (String other : new String[] {"ccu-ca", "ccu-carx", "CCU-CAR", "*", "", "ccu-intake"}) {
            assertThatThrownBy(() -> policy.authorise(requester, other, "a.b")).isInstanceOfSatisfying(ProblemException.class,
                    problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_GRANTED));
        }
    }

    @Test
    void a_fact_of_a_special_category_needs_a_grant_of_its_own() {
        AccessPolicy policy = read(DEMO);
        Requester some = new Requester("a", "A", "", Set.of("*"), Set.of("guardianship"), null, null, false, null);
        assertThatCode(() -> policy.authorise(some, List.of("vehicles", "guardianship"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> policy.authorise(some, List.of("vehicles", "medicalReferral"))).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem).extracting(ProblemException::code, ProblemException::field)
                        .containsExactly(ProblemCode.NOT_GRANTED, "facts"));
        assertThatCode(() -> policy.authorise(new Requester("b", "B", "", Set.of(), Set.of("*"), null, null, false, null), List.of("guardianship", "medicalReferral")))
                .doesNotThrowAnyException();
    }

    @Test
    void changed_files_count_at_the_next_look_unless_one_is_wrong(@TempDir Path folder) throws IOException {
        String first = "id: first-office\nname: First\ntokenSha256: " + "a".repeat(64) + "\nservices: [ccu-car]\n";
        AccessPolicy policy = read(folder);
        assertThatThrownBy(() -> policy.authenticate("Bearer demo-dost-centre-1")).isInstanceOf(ProblemException.class);
        Files.copy(DEMO.resolve("dost-centre-1.yaml"), folder.resolve("dost-centre-1.yaml"));
        Files.writeString(folder.resolve("first-office.yaml"), first + "oops: 1\n");
        policy.refresh();
        assertThatThrownBy(() -> policy.authenticate("Bearer demo-dost-centre-1")).isInstanceOf(ProblemException.class);
        Files.writeString(folder.resolve("first-office.yaml"), first);
        policy.refresh();
        assertThat(policy.authenticate("Bearer demo-dost-centre-1").id()).isEqualTo("dost-centre-1");
        Files.delete(folder.resolve("dost-centre-1.yaml"));
        policy.refresh();
        assertThatThrownBy(() -> policy.authenticate("Bearer demo-dost-centre-1")).isInstanceOf(ProblemException.class);
    }

    @Test
    void without_requesters_nobody_may_ask(@TempDir Path folder) {
        AccessPolicy policy = read(folder);
        assertThatThrownBy(() -> policy.authenticate("Bearer demo-dost-centre-1")).isInstanceOf(ProblemException.class);
    }
}

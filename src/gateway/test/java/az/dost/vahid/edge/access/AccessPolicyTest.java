package az.dost.vahid.edge.access;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class AccessPolicyTest {
    private static final Path BROKEN = Path.of("src/gateway/test/resources/az/dost/vahid/edge/access/broken");
    private static final Path DEMO = Path.of("src/demo/main/resources/demo/requesters");

    private static AccessPolicy read(Path folder) {
        return new AccessPolicy(
                new RequesterFiles(
                        new PathMatchingResourcePatternResolver(),
                        "file:" + folder,
                        new DefinitionReader(new FileSystemResource("contracts/requester.schema.json")),
                        true),
                Set.of("medicalReferral", "guardianship"));
    }

    @Test
    void every_error_of_every_requester_stands_in_one_report() throws IOException {
        String expected = Files.readString(BROKEN.resolve("report.txt"));
        assertThatThrownBy(() -> read(BROKEN))
                .isInstanceOf(DefinitionException.class)
                .extracting(e -> e.getMessage() + "\n")
                .isEqualTo(expected);
        assertThat(expected).doesNotContain("demo-token-in-clear");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer demo-dost-centre-1", "bearer demo-dost-centre-1", "BEARER demo-dost-centre-1"})
    void a_requester_is_known_by_its_token(String authorization) {
        assertThat(read(DEMO).authenticate(authorization).id()).isEqualTo("dost-centre-1");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer  demo-dost-centre-1",
                "Bearer demo-dost-centre-1 ",
                "demo-dost-centre-1",
                "Basic demo-dost-centre-1",
                "Bearer demo-dost-centre-9",
                "Bearer Demo-dost-centre-1",
                "Bearerdemo-dost-centre-1",
                "Bearer 607d0c2889ca04f39373a1e5d2d4e8f5a7561de9e8861683e9f136c0d4b77a00"
            })
    void nobody_is_known_by_anything_else(String authorization) {
        AccessPolicy policy = read(DEMO);
        assertThatThrownBy(() -> policy.authenticate(authorization))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.UNAUTHENTICATED);
                    assertThat(problem.getMessage() + problem.detail()).doesNotContain("demo");
                });
    }

    @Test
    void what_is_not_granted_is_refused() {
        AccessPolicy policy = read(DEMO);
        Requester requester = TestRequester.of("a", "A", "", Set.of("ccu-car"), null, null, null, false, null);
        assertThatCode(() -> policy.authorise(requester, "ccu-car", "a.b")).doesNotThrowAnyException();
        for (String other : new String[] {"ccu-ca", "ccu-carx", "CCU-CAR", "*", "", "ccu-intake"}) {
            assertThatThrownBy(() -> policy.authorise(requester, other, "a.b"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_GRANTED));
        }
    }

    @Test
    void a_fact_of_a_special_category_needs_a_grant_of_its_own() {
        AccessPolicy policy = read(DEMO);
        Requester some = TestRequester.of("a", "A", "", Set.of("*"), Set.of("guardianship"), null, null, false, null);
        assertThatCode(() -> policy.authorise(some, List.of("vehicles", "guardianship")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> policy.authorise(some, List.of("vehicles", "medicalReferral")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem)
                                .extracting(ProblemException::code, ProblemException::field)
                                .containsExactly(ProblemCode.NOT_GRANTED, "facts"));
        assertThatCode(() -> policy.authorise(
                        TestRequester.of("b", "B", "", Set.of(), Set.of("*"), null, null, false, null),
                        List.of("guardianship", "medicalReferral")))
                .doesNotThrowAnyException();
    }

    private static String office(String name) {
        return "id: " + name + "-office\nname: Office\ntokenSha256: "
                + name.substring(0, 1).repeat(64) + "\nservices: [ccu-car]\n";
    }

    @Test
    @Tag("attack")
    void a_file_with_a_mistake_costs_itself_and_keeps_no_revocation_out(@TempDir Path folder) throws IOException {
        Files.copy(DEMO.resolve("dost-centre-1.yaml"), folder.resolve("dost-centre-1.yaml"));
        Files.writeString(folder.resolve("a.yaml"), office("a"));
        AccessPolicy policy = read(folder);
        Files.writeString(folder.resolve("a.yaml"), office("a") + "oops: 1\n");
        Files.delete(folder.resolve("dost-centre-1.yaml"));
        policy.refresh();
        assertThatThrownBy(() -> policy.authenticate("Bearer demo-dost-centre-1"))
                .isInstanceOf(ProblemException.class);
        assertThat(policy.named("a-office"))
                .as("an older version may grant what was just taken away")
                .isEmpty();
        Files.writeString(folder.resolve("a.yaml"), office("a"));
        policy.refresh();
        assertThat(policy.named("a-office")).isPresent();
    }

    @Test
    @Tag("attack")
    void who_claims_what_another_is_known_by_is_nobody(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("b.yaml"), office("b"));
        AccessPolicy policy = read(folder);
        Files.writeString(
                folder.resolve("a.yaml"),
                office("b").replace("b-office", "a-office").replace("ccu-car", "\"*\""));
        policy.refresh();
        assertThat(policy.named("b-office")).isPresent();
        assertThat(policy.named("a-office")).isEmpty();
        Files.writeString(folder.resolve("c.yaml"), office("c"));
        Files.writeString(folder.resolve("d.yaml"), office("c"));
        policy.refresh();
        assertThat(policy.named("c-office"))
                .as("nobody can say which of two new ones is meant")
                .isEmpty();
    }

    @Test
    @Tag("attack")
    void the_last_requester_is_revoked_with_its_file(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), office("a"));
        AccessPolicy policy = read(folder);
        Files.delete(folder.resolve("a.yaml"));
        policy.refresh();
        assertThat(policy.requesters()).isEmpty();
    }

    @ParameterizedTest
    @Tag("attack")
    @CsvSource(
            delimiter = '|',
            value = {
                "services: [ccu-car]                                  | false",
                "services: [ccu-car]\\nofficialsProven: false          | false",
                "services: [ccu-car]\\nofficialsProven: true           | true",
                "services: [ccu-car]\\nofficials: {a.b: {}}            | true",
                "grants: [operate]                                    | true"
            })
    void in_service_a_requester_that_looks_up_says_for_whom(String says, boolean right, @TempDir Path folder)
            throws IOException {
        Files.writeString(
                folder.resolve("a.yaml"),
                "id: a-office\nname: A\ntokenSha256: " + "a".repeat(64) + "\n" + says.replace("\\n", "\n") + "\n");
        RequesterFiles files = new RequesterFiles(
                new PathMatchingResourcePatternResolver(),
                "file:" + folder,
                new DefinitionReader(new FileSystemResource("contracts/requester.schema.json")),
                false);
        if (right) {
            assertThat(new AccessPolicy(files, Set.of()).named("a-office")).isPresent();
        } else {
            assertThatThrownBy(() -> new AccessPolicy(files, Set.of()))
                    .isInstanceOf(DefinitionException.class)
                    .hasMessageContaining(
                            "requesters/a.yaml:4:1: it looks up, and nobody knows for whom: list its officials, or set officialsProven: true");
        }
    }

    @Test
    void without_requesters_nobody_may_ask(@TempDir Path folder) {
        AccessPolicy policy = read(folder);
        assertThatThrownBy(() -> policy.authenticate("Bearer demo-dost-centre-1"))
                .isInstanceOf(ProblemException.class);
    }
}

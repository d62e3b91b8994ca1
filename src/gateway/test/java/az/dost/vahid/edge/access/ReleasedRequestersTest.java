package az.dost.vahid.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.ReleasedDefinition;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.signature.key.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Requesters beside the files: what a file claims is the file's, and of the others it is whoever came first. */
@Tag("attack")
class ReleasedRequestersTest {
    @TempDir
    Path folder;

    private final List<ReleasedDefinition> released = new ArrayList<>();
    private final Troubles troubles = new Troubles();
    private AccessPolicy policy;

    @BeforeEach
    void made() throws IOException {
        Files.writeString(
                folder.resolve("office.yaml"), "id: office\nname: Office\ntokenSha256: " + Sha256.hex("office") + "\n");
        policy = policy("file:" + folder);
    }

    private AccessPolicy policy(String from) {
        return new AccessPolicy(
                new RequesterFiles(
                        new PathMatchingResourcePatternResolver(), from, DefinitionReader.of("requester"), true),
                Set.of(),
                AccessTokens.NONE,
                () -> Integer.MAX_VALUE,
                troubles,
                () -> List.copyOf(released));
    }

    private static ReleasedDefinition one(String id, String token) {
        return new ReleasedDefinition(
                id + " (released)",
                "{\"id\":\"" + id + "\",\"name\":\"Partner\",\"tokenSha256\":\"" + Sha256.hex(token) + "\"}");
    }

    private String known(String token) {
        return policy.authenticate("Bearer " + token).name();
    }

    @Test
    void whoever_is_released_is_a_requester_until_he_is_not() {
        released.add(one("partner", "partner"));
        policy.refresh();
        assertThat(known("partner")).isEqualTo("Partner");
        assertThat(known("office")).isEqualTo("Office");
        released.clear();
        policy.refresh();
        assertThat(policy.named("partner")).isEmpty();
        assertThat(policy.named("office")).isPresent();
    }

    @Test
    void it_is_so_beside_files_that_came_with_the_program_too() {
        policy = policy("classpath:demo/requesters");
        released.add(one("partner", "partner"));
        policy.refresh();
        assertThat(known("partner")).isEqualTo("Partner");
        assertThat(known("demo-dost-centre-1")).startsWith("DOST");
        assertThat(troubles.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void nobody_takes_a_files_id_or_token() {
        released.add(one("office", "other"));
        released.add(one("partner", "office"));
        policy.refresh();
        assertThat(known("office")).isEqualTo("Office");
        assertThat(policy.named("partner")).isEmpty();
        assertThat(troubles.health().getStatus().getCode()).isEqualTo("WARNING");
    }

    @Test
    void of_two_who_claim_the_same_it_is_the_first_ones() {
        released.add(one("first", "same"));
        released.add(one("second", "same"));
        policy.refresh();
        assertThat(policy.authenticate("Bearer same").id()).isEqualTo("first");
        assertThat(policy.named("second")).isEmpty();
    }

    @Test
    void a_file_that_comes_later_takes_its_id_and_one_that_goes_gives_it_back() throws IOException {
        released.add(one("partner", "partner"));
        policy.refresh();
        Path file = folder.resolve("partner.yaml");
        Files.writeString(file, "id: partner\nname: By hand\ntokenSha256: " + Sha256.hex("by-hand") + "\n");
        policy.refresh();
        assertThat(policy.named("partner").orElseThrow().name()).isEqualTo("By hand");
        Files.delete(file);
        policy.refresh();
        assertThat(policy.named("partner").orElseThrow().name()).isEqualTo("Partner");
    }

    @Test
    void a_mistake_in_one_costs_itself() {
        released.add(
                new ReleasedDefinition("bad (released)", "{\"id\":\"bad\",\"name\":\"Bad\",\"grants\":[\"all\"]}"));
        released.add(one("partner", "partner"));
        policy.refresh();
        assertThat(known("partner")).isEqualTo("Partner");
        assertThat(policy.named("bad")).isEmpty();
    }
}

package az.dost.vahid.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.stamp.CertificateAuthority;
import az.dost.vahid.signature.key.ChangedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which revocation lists are kept, and what they say. */
@Tag("attack")
class RevocationListsTest {
    private static final Instant NOW = Instant.now();

    @TempDir
    private Path keys;

    private DemoKeys demo;
    private CertificateAuthority authority;
    private X509Certificate own;

    @BeforeEach
    void issue() {
        demo = new DemoKeys(keys, new Faults());
        authority = new CertificateAuthority(demo);
        own = demo.gatewayCertificate("dossier");
    }

    private RevocationLists lists(Instant at, String... given) {
        return new RevocationLists(
                List.of(demo.authority().certificate()),
                () -> Map.of("gateway:dossier", own, "gateway:wss", demo.gatewayCertificate("wss")),
                List.of(given),
                Clock.fixed(at, ZoneOffset.UTC));
    }

    private static void keep(RevocationLists lists, byte[] list) throws IOException {
        lists.keep(new ByteArrayInputStream(list));
    }

    @Test
    void the_certificates_say_where_lists_are_unless_a_setting_does() {
        assertThat(lists(NOW).places()).containsExactly("http://localhost:9100/authority/revoked.crl");
        assertThat(lists(NOW, "http://lists.example/a.crl").places()).containsExactly("http://lists.example/a.crl");
        assertThat(RevocationLists.none().places()).isEmpty();
    }

    @Test
    void an_authority_without_a_list_is_missed_and_who_issued_for_itself_is_not() throws IOException {
        RevocationLists lists = lists(NOW);
        assertThat(lists.missing()).containsExactly(own.getIssuerX500Principal().getName());
        keep(lists, authority.list(NOW));
        assertThat(lists.missing()).isEmpty();
        assertThat(lists.revoked()).isEmpty();
    }

    @Test
    void nothing_is_shown_by_lists_while_a_certificate_has_no_authority() throws IOException {
        RevocationLists lists = lists(NOW);
        keep(lists, authority.list(NOW));
        assertThat(lists.complete()).as("gateway:wss issued itself").isFalse();
    }

    @Test
    void a_revoked_certificate_is_told_by_its_owner() throws IOException {
        authority.revoke(own, NOW.minusSeconds(60));
        RevocationLists lists = lists(NOW);
        keep(lists, authority.list(NOW));
        assertThat(lists.revoked()).containsExactly("gateway:dossier");
    }

    @Test
    void a_list_whose_time_is_over_is_refused_and_one_that_was_kept_is_missed_then() throws IOException {
        byte[] old = authority.list(NOW.minus(Duration.ofDays(8)));
        assertThatThrownBy(() -> keep(lists(NOW), old)).isInstanceOf(ChangedException.class);
        RevocationLists then = lists(NOW.minus(Duration.ofDays(2)));
        keep(then, old);
        assertThat(then.missing()).isEmpty();
        RevocationLists both = lists(NOW);
        assertThat(both.missing()).isNotEmpty();
    }

    /** Whoever gives out an older list hides what was revoked since. */
    @Test
    void an_older_list_takes_no_newer_ones_place() throws IOException {
        RevocationLists lists = lists(NOW);
        byte[] older = authority.list(NOW.minusSeconds(3600));
        authority.revoke(own, NOW.minusSeconds(60));
        keep(lists, authority.list(NOW));
        keep(lists, older);
        assertThat(lists.revoked()).containsExactly("gateway:dossier");
    }

    @Test
    void a_list_of_somebody_else_of_the_same_name_is_refused(@TempDir Path other) {
        byte[] theirs = new CertificateAuthority(new DemoKeys(other, new Faults())).list(NOW);
        assertThatThrownBy(() -> keep(lists(NOW), theirs))
                .isInstanceOf(ChangedException.class)
                .hasMessage("It is no revocation list that one of the authorities signed");
    }

    @Test
    void what_is_no_list_is_refused() {
        for (byte[] bytes : new byte[][] {{}, {1}, "<html>".getBytes(StandardCharsets.US_ASCII)}) {
            assertThatThrownBy(() -> keep(lists(NOW), bytes)).isInstanceOf(ChangedException.class);
        }
        byte[] changed = authority.list(NOW);
        changed[changed.length / 2] ^= 1;
        assertThatThrownBy(() -> keep(lists(NOW), changed)).isInstanceOf(ChangedException.class);
        assertThatCode(() -> keep(lists(NOW), authority.list(NOW))).doesNotThrowAnyException();
    }
}

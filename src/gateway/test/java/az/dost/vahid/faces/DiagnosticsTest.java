package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** The file for support. */
class DiagnosticsTest {
    private static final String DIAGNOSTICS = "/v1/operations/diagnostics";

    private static Map<String, String> file() {
        HttpResponse<byte[]> answer = Operators.post(DIAGNOSTICS, null, Operators.ACTS, "Vahid-Official", "o.operator");
        assertThat(answer.statusCode()).isEqualTo(200);
        OpenApi.check(DIAGNOSTICS, "post", answer);
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return parts;
    }

    @Test
    void has_what_helps_and_no_secret_and_nobody() {
        String fin = RunningVahid.get().population().fin(7);
        Gateway.lookUp("application/json");
        Map<String, String> file = file();
        assertThat(file).containsOnlyKeys("machine.txt", "metrics.txt", "overview.json", "settings.txt", "threads.txt");
        assertThat(file.get("settings.txt")).contains("vahid.max-lookups = ", "vahid.keys-password = (set)");
        String all = String.join("\n", file.values());
        assertThat(all).doesNotContain(fin, "demo-dost-centre-1", "changeit");
        Environment settings = RunningVahid.get().bean(Environment.class);
        for (String secret : new String[] {
            "vahid.secrets.sftp.password", "vahid.secrets.notary.client", "vahid.secrets.disability.password"
        }) {
            assertThat(all).doesNotContain(settings.getRequiredProperty(secret));
        }
    }

    @Test
    void that_it_was_made_is_in_the_chain() {
        String acts =
                "select count(*) from audit where entry ->> 'act' = 'diagnostics-made' and entry ->> 'official' = 'o.operator'";
        JdbcTemplate jdbc = RunningVahid.get().bean(JdbcTemplate.class);
        long before = jdbc.queryForObject(acts, Long.class);
        file();
        assertThat(jdbc.queryForObject(acts, Long.class)).isEqualTo(before + 1);
    }

    @Test
    void nobody_has_it_made_without_the_grant() {
        assertThat(Operators.post(DIAGNOSTICS, null, Gateway.BEARER).statusCode())
                .isEqualTo(403);
    }

    @Test
    @Tag("attack")
    void nobody_has_it_made_who_may_only_look() {
        HttpResponse<byte[]> refused = Operators.post(DIAGNOSTICS, null, Operators.LOOKS, "Vahid-Official", "o.looks");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Operators.json(refused).path("code").asText()).isEqualTo("NOT_GRANTED");
    }
}

package az.dost.vahid.journeys.tally;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.json.Json;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/**
 * Whoever counts holds hundreds of dossiers, and no more of each than is counted: whole ones filled the heap of a
 * gateway under load, and it answered nobody any more.
 */
class KeptDossiersTest {
    private static JsonNode dossier() {
        return RunningVahid.get().clerk().ask("ccu-car", "W1D0W01", 10_000).json();
    }

    private static int nodes(JsonNode node) {
        int nodes = 1;
        for (JsonNode child : node) {
            nodes += nodes(child);
        }
        return nodes;
    }

    @Test
    void a_third_of_a_dossier_is_held_at_the_most() {
        JsonNode whole = dossier();
        int before = nodes(whole);
        assertThat(nodes(KeptDossiers.counted(whole)) * 3).isLessThan(before);
    }

    @Test
    void what_is_counted_stays() {
        JsonNode whole = dossier();
        JsonNode held = KeptDossiers.counted(whole.deepCopy());
        assertThat(held.at("/subject/state")).isEqualTo(whole.at("/subject/state"));
        assertThat(held.path("documents")).hasSameSizeAs(whole.path("documents"));
        assertThat(held.path("sources")).hasSameSizeAs(whole.path("sources"));
        assertThat(held.at("/facts/disability/value")).isEqualTo(whole.at("/facts/disability/value"));
        assertThat(held.at("/facts/identity/value/birthDate")).isEqualTo(whole.at("/facts/identity/value/birthDate"));
    }

    @Test
    void what_is_no_dossier_is_held_as_it_is() throws Exception {
        assertThat(KeptDossiers.counted(Json.mapper().readTree("[1]"))).hasSize(1);
        assertThat(KeptDossiers.counted(Json.mapper().readTree("{\"facts\":[],\"sources\":7}"))
                        .path("sources")
                        .intValue())
                .isEqualTo(7);
    }
}

package az.dost.vahid.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.edge.access.Channel;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which cases stand in the list of a day. */
class VisitsTest {
    private final List<DeskRow> rows = new ArrayList<>();
    private long at = 1_790_000_000_000L;

    private void row(String matter, Channel channel, String... papers) {
        ObjectNode told = JsonNodeFactory.instance
                .objectNode()
                .put("caseRef", matter)
                .put("service", "ccu-car")
                .put("completeness", "COMPLETE");
        List.of(papers).forEach(told.putArray("stillNeeded")::add);
        told.putArray("silent");
        if (channel != null) {
            told.put("channel", channel.name());
        }
        rows.add(new DeskRow(RecordId.at(at++), matter, 100, told, null, null));
    }

    private List<ObjectNode> home() {
        return new Visits(rows, Channel.HOME).json();
    }

    @Test
    void they_are_those_of_the_channel_by_case_reference() {
        row("B", Channel.HOME);
        row("C", Channel.CENTRE);
        row("A", Channel.HOME);
        assertThat(home()).extracting(one -> one.path("caseRef").asText()).containsExactly("A", "B");
    }

    @Test
    void the_last_dossier_of_a_case_counts() {
        row("A", Channel.HOME, "id-card", "bank-details");
        row("A", Channel.HOME, "id-card");
        assertThat(home())
                .singleElement()
                .satisfies(one -> assertThat(one.path("stillNeeded").toString()).isEqualTo("[\"id-card\"]"));
    }

    @Test
    void what_completes_a_dossier_later_belongs_to_the_channel_of_its_case() {
        row("A", Channel.HOME, "id-card");
        row("A", null);
        assertThat(home())
                .singleElement()
                .satisfies(one -> assertThat(one.path("stillNeeded")).isEmpty());
    }

    @Test
    void whoever_came_to_the_centre_after_all_is_visited_no_more() {
        row("A", Channel.HOME);
        row("A", Channel.CENTRE);
        assertThat(home()).isEmpty();
    }

    @Test
    void of_whom_nobody_said_how_he_came_nobody_is_visited() {
        row("A", null);
        assertThat(home()).isEmpty();
    }
}

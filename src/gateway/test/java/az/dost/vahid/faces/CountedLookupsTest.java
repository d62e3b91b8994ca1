package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.tally.TallyJob;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the audit chain of the running gateway tells of a lookup for figures, and what they come to. */
class CountedLookupsTest {
    private static final Person CLERK = new Person("a.mammadova");
    private final JdbcTemplate jdbc = RunningVahid.get().bean(JdbcTemplate.class);

    private static HttpResponse<byte[]> lookUp(int citizen, String caseRef, String view) {
        HttpResponse<byte[]> answer = CLERK.post(
                "/v1/dossiers",
                Person.question(RunningVahid.get().population().fin(citizen), "ccu-car", caseRef, view)
                        .put("channel", "HOME")
                        .toString());
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        return answer;
    }

    private JsonNode entry(String dossier) throws Exception {
        return Gateway.JSON.readTree(jdbc.queryForObject(
                "select entry::text from audit where id = ?", String.class, UUID.fromString(dossier)));
    }

    @Test
    void an_entry_tells_time_office_channel_and_counts_of_its_dossier() throws Exception {
        JsonNode dossier = Person.json(lookUp(4801, "COUNTED/1", null));
        JsonNode entry = entry(dossier.path("dossierId").asText());
        assertThat(entry.path("tookMs").asLong(-1)).isBetween(1L, 60_000L);
        assertThat(entry.path("office").asText()).isEqualTo("dost-centre-1");
        assertThat(entry.path("channel").asText()).isEqualTo("HOME");
        assertThat(entry.path("completeness").asText())
                .isEqualTo(dossier.path("completeness").asText());
        Map<String, Long> papers = StreamSupport.stream(
                        dossier.path("documents").spliterator(), false)
                .collect(Collectors.groupingBy(
                        document -> document.path("verdict").asText(), Collectors.counting()));
        assertThat(papers).isNotEmpty();
        assertThat(entry.path("papers").properties())
                .hasSize(4)
                .allSatisfy(count ->
                        assertThat(count.getValue().asLong()).isEqualTo(papers.getOrDefault(count.getKey(), 0L)));
        assertThat(entry.path("conflicts").asInt(-1))
                .isEqualTo(dossier.path("conflicts").size());
        assertThat(entry.has("apart")).isFalse();
    }

    @Test
    @Tag("attack")
    void it_names_no_paper_and_is_the_same_of_verdicts_without_facts() throws Exception {
        JsonNode dossier = Person.json(lookUp(4802, "COUNTED/2", "VERDICTS"));
        JsonNode entry = entry(dossier.path("dossierId").asText());
        assertThat(dossier.path("documents"))
                .isNotEmpty()
                .allSatisfy(document -> assertThat(entry.toString())
                        .doesNotContain(document.path("id").asText()));
        assertThat(entry.path("papers").properties().stream()
                        .mapToInt(count -> count.getValue().intValue())
                        .sum())
                .isEqualTo(dossier.path("documents").size());
    }

    @Test
    void a_case_is_in_the_figures_once_the_job_has_run_and_again_does_not_count_it_twice() {
        RunningVahid.get().bean(TallyJob.class).run();
        long before = cases();
        lookUp(4803, "COUNTED/3", null);
        lookUp(4803, "COUNTED/3", null);
        lookUp(4803, "COUNTED/4", null);
        RunningVahid.get().bean(TallyJob.class).run();
        assertThat(cases() - before).isEqualTo(2);
    }

    private long cases() {
        return jdbc.queryForObject(
                "select coalesce(sum(n), 0) from report_tally where measure = 'CASES' and service = 'ccu-car' and centre = 'dost-centre-1' and channel = 'HOME'",
                Long.class);
    }
}

package az.dost.vahid.journeys.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.calendar.Baku;
import az.dost.vahid.edge.access.TestRequester;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.Passport.PaperDocument;
import az.dost.vahid.sources.combine.CombineRules;
import az.dost.vahid.sources.combine.Combiner;
import az.dost.vahid.sources.verdict.ReasonTexts;
import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class DossierWriterTest {
    private static final Passport.Title TITLE = new Passport.Title("Vəsiqə", "Card");
    private static final PaperDocument CARD = paper("card", "identity", "identity-register", "documentExpires");
    private static final Instant LAST_SECOND = Instant.parse("2026-11-27T19:59:59Z");

    private static PaperDocument paper(String id, String fact, String register, String until) {
        return new PaperDocument(
                id, TITLE, fact, null, false, register, List.of(), List.of(), null, until, null, null, null, null,
                false);
    }

    /** About somebody whose card expires on 27 November 2026, for the identity. */
    private static ObjectNode dossier(Instant now, PaperDocument... papers) {
        Lookup.Planned lookup = LookupOf.planned(
                LookupOf.asked(
                        TestRequester.of("a", "A", "", Set.of("*"), null, null, null, false, null),
                        new LookupRequest("1AAAAAA", "service", "CASE/1", "a.b", List.of(), 3000)),
                new Passport(
                        "service",
                        "ccu",
                        TITLE,
                        "An act",
                        true,
                        List.of("identity", "vehicles"),
                        Map.of(),
                        List.of(papers)),
                List.of("identity"));
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        facts.putObject("identity").put("documentExpires", "2026-11-27");
        List<SourceAnswer> answers = List.of(new SourceAnswer(
                "identity-register",
                Verdict.ANSWERED,
                null,
                now,
                1,
                facts,
                List.of(new Evidence(UUID.randomUUID(), new byte[0], "", null, "", "", ""))));
        DossierWriter writer = new DossierWriter(
                new Combiner(new CombineRules(new ClassPathResource("combine-rules.yaml"), Wordbook.builtIn())),
                new DocumentRows(new ReasonTexts(Wordbook.builtIn(), agency -> new Word(agency, agency))),
                Clock.fixed(now, Baku.ZONE));
        return writer.verdicts(writer.combine(lookup, answers, new DefaultExchange(new DefaultCamelContext()))).dossier;
    }

    @Test
    void a_card_counts_until_the_last_second_of_its_last_day_in_Baku() {
        assertThat(dossier(LAST_SECOND, CARD).at("/documents/0/reason/code").asText())
                .isEqualTo("REGISTER_HOLDS");
    }

    @Test
    void a_card_counts_no_more_when_the_next_day_begins_in_Baku() {
        assertThat(dossier(LAST_SECOND.plusSeconds(1), CARD)
                        .at("/documents/0/reason/code")
                        .asText())
                .isEqualTo("EXPIRED");
    }

    @Test
    void a_paper_of_a_fact_that_the_lookup_is_not_for_has_no_row() {
        ObjectNode dossier = dossier(
                LAST_SECOND,
                CARD,
                paper("car", "vehicles", "traffic-police", null),
                paper("consent", null, null, null));
        assertThat(dossier.path("documents"))
                .extracting(row -> row.path("id").asText())
                .containsExactly("card", "consent");
    }
}

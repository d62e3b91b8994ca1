package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.proof.record.body.Dictionaries;
import az.dost.vahid.proof.record.body.DictionaryMaker;
import az.dost.vahid.proof.record.body.RecordId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a lookup of all agencies leaves in the record, without and with the dictionaries that its day begins with and
 * makes.
 */
@Tag("endurance")
class StoredBytesTest {
    private static final int FIRST = 100;
    private static final int LOOKUPS = 300;
    private static final String BYTES =
            "select (select avg(length(entry::text)) from audit where id > ? and entry ->> 'kind' = 'DOSSIER') as entry,"
                    + " (select avg(length(jws)) from dossier where id > ?) as jws, (select avg(length(content)) from dossier where id > ?) as content,"
                    + " (select sum(length(bundle)) / count(distinct dossier_id) from evidence where dossier_id > ?) as evidence";

    @Test
    void bodies_take_less_room_from_the_first_lookup_on_and_less_than_half_of_it_once_there_are_many() {
        Map<String, Object> alone;
        try (RunningVahid vahid = RunningVahid.another()) {
            alone = after(vahid, 0, FIRST);
        }
        try (RunningVahid vahid = RunningVahid.another(
                "--vahid.record.dictionaries=true", "--vahid.record.dictionaries-every-ms=3600000")) {
            Map<String, Object> first = after(vahid, 0, FIRST);
            after(vahid, FIRST, LOOKUPS);
            vahid.bean(DictionaryMaker.class).make();
            vahid.bean(Dictionaries.class).renew();
            Map<String, Object> together = after(vahid, FIRST, LOOKUPS);
            String figures = "alone " + alone + ", the first " + first + ", with the day's own " + together;
            System.out.println("Bytes a lookup: " + figures);
            assertThat(bytes(first, "evidence")).as(figures).isLessThan(0.8 * bytes(alone, "evidence"));
            assertThat(bytes(first, "content")).as(figures).isLessThan(0.8 * bytes(alone, "content"));
            assertThat(bytes(together, "evidence")).as(figures).isLessThan(bytes(alone, "evidence") / 2);
            assertThat(bytes(together, "content")).as(figures).isLessThan(bytes(alone, "content") / 2);
        }
    }

    private static double bytes(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).doubleValue();
    }

    private static Map<String, Object> after(RunningVahid vahid, int first, int many) {
        UUID begun = RecordId.next();
        for (int i = first; i < first + many; i++) {
            vahid.clerk().ask(vahid.population().fin(i));
        }
        return vahid.bean(JdbcTemplate.class).queryForMap(BYTES, begun, begun, begun, begun);
    }
}

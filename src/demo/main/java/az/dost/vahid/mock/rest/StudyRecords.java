package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.RegisterView;
import az.dost.vahid.mock.population.Facts;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** What the education register writes on one person. */
final class StudyRecords {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");
    /** ISCED levels, as the ministry's statistics count them. */
    private static final Map<String, Integer> LEVELS =
            Map.of("SECONDARY", 3, "VOCATIONAL", 4, "BACHELOR", 6, "MASTER", 7, "DOCTORATE", 8);

    private static final Map<String, String> STATES = Map.of("STUDYING", "T", "COMPLETED", "M");

    static ObjectNode of(RegisterView.Entry person, OffsetDateTime now) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("netice")
                .put("kod", person.known() ? 0 : 44)
                .put("mesaj", person.known() ? "Uğurlu" : "Qeyd tapılmadı");
        answer.put("fin", person.fin()).put("cavab_vaxti", LOCAL.format(now));
        if (person.known()) {
            ArrayNode records = answer.putArray("qeydler");
            List<Facts.Education> studies = person.fact("education");
            studies.forEach(study -> records.add(record(study)));
        }
        return answer;
    }

    private static ObjectNode record(Facts.Education study) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.putObject("muessise").put("ad", study.institution());
        return record.put("pille", LEVELS.get(study.level()))
                .put("ixtisas", study.programme())
                .put("tedris_ili", academicYear(study.academicYear()))
                .put("veziyyet", STATES.get(study.status()))
                .put("odenis_esasi", study.tuitionWaiver() ? "DS" : "OE");
    }

    /** 2025/2026 is written 2025-26. */
    private static String academicYear(String year) {
        return year == null ? null : year.substring(0, 4) + "-" + year.substring(7);
    }

    private StudyRecords() {}
}

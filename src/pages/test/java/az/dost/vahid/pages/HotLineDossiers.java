package az.dost.vahid.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What the gateway gives the hot-line of the dossiers of {@link Dossiers}: verdicts alone. */
final class HotLineDossiers {
    static final String CALL = "01a21d90-1111-7abc-8c9a-88fd6dac0001";
    static final String GUIDE = """
            {"services":[{"code":"ccu-car","family":"ccu","title":{"az":"Avtomobil ilə təminat","en":"Car"},"status":"ILLUSTRATIVE","described":true,"papers":5,"replaced":4},
             {"code":"ccu-martyr-family-pension","family":"ccu","title":{"az":"Şəhid ailəsi üçün təqaüd","en":"Martyr-family pension"},"status":"ILLUSTRATIVE","described":true,"papers":6,"replaced":6},
             {"code":"named-only","family":"employment","title":{"az":"Yalnız adı məlum olan xidmət"},"status":"NAMED","described":false,"papers":0,"replaced":0}]}""";
    static final String MANUAL = """
            {"code":"ccu-car","title":{"az":"Avtomobil ilə təminat","en":"Car"},"status":"ILLUSTRATIVE","statusTitle":{"az":"Nümunə","en":"Illustrative"},"sections":[
             {"id":"LEGAL_BASIS","title":{"az":"Hüquqi əsas","en":"Legal basis"},"numbered":false,"lines":[{"en":"Presidential Decree No. 1380 of 25 June 2021"}]},
             {"id":"CHANNELS","title":{"az":"Göstərilmə yolları","en":"Channels"},"numbered":false,"lines":[{"az":"DOST mərkəzi","en":"Centre"}],"sources":[{"source":"https://dost.gov.az","dated":"2026-11"}]},
             {"id":"PLACES","title":{"az":"Yerlər","en":"Places"},"numbered":false},
             {"id":"PAPERS_TO_BRING","title":{"az":"Gətirilməli sənədlər","en":"Papers to bring"},"numbered":false,"lines":[]},
             {"id":"PAPERS_REPLACED","title":{"az":"Reyestrin əvəz etdiyi sənədlər","en":"Papers replaced by registers"},"numbered":false,"lines":[{"az":"Əlillik haqqında arayış","en":"Disability certificate"}]},
             {"id":"STEPS","title":{"az":"Addımlar","en":"Steps"},"numbered":true,"lines":[{"az":"Müraciət edin","en":"Apply"},{"az":"Qərarı gözləyin","en":"Wait for the decision"}]}]}""";
    static final String CENTRES = """
            {"centres":[{"id":"dost-centre-1","kind":"CENTRE","name":{"az":"1 saylı Bakı DOST mərkəzi","en":"Baku DOST centre No. 1"},"address":{"az":"Qutqaşınlı küçəsi 86, Yasamal","en":"Gutgashinli Street 86, Yasamal"},
             "districts":[{"az":"Yasamal","en":"Yasamal"},{"az":"Səbail","en":"Sabail"}],"hours":{"az":"Bazar ertəsi – cümə axşamı 9:00–18:00","en":"Monday to Thursday 9:00 to 18:00"},"dated":"2026-11","source":"http://dost.gov.az/en/faq"},
             {"id":"absheron","kind":"CENTRE","name":{"az":"Abşeron DOST mərkəzi","en":"Absheron DOST centre"},"dated":"2025-12-23","source":"https://report.az"}]}""";

    static ObjectNode verdicts(ObjectNode dossier) {
        ObjectNode verdicts = dossier.deepCopy()
                .retain(Set.of(
                        "subject",
                        "dossierId",
                        "assembledAt",
                        "service",
                        "requester",
                        "official",
                        "caseRef",
                        "completeness",
                        "documents"));
        verdicts.put("view", "VERDICTS").put("caseRef", CALL);
        ((ObjectNode) verdicts.path("subject")).retain("fin", "state");
        for (JsonNode document : verdicts.path("documents")) {
            ((ObjectNode) document).retain("id", "title", "concerns", "verdict", "reason");
            ((ObjectNode) document.path("reason")).retain("code");
        }
        return verdicts;
    }

    /** @param until null for a call that is over */
    static String call(String until, String... lookups) {
        return "{\"call\":\"" + CALL + "\",\"at\":\"2026-11-28T08:00:00Z\","
                + (until == null ? "" : "\"until\":\"" + until + "\",") + "\"lookups\":[" + String.join(",", lookups)
                + "]}";
    }

    static String lookup() {
        return "{\"dossierId\":\"" + Dossiers.ID
                + "\",\"service\":\"ccu-car\",\"at\":\"2026-11-28T08:01:00Z\",\"completeness\":\"PARTIAL\",\"stillNeeded\":2,\"followed\":\"WAITING\",\"latest\":\""
                + Dossiers.ID + "\"}";
    }

    private HotLineDossiers() {}
}

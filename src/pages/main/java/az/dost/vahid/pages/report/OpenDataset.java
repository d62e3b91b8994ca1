package az.dost.vahid.pages.report;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;

/** The open data of a period, as the catalogue lists them. */
record OpenDataset(String period, String name, String from, String to, String version, String issued) {
    /** @param catalogue of DCAT, as the contract of statistics has it */
    static List<OpenDataset> all(JsonNode catalogue, MessageSource messages, Wording w) {
        List<OpenDataset> datasets = new ArrayList<>();
        catalogue.path("dataset").forEach(json -> {
            String period = json.path("identifier").asText();
            datasets.add(new OpenDataset(
                    period,
                    PeriodName.of(period, messages, w),
                    w.day(json.path("temporal").path("startDate").asText()),
                    w.day(json.path("temporal").path("endDate").asText()),
                    json.path("versionNumber").asText(),
                    w.moment(json.path("issued").asText())));
        });
        return datasets;
    }
}

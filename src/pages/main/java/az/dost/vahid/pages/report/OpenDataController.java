package az.dost.vahid.pages.report;

import az.dost.vahid.pages.gateway.Download;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;

/** What everybody may take along: figures of closed periods, hidden below 10 and rounded to 5. */
@Controller
final class OpenDataController {
    static final String PATH = "/open-data";
    private static final String GATEWAY = "/v1/statistics/open-data";
    private static final String DCAT = "application/ld+json";
    private final Gateway gateway;
    private final MessageSource messages;

    OpenDataController(Gateway gateway, MessageSource messages) {
        this.gateway = gateway;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String list(@RequestAttribute Wording w, Model model) {
        model.addAttribute("datasets", OpenDataset.all(gateway.get(GATEWAY).body(), messages, w));
        return "report/open-data";
    }

    @GetMapping(PATH + "/catalogue")
    ResponseEntity<byte[]> catalogue() {
        Download file = gateway.file(DCAT, GATEWAY);
        return ReportDownload.attached(file.bytes(), file.type(), "vahid-open-data.jsonld");
    }

    @GetMapping(PATH + "/{period}/files/{form}")
    ResponseEntity<byte[]> file(@PathVariable String period, @PathVariable String form) {
        return ReportDownload.of(
                gateway, GATEWAY + "/{period}", PeriodName.checked(period), null, form, "vahid-open-data-" + period);
    }

    /** The open data of a period, as the catalogue lists them. */
    private record OpenDataset(String period, String name, String from, String to, String version, String issued) {
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
}

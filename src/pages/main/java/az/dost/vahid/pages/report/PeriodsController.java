package az.dost.vahid.pages.report;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** All periods with the versions of their reports, what the reports tell, and how one looks. */
@Controller
final class PeriodsController {
    static final String PATH = "/reports";
    static final String GATEWAY = "/v1/statistics/reports";
    /** How the names of tables begin that only quarters have. */
    private static final String OF_QUARTERS = "D_";

    private final Gateway gateway;
    private final MessageSource messages;
    private final JsonNode sample = read();

    PeriodsController(Gateway gateway, MessageSource messages) {
        this.gateway = gateway;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String periods(@RequestAttribute Wording w, Model model) {
        List<PeriodLine> periods = PeriodLine.all(gateway.get(GATEWAY).body(), messages, w);
        model.addAttribute("periods", periods);
        model.addAttribute("months", FirstClosing.of("MONTH", periods));
        model.addAttribute("quarters", FirstClosing.of("QUARTER", periods));
        model.addAttribute(
                "told",
                w.values("report.Table").stream()
                        .map(id -> new ToldTable(id, w.value("report.Table", id), id.startsWith(OF_QUARTERS)))
                        .toList());
        return "report/periods";
    }

    /** A report with computed figures, before there is one of true ones, and beside those. */
    @GetMapping(PATH + "/sample")
    String sample(@RequestAttribute Wording w, Model model) {
        String days = messages.getMessage("report.sample.days", null, w.locale());
        model.addAttribute("report", PrintedReport.of(sample, days, messages, w));
        model.addAttribute("sample", true);
        model.addAttribute("versions", List.of());
        model.addAttribute("faults", Map.of());
        return "report/report";
    }

    private static JsonNode read() {
        try (InputStream in = new ClassPathResource("pages/sample/quarter.json").getInputStream()) {
            return Json.strict().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The sample of a report cannot be read", e);
        }
    }

    /** A table of reports. @param quarterly whether only quarters have it */
    private record ToldTable(String id, String name, boolean quarterly) {}

    /**
     * When the first report of a kind closes, or the oldest one that has.
     *
     * @param closesAt blank where one has closed, or none is known
     * @param closed name of the oldest period that has closed; blank where none has
     */
    private record FirstClosing(String closesAt, String closed) {
        /** @param periods the newest first */
        static FirstClosing of(String kind, List<PeriodLine> periods) {
            String closesAt = "";
            String closed = "";
            for (PeriodLine line : periods) {
                if (line.kind().equals(kind)) {
                    closesAt = line.closesAt();
                    closed = line.versions().isEmpty() ? closed : line.name();
                }
            }
            return new FirstClosing(closed.isEmpty() ? closesAt : "", closed);
        }
    }
}

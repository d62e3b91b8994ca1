package az.dost.vahid.pages.report;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Answer;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.web.NotThere;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The report of a closed period, to be read, printed and taken along, or to be closed anew. */
@Controller
final class PublishedReportController {
    private static final String ONE = PeriodsController.PATH + "/{period}";
    private static final String GATEWAY = PeriodsController.GATEWAY + "/{period}";
    private static final ObjectMapper JSON = Json.strict();
    private final Gateway gateway;
    private final MessageSource messages;

    PublishedReportController(Gateway gateway, MessageSource messages) {
        this.gateway = gateway;
        this.messages = messages;
    }

    @GetMapping(ONE)
    String report(
            @PathVariable String period,
            @RequestParam(required = false) Integer version,
            @RequestAttribute Wording w,
            Model model) {
        return page(period, version, ClosingForm.empty(), Map.of(), w, model);
    }

    private String page(
            String period, Integer version, ClosingForm form, Map<String, String> faults, Wording w, Model model) {
        Answer answer = read(period, version);
        Optional<PeriodLine> line = PeriodLine.all(
                        gateway.get(PeriodsController.GATEWAY).body(), messages, w)
                .stream()
                .filter(one -> one.period().equals(period))
                .findFirst();
        model.addAttribute("report", PrintedReport.of(answer.body(), messages, w));
        model.addAttribute("signed", !answer.signature().isEmpty());
        model.addAttribute("versions", line.map(PeriodLine::versions).orElse(List.of()));
        model.addAttribute("ordered", line.map(PeriodLine::ordered).orElse(null));
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        return "report/report";
    }

    /** Orders that it be closed anew. */
    @PostMapping(ONE)
    String close(
            @PathVariable String period,
            ClosingForm sent,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        Map<String, String> faults = sent.faults();
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return page(period, null, sent.without(), faults, w, model);
        }
        gateway.post(
                JSON.createObjectNode().put("because", sent.because()),
                Map.of("Idempotency-Key", sent.once()),
                GATEWAY + "/closings",
                PeriodName.checked(period));
        return "redirect:" + PeriodsController.PATH + '/' + period + "#closing";
    }

    @GetMapping(ONE + "/files/{form}")
    ResponseEntity<byte[]> file(
            @PathVariable String period, @PathVariable String form, @RequestParam(required = false) Integer version) {
        return ReportDownload.of(gateway, GATEWAY, PeriodName.checked(period), version, form, name(period, version));
    }

    /** Of the JSON file, which it is for. */
    @GetMapping(ONE + "/signature")
    ResponseEntity<byte[]> signature(@PathVariable String period, @RequestParam(required = false) Integer version) {
        String signature = read(period, version).signature();
        if (signature.isEmpty()) {
            throw new NotThere();
        }
        return ReportDownload.attached(
                signature.getBytes(StandardCharsets.US_ASCII), "application/jose", name(period, version) + ".json.jws");
    }

    private Answer read(String period, Integer version) {
        PeriodName.checked(period);
        return version == null
                ? gateway.get(GATEWAY, period)
                : gateway.get(GATEWAY + "?version={version}", period, version);
    }

    private static String name(String period, Integer version) {
        return "vahid-report-" + period + (version == null ? "" : "-v" + version);
    }
}

package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.picture.ColumnChart;
import az.dost.vahid.pages.picture.LineChart;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** One agency over the last hour or day. */
@Controller
final class AgencyController {
    static final String PATH = OverviewController.PATH + "/agencies";
    private final Gateway operations;
    private final OperatorActs acts;
    private final MessageSource messages;

    /** How far back. */
    enum Period {
        HOUR,
        DAY
    }

    AgencyController(@Qualifier(Gateway.OPERATIONS) Gateway operations, OperatorActs acts, MessageSource messages) {
        this.operations = operations;
        this.acts = acts;
        this.messages = messages;
    }

    @GetMapping(PATH + "/{id}")
    String agency(
            @PathVariable String id,
            @RequestParam(defaultValue = "HOUR") Period period,
            HttpServletRequest request,
            @RequestAttribute Wording w,
            Model model) {
        JsonNode history = operations
                .get("/v1/operations/agencies/{id}/history?period={period}", id, period)
                .body();
        JsonNode overview = operations.get(OverviewController.GATEWAY).body();
        model.addAttribute("minutes", overview.path("minutes").asLong());
        for (JsonNode agency : overview.path("agencies")) {
            if (agency.path("agency").asText().equals(id)) {
                model.addAttribute("now", AgencyRow.of(agency, w));
            }
        }
        HealthPlots plots = new HealthPlots(history, w.value("operations.period", period.name()), messages, w);
        model.addAttribute("acts", acts.may(request));
        model.addAttribute("id", id);
        model.addAttribute("name", w.agency(id));
        model.addAttribute("period", period.name());
        model.addAttribute("periods", List.of(Period.HOUR.name(), Period.DAY.name()));
        model.addAttribute("quiet", plots.isQuiet());
        model.addAttribute("asked", ColumnChart.of(plots.asked(), w));
        model.addAttribute("waited", LineChart.of(plots.waited(), w));
        return "operator/agency";
    }
}

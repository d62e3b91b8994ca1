package az.dost.vahid.pages.report;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** All periods, with the versions of their reports. */
@Controller
final class PeriodsController {
    static final String PATH = "/reports";
    static final String GATEWAY = "/v1/statistics/reports";
    private final Gateway gateway;
    private final MessageSource messages;

    PeriodsController(Gateway gateway, MessageSource messages) {
        this.gateway = gateway;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String periods(@RequestAttribute Wording w, Model model) {
        model.addAttribute("periods", PeriodLine.all(gateway.get(GATEWAY).body(), messages, w));
        return "report/periods";
    }
}

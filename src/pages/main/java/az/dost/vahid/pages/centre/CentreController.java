package az.dost.vahid.pages.centre;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** What the manager's own centre did today, beside other days; which centre it is the gateway knows. */
@Controller
final class CentreController {
    static final String PATH = "/centre";
    private final Gateway gateway;

    CentreController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping(PATH)
    String centre(@RequestAttribute Wording w, Model model) {
        List<CentrePeriod> periods = Stream.of(CentrePeriod.TODAY, "YESTERDAY", "LAST_WEEK", CentrePeriod.MONTH)
                .map(period -> new CentrePeriod(
                        period,
                        gateway.get("/v1/statistics/centres/own?period=" + period)
                                .body(),
                        w))
                .toList();
        model.addAttribute("periods", periods);
        model.addAttribute(
                "told", periods.stream().filter(CentrePeriod::isToldInFull).toList());
        return "centre/centre";
    }
}

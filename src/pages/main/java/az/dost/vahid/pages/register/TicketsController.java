package az.dost.vahid.pages.register;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.fact.FactWords;
import az.dost.vahid.pages.fact.Shapes;
import az.dost.vahid.pages.gateway.Answer;
import az.dost.vahid.pages.gateway.Download;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.ListQuery;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.web.NotThere;
import az.dost.vahid.pages.words.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The tickets of the registers that somebody keeps, the newest first. */
@Controller
final class TicketsController {
    static final String PATH = "/register/tickets";
    static final String GATEWAY = "/v1/quality/agencies/{agency}/tickets";
    private static final String CSV = "text/csv";
    private final Gateway gateway;
    private final Visitors visitors;
    private final Shapes shapes;

    TicketsController(Gateway gateway, Visitors visitors, Shapes shapes) {
        this.gateway = gateway;
        this.visitors = visitors;
        this.shapes = shapes;
    }

    /**
     * @param agency blank for the first of his registers
     * @param state blank for any
     * @param page where the part before ended
     * @param answered whether he comes from a ticket that he has answered, or that waits for nobody
     */
    @GetMapping(PATH)
    String list(
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(required = false) String answered,
            HttpServletRequest request,
            @RequestAttribute Wording w,
            Model model) {
        List<String> registers = visitors.of(request).registers();
        model.addAttribute("registers", registers);
        model.addAttribute("states", w.values("quality.State"));
        model.addAttribute("state", state);
        model.addAttribute("answered", answered != null);
        if (registers.isEmpty()) {
            model.addAttribute("agency", "");
            model.addAttribute("tickets", List.of());
            model.addAttribute("next", "");
            return "register/tickets";
        }
        String his = his(registers, agency);
        Answer found = new ListQuery(GATEWAY)
                .with("state", known(state, w))
                .with("page", page)
                .ask(gateway, his);
        FactWords facts = new FactWords(shapes, w);
        model.addAttribute("agency", his);
        model.addAttribute("tickets", Json.list(found.body().path("tickets"), one -> Ticket.of(one, facts, w)));
        model.addAttribute("next", found.next());
        return "register/tickets";
    }

    /** The newest two hundred of a state, as the gateway writes them. */
    @GetMapping(PATH + "/{agency}/table")
    ResponseEntity<byte[]> table(
            @PathVariable String agency,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            @RequestAttribute Wording w) {
        String his = his(visitors.of(request).registers(), agency);
        String wanted = known(state, w);
        Download file = wanted.isEmpty()
                ? gateway.file(CSV, GATEWAY + "?form=CSV", his)
                : gateway.file(CSV, GATEWAY + "?form=CSV&state={state}", his, wanted);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.type())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("vahid-tickets-" + his + ".csv")
                                .build()
                                .toString())
                .body(file.bytes());
    }

    /** @throws NotThere for a register that he does not keep */
    static String his(List<String> registers, String agency) {
        if (agency.isEmpty() && !registers.isEmpty()) {
            return registers.get(0);
        }
        if (!registers.contains(agency)) {
            throw new NotThere();
        }
        return agency;
    }

    /** Blank for one that there is not. */
    private static String known(String state, Wording w) {
        return w.values("quality.State").contains(state) ? state : "";
    }
}

package az.dost.vahid.pages.register;

import az.dost.vahid.pages.fact.FactWords;
import az.dost.vahid.pages.fact.Shapes;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.words.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** One ticket, and what its register says of it. */
@Controller
final class TicketController {
    private static final String PATH = TicketsController.PATH + "/{agency}/{id}";
    private static final String GATEWAY = TicketsController.GATEWAY + "/{id}";
    private static final int NOT_FOUND = 404;
    private final Gateway gateway;
    private final Visitors visitors;
    private final Shapes shapes;

    TicketController(Gateway gateway, Visitors visitors, Shapes shapes) {
        this.gateway = gateway;
        this.visitors = visitors;
        this.shapes = shapes;
    }

    @GetMapping(PATH)
    String show(
            @PathVariable String agency,
            @PathVariable UUID id,
            HttpServletRequest request,
            @RequestAttribute Wording w,
            Model model) {
        return show(his(request, agency), id, AnswerForm.empty(), Map.of(), w, model);
    }

    private String show(String agency, UUID id, AnswerForm form, Map<String, String> faults, Wording w, Model model) {
        model.addAttribute("agency", agency);
        model.addAttribute("ticket", Ticket.of(gateway.get(GATEWAY, agency, id).body(), new FactWords(shapes, w), w));
        model.addAttribute("answers", w.values("quality.Answer"));
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        return "register/ticket";
    }

    /** Sent twice it is one answer: a ticket that is answered waits for none. */
    @PostMapping(PATH)
    String answer(
            @PathVariable String agency,
            @PathVariable UUID id,
            AnswerForm sent,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        String his = his(request, agency);
        Map<String, String> faults = sent.faults();
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return show(his, id, sent, faults, w, model);
        }
        try {
            gateway.post(sent.body(), GATEWAY + "/answer", his, id);
        } catch (Refused refused) {
            if (refused.status() != NOT_FOUND) {
                throw refused;
            }
        }
        return "redirect:" + TicketsController.PATH + "?agency=" + his + "&answered";
    }

    private String his(HttpServletRequest request, String agency) {
        return TicketsController.his(visitors.of(request).registers(), agency);
    }
}

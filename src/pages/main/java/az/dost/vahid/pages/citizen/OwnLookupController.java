package az.dost.vahid.pages.citizen;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.web.NotThere;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** One lookup: all that is told of it, the citizen's question about it, and its receipt as a file. */
@Controller
final class OwnLookupController {
    private static final String PATH = OwnLookupsController.PATH + "/{id}";
    private static final String GATEWAY = "/v1/citizens/me/lookups/{id}";
    private static final int LONGEST = 1000;
    private final Gateway gateway;

    OwnLookupController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping(PATH)
    String show(@PathVariable UUID id, @RequestAttribute Wording w, Model model) {
        return page(id, "", Map.of(), w, model);
    }

    private String page(UUID id, String question, Map<String, String> faults, Wording w, Model model) {
        model.addAttribute("lookup", OwnLookup.of(gateway.get(GATEWAY, id).body(), w));
        model.addAttribute("question", question);
        model.addAttribute("faults", faults);
        return "citizen/lookup";
    }

    /** One that was sent twice is one: the second time shows what became of the first. */
    @PostMapping(PATH)
    String ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String question,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        String text = Typed.text(question);
        if (text.isEmpty() || text.length() > LONGEST) {
            response.setStatus(422);
            return page(
                    id,
                    text,
                    Map.of("question", text.isEmpty() ? "citizen.ask.missing" : "citizen.ask.long"),
                    w,
                    model);
        }
        try {
            gateway.post(JsonNodeFactory.instance.objectNode().put("question", text), GATEWAY + "/question", id);
        } catch (Refused refused) {
            if (refused.field().equals("question")) {
                response.setStatus(422);
                return page(id, "", Map.of("question", "citizen.text.wrong"), w, model);
            }
            if (!refused.code().equals("QUESTION_ASKED")) {
                throw refused;
            }
        }
        return "redirect:" + OwnLookupsController.PATH + "/" + id;
    }

    /** As {@code contracts/receipt.schema.json} has it: it can be checked without Vahid. */
    @GetMapping(PATH + "/receipt.json")
    ResponseEntity<byte[]> receipt(@PathVariable UUID id) {
        JsonNode receipt = gateway.get(GATEWAY, id).body().path("receipt");
        if (receipt.isMissingNode()) {
            throw new NotThere();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("receipt-" + id + ".json")
                                .build()
                                .toString())
                .body(receipt.toString().getBytes(StandardCharsets.UTF_8));
    }
}

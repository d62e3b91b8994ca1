package az.dost.vahid.pages.simulation;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Answer;
import az.dost.vahid.pages.gateway.Download;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.login.Visitor;
import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.web.NotThere;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** One simulation: who asked for what, who decides, and its sheets once it is computed. */
@Controller
final class SimulationController {
    private static final String PATH = SimulationsController.PATH + "/{id}";
    private static final String GATEWAY = SimulationsController.GATEWAY + "/{id}";
    private static final int LONGEST = 1000;
    private static final ObjectMapper JSON = Json.mapper();
    private final Gateway gateway;
    private final Visitors visitors;
    private final MessageSource messages;

    SimulationController(Gateway gateway, Visitors visitors, MessageSource messages) {
        this.gateway = gateway;
        this.visitors = visitors;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String show(@PathVariable UUID id, HttpServletRequest request, @RequestAttribute Wording w, Model model) {
        return page(id, "", Map.of(), request, w, model);
    }

    private String page(
            UUID id, String note, Map<String, String> faults, HttpServletRequest request, Wording w, Model model) {
        JsonNode json = gateway.get(GATEWAY, id).body();
        SimulationLine simulation = SimulationLine.of(json, w);
        Visitor visitor = visitors.of(request);
        model.addAttribute("simulation", simulation);
        model.addAttribute("note", note);
        model.addAttribute("faults", faults);
        model.addAttribute("mine", simulation.askedBy().equals(visitor.official()));
        model.addAttribute("decides", decides(visitor));
        model.addAttribute("changes", Sheet.CHANGES);
        model.addAttribute(
                "sheets",
                simulation.isDone()
                        ? Sheet.all(
                                gateway.get(GATEWAY + "/result", id).body(),
                                Json.list(json.path("changes"), JsonNode::asText),
                                messages,
                                w)
                        : List.of());
        return "simulation/simulation";
    }

    @PostMapping(path = PATH, params = "release")
    String release(@PathVariable UUID id, HttpServletRequest request) {
        onlyWhoDecides(request);
        gateway.post(JSON.createObjectNode(), GATEWAY + "/release", id);
        return "redirect:" + SimulationsController.PATH + "/" + id;
    }

    @PostMapping(path = PATH, params = "refuse")
    String refuse(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        onlyWhoDecides(request);
        String said = note.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            response.setStatus(422);
            return page(id, said, Map.of("note", "simulation.refuse.wrong"), request, w, model);
        }
        gateway.post(JSON.createObjectNode().put("note", said), GATEWAY + "/refusal", id);
        return "redirect:" + SimulationsController.PATH + "/" + id;
    }

    /** The result byte by byte, as it was signed. */
    @GetMapping(PATH + "/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        Download file = gateway.file("application/json", GATEWAY + "/result", id);
        return attached(file.bytes(), file.type(), "vahid-simulation-" + id + ".json");
    }

    @GetMapping(PATH + "/signature")
    ResponseEntity<byte[]> signature(@PathVariable UUID id) {
        Answer result = gateway.get(GATEWAY + "/result", id);
        if (result.signature().isEmpty()) {
            throw new NotThere();
        }
        return attached(
                result.signature().getBytes(StandardCharsets.US_ASCII),
                "application/jose",
                "vahid-simulation-" + id + ".json.jws");
    }

    private static ResponseEntity<byte[]> attached(byte[] bytes, String type, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }

    private static boolean decides(Visitor visitor) {
        return visitor.hasOneOf(Set.of(VisitorRole.AUDITOR));
    }

    private void onlyWhoDecides(HttpServletRequest request) {
        if (!decides(visitors.of(request))) {
            throw new NotThere();
        }
    }
}

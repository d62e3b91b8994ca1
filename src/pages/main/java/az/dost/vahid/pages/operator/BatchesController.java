package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.login.SessionOver;
import az.dost.vahid.pages.words.StateTag;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;

/** Orders to settle many dead letters: whoever leaves one finds it again. */
@Controller
final class BatchesController {
    static final String PATH = DeadLettersController.PATH + "/batches";
    static final String GATEWAY = "/v1/operations/dead-letters/batches";
    private final Gateway operations;

    BatchesController(@Qualifier(Gateway.OPERATIONS) Gateway operations) {
        this.operations = operations;
    }

    @GetMapping(PATH)
    String list(@RequestAttribute Wording w, Model model) {
        model.addAttribute(
                "batches", Json.list(operations.get(GATEWAY).body().path("batches"), batch -> BatchRow.of(batch, w)));
        return "operator/batches";
    }

    @GetMapping(PATH + "/{id}")
    String batch(@PathVariable UUID id, HttpServletRequest request, @RequestAttribute Wording w, Model model) {
        model.addAttribute(
                "batch", BatchRow.of(operations.get(GATEWAY + "/{id}", id).body(), w));
        return request.getHeader(SessionOver.HTMX) == null ? "operator/batch" : "operator/batch :: part";
    }

    /** An order to settle many dead letters, and how far it is. @param ended blank before it has */
    private record BatchRow(
            String id,
            String act,
            StateTag state,
            boolean running,
            long letters,
            long done,
            long failed,
            String because,
            String ended) {
        static BatchRow of(JsonNode json, Wording w) {
            String state = json.path("state").asText();
            String words = w.value("operations.BatchState", state);
            return new BatchRow(
                    json.path("id").asText(),
                    w.value("operations.BatchAct", json.path("act").asText()),
                    switch (state) {
                        case "COMPLETED" -> StateTag.good(words);
                        case "FAILED" -> StateTag.bad(words);
                        default -> StateTag.open(words);
                    },
                    state.equals("RUNNING"),
                    json.path("letters").asLong(),
                    json.path("done").asLong(),
                    json.path("failed").asLong(),
                    json.path("because").asText(),
                    json.has("endedAt") ? w.moment(json.path("endedAt").asText()) : "");
        }
    }
}

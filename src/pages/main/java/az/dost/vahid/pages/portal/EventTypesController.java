package az.dost.vahid.pages.portal;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** Which life events there are, and what each tells. */
@Controller
final class EventTypesController {
    /** In which the schemas of the answer have their references. */
    private static final String SCHEMA = "event.schema.json";

    private final Gateway gateway;

    EventTypesController(Gateway gateway) {
        this.gateway = gateway;
    }

    /** @param special the fact of which a subscriber needs a grant; blank for none */
    record EventType(String type, String title, String special, ShownShape data) {}

    @GetMapping(ContractsController.PATH + "/events")
    String events(@RequestAttribute Wording w, Model model) {
        SchemaReader schemas = new SchemaReader(new References(SCHEMA, file -> MissingNode.getInstance()));
        List<EventType> events = new ArrayList<>();
        for (JsonNode event : gateway.get("/v1/catalogue/events").body().path("events")) {
            String type = event.path("type").asText();
            events.add(new EventType(
                    type,
                    event.path("title").path(w.tag()).asText(),
                    event.has("specialCategory")
                            ? w.of("facts", event.path("specialCategory").asText())
                            : "",
                    schemas.shape("data", event.path("schema"), "/events/" + type, true)));
        }
        model.addAttribute("events", events);
        return "portal/events";
    }
}

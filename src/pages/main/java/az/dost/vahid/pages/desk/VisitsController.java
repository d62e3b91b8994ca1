package az.dost.vahid.pages.desk;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What an official takes along to the visits of a day: to print, and as a file for the office's own system. */
@Controller
final class VisitsController {
    private static final String PATH = "/desk/visits";
    private static final String LIST = "/v1/officials/me/visits?channel={channel}&day={day}";
    private static final String PLACE = "passport.channel";
    private static final String HOME = "HOME";
    private final Gateway gateway;
    private final MessageSource messages;

    VisitsController(Gateway gateway, MessageSource messages) {
        this.gateway = gateway;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String visits(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = HOME) String channel,
            @RequestAttribute Wording w,
            Model model) {
        JsonNode list = list(day, channel, w);
        model.addAttribute("day", list.path("day").asText())
                .addAttribute("channel", channel)
                .addAttribute("channels", w.values(PLACE));
        model.addAttribute("visits", read(list, w))
                .addAttribute("whole", list.path("whole").asBoolean());
        return "desk/visits";
    }

    @GetMapping(PATH + "/list.csv")
    ResponseEntity<byte[]> file(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = HOME) String channel,
            @RequestAttribute Wording w) {
        JsonNode list = list(day, channel, w);
        byte[] file = new VisitsFile(messages, w.locale()).of(read(list, w));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("visits-" + list.path("day").asText() + ".csv")
                                .build()
                                .toString())
                .body(file);
    }

    /** @throws ResponseStatusException 404 for what no form of ours sends */
    private JsonNode list(String day, String channel, Wording w) {
        String of = day.isEmpty() ? LocalDate.now(Wording.BAKU).toString() : day;
        if (!isDay(of) || !w.values(PLACE).contains(channel)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return gateway.get(LIST, channel, of).body();
    }

    private static List<TodaysVisit> read(JsonNode list, Wording w) {
        return Json.list(list.path("visits"), one -> TodaysVisit.of(one, w));
    }

    static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}

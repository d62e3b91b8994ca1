package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A right as operators see it, in words.
 *
 * @param title its code where it stands in no file any more
 * @param agency whoever awards it; blank then
 * @param from first day of the law that holds; blank where none does
 * @param until its last day; blank where no end is known
 * @param next first day of the law after it; blank where none is known
 * @param oldestDue blank where nobody waits to be looked at
 * @param oldestOffer blank where no offer may still be awarded
 */
record RightRow(
        String code,
        String title,
        String agency,
        String acts,
        String from,
        String until,
        String next,
        String due,
        String oldestDue,
        String silent,
        String birthdays,
        List<Counted> found,
        List<Counted> ended,
        List<Counted> offers,
        String oldestOffer,
        List<Register> registers) {
    /** How many there are of what. */
    record Counted(String words, String count) {}

    /** Who did not say something, or what nobody has. */
    record Register(String right, String name, String waiting, String undecided) {
        private static Register of(JsonNode json, String right, Wording w) {
            String register = json.path("register").asText();
            return new Register(
                    right,
                    json.has("title") ? title(json, register, w) : w.agency(register),
                    w.number(json.path("waiting").asLong()),
                    w.number(json.path("undecided").asLong()));
        }
    }

    static RightRow of(JsonNode json, Wording w) {
        String code = json.path("right").asText();
        String title = title(json, code, w);
        return new RightRow(
                code,
                title,
                json.has("awardedBy") ? w.agency(json.path("awardedBy").asText()) : "",
                json.at("/law/acts").asText(),
                w.day(json.at("/law/from").asText()),
                w.day(json.at("/law/until").asText()),
                w.day(json.at("/next/from").asText()),
                w.number(json.path("due").asLong()),
                w.moment(json.path("oldestDue").asText()),
                w.number(json.path("silent").asLong()),
                w.number(json.path("birthdays").asLong()),
                counted(json.path("evaluations"), "outcome", "offers.RightOutcome", w),
                counted(json.path("ended"), "end", "offers.RightEnd", w),
                counted(json.path("offers"), "state", "offers.State", w),
                w.moment(json.path("oldestOffer").asText()),
                Json.list(json.path("registers"), register -> Register.of(register, title, w)));
    }

    private static String title(JsonNode json, String otherwise, Wording w) {
        return json.path("title").path(w.tag()).asText(otherwise);
    }

    private static List<Counted> counted(JsonNode list, String name, String place, Wording w) {
        return Json.list(
                list,
                one -> new Counted(
                        w.value(place, one.path(name).asText()),
                        w.number(one.path("count").asLong())));
    }
}

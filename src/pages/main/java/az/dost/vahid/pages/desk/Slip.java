package az.dost.vahid.pages.desk;

import az.dost.vahid.pages.lookup.AskedPapers;
import az.dost.vahid.pages.picture.QrCode;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.context.MessageSource;

/** What a citizen takes home: no fact, and no name; in a language of its own, whatever that of the page is. */
final class Slip {
    private final AskedPapers papers;
    private final JsonNode centre;
    private final String ratingCode;
    private final String rating;
    private final Wording w;
    private final MessageSource messages;

    /**
     * @param papers in the language of the slip
     * @param centre as the catalogue has it; missing where it does not name the clerk's office
     * @param ratingCode blank where the gateway gives none
     * @param rating address at which a slip is rated, to be read on paper
     * @param w of the language of the slip
     */
    Slip(AskedPapers papers, JsonNode centre, String ratingCode, String rating, Wording w, MessageSource messages) {
        this.papers = papers;
        this.centre = centre;
        this.ratingCode = ratingCode;
        this.rating = rating;
        this.w = w;
        this.messages = messages;
    }

    /** A message in the language of the slip. */
    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, w.locale());
    }

    public String getLang() {
        return w.tag();
    }

    public AskedPapers getPapers() {
        return papers;
    }

    /** What it comes to, in a few large words. */
    public String getVerdict() {
        return papers.getNeeded() > 0
                ? say("desk.slip.bring", papers.getNeeded())
                : papers.getOpen() > 0
                        ? say("desk.slip.wait")
                        : papers.isRightDoubted() ? say("desk.slip.checked") : say("desk.slip.title");
    }

    /** What that means; blank where the list of papers says it. */
    public String getMeaning() {
        if (papers.getNeeded() > 0) {
            return papers.getOpen() > 0 ? say("desk.slip.open-too", papers.getOpen()) : "";
        }
        return papers.getOpen() > 0
                ? say("desk.slip.open")
                : papers.isRightDoubted() ? say("desk.slip.right-doubted") : say("desk.slip.nothing");
    }

    /** Blank where nobody has published the centre. */
    public String getCentre() {
        return told("name");
    }

    public String getAddress() {
        return told("address");
    }

    public String getHours() {
        return told("hours");
    }

    private String told(String member) {
        return centre.path(member).path(w.tag()).asText();
    }

    public String getRatingCode() {
        return ratingCode;
    }

    public String getRating() {
        return rating;
    }

    /**
     * Leads to the rating without typing. The code stands behind the sign #, which no browser sends: it is in no
     * address that a server or a balancer sees.
     */
    public QrCode getQr() {
        return QrCode.of(rating + '#' + ratingCode);
    }
}

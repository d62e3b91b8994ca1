package az.dost.vahid.pages.visit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A clerk who asks at the desk. */
public final class Desk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String READ = "address => fetch(address).then(answer => answer.text())";
    private final Visit clerk;

    /** @param clerk who has logged in */
    public Desk(Visit clerk) {
        this.clerk = clerk;
    }

    /** Fills in the form and sends it. */
    public Desk ask(String fin, String service, String caseRef) {
        clerk.open("/desk");
        clerk.page().locator("#fin").fill(fin);
        clerk.page().locator("#service-" + service).check();
        clerk.page().locator("#caseRef").fill(caseRef);
        clerk.page().locator("#send").click();
        return this;
    }

    /** Until the answer is there. */
    public Desk answered() {
        clerk.page().waitForURL("**/desk/dossiers/*");
        return this;
    }

    /** The dossier that the page shows, as the gateway gives it. */
    public JsonNode dossier() {
        try {
            return JSON.readTree(
                    (String) clerk.page().evaluate(READ, clerk.page().url() + "/dossier.json"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}

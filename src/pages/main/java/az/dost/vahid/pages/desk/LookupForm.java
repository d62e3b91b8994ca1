package az.dost.vahid.pages.desk;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.login.KeptForm;
import az.dost.vahid.pages.words.FinForm;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What was typed into the form of the desk.
 *
 * @param search what the service was looked for by
 * @param channel blank where nobody said it
 * @param once made with the form: however often it is sent, it is one question
 */
record LookupForm(String fin, String search, String service, String caseRef, String channel, String once) {
    private static final ObjectMapper JSON = Json.mapper();
    /** Of {@code lookup.openapi.yaml}. */
    private static final Pattern CASE = Pattern.compile("[A-Za-z0-9/_.-]{1,64}");

    private static final Pattern ONCE = Pattern.compile("[0-9a-f-]{36}");

    LookupForm {
        fin = FinForm.of(fin);
        search = text(search);
        service = text(service);
        caseRef = text(caseRef);
        channel = text(channel);
        once = ONCE.matcher(text(once)).matches() ? once : UUID.randomUUID().toString();
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    /** @param channel by which the citizen before came: most who come to one desk come alike */
    static LookupForm begun(String channel) {
        return new LookupForm("", "", "", "", channel, "");
    }

    /** For the message that says what is wrong with the FIN. */
    String strange() {
        return FinForm.strange(fin);
    }

    /** By field, the message that says what is wrong with it; in the order of the fields. */
    Map<String, String> faults(Collection<String> services, Collection<String> channels) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!FinForm.isFin(fin)) {
            faults.put("fin", FinForm.fault(fin));
        }
        if (!services.contains(service)) {
            faults.put("service", "desk.form.service.missing");
        }
        if (!CASE.matcher(caseRef).matches()) {
            faults.put("caseRef", caseRef.isEmpty() ? "desk.form.case.missing" : "desk.form.case.wrong");
        }
        if (!channel.isEmpty() && !channels.contains(channel)) {
            faults.put("channel", "desk.form.channel.wrong");
        }
        return faults;
    }

    /** As {@link KeptForm} keeps it. */
    String written() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form cannot be written", e);
        }
    }

    /** @param written by {@link #written()} */
    static LookupForm read(String written) {
        try {
            return JSON.readValue(written, LookupForm.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form that was kept cannot be read", e);
        }
    }

    /** The same as another question: what is sent next asks anew. */
    LookupForm anew() {
        return new LookupForm(fin, search, service, caseRef, channel, "");
    }

    /** Under which it is asked: the same question of one form is asked once, another one is another. */
    String key(String official) {
        return UUID.nameUUIDFromBytes((once + question(official)).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** A body of {@code POST /v1/dossiers}. */
    ObjectNode question(String official) {
        ObjectNode body = Json.mapper()
                .createObjectNode()
                .put("service", service)
                .put("caseRef", caseRef)
                .put("official", official);
        body.putObject("subject").put("fin", fin);
        if (!channel.isEmpty()) {
            body.put("channel", channel);
        }
        return body;
    }

    @Override
    public String toString() {
        return service + " " + caseRef;
    }
}

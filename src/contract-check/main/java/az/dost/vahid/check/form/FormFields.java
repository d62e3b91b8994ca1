package az.dost.vahid.check.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A request in the form of a web page (application/x-www-form-urlencoded), whose fields a JSON Schema describes. */
record FormFields(JsonForm fields) implements HeldForm {
    @Override
    public List<FormMisfit> misfits(String document) {
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        for (String field : document.strip().split("&")) {
            String[] parts = field.split("=", 2);
            read.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
        }
        return fields.misfits(read).stream()
                .map(misfit -> new FormMisfit(1, 1, null, misfit.value(), misfit.doubtful(), misfit.message()))
                .toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}

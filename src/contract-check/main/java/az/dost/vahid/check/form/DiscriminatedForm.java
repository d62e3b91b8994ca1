package az.dost.vahid.check.form;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/**
 * A document that says itself by one of its members which of several schemas it is of (OpenAPI 3, discriminator
 * object).
 */
record DiscriminatedForm(String member, Map<String, JsonForm> forms) implements HeldForm {
    private static final ObjectMapper JSON = Json.mapper();

    @Override
    public List<FormMisfit> misfits(String document) {
        JsonNode said;
        try {
            said = JSON.readTree(document).path(member);
        } catch (JsonProcessingException e) {
            return List.of();
        }
        JsonForm meant = forms.get(said.asText());
        return meant != null
                ? meant.misfits(document)
                : List.of(new FormMisfit(
                        JsonPointer.empty().appendProperty(member),
                        said.isMissingNode() ? null : said.asText(),
                        "/" + member + ": " + (said.isMissingNode() ? "is not there" : said + " is none") + " of "
                                + String.join(", ", forms.keySet())));
    }
}

package az.dost.vahid.check;

import az.dost.vahid.definition.Finding;
import az.dost.vahid.logging.PlainText;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a check has to say about one place in a folder. */
public record Remark(Severity severity, Finding finding) {
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("severity", severity.toString())
                .put("file", finding.file());
        if (finding.line() > 0) {
            json.put("line", finding.line());
        }
        if (finding.line() > 0 && finding.column() > 0) {
            json.put("column", finding.column());
        }
        json.put("message", finding.message());
        if (finding.suggestion() != null) {
            json.put("suggestion", finding.suggestion());
        }
        return json;
    }

    /**
     * {@code file:line:column: severity: message}, which editors and terminals make a link of; names of the agency's in
     * it do nothing there.
     */
    @Override
    public String toString() {
        String text = finding.toString();
        int place = text.length()
                - new Finding("", 0, 0, finding.message(), finding.suggestion())
                        .toString()
                        .length();
        return PlainText.of(text.substring(0, place) + ": " + severity + text.substring(place));
    }
}

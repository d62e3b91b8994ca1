package az.dost.vahid.mock.file;

/**
 * Writes XML in its canonical form (Canonical XML 1.0, section 2.3), so that the bytes in the file are the bytes that
 * are signed and nothing must be parsed again to sign it.
 */
final class CanonicalXml {
    private final StringBuilder text = new StringBuilder(1024);

    /**
     * Attributes as name, value, name, value, ordered by name as the canonical form wants; one without value is left
     * out.
     */
    CanonicalXml open(String element, String... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                text.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1], true);
                text.append('"');
            }
        }
        text.append('>');
        return this;
    }

    CanonicalXml text(String value) {
        escape(value, false);
        return this;
    }

    CanonicalXml close(String element) {
        text.append("</").append(element).append('>');
        return this;
    }

    CanonicalXml line() {
        text.append('\n');
        return this;
    }

    /** What was written since the last call. */
    String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }

    private void escape(String value, boolean attribute) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '\r' -> text.append("&#xD;");
                case '>' -> text.append(attribute ? ">" : "&gt;");
                case '"' -> text.append(attribute ? "&quot;" : "\"");
                case '\t' -> text.append(attribute ? "&#x9;" : "\t");
                case '\n' -> text.append(attribute ? "&#xA;" : "\n");
                default -> text.append(c);
            }
        }
    }
}

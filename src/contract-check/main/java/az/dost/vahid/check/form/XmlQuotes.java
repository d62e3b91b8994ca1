package az.dost.vahid.check.form;

/** Text as it stands in an attribute's value. */
final class XmlQuotes {
    static String attribute(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private XmlQuotes() {}
}

package az.dost.vahid.signature.xml;

import az.dost.vahid.signature.xml.XmlSchemas.Misfit;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What the JDK's reader of schemas says, without what only its authors need: the rule's code before it, and the same
 * thing twice.
 */
final class SchemaMessage {
    private static final Pattern CODED = Pattern.compile("(?s)([a-zA-Z][\\w-]*(?:\\.[\\w.]+)?): (.*)");
    /** Follow on what was said of the value itself. */
    private static final Set<String> FOLLOWING = Set.of("cvc-type.3.1.3", "cvc-attribute.3", "cvc-complex-type.2.2");

    private static final int LONGEST = 400;

    static Misfit misfit(SAXParseException e) {
        Matcher coded = CODED.matcher(message(e));
        boolean code = coded.matches() && coded.group(1).contains("-");
        return new Misfit(
                e.getSystemId(),
                Math.max(0, e.getLineNumber()),
                Math.max(0, e.getColumnNumber()),
                "",
                code ? coded.group(1) : "",
                shortened(code ? coded.group(2) : message(e)));
    }

    static String text(SAXException e) {
        return shortened(message(e));
    }

    /** Unless it only says once more what the one before says. */
    static void add(List<Misfit> misfits, Misfit misfit) {
        Misfit before = misfits.isEmpty() ? null : misfits.get(misfits.size() - 1);
        boolean again = before != null
                && FOLLOWING.contains(misfit.code())
                && before.line() == misfit.line()
                && before.path().equals(misfit.path())
                && before.code().contains("valid");
        if (!again) {
            misfits.add(misfit);
        }
    }

    private static String message(SAXException e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().lines().findFirst().orElse("");
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    private SchemaMessage() {}
}

package az.dost.vahid.kit.draft.schema;

import az.dost.vahid.kit.draft.field.Example;
import az.dost.vahid.kit.draft.field.Kind;
import az.dost.vahid.kit.draft.field.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.ws.commons.schema.XmlSchemaEnumerationFacet;
import org.apache.ws.commons.schema.XmlSchemaFacet;
import org.apache.ws.commons.schema.XmlSchemaFractionDigitsFacet;
import org.apache.ws.commons.schema.XmlSchemaLengthFacet;
import org.apache.ws.commons.schema.XmlSchemaMaxExclusiveFacet;
import org.apache.ws.commons.schema.XmlSchemaMaxInclusiveFacet;
import org.apache.ws.commons.schema.XmlSchemaMaxLengthFacet;
import org.apache.ws.commons.schema.XmlSchemaMinExclusiveFacet;
import org.apache.ws.commons.schema.XmlSchemaMinInclusiveFacet;
import org.apache.ws.commons.schema.XmlSchemaMinLengthFacet;
import org.apache.ws.commons.schema.XmlSchemaPatternFacet;
import org.apache.ws.commons.schema.XmlSchemaTotalDigitsFacet;

/** A value that keeps to the facets of a restriction, as far as one is known. */
public final class Restricted {
    public static final int LONGEST = 1_000;
    private static final String NUMBER = "-?\\d+(?:[.]\\d+)?";

    /**
     * @param base value of the type that is restricted
     * @param steps facets of one restriction each, the outermost first
     */
    public static Value of(Value base, List<List<XmlSchemaFacet>> steps) {
        List<XmlSchemaFacet> facets = steps.stream().flatMap(List::stream).toList();
        List<String> values = steps.stream()
                .map(step -> said(step, XmlSchemaEnumerationFacet.class))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (!values.isEmpty()) {
            return Value.oneOf(values);
        }
        List<String> expressions = steps.stream()
                .map(step -> said(step, XmlSchemaPatternFacet.class))
                .filter(said -> !said.isEmpty())
                .map(said -> said.size() == 1
                        ? said.get(0)
                        : said.stream().map(one -> "(" + one + ")").collect(Collectors.joining("|")))
                .collect(Collectors.toCollection(ArrayList::new));
        int exact = length(facets, XmlSchemaLengthFacet.class, false, -1);
        int least = exact >= 0 ? exact : length(facets, XmlSchemaMinLengthFacet.class, true, 0);
        int most = exact >= 0 ? exact : length(facets, XmlSchemaMaxLengthFacet.class, false, LONGEST);
        boolean narrow = base.narrow() || !new Example(expressions, least, most).takesId();
        if (!expressions.isEmpty()) {
            if (base.kind() == Kind.NUMBER) {
                expressions.add(NUMBER);
            }
            return Value.like(new Example(expressions, least, most)
                            .or(base.kind() == Kind.TEXT ? text(base.example(), least, most) : base.example()))
                    .narrowed(narrow);
        }
        if (base.kind() == Kind.NUMBER && base.example().matches("-?\\d+([.]\\d+)?")) {
            return Value.of(Kind.NUMBER, null, number(base.example(), facets)).narrowed(true);
        }
        if (base.kind() == Kind.DAY) {
            return Value.of(Kind.DAY, base.pattern(), day(base.example(), facets));
        }
        return base.kind() == Kind.TEXT && base.values().isEmpty()
                ? Value.text(text(base.example(), least, most)).narrowed(narrow)
                : base;
    }

    private static String number(String example, List<XmlSchemaFacet> facets) {
        BigDecimal number = new BigDecimal(example);
        BigDecimal least = bound(facets, XmlSchemaMinInclusiveFacet.class, null);
        least = bound(facets, XmlSchemaMinExclusiveFacet.class, least);
        BigDecimal most = bound(facets, XmlSchemaMaxInclusiveFacet.class, null);
        most = bound(facets, XmlSchemaMaxExclusiveFacet.class, most);
        boolean open = !said(facets, XmlSchemaMinExclusiveFacet.class).isEmpty()
                || !said(facets, XmlSchemaMaxExclusiveFacet.class).isEmpty();
        if (least != null && number.compareTo(least) < 0) {
            number = open ? least.add(BigDecimal.ONE) : least;
        } else if (most != null && number.compareTo(most) > 0) {
            number = open ? most.subtract(BigDecimal.ONE) : most;
        }
        BigDecimal fraction = bound(facets, XmlSchemaFractionDigitsFacet.class, null);
        BigDecimal total = bound(facets, XmlSchemaTotalDigitsFacet.class, null);
        if (fraction != null && number.scale() > fraction.intValue()) {
            number = number.setScale(Math.max(0, fraction.intValue()), RoundingMode.DOWN);
        }
        if (total != null && number.precision() > total.intValue() && number.scale() > 0) {
            number = number.setScale(0, RoundingMode.DOWN);
        }
        return number.toPlainString();
    }

    /** Days of this form are in the order of their texts. */
    private static String day(String example, List<XmlSchemaFacet> facets) {
        String least = said(facets, XmlSchemaMinInclusiveFacet.class).stream()
                .filter(text -> text.length() == example.length())
                .findFirst()
                .orElse(example);
        String most = said(facets, XmlSchemaMaxInclusiveFacet.class).stream()
                .filter(text -> text.length() == example.length())
                .findFirst()
                .orElse(example);
        return example.compareTo(least) < 0 ? least : example.compareTo(most) > 0 ? most : example;
    }

    private static BigDecimal bound(
            List<XmlSchemaFacet> facets, Class<? extends XmlSchemaFacet> kind, BigDecimal otherwise) {
        try {
            return said(facets, kind).stream()
                    .filter(text -> text.length() <= 30)
                    .findFirst()
                    .map(BigDecimal::new)
                    .orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** The example, cut or made longer. */
    public static String text(String example, int least, int most) {
        String text = example.length() > most ? example.substring(0, most) : example;
        return text.length() < least ? (text + "text".repeat(least)).substring(0, least) : text;
    }

    /** @param greatest whether of several the greatest binds, or the smallest */
    private static int length(
            List<XmlSchemaFacet> facets, Class<? extends XmlSchemaFacet> kind, boolean greatest, int otherwise) {
        IntStream said = said(facets, kind).stream()
                .filter(text -> text.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .map(one -> Math.min(one, LONGEST));
        return (greatest ? said.max() : said.min()).orElse(otherwise);
    }

    private static List<String> said(List<XmlSchemaFacet> facets, Class<? extends XmlSchemaFacet> kind) {
        return facets.stream()
                .filter(kind::isInstance)
                .map(facet -> String.valueOf(facet.getValue()))
                .toList();
    }

    private Restricted() {}
}

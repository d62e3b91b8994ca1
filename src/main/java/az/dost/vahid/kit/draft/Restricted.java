package az.dost.vahid.kit.draft;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
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
final class Restricted {
    private static final int LONGEST = 1_000;

    static Value of(Value base, List<XmlSchemaFacet> facets) {
        List<String> values = said(facets, XmlSchemaEnumerationFacet.class);
        if (!values.isEmpty()) {
            return Value.oneOf(values);
        }
        List<String> patterns = said(facets, XmlSchemaPatternFacet.class);
        if (!patterns.isEmpty()) {
            return Value.like(Example.of(patterns.stream().map(one -> patterns.size() == 1 ? one : "(" + one + ")").collect(Collectors.joining("|")), base.example()));
        }
        if (base.kind() == Kind.NUMBER && base.example().matches("-?\\d+([.]\\d+)?")) {
            return Value.of(Kind.NUMBER, null, number(base.example(), facets));
        }
        if (base.kind() == Kind.DAY) {
            return Value.of(Kind.DAY, base.pattern(), day(base.example(), facets));
        }
        return base.kind() == Kind.TEXT && base.values().isEmpty() ? Value.text(text(base.example(), facets)) : base;
    }

    private static String number(String example, List<XmlSchemaFacet> facets) {
        BigDecimal number = new BigDecimal(example);
        BigDecimal least = bound(facets, XmlSchemaMinInclusiveFacet.class, null);
        least = bound(facets, XmlSchemaMinExclusiveFacet.class, least);
        BigDecimal most = bound(facets, XmlSchemaMaxInclusiveFacet.class, null);
        most = bound(facets, XmlSchemaMaxExclusiveFacet.class, most);
        boolean open = !said(facets, XmlSchemaMinExclusiveFacet.class).isEmpty() || !said(facets, XmlSchemaMaxExclusiveFacet.class).isEmpty();
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
        String least = said(facets, XmlSchemaMinInclusiveFacet.class).stream().filter(text -> text.length() == example.length()).findFirst().orElse(example);
        String most = said(facets, XmlSchemaMaxInclusiveFacet.class).stream().filter(text -> text.length() == example.length()).findFirst().orElse(example);
        return example.compareTo(least) < 0 ? least : example.compareTo(most) > 0 ? most : example;
    }

    private static BigDecimal bound(List<XmlSchemaFacet> facets, Class<? extends XmlSchemaFacet> kind, BigDecimal otherwise) {
        try {
            return said(facets, kind).stream().filter(text -> text.length() <= 30).findFirst().map(BigDecimal::new).orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static String text(String example, List<XmlSchemaFacet> facets) {
        int exact = length(facets, XmlSchemaLengthFacet.class, -1);
        int least = exact >= 0 ? exact : length(facets, XmlSchemaMinLengthFacet.class, 0);
        int most = exact >= 0 ? exact : length(facets, XmlSchemaMaxLengthFacet.class, LONGEST);
        String text = example.length() > most ? example.substring(0, most) : example;
        return text.length() < least ? (text + "text".repeat(least)).substring(0, least) : text;
    }

    private static int length(List<XmlSchemaFacet> facets, Class<? extends XmlSchemaFacet> kind, int otherwise) {
        BigDecimal said = bound(facets, kind, null);
        return said == null ? otherwise : said.max(BigDecimal.ZERO).min(BigDecimal.valueOf(LONGEST)).intValue();
    }

    private static List<String> said(List<XmlSchemaFacet> facets, Class<? extends XmlSchemaFacet> kind) {
        return facets.stream().filter(kind::isInstance).map(facet -> String.valueOf(facet.getValue())).toList();
    }

    private Restricted() { }
}

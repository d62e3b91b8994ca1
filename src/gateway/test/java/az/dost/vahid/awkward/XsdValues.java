package az.dost.vahid.awkward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.w3c.dom.Element;

/** Values of simple types of XML Schema, built in or restricted. */
record XsdValues(
        String base,
        List<String> enumeration,
        String pattern,
        int minLength,
        int maxLength,
        int maxInclusive,
        String fixed)
        implements Form {
    private static final int NONE = -1;

    static XsdValues builtIn(String type) {
        return new XsdValues(type, List.of(), null, 0, Integer.MAX_VALUE, NONE, null);
    }

    XsdValues fixed(String text) {
        return new XsdValues(base, enumeration, pattern, minLength, maxLength, maxInclusive, text);
    }

    /** @param restriction an {@code xs:restriction} */
    static XsdValues restricted(Element restriction) {
        List<String> enumeration = new ArrayList<>();
        String pattern = null;
        int minLength = 0;
        int maxLength = Integer.MAX_VALUE;
        int maxInclusive = NONE;
        for (Element facet : Xsd.children(restriction)) {
            String value = facet.getAttribute("value");
            switch (facet.getLocalName()) {
                case "enumeration" -> enumeration.add(value);
                case "pattern" -> pattern = value;
                case "minLength" -> minLength = Integer.parseInt(value);
                case "maxLength" -> maxLength = Integer.parseInt(value);
                case "maxInclusive" -> maxInclusive = Integer.parseInt(value);
                default -> throw new IllegalStateException("No values are made for xs:" + facet.getLocalName());
            }
        }
        return new XsdValues(
                Xsd.local(restriction.getAttribute("base")),
                enumeration,
                pattern,
                minLength,
                maxLength,
                maxInclusive,
                null);
    }

    @Override
    public JsonNode draw(Random random) {
        return TextNode.valueOf(text(random));
    }

    String text(Random random) {
        if (fixed != null) {
            return fixed;
        }
        if (!enumeration.isEmpty()) {
            return StrangeText.pick(enumeration, random);
        }
        if (pattern != null) {
            return StrangeText.matching(pattern, random);
        }
        return switch (base) {
            case "string" -> fitting(StrangeText.any(random));
            case "int" -> StrangeText.pick(List.of("0", "7", "1", "2", "3", "+5", "-1", "2147483647"), random);
            case "nonNegativeInteger" ->
                maxInclusive != NONE
                        ? String.valueOf(random.nextInt(maxInclusive + 1))
                        : StrangeText.pick(List.of("0", "7", "11", "23", "007", "+4", "41", "99999999999999"), random);
            case "unsignedByte" -> String.valueOf(1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 12));
            case "unsignedShort" -> String.valueOf(1950 + random.nextInt(70));
            case "date" -> StrangeText.day(random) + StrangeText.pick(List.of("+04:00", "", "Z", "+05:00"), random);
            case "dateTime" -> StrangeText.day(random) + "T" + clock(random);
            case "time" -> clock(random);
            case "gYear" -> 1990 + random.nextInt(36) + StrangeText.pick(List.of("", "", "Z", "+04:00"), random);
            case "base64Binary" ->
                Base64.getMimeEncoder()
                        .encodeToString(new byte[] {1, 2, (byte) random.nextInt(), (byte) random.nextInt()});
            default -> throw new IllegalStateException("No values are made for xs:" + base);
        };
    }

    private static String clock(Random random) {
        return StrangeText.pick(List.of("00:00:00", "20:00:00", "08:05:59"), random)
                + StrangeText.pick(List.of("", ".1", ".791", ".123456"), random)
                + StrangeText.pick(List.of("+04:00", "Z", "", "-02:00"), random);
    }

    private String fitting(String text) {
        String longEnough = text.length() < minLength ? text + "x".repeat(minLength - text.length()) : text;
        return longEnough.length() > maxLength ? longEnough.substring(0, maxLength) : longEnough;
    }
}

package az.dost.vahid.normalise;

import java.math.BigInteger;

/** Money, fractions and whole numbers in the agencies' many forms. */
final class Numbers {
    /** Three digits and what parts them. */
    private static final int GROUPED = 4;

    /**
     * Money as decimal text with two decimals, in the unit of the register (AZN).
     *
     * @param example how the agency writes: {@code 1.234,50}, {@code 1,234.50}, {@code 1234.50}, {@code 1234,50}, or
     *     {@code 123450} for the minor unit (qəpik)
     */
    static String money(String text, String example) {
        boolean minus = text.startsWith("-");
        String digits = minus ? text.substring(1) : text;
        String plain = switch (example) {
            case "1.234,50" -> grouped(digits, '.', ',');
            case "1,234.50" -> grouped(digits, ',', '.');
            case "1234.50" -> decimal(digits, '.');
            case "1234,50" -> decimal(digits, ',');
            case "123450" -> minor(digits);
            default ->
                throw new MappingException(
                        "money: the form is none of 1.234,50, 1,234.50, 1234.50, 1234,50 and 123450 (hundredths)");
        };
        if (plain == null) {
            throw new ConversionException("money: not of the form " + example);
        }
        return minus && !plain.equals("0.00") ? "-" + plain : plain;
    }

    private static String grouped(String text, char group, char point) {
        int end = text.indexOf(point) < 0 ? text.length() : text.indexOf(point);
        if (text.indexOf(group) >= 0) {
            if (end % GROUPED == 0) {
                return null;
            }
            for (int i = 0; i < end; i++) {
                if ((text.charAt(i) == group) != ((end - i) % GROUPED == 0)) {
                    return null;
                }
            }
        }
        return decimal(text.substring(0, end).replace(String.valueOf(group), "") + text.substring(end), point);
    }

    private static String decimal(String text, char point) {
        int at = text.indexOf(point);
        String whole = at < 0 ? text : text.substring(0, at);
        String part = at < 0 ? "00" : text.substring(at + 1);
        if (!digits(whole) || !digits(part) || part.length() > 2) {
            return null;
        }
        return strip(whole) + "." + (part.length() == 1 ? part + "0" : part);
    }

    private static String minor(String text) {
        if (!digits(text)) {
            return null;
        }
        String padded = "0".repeat(Math.max(0, 3 - text.length())) + text;
        return strip(padded.substring(0, padded.length() - 2)) + "." + padded.substring(padded.length() - 2);
    }

    /** A fraction {@code a/b}, both positive, in lowest terms. */
    static String fraction(String text) {
        int slash = text.indexOf('/');
        String above = slash < 0 ? "" : text.substring(0, slash).strip();
        String below = slash < 0 ? "" : text.substring(slash + 1).strip();
        if (!digits(above)
                || !digits(below)
                || strip(above).equals("0")
                || strip(below).equals("0")) {
            throw new ConversionException("fraction: not of the form 1/3");
        }
        BigInteger a = new BigInteger(above);
        BigInteger b = new BigInteger(below);
        BigInteger divisor = a.gcd(b);
        return a.divide(divisor) + "/" + b.divide(divisor);
    }

    static int integer(String text) {
        try {
            if (digits(text.startsWith("-") ? text.substring(1) : text)) {
                return Integer.parseInt(text);
            }
        } catch (NumberFormatException e) {
            // too large, which is said below
        }
        throw new ConversionException("integer: not a whole number of at most ten digits");
    }

    private static boolean digits(String text) {
        return !text.isEmpty() && text.length() <= 30 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String strip(String whole) {
        String stripped = whole.replaceFirst("^0+", "");
        return stripped.isEmpty() ? "0" : stripped;
    }

    private Numbers() {}
}

package az.dost.vahid.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Input with something in it changed, cut out, doubled or put in; the size stays within reason. */
public final class Mutation {
    private static final int LONGEST = 60_000;
    /** What parsers have stumbled over elsewhere. */
    private static final List<String> TRICKS = List.of(
            "\"",
            "'",
            "<",
            ">",
            "&",
            "]]>",
            "<!--",
            "-->",
            "<?x?>",
            "<x/>",
            "</",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\\",
            "\\u0000",
            "\\ud800",
            "\0",
            "\uFEFF",
            "\u202E",
            "\u200B",
            "\uFF11",
            "e\u0301",
            "\u0130",
            "\uD83D\uDE00",
            "null",
            "true",
            "-0",
            "1e999999999",
            "1e-999999999",
            "9".repeat(5_000),
            "0x7fffffff",
            "NaN",
            "[".repeat(5_000),
            "{\"a\":".repeat(2_000),
            "<a>".repeat(3_000),
            "\"a\":1,\"a\":2,",
            "a='1' a='2' ",
            "a".repeat(20_000),
            " ".repeat(20_000),
            "&#0;",
            "&#xD800;",
            "&lol;",
            "<!DOCTYPE a [<!ENTITY lol SYSTEM 'file:///etc/hostname'>]>",
            "<![CDATA[x]]>",
            "*a",
            "&a ",
            "!!java.net.URL ",
            "<<: *a",
            "---\n",
            "? ",
            "- - - -",
            "%00",
            "%2e%2e%2f",
            "../",
            "\r\nX: y\r\n",
            "${7*7}",
            "#{7*7}",
            "2026-13-45",
            "0000-00-00",
            "\u0660",
            "PK\u0003\u0004");

    public static byte[] of(byte[] sound, Random random) {
        byte[] input = sound;
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            input = once(input, random);
        }
        return input.length > LONGEST ? Arrays.copyOf(input, LONGEST) : input;
    }

    private static byte[] once(byte[] input, Random random) {
        int from = random.nextInt(input.length + 1);
        int length = Math.min(input.length - from, 1 << random.nextInt(8));
        byte[] part = Arrays.copyOfRange(input, from, from + length);
        return switch (random.nextInt(7)) {
            case 0 -> Arrays.copyOf(input, from);
            case 1 -> joined(input, from, length, new byte[0]);
            case 2 -> joined(input, from, 0, part);
            case 3 -> {
                part = length == 0 ? new byte[1] : part;
                part[0] ^= (byte) (1 << random.nextInt(8));
                yield joined(input, from, length, part);
            }
            case 4 -> {
                random.nextBytes(part);
                yield joined(input, from, length, part);
            }
            case 5 -> joined(input, random.nextInt(input.length + 1), 0, part);
            default ->
                joined(
                        input,
                        from,
                        random.nextBoolean() ? 0 : length,
                        TRICKS.get(random.nextInt(TRICKS.size())).getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Takes out some bytes at a place and puts in others. */
    private static byte[] joined(byte[] input, int from, int out, byte[] in) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(input.length + in.length);
        joined.write(input, 0, from);
        joined.writeBytes(in);
        int rest = Math.min(input.length, from + out);
        joined.write(input, rest, input.length - rest);
        return joined.toByteArray();
    }

    private Mutation() {}
}

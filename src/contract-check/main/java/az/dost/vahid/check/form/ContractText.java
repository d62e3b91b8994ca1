package az.dost.vahid.check.form;

import az.dost.vahid.folder.OthersFiles;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of a contract's file, in the encoding that it declares. */
final class ContractText {
    static final int MAX_BYTES = 5 << 20;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

    /** Empty of a file that is longer than {@link #MAX_BYTES}, of which others tell. */
    static String of(OthersFiles files, Path file) {
        if (files.isLonger(file, MAX_BYTES)) {
            return "";
        }
        byte[] bytes = files.bytes(file, MAX_BYTES);
        String text = new String(bytes, charset(bytes));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length > 1
                && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                        || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        Matcher declared =
                DECLARED.matcher(new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1));
        return declared.find() && supported(declared.group(1))
                ? Charset.forName(declared.group(1))
                : StandardCharsets.UTF_8;
    }

    private static boolean supported(String name) {
        try {
            // A declaration that could be read as bytes is none of UTF-16.
            return Charset.isSupported(name)
                    && !name.toUpperCase(java.util.Locale.ROOT).startsWith("UTF-16");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private ContractText() {}
}

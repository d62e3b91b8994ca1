package az.dost.vahid.kit.synthetic;

import az.dost.vahid.kit.draft.field.DateForm;
import az.dost.vahid.signature.key.PersonHash;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Invented values in the places of real ones, by a key: with the same key the same value always becomes the same one,
 * and without it none can be turned back. Letters stay letters of their script and case, digits stay digits, days and
 * times move by one distance, and what is no longer than a short code of digits stays.
 */
public final class Pseudonyms {
    private static final Pattern FIN = Pattern.compile("(?=.*[0-9])(?=.*[A-Z])[0-9A-HJ-NP-Z]{7}");
    private static final String FIN_LETTERS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final Pattern SHORT = Pattern.compile("[^\\p{L}]{0,3}|true|false");
    private static final Pattern UUID_TEXT =
            Pattern.compile("(urn:uuid:)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern BINARY = Pattern.compile("[A-Za-z0-9+/\\s]{100,}={0,2}");
    private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-3])(:[0-5]\\d){1,2}");
    private static final Pattern YEARS = Pattern.compile("(?:19|20)\\d\\d(?:[/-](?:19|20)?\\d\\d)?");
    private static final Pattern FRACTION = Pattern.compile("[0-9]+/[0-9]+");
    private static final Pattern RUN = Pattern.compile("\\p{L}+|\\p{N}+");
    /** Of a kind of numbers, such as AZ in AZ1000: the number itself follows. */
    private static final Pattern SERIES = Pattern.compile("[A-Z]{1,3}(?=[0-9]{3})");

    private static final int LONG_ENOUGH = 4;
    private static final int DAYS = 365;
    private final PersonHash key;
    private final Vocabulary vocabulary;
    private final Set<String> known = new HashSet<>();
    private final Set<String> originals = new HashSet<>();
    private final Set<String> invented = new HashSet<>();
    private final Set<String> patterns;
    private final int daysBack;

    /** @param key of at least 32 bytes, by which values are consistent */
    public Pseudonyms(PersonHash key, Vocabulary vocabulary) {
        this.key = key;
        this.vocabulary = vocabulary;
        this.patterns = vocabulary.dayPatterns();
        this.daysBack = DAYS + (int) (number("days back", 0).longValue() % DAYS);
    }

    /** Makes a text known as a FIN, although it may not look like one. */
    public void fin(String fin) {
        known.add(fin);
    }

    /** Whether the value stays as it is. */
    private boolean stays(String value) {
        return vocabulary.listsAll(value)
                || !known.contains(value) && SHORT.matcher(value).matches();
    }

    /** Before any value is replaced: remembers it, so that nothing invented is by chance something real. */
    void see(String value) {
        if (!stays(value)) {
            // A moved year may be another one's year.
            if (!YEARS.matcher(value).matches()) {
                String said = value.substring(form(value).length());
                originals.add(folded(said));
                if (DateForm.of(said, patterns).isEmpty()) {
                    parts(said).forEach(originals::add);
                }
            }
        }
    }

    /** The value that stands for this one. */
    String of(String value) {
        if (stays(value)) {
            return value;
        } else if (known.contains(value) || FIN.matcher(value).matches()) {
            return fresh(value, "fin", this::fin);
        } else if (UUID_TEXT.matcher(value).matches()) {
            String form = form(value);
            return form
                    + UUID.nameUUIDFromBytes(
                            key.of(value.substring(form.length())).getBytes(StandardCharsets.US_ASCII));
        } else if (CLOCK.matcher(value).matches()) {
            return LocalTime.ofSecondOfDay(number(value, 0).longValue() % 40_000 + 40_000)
                            .toString()
                            .substring(0, 5)
                    + value.substring(5);
        } else if (BINARY.matcher(value).matches()) {
            return Base64.getEncoder()
                    .encodeToString("A synthetic picture.".repeat(4).getBytes(StandardCharsets.US_ASCII));
        } else if (YEARS.matcher(value).matches()) {
            return RUN.matcher(value)
                    .replaceAll(year -> year.group().length() == 2
                            ? String.format("%02d", (Integer.parseInt(year.group()) + 99) % 100)
                            : String.valueOf(Integer.parseInt(year.group()) - 1));
        }
        return DateForm.of(value, patterns)
                .map(pattern -> noted(pattern.moved(value, -daysBack)))
                .orElseGet(() -> FRACTION.matcher(value).matches() ? share(runs(value)) : runs(value));
    }

    /** What says only that a UUID follows (RFC 9562, section 4); empty for nothing. */
    private static String form(String value) {
        Matcher uuid = UUID_TEXT.matcher(value);
        return uuid.matches() && uuid.group(1) != null ? uuid.group(1) : "";
    }

    /** A share is no more than all. */
    private static String share(String fraction) {
        int slash = fraction.indexOf('/');
        String above = fraction.substring(0, slash);
        String below = fraction.substring(slash + 1);
        return new BigInteger(above).compareTo(new BigInteger(below)) > 0 ? below + "/" + above : fraction;
    }

    private String runs(String value) {
        Matcher run = RUN.matcher(value);
        return run.replaceAll(found ->
                SERIES.matcher(value).region(found.start(), value.length()).lookingAt()
                        ? found.group()
                        : Character.isLetter(found.group().charAt(0))
                                ? fresh(folded(found.group()), found.group(), this::word)
                                : fresh(value + found.start(), found.group(), this::digits));
    }

    private interface Invention {
        String of(String shape, BigInteger random);
    }

    /** Tries until it is neither real nor by chance the same. */
    private String fresh(String seed, String shape, Invention invention) {
        for (int attempt = 0; attempt < 1000; attempt++) {
            String candidate = invention.of(shape, number(seed, attempt));
            if (!originals.contains(folded(candidate))
                    && !(shape.length() > 1 && candidate.equals(shape) && !shape.matches("0+"))) {
                return noted(candidate);
            }
        }
        throw new UnprovenException("a value has a form of which every other value occurs in the reply");
    }

    private String noted(String candidate) {
        invented.add(folded(candidate));
        return candidate;
    }

    private BigInteger number(String seed, int attempt) {
        return new BigInteger(
                key.of(attempt + " " + Base64.getEncoder().encodeToString(seed.getBytes(StandardCharsets.UTF_8))), 16);
    }

    private String fin(String shape, BigInteger random) {
        StringBuilder fin = new StringBuilder();
        BigInteger rest = random;
        for (int i = 0; i < 7; i++) {
            BigInteger[] next = rest.divideAndRemainder(BigInteger.valueOf(FIN_LETTERS.length()));
            fin.append(FIN_LETTERS.charAt(next[1].intValue()));
            rest = next[0];
        }
        // One digit and one letter at fixed places, so that it is one for whoever looks for FINs.
        return fin.replace(0, 2, random.mod(BigInteger.TEN) + "X").toString();
    }

    private String digits(String shape, BigInteger random) {
        StringBuilder digits = new StringBuilder();
        BigInteger rest = random;
        boolean leading = true;
        for (int i = 0; i < shape.length(); i++) {
            BigInteger[] next = rest.divideAndRemainder(BigInteger.TEN);
            // A number stays as long as it is, with the noughts before it.
            boolean nought = leading && shape.charAt(i) == '0';
            digits.append(nought ? 0 : leading ? next[1].intValue() % 9 + 1 : next[1].intValue());
            leading = nought;
            rest = next[0];
        }
        return digits.toString();
    }

    private String word(String shape, BigInteger random) {
        boolean cyrillic = Character.UnicodeScript.of(shape.codePointAt(0)) == Character.UnicodeScript.CYRILLIC;
        String[] letters = cyrillic ? new String[] {"бвгдлмнрстз", "аеиоу"} : new String[] {"bdfghlmnrstvz", "aeiouə"};
        StringBuilder word = new StringBuilder();
        BigInteger rest = random;
        for (int i = 0; i < shape.length(); i++) {
            BigInteger[] next = rest.divideAndRemainder(BigInteger.valueOf(letters[i % 2].length()));
            char letter = letters[i % 2].charAt(next[1].intValue());
            word.append(Character.isUpperCase(shape.charAt(i)) ? Character.toUpperCase(letter) : letter);
            rest = next[0].signum() == 0 ? random : next[0];
        }
        return word.toString();
    }

    /** @throws UnprovenException when the text holds anything that was seen */
    public void prove(String text, String where) {
        Stream<String> whole = originals.stream()
                .filter(original ->
                        original.length() > LONG_ENOUGH + 1 && folded(text).contains(original));
        Stream<String> words = parts(text).filter(originals::contains);
        if (Stream.concat(whole, words).anyMatch(left -> !invented.contains(left) && !vocabulary.names(left))) {
            throw new UnprovenException(where + " would still hold something of the real reply");
        }
    }

    /** Runs of letters and of digits that say something. */
    private static Stream<String> parts(String text) {
        return RUN.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(run -> run.length() >= (Character.isLetter(run.charAt(0)) ? 3 : LONG_ENOUGH + 1))
                .map(Pseudonyms::folded);
    }

    private static String folded(String text) {
        return text.toUpperCase(java.util.Locale.ROOT);
    }
}

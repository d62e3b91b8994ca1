package az.dost.vahid.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.schibsted.spt.data.jslt.Function;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class FunctionPropertiesTest {
    private static final String LETTERS = "AaBbCcÇçDdEeƏəFfGgĞğHhXxIıİiJjKkQqLlMmNnOoÖöPpRrSsŞşTtUuÜüVvYyZz";
    private static final String CYRILLIC = "АаБбВвГгҒғДдЕеӘәЖжЗзИиЫыЈјКкҜҝЛлМмНнОоӨөПпРрСсТтУуҮүФфХхҺһЧчҸҹШш";

    @Property
    void money_comes_back_from_every_form(
            @ForAll @LongRange(min = -9_999_999_999_99L, max = 9_999_999_999_99L) long qepik) {
        String plain =
                (qepik < 0 ? "-" : "") + Math.abs(qepik) / 100 + "." + String.format("%02d", Math.abs(qepik) % 100);
        assertThat(Numbers.money(formatted(qepik, '.', ',', true), "1.234,50")).isEqualTo(plain);
        assertThat(Numbers.money(formatted(qepik, ',', '.', true), "1,234.50")).isEqualTo(plain);
        assertThat(Numbers.money(formatted(qepik, ',', '.', false), "1234.50")).isEqualTo(plain);
        assertThat(Numbers.money(formatted(qepik, '.', ',', false), "1234,50")).isEqualTo(plain);
        assertThat(Numbers.money(Long.toString(qepik), "123450")).isEqualTo(plain);
    }

    private static String formatted(long qepik, char group, char point, boolean grouped) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(group);
        symbols.setDecimalSeparator(point);
        return new DecimalFormat(grouped ? "#,##0.00" : "0.00", symbols).format(java.math.BigDecimal.valueOf(qepik, 2));
    }

    @Property
    void a_fraction_is_in_lowest_terms_and_of_the_same_value(
            @ForAll @LongRange(min = 1) long above, @ForAll @LongRange(min = 1) long below) {
        String[] parts = Numbers.fraction(above + "/" + below).split("/");
        BigInteger a = new BigInteger(parts[0]);
        BigInteger b = new BigInteger(parts[1]);
        assertThat(a.gcd(b)).isEqualTo(BigInteger.ONE);
        assertThat(a.multiply(BigInteger.valueOf(below))).isEqualTo(b.multiply(BigInteger.valueOf(above)));
    }

    @Property
    void every_cyrillic_letter_has_a_latin_one_of_the_same_case(@ForAll("cyrillicText") String text) {
        String latin = Letters.latin(text);
        assertThat(latin).hasSameSizeAs(text).matches("[" + LETTERS + "]*");
        for (int i = 0; i < text.length(); i++) {
            assertThat(Character.isUpperCase(latin.charAt(i))).isEqualTo(Character.isUpperCase(text.charAt(i)));
        }
        assertThat(Letters.latin(latin)).isEqualTo(latin);
    }

    @Property
    void no_two_cyrillic_letters_become_one(@ForAll("cyrillicLetter") char one, @ForAll("cyrillicLetter") char other) {
        assertThat(Letters.latin(String.valueOf(one)).equals(Letters.latin(String.valueOf(other))))
                .isEqualTo(one == other);
    }

    @Property
    void a_title_stays_a_title_and_keeps_its_letters(@ForAll("words") String text) {
        Locale azerbaijani = Locale.forLanguageTag("az");
        String title = Letters.titleCase(text);
        assertThat(Letters.titleCase(title)).isEqualTo(title);
        assertThat(title.toLowerCase(azerbaijani)).isEqualTo(text.toLowerCase(azerbaijani));
        assertThat(Letters.titleCase(text.toUpperCase(azerbaijani))).isEqualTo(title);
    }

    /** The value is a mark that no message of ours contains. */
    @Property
    void no_function_tells_the_value_that_it_refuses(@ForAll @AlphaChars @StringLength(min = 5, max = 20) String text) {
        String value = "1ABCDE2" + text;
        for (Function function : Functions.ALL) {
            var subject = JsonNodeFactory.instance.textNode(value);
            var other = JsonNodeFactory.instance.textNode("yyyy");
            var arguments = function.getName().endsWith("code")
                    ? new JsonNode[] {other, subject}
                    : new JsonNode[] {subject, other};
            Throwable thrown = catchThrowable(() -> {
                if (function.call(null, arguments) instanceof UnmappableNode node) {
                    throw node.asError();
                }
            });
            if (thrown != null) {
                assertThat(thrown)
                        .isInstanceOf(MappingException.class)
                        .hasMessageNotContaining(text)
                        .hasNoCause();
            }
        }
    }

    @Property
    void no_function_throws_anything_but_a_mapping_exception(@ForAll String value, @ForAll String argument) {
        for (Function function : Functions.ALL) {
            Throwable thrown = catchThrowable(() -> function.call(null, new JsonNode[] {
                JsonNodeFactory.instance.textNode(value), JsonNodeFactory.instance.textNode(argument)
            }));
            assertThat(thrown == null || thrown instanceof MappingException)
                    .as("%s: %s", function.getName(), thrown)
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<String> cyrillicText() {
        return Arbitraries.strings().withChars(CYRILLIC);
    }

    @Provide
    Arbitrary<Character> cyrillicLetter() {
        return Arbitraries.of(CYRILLIC.chars().mapToObj(c -> (char) c).toList());
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars(LETTERS + "  --0").ofMaxLength(40);
    }
}

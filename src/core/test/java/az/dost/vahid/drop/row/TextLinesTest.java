package az.dost.vahid.drop.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.drop.DropRefused;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextLinesTest {
    private static final String TEXT = "FIN;Soyad\r\nƏ;Иванов\r\n;\u0A0A\u0A00\r\n";

    /** Gives three bytes at a time, so that pairs are torn. */
    private static InputStream dripping(byte[] bytes) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return in.read(target, offset, Math.min(3, length));
            }
        };
    }

    private static List<String> lines(byte[] bytes, String charset) throws IOException {
        TextLines lines = new TextLines(dripping(bytes), LineCharset.of(charset));
        List<String> all = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        assertThat(lines.number()).isEqualTo(all.size());
        return all;
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,''", "UTF-8,EFBBBF", "UTF-16LE,''", "UTF-16LE,FFFE", "UTF-16BE,''", "UTF-16BE,FEFF"})
    void lines_are_found_with_a_byte_order_mark_and_without(String charset, String mark) throws IOException {
        byte[] before = HexFormat.of().parseHex(mark);
        byte[] text = TEXT.getBytes(Charset.forName(charset));
        byte[] all = new byte[before.length + text.length];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(text, 0, all, before.length, text.length);
        assertThat(lines(all, charset)).containsExactly("FIN;Soyad", "Ə;Иванов", ";\u0A0A\u0A00");
    }

    @Test
    void a_line_longer_than_what_is_read_at_once_stays_one() throws IOException {
        String text = "x" + "ж".repeat(100_000) + "\nlast";
        assertThat(lines(text.getBytes("UTF-16LE"), "UTF-16LE")).containsExactly(text.substring(0, 100_001), "last");
    }

    /** In each the second line is bad: a lone surrogate, half a pair at the end, bytes that stand for nothing. */
    @ParameterizedTest
    @CsvSource({
        "UTF-16LE,41000A0000D80A00",
        "UTF-16BE,0041000A00420043 00",
        "UTF-8,410AC3280A",
        "windows-1251,410A98",
        "windows-1254,410A81"
    })
    void a_byte_that_is_no_character_refuses_the_file_and_names_the_line(String charset, String bytes) {
        assertThatThrownBy(() -> lines(HexFormat.of().parseHex(bytes.replace(" ", "")), charset))
                .isInstanceOfSatisfying(DropRefused.class, refused -> {
                    assertThat(refused.findings())
                            .singleElement()
                            .satisfies(finding -> assertThat(finding.line()).isEqualTo(2));
                    assertThat(refused).hasMessageContaining(charset);
                });
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE,FEFF0041", "UTF-16BE,FFFE4100"})
    void the_mark_of_the_other_order_is_no_text(String charset, String bytes) {
        assertThatThrownBy(() -> lines(HexFormat.of().parseHex(bytes), charset))
                .isInstanceOf(DropRefused.class)
                .hasMessageContaining("byte order mark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-32", "UTF-32LE", "IBM1047", "UTF8-AZ", "x-UTF-16LE-BOM"})
    void a_character_set_in_which_no_line_can_be_found_is_refused(String name) {
        assertThatThrownBy(() -> LineCharset.of(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8",
                "windows-1254",
                "windows-1251",
                "ISO-8859-9",
                "KOI8-R",
                "IBM866",
                "UTF-16LE",
                "UTF-16BE",
                "US-ASCII"
            })
    void the_character_sets_of_registers_are_taken(String name) {
        assertThat(LineCharset.of(name).name()).isEqualTo(name);
    }
}

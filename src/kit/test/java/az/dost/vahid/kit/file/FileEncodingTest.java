package az.dost.vahid.kit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileEncodingTest {
    private static final String TURKIC =
            "FIN;SOYAD;AD\n5AB1CD2;Şükürov;İlqar\n6BC2DE3;Ağayev;Çingiz\n7CD3EF4;Quliyeva;Gülnar\n";
    private static final String RUSSIAN =
            "FIN;Фамилия;Имя\n5AB1CD2;Иванов;Пётр\n6BC2DE3;Алиева;Лейла\n7CD3EF4;Смирнова;Наталья\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1254", "UTF-16LE", "UTF-16BE", "IBM857"})
    void a_text_with_turkic_letters_is_recognised(String charset) {
        assertThat(FileEncoding.of(TURKIC.getBytes(Charset.forName(charset)))
                        .charset()
                        .name())
                .isEqualTo(charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251", "UTF-16LE", "UTF-16BE", "KOI8-R", "IBM866", "ISO-8859-5"})
    void a_russian_text_is_recognised(String charset) {
        FileEncoding found = FileEncoding.of(RUSSIAN.getBytes(Charset.forName(charset)));
        assertThat(found.charset().name()).isEqualTo(charset);
        assertThat(found.text(RUSSIAN.getBytes(Charset.forName(charset)))).isEqualTo(RUSSIAN);
    }

    @Test
    void names_in_capitals_are_no_other_character_set() {
        byte[] bytes = "5AB1CD2;ИВАНОВ;ПЁТР\n6BC2DE3;АЛИЕВА;ЛЕЙЛА\n".getBytes(Charset.forName("windows-1251"));
        assertThat(FileEncoding.of(bytes).charset().name()).isEqualTo("windows-1251");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,EFBBBF", "UTF-16LE,FFFE", "UTF-16BE,FEFF"})
    void a_mark_is_known_and_no_part_of_the_text(String charset, String mark) {
        byte[] text = TURKIC.getBytes(Charset.forName(charset));
        byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex(mark), mark.length() / 2 + text.length);
        System.arraycopy(text, 0, bytes, mark.length() / 2, text.length);
        FileEncoding found = FileEncoding.of(bytes);
        assertThat(found.charset().name()).isEqualTo(charset);
        assertThat(found.known()).isTrue();
        assertThat(found.evidence()).contains("mark");
        assertThat(found.text(bytes)).isEqualTo(TURKIC);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,true", "UTF-16LE,true", "windows-1254,false", "IBM857,false"})
    void what_only_words_tell_is_a_guess(String charset, boolean known) {
        FileEncoding found = FileEncoding.of(TURKIC.getBytes(Charset.forName(charset)));
        assertThat(found.known()).isEqualTo(known);
        assertThat(found.told())
                .startsWith("charset " + charset + (known ? ": " : ", guessed: "))
                .doesNotContain("Şükürov", "5AB1CD2");
    }

    @Test
    void a_text_of_ascii_alone_is_a_guess() {
        FileEncoding found = FileEncoding.of("FIN;AD\n5AB1CD2;Ali\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(found.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(found.told()).contains("guessed", "ASCII", "windows-1251");
    }

    @Test
    void relatives_that_would_give_the_same_text_are_named() {
        assertThat(FileEncoding.of(TURKIC.getBytes(Charset.forName("windows-1254")))
                        .evidence())
                .contains("ISO-8859-9 would be the same")
                .doesNotContain("windows-1252");
        assertThat(FileEncoding.of("AD\nMüller\nGöktürk\n".getBytes(Charset.forName("windows-1254")))
                        .evidence())
                .contains("windows-1252 would be the same");
    }

    @Test
    void a_file_that_mixes_character_sets_is_refused_with_its_line() {
        byte[] utf8 = TURKIC.getBytes(StandardCharsets.UTF_8);
        byte[] more = "8DE4FG5;Şirinova;Aynur\n".getBytes(Charset.forName("windows-1254"));
        byte[] mixed = Arrays.copyOf(utf8, utf8.length + more.length);
        System.arraycopy(more, 0, mixed, utf8.length, more.length);
        assertThatThrownBy(() -> FileEncoding.of(mixed))
                .isInstanceOf(RowsException.class)
                .hasMessageContaining("Line 5")
                .hasMessageContaining("mixes character sets");
    }

    @ParameterizedTest
    @CsvSource({
        "'',empty",
        "0000FEFF00000041,UTF-32",
        "FFFE000041000000,UTF-32",
        "00010203040506,zero bytes",
        "89504E470D0A1A0A0000000D49484452,zero bytes"
    })
    void what_is_no_text_is_refused_in_words(String bytes, String said) {
        assertThatThrownBy(() -> FileEncoding.of(HexFormat.of().parseHex(bytes)))
                .isInstanceOf(RowsException.class)
                .hasMessageContaining(said);
    }

    @Test
    void what_a_person_says_is_held_to_it() {
        FileEncoding said = FileEncoding.said("windows-1251");
        assertThatThrownBy(() -> said.text(new byte[] {'A', '\n', (byte) 0x98}))
                .isInstanceOf(RowsException.class)
                .hasMessageContaining("Line 2");
        assertThatThrownBy(() -> FileEncoding.said("UTF-16"))
                .isInstanceOf(RowsException.class)
                .hasMessageContaining("UTF-16LE");
    }
}

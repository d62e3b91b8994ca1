package az.dost.vahid.pages.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is drawn is what a telephone reads. */
class QrCodeTest {
    private static final String SLIP = "https://desk.example/rating#7QK2-M0XD-93VT";
    private static final int WHITE = 4;

    private static BitMatrix modules(QrCode code) {
        BitMatrix modules = new BitMatrix(code.size() - 2 * WHITE);
        Matcher dark = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(code.path());
        while (dark.find()) {
            modules.set(Integer.parseInt(dark.group(1)) - WHITE, Integer.parseInt(dark.group(2)) - WHITE);
        }
        return modules;
    }

    @Test
    void a_reader_reads_what_was_written() throws Exception {
        assertThat(new Decoder().decode(modules(QrCode.of(SLIP))).getText()).isEqualTo(SLIP);
    }

    @Test
    void a_stain_does_not_hide_it() throws Exception {
        BitMatrix stained = modules(QrCode.of(SLIP));
        for (int i = 0; i < 12; i++) {
            stained.flip(12 + i % 4, 12 + i / 4);
        }
        assertThat(new Decoder().decode(stained).getText()).isEqualTo(SLIP);
    }

    @Test
    void a_text_that_no_code_holds_is_refused() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(3_000))).isInstanceOf(IllegalArgumentException.class);
    }
}

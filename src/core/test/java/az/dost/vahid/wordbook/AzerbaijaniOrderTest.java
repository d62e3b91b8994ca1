package az.dost.vahid.wordbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AzerbaijaniOrderTest {
    private static final List<String> SORTED = List.of(
            "2014-cü il",
            "Ailə",
            "Avtomobil",
            "Cəza",
            "Çağrı",
            "Dul",
            "Ehtiyat",
            "Eskiz",
            "Ev tikintisi",
            "Evli",
            "Əcnəbi",
            "Əlillik",
            "Fərdi",
            "Gəlir",
            "Ğ",
            "Hesab",
            "Xidmət",
            "Isıq",
            "İcbari",
            "İşsiz",
            "Jurnal",
            "Kart",
            "Qanun",
            "Layihə",
            "Ov",
            "Ödəniş",
            "Sənəd",
            "Şəhid",
            "Təqaüd",
            "Uşaq",
            "Üz",
            "Vəsiqə",
            "Weber",
            "Yaşa görə",
            "Yaşama",
            "Zərər");

    @Test
    void words_stand_in_the_order_of_the_alphabet() {
        List<String> mixed = new ArrayList<>(SORTED);
        Collections.shuffle(mixed, new Random(7));
        assertThat(mixed).isNotEqualTo(SORTED);
        mixed.sort(AzerbaijaniOrder.comparator());
        assertThat(mixed).isEqualTo(SORTED);
    }

    @Test
    void capitals_do_not_matter() {
        assertThat(AzerbaijaniOrder.comparator().compare("İŞSİZ", "işsizlik")).isNegative();
        assertThat(AzerbaijaniOrder.comparator().compare("ıraq", "İraq")).isNegative();
    }

    @Test
    void only_the_same_text_is_alike() {
        assertThat(AzerbaijaniOrder.comparator().compare("Ailə", "Ailə")).isZero();
        assertThat(AzerbaijaniOrder.comparator().compare("Ai-lə", "Ailə")).isNotZero();
    }
}
